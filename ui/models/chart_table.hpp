#pragma once
/// A chart's numbers as a table: what is copied, and what a screen reader hears.
///
///     const ChartTable table = table_of(accident_years(project, here), say);
///     clipboard->setText(table.tab_separated());
///     card->setAccessibleDescription(table.spoken());

#include "ui/models/chart_series.hpp"
#include "ui/models/speech.hpp"

#include <QString>
#include <QStringList>

#include <vector>

namespace baken {

struct ChartTable {
    QString title;  ///< of the chart, with its unit
    QStringList head;
    std::vector<QStringList> rows;  ///< as long as the head; numbers in the language's decimals, without thousands

    [[nodiscard]] QString tab_separated() const;  ///< head and rows, a line each
    [[nodiscard]] QString spoken() const;         ///< "2022: dodelijk 1, letsel 4; 2023: ..."
};

[[nodiscard]] ChartTable table_of(const AccidentYears&, const Speech&);
[[nodiscard]] ChartTable table_of(const LightCounts&, const Speech&);
[[nodiscard]] ChartTable table_of(const ComplaintMonths&, const Speech&);
[[nodiscard]] ChartTable table_of(const WeekHours&, const Speech&);
[[nodiscard]] ChartTable table_of(const AccidentTrend&, const Speech&);
[[nodiscard]] ChartTable table_of(const RankRanges&, const Speech&);
[[nodiscard]] ChartTable table_of(const std::vector<CrewLoad>&, const Speech&);
[[nodiscard]] ChartTable table_of(const std::vector<MunicipalityProgress>&, const Speech&);
[[nodiscard]] ChartTable table_of(const DarkMonths&, const Speech&);
[[nodiscard]] ChartTable table_of(const Guessing&, const Speech&);

/// As short as a chart needs it: "dodelijk", "letsel", "UMS".
[[nodiscard]] QString short_name(Outcome, const Speech&);
[[nodiscard]] QString short_name(Light, const Speech&);
/// "5-3-0,5" and "injury" as people name their weights.
[[nodiscard]] QString weight_set_name(const std::string& set, const Speech&);

}  // namespace baken
