#pragma once
/// The receipt of one source as tables: where every row went, the columns and how far they were filled, what was left
/// out by which rule, the first rows of the file. All look at shared data; none copies a row.

#include <QAbstractTableModel>

#include "base/shared.hpp"
#include "model/region.hpp"
#include "model/source_preview.hpp"
#include "ui/models/speech.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace baken {

/// A receipt that lives as long as it is looked at.
struct SharedReceipt {
    Shared<Region> region;
    std::size_t index = 0;
    [[nodiscard]] const Receipt& operator*() const { return region->receipts[index]; }
    [[nodiscard]] const Receipt* operator->() const { return &region->receipts[index]; }
};

class ReceiptTable : public QAbstractTableModel {
    Q_OBJECT

public:
    explicit ReceiptTable(Speech say, QObject* parent) : QAbstractTableModel(parent), say_(say) {}
    void show(std::optional<SharedReceipt>);

protected:
    virtual void rearrange() {}  ///< after another receipt came

    Speech say_;
    std::optional<SharedReceipt> receipt_;
};

/// placed, without a place, left out, outside, duplicate, rejected, and the sum: what was read.
class ImportBalanceModel : public ReceiptTable {
    Q_OBJECT

public:
    enum Column { fate, rows, share, meaning, column_count };
    explicit ImportBalanceModel(Speech say, QObject* parent = nullptr) : ReceiptTable(say, parent) {}

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex&, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation, int role) const override;
};

/// Every column of the file, in its order, with the rows that have something in it. The display role of `share` is the
/// text; its user role is 0..1.
class ImportColumnsModel : public ReceiptTable {
    Q_OBJECT

public:
    enum Column { column, filled, share, column_count };
    explicit ImportColumnsModel(Speech say, QObject* parent = nullptr) : ReceiptTable(say, parent) {}

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex&, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation, int role) const override;
};

/// Rules and categories that left rows out, most rows first.
class ImportLeftOutModel : public ReceiptTable {
    Q_OBJECT

public:
    enum Column { rule, rows, column_count };
    explicit ImportLeftOutModel(Speech say, QObject* parent = nullptr) : ReceiptTable(say, parent) {}

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex&, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation, int role) const override;

protected:
    void rearrange() override;

private:
    std::vector<std::pair<std::string, std::size_t>> rules_;
};

/// Every rejected row with its line, column and reason; sorted and filtered by an index over the rows.
class ImportRejectedModel : public ReceiptTable {
    Q_OBJECT

public:
    enum Column { line, column, reason, column_count };
    explicit ImportRejectedModel(Speech say, QObject* parent = nullptr) : ReceiptTable(say, parent) {}

    void set_filter(const QString&);  ///< part of the line, the column or the reason, whatever its case
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex&, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation, int role) const override;

protected:
    void rearrange() override;

private:
    std::vector<std::uint32_t> shown_;
    QString filter_;
    int by_ = line;
    Qt::SortOrder order_ = Qt::AscendingOrder;
};

/// The first rows of a file under its own columns.
class ImportRowsModel : public QAbstractTableModel {
    Q_OBJECT

public:
    explicit ImportRowsModel(QObject* parent = nullptr) : QAbstractTableModel(parent) {}
    void show(const SourcePreview&);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex&, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation, int role) const override;

private:
    std::vector<ColumnSample> columns_;
    std::vector<std::vector<std::string>> rows_;
};

}  // namespace baken
