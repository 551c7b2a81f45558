#include "ui/models/hotspot_facts.hpp"

#include "output/certificate_groups.hpp"
#include "output/measured_words.hpp"
#include "output/words.hpp"

#include <algorithm>
#include <cmath>

namespace baken {

namespace {

QuotaCount count_of(const Project& project, ClauseGroup group) {
    QuotaCount count;
    for (const ClauseSection& section : sections_of(project.certificate))
        if (section.group == group) count = {section.required(), section.met()};
    return count;
}

/// "3 met een fietser, 1 met een voetganger"; empty where none of the groups was in it.
QString groups_line(const Hotspot& h, const Speech& say) {
    QStringList groups;
    const auto add = [&](int count, const QString& who) {
        if (count > 0) groups << say("%1 met %2", "%1 with %2").arg(say.whole(count), who);
    };
    add(h.with_bicycle, say("een fietser", "a cyclist"));
    add(h.with_pedestrian, say("een voetganger", "a pedestrian"));
    add(h.with_moped, say("een brom- of snorfietser", "a moped rider"));
    return groups.join(QStringLiteral(", "));
}

/// "42 %, vaker dan in de regio"
QString dark_line(const Hotspot& h, const Speech& say) {
    constexpr double more = 1.25, less = 0.8;
    const double odds = h.dark_odds.value_or(1);
    if (odds >= more)
        return say("%1, vaker dan in de regio", "%1, more often than in the region").arg(say.percent(*h.dark_share));
    if (odds <= less)
        return say("%1, minder dan in de regio", "%1, less often than in the region").arg(say.percent(*h.dark_share));
    return say.percent(*h.dark_share);
}

/// "nummer 5, Dorpsstraat (320 m); ..."
QString nearby_line(const Project& project, const Hotspot& h, const Speech& say) {
    QStringList near;
    for (const HotspotId& id : h.nearby) {
        const auto other = std::find_if(project.hotspots.begin(), project.hotspots.end(),
                                        [&](const Hotspot& one) { return one.id == id; });
        if (other == project.hotspots.end()) continue;
        const long metres = std::lround(distance(h.at, other->at).value / 10) * 10;
        near << say("nummer %1, %2 (%3 m)", "number %1, %2 (%3 m)")
                    .arg(QString::number(other->rank), to_qt(other->name), QString::number(metres));
    }
    return near.join(QStringLiteral("; "));
}

}  // namespace

QString place_line(const Project& project, const Hotspot& h, const Speech& say) {
    QStringList parts{to_qt(project.region->municipalities.at(h.municipality).name)};
    if (h.road_manager) parts << to_qt(name_of(*h.road_manager, say.language()));
    if (h.speed_limit) parts << say("%1 km/u", "%1 km/h").arg(*h.speed_limit);
    if (h.is_built_up) parts << (*h.is_built_up ? say("binnen de kom", "built-up") : say("buiten de kom", "rural"));
    return parts.join(QStringLiteral(" \u00b7 "));
}

QString quadrant_line(const Hotspot& h, const Speech& say) { return to_qt(name_of(h.quadrant, say.language())); }

std::vector<Fact> facts_of(const Project& project, const Hotspot& h, const Speech& say) {
    std::vector<Fact> facts;
    facts.push_back(
        {say("ongevallen", "accidents"),
         say("%1 (%2 dodelijk, %3 letsel, %4 UMS)", "%1 (%2 fatal, %3 injury, %4 damage-only)")
             .arg(say.whole(h.accidents), say.whole(h.fatal), say.whole(h.injury), say.whole(h.damage_only)),
         {}});
    facts.push_back({say("zonder toeval", "without chance"),
                     say("%1, %2 boven gebruikelijk", "%1, %2 above the usual")
                         .arg(say.number(h.expected, 1), say.number(h.excess, 1)),
                     say("empirical-Bayes-schatting van de ongevallen over de periode",
                         "empirical Bayes estimate of the accidents over the period")});
    if (h.has_interval() && h.expected > 0)
        facts.push_back({say("onzekerheid", "uncertainty"),
                         say("%1 tot %2 ongevallen", "%1 to %2 accidents")
                             .arg(say.number(h.expected_low, 1), say.number(h.expected_high, 1)),
                         say("hiertussen ligt het werkelijke niveau met 95 %",
                             "the true level lies between these "
                             "with 95%")});
    facts.push_back({say("kans dat het hoog is", "chance it is high"), say.percent(h.prob_above),
                     say("dat het ware niveau boven het gebruikelijke van zo'n weg ligt",
                         "that the true level is above the usual of such a road")});
    facts.push_back({say("toeval (q)", "chance (q)"), say.number(h.q_value, 2),
                     say("Benjamini-Hochberg over alle plekken", "Benjamini-Hochberg over all sites")});
    facts.push_back({say("rang", "rank"),
                     h.rank_best == h.rank_worst
                         ? QString::number(h.rank)
                         : say("%1, onder andere gewichten %2\u2013%3", "%1, under other weights %2\u2013%3")
                               .arg(h.rank)
                               .arg(h.rank_best)
                               .arg(h.rank_worst),
                     {}});
    facts.push_back(
        {say("meldingen", "complaints"),
         say("%1 van %2 melders", "%1 from %2 complainants").arg(say.whole(h.complaints), say.whole(h.complainants)),
         {}});
    if (const QString groups = groups_line(h, say); !groups.isEmpty())
        facts.push_back({say("betrokken", "involved"), groups,
                         say("ongevallen met zo'n deelnemer, uit de twee partijen die het register noemt",
                             "accidents with such a party, of the two that the register names")});
    if (h.dark_share)
        facts.push_back(
            {say("in het donker", "in the dark"), dark_line(h, say),
             say("van de ongevallen waarvan het licht bekend is", "of the accidents whose light is known")});
    if (const std::string measured = measured_text(h, say.language()); !measured.empty())
        facts.push_back({say("gemeten snelheid", "measured speed"), to_qt(measured),
                         say("het hoogste dat binnen bereik van de plek is gemeten",
                             "the highest that was measured within reach of the place")});
    if (const std::string school = school_text(h); !school.empty())
        facts.push_back({say("dichtstbijzijnde school", "nearest school"), to_qt(school),
                         say("in een rechte lijn", "in a straight line")});
    if (h.alcohol_share) facts.push_back({say("met alcohol", "with alcohol"), say.percent(*h.alcohol_share), {}});
    facts.push_back({say("verkeersongevallenconcentratie", "black spot"),
                     h.black_spot_norm.empty() ? say("geen norm gehaald", "no norm met") : to_qt(h.black_spot_norm),
                     {}});
    QStringList themes;
    std::vector<Theme> order(all_themes.begin(), all_themes.end());
    std::stable_sort(order.begin(), order.end(),
                     [&](Theme a, Theme b) { return h.theme_weight[index_of(a)] > h.theme_weight[index_of(b)]; });
    for (const Theme theme : order)
        if (h.theme_weight[index_of(theme)] > 0 && themes.size() < 3) themes << to_qt(name_of(theme, say.language()));
    if (!themes.isEmpty()) facts.push_back({say("thema's", "themes"), themes.join(", "), {}});
    if (const QString near = nearby_line(project, h, say); !near.isEmpty())
        facts.push_back({say("dichtbij", "nearby"), near, {}});
    for (const Check& check : project.plan.checks)
        if (project.hotspots.at(check.hotspot).id == h.id)
            facts.push_back({say("controle", "check"),
                             say.day(check.date) + ", " + to_qt(window_text(check)) + ", " +
                                 to_qt(name_of(check.theme, say.language())),
                             {}});
    return facts;
}

QString standing_line(const Project& project, const Speech& say) {
    std::size_t placed = 0;
    for (const Receipt& receipt : project.region->receipts)
        if (receipt.kind == "accidents") placed += receipt.placed;
    const std::size_t accidents = project.region->accidents.size();
    QString line = say("%1 ongevallen", "%1 accidents").arg(say.whole(static_cast<long long>(accidents)));
    if (accidents > placed)
        line += say(" (%1 alleen in totalen)", " (%1 in totals only)")
                    .arg(say.whole(static_cast<long long>(accidents - placed)));
    line += say(", %1 meldingen", ", %1 complaints")
                .arg(say.whole(static_cast<long long>(project.region->complaints.size())));
    if (!project.provenance.data_date.empty())
        line += say(", gegevens tot %1", ", data to %1").arg(to_qt(project.provenance.data_date));
    return line;
}

QuotaCount quota_of(const Project& project) { return count_of(project, ClauseGroup::quota); }
QuotaCount dark_days_of(const Project& project) { return count_of(project, ClauseGroup::dark_days); }

}  // namespace baken
