#pragma once
/// Two tables that a person corrects: which column of the file serves for what, and which theme a category has.

// Qt first: moc of 6.4 trips over <chrono> otherwise.
#include <QAbstractTableModel>
#include <QMap>
#include <QStringList>

#include "model/source_preview.hpp"
#include "ui/models/speech.hpp"

#include <map>
#include <string>
#include <vector>

namespace baken {

/// Our field, the column of the file (editable), and the first values in it.
class ImportMappingModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { field, theirs, values, column_count };

    explicit ImportMappingModel(Speech, QObject* parent = nullptr);
    void show(const SourcePreview&);
    /// Columns of the file to choose from; the first means: what is found by itself.
    [[nodiscard]] QStringList choices() const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex&, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex&) const override;
    /// Of the column `theirs`: a column of the file, or empty for what is found by itself.
    bool setData(const QModelIndex&, const QVariant&, int role) override;

signals:
    void chosen(const QMap<QString, QString>& columns);  ///< all choices together

private:
    [[nodiscard]] QString values_of(const std::string& column) const;

    Speech say_;
    std::vector<FieldChoice> fields_;
    std::vector<ColumnSample> columns_;
    std::map<std::string, std::string> asked_;
};

/// Category, rows, and theme (editable).
class ImportCategoriesModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { category, rows, theme, column_count };

    explicit ImportCategoriesModel(Speech, QObject* parent = nullptr);
    void show(const SourcePreview&);
    /// All themes and "leave out"; `code_at` gives the settings' word for each.
    [[nodiscard]] QStringList choices() const;
    [[nodiscard]] static std::string code_at(int choice);
    [[nodiscard]] std::size_t rows_that_count() const;  ///< with a theme
    [[nodiscard]] std::size_t rows_in_all() const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex&, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex&) const override;
    bool setData(const QModelIndex&, const QVariant&, int role) override;  ///< the index of a choice

signals:
    void chosen(const QMap<QString, QString>& themes);

private:
    [[nodiscard]] int choice_of(const CategoryCount&) const;

    Speech say_;
    std::vector<CategoryCount> categories_;
    std::map<std::string, std::string> asked_;
};

}  // namespace baken
