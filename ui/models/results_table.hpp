#pragma once
/// The checks of a project with their results, as a table, and the filter over it.
///
///     table.show(project);
///     filter.setSourceModel(&table);
///     filter.set_status(ResultsFilter::Status::open);

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>

#include "model/project.hpp"
#include "ui/models/speech.hpp"

#include <optional>
#include <vector>

namespace baken {

class ResultsTable : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { date, municipality, place, theme, status, vehicles, tests, fines, hit_rate, column_count };
    /// For sorting: the value behind the text.
    static constexpr int sort_role = Qt::UserRole;

    explicit ResultsTable(Speech, QObject* parent = nullptr);

    /// Where the same checks come back changed, rows change and stay where they are.
    void show(const Project&);

    [[nodiscard]] const Check& check(int row) const { return checks_.at(static_cast<std::size_t>(row)); }
    [[nodiscard]] QString place_name(int row) const;
    [[nodiscard]] QString municipality_name(int row) const;
    [[nodiscard]] std::optional<int> row_of(const CheckId&) const;
    [[nodiscard]] const QStringList& municipalities() const { return municipalities_; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex&, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation, int role) const override;

private:
    [[nodiscard]] QVariant text(const Check&, int row, int column) const;
    [[nodiscard]] QVariant sort_key(const Check&, int row, int column) const;

    Speech say_;
    std::vector<Check> checks_;
    std::vector<QString> places_;
    QStringList municipalities_;
};

/// Waits for somebody to write down how it went: planned, or done without a result.
[[nodiscard]] bool is_open(const Check&);
/// "○ gepland", "● uitgevoerd", "✕ vervallen"; a check that was done without a result says so.
[[nodiscard]] QString status_text(const Check&, const Speech&);

class ResultsFilter : public QSortFilterProxyModel {
    Q_OBJECT

public:
    enum class Status { all, open, planned, done, cancelled };

    explicit ResultsFilter(QObject* parent = nullptr);
    void set_municipality(std::optional<std::uint32_t>);
    void set_theme(std::optional<Theme>);
    void set_status(Status);
    void set_months(unsigned first, unsigned last);  ///< both included; 1, 12: the whole year
    void set_words(const QString&);                  ///< a part of the place's or municipality's name

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    std::optional<std::uint32_t> municipality_;
    std::optional<Theme> theme_;
    Status status_ = Status::all;
    unsigned first_month_ = 1, last_month_ = 12;
    QString words_;
};

}  // namespace baken
