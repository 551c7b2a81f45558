#pragma once
/// The checks of a plan as a list, with a filter over it.
///
///     auto* table = new CheckTable(say, this);
///     auto* filter = new CheckFilter(this);
///     filter->setSourceModel(table);
///     table->show(project);
///     filter->set_text("heemstra");

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>

#include "model/project.hpp"
#include "ui/models/speech.hpp"

#include <array>
#include <optional>
#include <vector>

namespace baken {

class CheckTable : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column {
        date_column,
        hours_column,
        municipality_column,
        place_column,
        theme_column,
        kind_column,
        crew_column,
        dark_column,
        value_column,
        status_column,
        locked_column,
        column_count
    };
    static constexpr int sort_role = Qt::UserRole;  ///< what to sort by: numbers as numbers, dates by moment

    explicit CheckTable(Speech, QObject* parent = nullptr);

    void show(const Project&);
    [[nodiscard]] const Check* check(int row) const;
    [[nodiscard]] int row_of(const CheckId&) const;  ///< -1: not there

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex&, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation, int role) const override;

private:
    struct Row {
        Check check;
        std::array<QString, column_count> text;
        QString story;
    };
    Speech say_;
    std::vector<Row> rows_;
};

/// Every word of the text must be in some column; the other conditions narrow further.
class CheckFilter : public QSortFilterProxyModel {
    Q_OBJECT

public:
    explicit CheckFilter(QObject* parent = nullptr);

    void set_text(const QString&);
    void set_municipality(std::optional<std::uint32_t>);
    void set_theme(std::optional<Theme>);
    void set_status(std::optional<CheckStatus>);

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    QStringList words_;
    std::optional<std::uint32_t> municipality_;
    std::optional<Theme> theme_;
    std::optional<CheckStatus> status_;
};

}  // namespace baken
