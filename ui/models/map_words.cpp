#include "ui/models/map_words.hpp"

#include "output/words.hpp"

#include <QStringList>

#include <algorithm>
#include <cmath>
#include <map>

namespace baken {

namespace {

QString bold(const QString& text) { return QStringLiteral("<b>%1</b>").arg(text.toHtmlEscaped()); }

QString lines(const QStringList& all) { return QStringLiteral("<qt>%1</qt>").arg(all.join(QStringLiteral("<br>"))); }

QString counted(int count, const char* dutch_one, const char* dutch, const char* english_one, const char* english,
                const Speech& say) {
    return QStringLiteral("%1 %2").arg(say.whole(count),
                                       count == 1 ? say(dutch_one, english_one) : say(dutch, english));
}

QString accidents_of(const MapHotspot& h, const Speech& say) {
    QString text = counted(h.accidents, "ongeval", "ongevallen", "accident", "accidents", say);
    QStringList worst;
    if (h.fatal > 0) worst << say("%1 dodelijk", "%1 fatal").arg(say.whole(h.fatal));
    if (h.injury > 0) worst << say("%1 met letsel", "%1 with injury").arg(say.whole(h.injury));
    if (!worst.isEmpty()) text += QStringLiteral(" (%1)").arg(worst.join(QStringLiteral(", ")));
    return text;
}

QString complaints_of(const MapHotspot& h, const Speech& say) {
    if (h.complaints == 0) return say("geen meldingen", "no complaints");
    return say("%1 van %2", "%1 from %2")
        .arg(counted(h.complaints, "melding", "meldingen", "complaint", "complaints", say),
             counted(h.complainants, "melder", "melders", "complainant", "complainants", say));
}

QString status_of(const MapHotspot& h, const Speech& say) {
    if (h.status == "accepted") return say("aanvaard", "accepted");
    if (h.status == "rejected") return say("afgewezen", "rejected");
    return say("voorgesteld", "proposed");
}

QString status_of(CheckStatus status, const Speech& say) {
    switch (status) {
        case CheckStatus::planned: return say("gepland", "planned");
        case CheckStatus::done: return say("gedaan", "done");
        case CheckStatus::cancelled: break;
    }
    return say("vervallen", "cancelled");
}

QString clock(int minute) {
    return QStringLiteral("%1:%2")
        .arg((minute / 60) % 24, 2, 10, QLatin1Char('0'))
        .arg(minute % 60, 2, 10, QLatin1Char('0'));
}

QString window_of(const MapCheck& c) { return QStringLiteral("%1-%2").arg(clock(c.start), clock(c.end)); }

QString name_of(Theme theme, const Speech& say) { return to_qt(baken::name_of(theme, say.language())); }

}  // namespace

QString hotspot_line(const MapHotspot& h, const Speech& say) {
    return say("%1. %2 (%3): %4, %5, %6", "%1. %2 (%3): %4, %5, %6")
        .arg(h.rank)
        .arg(h.name, h.municipality_name, accidents_of(h, say), complaints_of(h, say), status_of(h, say));
}

QString hotspot_tip(const MapHotspot& h, const Speech& say) {
    QStringList all{bold(QStringLiteral("%1. %2").arg(h.rank).arg(h.name)),
                    QStringLiteral("%1 - %2").arg(h.municipality_name.toHtmlEscaped(), status_of(h, say)),
                    accidents_of(h, say), complaints_of(h, say)};
    if (h.expected > 0)
        all << say("verwacht %1; kans boven gemiddeld %2", "expected %1; chance above average %2")
                   .arg(say.number(h.expected, 1), say.percent(h.prob_above));
    if (h.rank_worst > h.rank_best)
        all << say("rang %1 tot %2 onder andere gewichten", "rank %1 to %2 under other weights")
                   .arg(h.rank_best)
                   .arg(h.rank_worst);
    return lines(all);
}

QString check_label(const MapCheck& c, const Speech& say) {
    return QStringLiteral("%1 %2").arg(say.short_day(c.date), name_of(c.theme, say));
}

QString check_line(const MapCheck& c, const Speech& say) {
    return QStringLiteral("%1 %2, %3: %4 (%5, %6)")
        .arg(say.day(c.date), window_of(c), c.place, name_of(c.theme, say),
             to_qt(baken::name_of(c.kind, say.language())), status_of(c.status, say));
}

QString check_tip(const MapCheck& c, const Speech& say) {
    QStringList all{bold(QStringLiteral("%1  %2").arg(say.day(c.date), window_of(c))), c.place.toHtmlEscaped(),
                    QStringLiteral("%1 - %2").arg(name_of(c.theme, say), to_qt(baken::name_of(c.kind, say.language()))),
                    QStringLiteral("%1 - %2").arg(c.crew.toHtmlEscaped(), status_of(c.status, say))};
    if (c.is_locked) all << say("staat vast", "locked");
    return lines(all);
}

QString measurement_words(const Measurement& m, const Speech& say) {
    QStringList parts;
    if (m.v85) parts << say("V85 %1 km/u", "V85 %1 km/h").arg(say.number(*m.v85, 0));
    if (!m.v85 && m.mean_speed) parts << say("gemiddeld %1 km/u", "mean %1 km/h").arg(say.number(*m.mean_speed, 0));
    if (m.share_over) parts << say("%1 te hard", "%1 too fast").arg(say.percent(*m.share_over));
    if (m.speed_limit) parts << say("limiet %1", "limit %1").arg(*m.speed_limit);
    if (m.date) parts << say.day(*m.date);
    const QString words = parts.join(QStringLiteral(", "));
    return m.street.empty() ? words : to_qt(m.street) + QStringLiteral(": ") + words;
}

QString events_line(const EventsHere& here, const Speech& say) {
    QStringList parts;
    if (!here.accidents.empty()) {
        std::map<Outcome, int, std::greater<>> by_outcome;
        for (const auto* a : here.accidents) ++by_outcome[a->outcome];
        QStringList outcomes;
        for (const auto& [outcome, count] : by_outcome)
            outcomes << QStringLiteral("%1 %2").arg(say.whole(count),
                                                    to_qt(baken::name_of(outcome, say.language())).toLower());
        QString text =
            counted(static_cast<int>(here.accidents.size()), "ongeval", "ongevallen", "accident", "accidents", say) +
            QStringLiteral(": ") + outcomes.join(QStringLiteral(", "));
        if (!here.accidents.front()->street.empty())
            text = to_qt(here.accidents.front()->street) + QStringLiteral(", ") + text;
        parts << text;
    }
    if (!here.complaints.empty()) {
        std::map<Theme, int> by_theme;
        for (const auto* c : here.complaints) ++by_theme[c->theme];
        QStringList themes;
        for (const auto& [theme, count] : by_theme)
            themes << QStringLiteral("%1 %2").arg(say.whole(count), name_of(theme, say));
        parts << counted(static_cast<int>(here.complaints.size()), "melding", "meldingen", "complaint", "complaints",
                         say) +
                     QStringLiteral(": ") + themes.join(QStringLiteral(", "));
    }
    for (const Measurement* m : here.measurements) parts << measurement_words(*m, say);
    for (const School* school : here.schools) parts << to_qt(school->name);
    return parts.join(QStringLiteral("; "));
}

QString events_tip(const EventsHere& here, const Speech& say) {
    constexpr std::size_t most_lines = 6;
    QStringList all{bold(events_line(here, say))};
    for (std::size_t i = 0; i < std::min(most_lines, here.accidents.size()); ++i) {
        const Accident& a = *here.accidents[i];
        const QString when = a.date ? say.day(*a.date) : QString::number(a.year);
        all << QStringLiteral("%1 - %2").arg(when, to_qt(baken::name_of(a.outcome, say.language())).toHtmlEscaped());
    }
    if (here.accidents.size() > most_lines)
        all << say("en nog %1", "and %1 more").arg(here.accidents.size() - most_lines);
    for (std::size_t i = 0; i < std::min(most_lines, here.complaints.size()); ++i) {
        const Complaint& c = *here.complaints[i];
        const QString when = c.date ? say.day(*c.date) : say("zonder datum", "without date");
        all << QStringLiteral("%1 - %2").arg(when, to_qt(c.category).toHtmlEscaped());
    }
    if (here.complaints.size() > most_lines)
        all << say("en nog %1", "and %1 more").arg(here.complaints.size() - most_lines);
    return lines(all);
}

QString need_words(MapNeed need, const Speech& say) {
    switch (need) {
        case MapNeed::region:
            return say(
                "Er is nog geen gebied. Open een project of de demoregio, of sleep een bestand met gemeentegrenzen "
                "hierheen.",
                "There is no region yet. Open a project or the demo region, or drop a file with municipal "
                "boundaries here.");
        case MapNeed::events:
            return say("Er zijn nog geen ongevallen of meldingen. Sleep een bestand hierheen of ga naar Invoer.",
                       "There are no accidents or complaints yet. Drop a file here or go to Import.");
        case MapNeed::hotspots:
            return say("Er is nog niet naar aandachtslocaties gezocht.", "Hotspots have not been searched for yet.");
        case MapNeed::nothing: break;
    }
    return {};
}

QString length_words(double metres, const Speech& say) {
    if (metres < 1000) return say.number(metres, 0) + QStringLiteral(" m");
    const double km = metres / 1000;
    const bool is_whole = std::abs(km - std::round(km)) < 1e-9;
    return say.number(km, is_whole ? 0 : km < 10 ? 2 : 1) + QStringLiteral(" km");
}

QString place_words(MapPoint p, const Speech& say) {
    return QStringLiteral("RD %1  %2").arg(say.whole(std::llround(p.x)), say.whole(std::llround(p.y)));
}

double nice_length(double metres) {
    const double power = std::pow(10.0, std::floor(std::log10(metres) + 1e-12));
    for (const double step : {5.0, 2.0})
        if (step * power <= metres * (1 + 1e-12)) return step * power;
    return power;
}

}  // namespace baken
