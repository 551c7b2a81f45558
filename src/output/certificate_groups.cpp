#include "output/certificate_groups.hpp"

#include <algorithm>
#include <array>

namespace baken {

namespace {

constexpr std::array groups{ClauseGroup::quota,      ClauseGroup::dark_days,   ClauseGroup::campaigns,
                            ClauseGroup::region_day, ClauseGroup::locks,       ClauseGroup::complaints,
                            ClauseGroup::other,      ClauseGroup::prohibitions};

}  // namespace

/// By the beginning of the id; what asks for nothing is a prohibition, and so is what asks for no more than so many.
ClauseGroup group_of(const Clause& clause) {
    struct Prefix {
        std::string_view text;
        ClauseGroup group;
    };
    static constexpr std::array<Prefix, 7> prefixes{{{"quota.", ClauseGroup::quota},
                                                     {"dark", ClauseGroup::dark_days},
                                                     {"campaign.", ClauseGroup::campaigns},
                                                     {"region_day", ClauseGroup::region_day},
                                                     {"lock.", ClauseGroup::locks},
                                                     {"complaints.", ClauseGroup::complaints},
                                                     {"max", ClauseGroup::prohibitions}}};
    if (clause.required == 0) return ClauseGroup::prohibitions;
    for (const auto& prefix : prefixes)
        if (clause.id.starts_with(prefix.text)) return prefix.group;
    return ClauseGroup::other;
}

std::string_view title_of(ClauseGroup group, Language language) {
    switch (group) {
        case ClauseGroup::quota:
            return says(language, "Gerichte controles per gemeente", "Targeted checks per municipality");
        case ClauseGroup::dark_days: return says(language, "Donkere dagen", "Dark days");
        case ClauseGroup::campaigns: return says(language, "Campagnes", "Campaigns");
        case ClauseGroup::region_day: return says(language, "24-uursactie", "24-hour action");
        case ClauseGroup::locks: return says(language, "Vastgezette controles", "Locked checks");
        case ClauseGroup::complaints:
            return says(language, "Plekken met veel melders", "Places with many complainants");
        case ClauseGroup::other: return says(language, "Andere afspraken", "Other agreements");
        case ClauseGroup::prohibitions: return says(language, "Wat niet mag", "What is not allowed");
    }
    return {};
}

int ClauseSection::required() const {
    int sum = 0;
    for (const auto* clause : clauses) sum += clause->required;
    return sum;
}

int ClauseSection::met() const {
    int sum = 0;
    for (const auto* clause : clauses) sum += std::min(clause->met, clause->required);
    return sum;
}

bool ClauseSection::ok() const {
    return std::all_of(clauses.begin(), clauses.end(), [](const Clause* clause) { return clause->ok; });
}

std::vector<ClauseSection> sections_of(const Certificate& certificate) {
    std::vector<ClauseSection> sections;
    for (const ClauseGroup group : groups) {
        ClauseSection section{.group = group, .clauses = {}};
        for (const auto& clause : certificate.clauses)
            if (group_of(clause) == group) section.clauses.push_back(&clause);
        if (!section.clauses.empty()) sections.push_back(std::move(section));
    }
    return sections;
}

}  // namespace baken
