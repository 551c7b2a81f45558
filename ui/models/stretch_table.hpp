#pragma once
/// The stretches of road of a project as a table, by rank.
///
///     StretchTable table(say);
///     table.show(project);
///     StretchFilter filter(&table);
///     filter.choose(municipality, text);

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>

#include "model/project.hpp"
#include "ui/models/speech.hpp"

#include <optional>
#include <string>
#include <vector>

namespace baken {

class StretchTable : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { rank, name, municipality, length, accidents, injury, by_chance, ratio, q_value, method, columns };
    enum Role { sort_role = Qt::UserRole, id_role };

    explicit StretchTable(Speech, QObject* parent = nullptr);
    void show(const Project&);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex&, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation, int role) const override;

    [[nodiscard]] const StretchFinding& stretch(int row) const { return rows_[static_cast<std::size_t>(row)]; }
    [[nodiscard]] int row_of(const std::string& id) const;  ///< -1: none

private:
    [[nodiscard]] QString text(int row, int column) const;
    [[nodiscard]] QVariant sort_key(int row, int column) const;

    Speech say_;
    std::vector<StretchFinding> rows_;  ///< by rank
    std::vector<QString> municipalities_;
};

class StretchFilter : public QSortFilterProxyModel {
    Q_OBJECT

public:
    explicit StretchFilter(StretchTable*, QObject* parent = nullptr);
    /// What is not given lets all pass; `text` is looked for in name and id.
    void choose(std::optional<std::uint32_t> municipality, const QString& text);

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    StretchTable* table_;
    std::optional<std::uint32_t> municipality_;
    QString text_;
};

}  // namespace baken
