#include "ui/models/check_words.hpp"

#include "output/words.hpp"

#include <cmath>

namespace baken {

QString status_word(CheckStatus status, Speech say) {
    switch (status) {
        case CheckStatus::planned: return say("gepland", "planned");
        case CheckStatus::done: return say("uitgevoerd", "done");
        case CheckStatus::cancelled: return say("vervallen", "cancelled");
    }
    return {};
}

QString place_of(const Project& project, const Check& check) {
    return check.hotspot < project.hotspots.size() ? to_qt(project.hotspots[check.hotspot].name) : QStringLiteral("?");
}

QString municipality_of(const Project& project, const Check& check) {
    const auto& all = project.region->municipalities;
    return check.municipality < all.size() ? to_qt(all[check.municipality].name) : QStringLiteral("?");
}

std::vector<CrewSettings> crews_of(const Settings& settings) {
    if (!settings.crews.empty()) return settings.crews;
    std::vector<CrewSettings> one(1);
    one.front().name = "Team 1";
    return one;
}

QString crew_of(const Project& project, const Check& check) {
    const auto crews = crews_of(project.settings);
    return check.crew < crews.size() ? to_qt(crews[check.crew].name) : QStringLiteral("?");
}

QString block_of(const Project& project, const Check& check) {
    for (const DayBlock& block : project.settings.calendar.blocks)
        if (block.from == check.start && block.until == check.end) return to_qt(block.name);
    return {};
}

QString check_name(const Project& project, const Check& check, Speech say) {
    return QStringLiteral("%1 %2, %3")
        .arg(say.short_day(check.date), to_qt(window_text(check)), place_of(project, check));
}

QStringList check_story(const Project& project, const Check& check, const QStringList& broken, Speech say) {
    const Language language = say.language();
    const QString block = block_of(project, check);
    QStringList lines;
    lines << say.day(check.date) + ", " + to_qt(window_text(check)) +
                 (block.isEmpty() ? QString() : " (" + block + ")");
    lines << place_of(project, check);
    lines << say("Thema: %1, %2", "Theme: %1, %2")
                 .arg(to_qt(name_of(check.theme, language)), to_qt(name_of(check.kind, language)));
    lines << say("Ploeg: %1", "Crew: %1").arg(crew_of(project, check));
    if (!check.campaign.empty()) lines << say("Campagne: %1", "Campaign: %1").arg(to_qt(check.campaign));
    lines << say("Donker: %1 van de tijd", "Dark: %1 of the time").arg(say.percent(check.dark_share));
    if (check.status != CheckStatus::planned)
        lines << say("Status: %1", "Status: %1").arg(status_word(check.status, say));
    if (check.is_locked)
        lines << say("Vergrendeld: blijft staan bij opnieuw plannen", "Locked: stays when the rest is planned again");
    for (const QString& rule : broken) lines << say("Breekt een regel: %1", "Breaks a rule: %1").arg(rule);
    if (!check.reason.empty()) lines << to_qt(check.reason);
    return lines;
}

QString price_text(double change, double whole, Speech say) {
    const double share = whole > 0 ? change / whole : 0;
    const double shown = std::round(std::abs(share) * 1000) / 1000;
    if (shown == 0) return QStringLiteral("±") + say.percent(0, 0);
    return (share < 0 ? QStringLiteral("−") : QStringLiteral("+")) + say.percent(shown, 1);
}

}  // namespace baken
