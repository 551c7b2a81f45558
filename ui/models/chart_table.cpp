#include "ui/models/chart_table.hpp"

#include "output/words.hpp"

#include <array>

namespace baken {

namespace {

constexpr std::array outcomes{Outcome::fatal, Outcome::injury, Outcome::damage_only};
constexpr std::array lights{Light::daylight, Light::twilight, Light::dark, Light::unknown};

QString whole(int number) { return QString::number(number); }

QString decimal(double number, int decimals, const Speech& say) {
    QLocale locale = say.locale();
    locale.setNumberOptions(QLocale::OmitGroupSeparator);
    return locale.toString(number, 'f', decimals);
}

QString tab_line(const QStringList& cells) {
    QStringList clean;
    for (QString cell : cells) clean << cell.replace('\t', ' ').replace('\n', ' ');
    return clean.join('\t');
}

}  // namespace

QString ChartTable::tab_separated() const {
    QStringList lines{tab_line(head)};
    for (const QStringList& row : rows) lines << tab_line(row);
    return lines.join('\n') + '\n';
}

QString ChartTable::spoken() const {
    QStringList parts;
    for (const QStringList& row : rows) {
        QStringList cells;
        for (qsizetype i = 1; i < row.size() && i < head.size(); ++i)
            if (!row[i].isEmpty()) cells << head[i] + ' ' + row[i];
        parts << row.value(0) + QStringLiteral(": ") + cells.join(QStringLiteral(", "));
    }
    return parts.join(QStringLiteral("; "));
}

QString short_name(Outcome outcome, const Speech& say) {
    switch (outcome) {
        case Outcome::fatal: return say("dodelijk", "fatal");
        case Outcome::injury: return say("letsel", "injury");
        case Outcome::damage_only: return say("UMS", "damage only");
    }
    return {};
}

QString short_name(Light light, const Speech& say) {
    switch (light) {
        case Light::daylight: return say("daglicht", "daylight");
        case Light::twilight: return say("schemer", "twilight");
        case Light::dark: return say("donker", "dark");
        case Light::unknown: return say("onbekend", "unknown");
    }
    return {};
}

QString weight_set_name(const std::string& set, const Speech& say) {
    if (set == "injury") return say("alleen letsel", "injury only");
    QString name = to_qt(set);
    return say.language() == Language::nl ? name.replace('.', ',') : name;
}

ChartTable table_of(const AccidentYears& series, const Speech& say) {
    ChartTable table{.title = say("Ongevallen per jaar, naar afloop", "Accidents per year, by outcome"),
                     .head = {say("jaar", "year")},
                     .rows = {}};
    for (const Outcome outcome : outcomes) table.head << short_name(outcome, say);
    table.head << say("totaal", "total");
    for (const auto& row : series.rows) {
        QStringList cells{whole(row.year)};
        for (const Outcome outcome : outcomes) cells << whole(row.of(outcome));
        table.rows.push_back(cells << whole(row.total()));
    }
    return table;
}

ChartTable table_of(const LightCounts& series, const Speech& say) {
    ChartTable table{.title = say("Ongevallen naar lichtgesteldheid", "Accidents by light"),
                     .head = {say("licht", "light"), say("ongevallen", "accidents"), say("aandeel (%)", "share (%)")},
                     .rows = {}};
    for (const Light light : lights)
        table.rows.push_back({short_name(light, say), whole(series.of(light)),
                              series.total > 0 ? decimal(100.0 * series.of(light) / series.total, 1, say) : QString()});
    return table;
}

ChartTable table_of(const ComplaintMonths& series, const Speech& say) {
    ChartTable table{.title = say("Meldingen en melders per maand", "Complaints and complainants per month"),
                     .head = {say("maand", "month"), say("meldingen", "complaints"), say("melders", "complainants")},
                     .rows = {}};
    if (series.theme) table.title += QStringLiteral(": ") + to_qt(name_of(*series.theme, say.language()));
    for (const auto& row : series.rows)
        table.rows.push_back({QStringLiteral("%1-%2").arg(row.year).arg(row.month, 2, 10, QLatin1Char('0')),
                              whole(row.total), whole(row.complainants)});
    return table;
}

ChartTable table_of(const WeekHours& week, const Speech& say) {
    ChartTable table{.title = week.kind == EventKind::complaints
                                  ? say("Meldingen per weekdag en uur", "Complaints by weekday and hour")
                                  : say("Ongevallen per weekdag en uur", "Accidents by weekday and hour"),
                     .head = {say("dag", "day")},
                     .rows = {}};
    for (int hour = 0; hour < 24; ++hour) table.head << say("%1 uur", "%1:00").arg(hour);
    for (unsigned day = 1; day <= 7; ++day) {
        QStringList cells{say.short_weekday(day)};
        for (const int count : week.counts[day - 1]) cells << whole(count);
        table.rows.push_back(cells);
    }
    for (unsigned day = 1; day <= 7 && week.is_borrowed(); ++day) {
        QStringList cells{say("%1, keer een gemiddeld uur", "%1, times an average hour").arg(say.short_weekday(day))};
        for (std::size_t hour = 0; hour < 24; ++hour) cells << decimal(week.times_average(day - 1, hour), 1, say);
        table.rows.push_back(cells);
    }
    QStringList dark{say("donker (% van het jaar)", "dark (% of the year)")};
    for (const double share : week.dark_share) dark << decimal(100 * share, 0, say);
    table.rows.push_back(dark);
    return table;
}

ChartTable table_of(const AccidentTrend& trend, const Speech& say) {
    ChartTable table{
        .title = trend.of == TrendOf::injury
                     ? say("Letselongevallen per gemeente per jaar", "Injury accidents per municipality per year")
                     : say("Ongevallen per gemeente per jaar", "Accidents per municipality per year"),
        .head = {say("gemeente", "municipality"), say("jaar", "year"), say("ongevallen", "accidents"),
                 say("onderkant 95 %", "low 95%"), say("bovenkant 95 %", "high 95%")},
        .rows = {}};
    for (const auto& row : trend.rows)
        for (const auto& point : row.points)
            table.rows.push_back({to_qt(row.name), whole(point.year), whole(point.count),
                                  decimal(point.range.low, 1, say), decimal(point.range.high, 1, say)});
    return table;
}

ChartTable table_of(const RankRanges& series, const Speech& say) {
    ChartTable table{.title = say("Plaats in de rangorde bij andere gewichten", "Rank under other weights"),
                     .head = {say("aandachtslocatie", "hotspot"), say("rang", "rank"), say("beste", "best"),
                              say("slechtste", "worst")},
                     .rows = {}};
    for (const auto& set : series.sets) table.head << weight_set_name(set, say);
    for (const auto& row : series.rows) {
        QStringList cells{to_qt(row.name), whole(row.rank), whole(row.best), whole(row.worst)};
        for (std::size_t i = 0; i < series.sets.size(); ++i)
            cells << (row.ranks.empty() ? QString() : whole(row.ranks[i]));
        table.rows.push_back(cells);
    }
    return table;
}

ChartTable table_of(const std::vector<CrewLoad>& crews, const Speech& say) {
    ChartTable table{
        .title = say("Controles per ploeg per week", "Checks per crew per week"),
        .head = {say("ploeg", "crew"), say("week", "week"), say("gepland", "planned"), say("gedaan", "done"),
                 say("24-uursactie", "24-hour action"), say("capaciteit", "capacity")},
        .rows = {}};
    for (const CrewLoad& crew : crews)
        for (const CrewWeek& week : crew.weeks)
            table.rows.push_back(
                {to_qt(crew.name),
                 QStringLiteral("%1-W%2").arg(week.week.year).arg(week.week.week, 2, 10, QLatin1Char('0')),
                 whole(week.planned), whole(week.done), whole(week.on_region_day), whole(week.capacity)});
    return table;
}

ChartTable table_of(const std::vector<MunicipalityProgress>& rows, const Speech& say) {
    ChartTable table{
        .title = say("Voortgang van de norm, in controles", "Quota progress, in checks"),
        .head = {say("gemeente", "municipality"), say("norm", "quota"), say("gepland", "planned"),
                 say("gedaan", "done"), say("vervallen", "cancelled"), say("norm donkere dagen", "quota dark days"),
                 say("gepland donkere dagen", "planned dark days"), say("gedaan donkere dagen", "done dark days")},
        .rows = {}};
    for (const auto& row : rows)
        table.rows.push_back({to_qt(row.name), whole(row.quota.required), whole(row.quota.planned),
                              whole(row.quota.done), whole(row.quota.cancelled), whole(row.dark_days.required),
                              whole(row.dark_days.planned), whole(row.dark_days.done)});
    return table;
}

ChartTable table_of(const DarkMonths& series, const Speech& say) {
    ChartTable table{.title = say("Deel van de controletijd in het donker (%)", "Share of check time in the dark (%)"),
                     .head = {say("gemeente", "municipality")},
                     .rows = {}};
    for (unsigned month = 1; month <= 12; ++month) table.head << say.short_month(month);
    table.head << say("jaar", "year");
    const auto percent = [&](const DarkMonths::Cell& cell) {
        const auto share = cell.share();
        return share ? decimal(100 * *share, 0, say) : QString();
    };
    for (const auto& row : series.rows) {
        QStringList cells{to_qt(row.name)};
        for (const auto& cell : row.months) cells << percent(cell);
        table.rows.push_back(cells << percent(row.year));
    }
    return table;
}

ChartTable table_of(const Guessing& guess, const Speech& say) {
    ChartTable table{.title = say("Hoe goed is het plan te raden?", "How well can the plan be guessed?"),
                     .head = {say("betekenis", "meaning"), say("waarde", "value")},
                     .rows = {}};
    for (const PlainFigure& figure : plain_figures(guess, say.language()))
        table.rows.push_back({to_qt(figure.meaning), to_qt(figure.figure)});
    return table;
}

}  // namespace baken
