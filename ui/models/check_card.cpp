#include "ui/models/check_card.hpp"

#include "output/words.hpp"
#include "ui/models/check_words.hpp"

#include <algorithm>

namespace baken {

namespace {

bool is_requirement(const Clause& clause) { return clause.required > 0 && clause.id.rfind("maximum.", 0) != 0; }

std::vector<CheckCard::Line> lines_of(const Project& project, const Check& check, Speech say) {
    const Language language = say.language();
    std::vector<CheckCard::Line> lines{{say("Thema", "Theme"), to_qt(name_of(check.theme, language))},
                                       {say("Soort", "Kind"), to_qt(name_of(check.kind, language))},
                                       {say("Ploeg", "Crew"), crew_of(project, check)}};
    if (!check.campaign.empty()) lines.push_back({say("Campagne", "Campaign"), to_qt(check.campaign)});
    if (!check.partners.empty()) lines.push_back({say("Met", "With"), to_qt(check.partners)});
    lines.push_back(
        {say("Donker", "Dark"), say("%1 van de tijd", "%1 of the time").arg(say.percent(check.dark_share))});
    lines.push_back({say("Status", "Status"), status_word(check.status, say)});
    lines.push_back({say("Nummer", "Number"), to_qt(check.id.text)});
    return lines;
}

}  // namespace

std::optional<CheckCard> check_card(const Project& project, const PlanBench& bench, const CheckId& id, Speech say) {
    const auto& checks = project.plan.checks;
    const auto at = std::find_if(checks.begin(), checks.end(), [&](const Check& check) { return check.id == id; });
    if (at == checks.end()) return std::nullopt;
    const Check& check = *at;
    CheckCard card;
    card.id = id;
    card.title = place_of(project, check);
    const QString block = block_of(project, check);
    card.subtitle = say.day(check.date) + ", " + to_qt(window_text(check)) +
                    (block.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(block));
    card.lines = lines_of(project, check, say);
    const LonLat where =
        check.hotspot < project.hotspots.size() ? project.hotspots[check.hotspot].lonlat : LonLat{5.4, 52.2};
    card.sun = sun_bar(check.date, check.start, check.end, where);
    card.sun_words = to_qt(sun_words(card.sun, say.language()));
    for (const Clause& clause : project.certificate.clauses)
        if (is_requirement(clause) && std::count(clause.checks.begin(), clause.checks.end(), id) > 0)
            card.serves.push_back({to_qt(clause.text), clause.met, clause.required, clause.met >= clause.required});
    for (const std::string& rule : bench.broken_by(checks, id)) card.breaks << to_qt(rule);

    const Trial without = bench.without(checks, id);
    card.fixed = to_qt(without.refusal);
    if (without.refusal.empty()) {
        card.drop_price = say("%1 waarde", "%1 value")
                              .arg(price_text(without.value - without.value_before, without.value_before, say));
        for (const std::string& rule : without.because) card.drop_breaks << to_qt(rule);
        for (const Clause& site : without.unvisited)
            card.drop_breaks << say("Geen controle meer waar melders om vroegen: %1",
                                    "No check left where complainants asked for one: %1")
                                    .arg(to_qt(site.text));
    }
    card.is_locked = check.is_locked;
    card.is_planned = check.status == CheckStatus::planned;
    card.reason = to_qt(check.reason);
    card.date = check.date;
    card.first = make_date(project.settings.year, 1, 1);
    card.last = make_date(project.settings.year, 12, 31);
    card.start = check.start;
    for (const DayBlock& one : bench.blocks())
        card.blocks.push_back(
            {QStringLiteral("%1 %2–%3").arg(to_qt(one.name), to_qt(clock_text(one.from)), to_qt(clock_text(one.until))),
             one.from});
    const bool has_own_hours =
        std::none_of(card.blocks.begin(), card.blocks.end(), [&](const auto& b) { return b.from == check.start; });
    if (has_own_hours)
        card.blocks.push_back({say("eigen tijd %1", "own hours %1").arg(to_qt(window_text(check))), check.start});
    return card;
}

}  // namespace baken
