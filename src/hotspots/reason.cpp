#include "hotspots/reason.hpp"

#include "base/text.hpp"
#include "hotspots/theme_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace baken {

namespace {

constexpr double odds_that_stand_out = 1.25;
constexpr int dark_that_stand_out = 3;
constexpr int group_that_matters = 2;
constexpr double metres_to_a_school = 150;
constexpr double metres_next_door = 300;
constexpr int first_ranks = 3;

/// "a, b and c" with " and " between the last two
std::string listed(const std::vector<std::string>& parts, std::string_view between_last) {
    std::string text;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i > 0) text += i + 1 == parts.size() ? between_last : ", ";
        text += parts[i];
    }
    return text;
}

struct Teller {
    const Hotspot& hotspot;
    const ReasonGround& ground;

    [[nodiscard]] std::string_view say(std::string_view dutch, std::string_view english) const {
        return says(ground.language, dutch, english);
    }
    template <class... Parts>
    [[nodiscard]] std::string fill(std::string_view dutch, std::string_view english, const Parts&... parts) const {
        return fmt::format(fmt::runtime(say(dutch, english)), parts...);
    }
    [[nodiscard]] std::string_view and_word() const { return say(" en ", " and "); }
    /// Between sentences, which may hold an "and" themselves.
    [[nodiscard]] std::string_view and_then() const { return say(", en ", ", and "); }

    // -- what happened ---------------------------------------------------------------------------------------------

    [[nodiscard]] std::string first_sentence() const {
        const std::vector<std::string> heard = what_is_heard();
        if (hotspot.accidents == 0) {
            const std::string none =
                ground.years.empty()
                    ? std::string(say("van ongevallen is hier niets bekend", "nothing is known of accidents here"))
                    : fill("in {} is hier geen ongeval geregistreerd", "no accident was registered here in {}",
                           period_text(ground.years));
            return heard.empty() ? none : listed(heard, and_then()) + "; " + none;
        }
        const std::string period = period_text(ground.years);
        std::string text = hotspot.accidents == 1
                               ? fill("in {} gebeurde hier 1 ongeval", "in {}, 1 accident happened here", period)
                               : fill("in {} gebeurden hier {} ongevallen", "in {}, {} accidents happened here", period,
                                      hotspot.accidents);
        text += hotspot.accidents == 1 ? about_the_one() : about_them();
        return heard.empty() ? text : text + "; " + listed(heard, and_then());
    }

    /// ", met letsel en met een fietser"
    [[nodiscard]] std::string about_the_one() const {
        if (hotspot.fatal + hotspot.injury == 0 && groups().empty())
            return std::string(say(" zonder letsel", " without injury"));
        std::vector<std::string> with;
        with.emplace_back(hotspot.fatal > 0    ? say("met dodelijke afloop", "with a fatal outcome")
                          : hotspot.injury > 0 ? say("met letsel", "with injury")
                                               : say("zonder letsel", "without injury"));
        for (const Group& group : groups()) with.push_back(fill("met {}", "with {}", group.one));
        return ", " + listed(with, and_word());
    }

    /// ", waarvan 1 dodelijk, 3 met letsel en 4 met een fietser"
    [[nodiscard]] std::string about_them() const {
        const int n = hotspot.accidents;
        std::string text;
        std::vector<std::string> some;
        if (hotspot.fatal + hotspot.injury == 0)
            text = say(" zonder letsel", " without injury");
        else if (hotspot.injury == n)
            text = fill(", {} met letsel", ", {} with injury", all_of_them());
        if (hotspot.fatal > 0) some.push_back(fill("{} dodelijk", "{} fatal", hotspot.fatal));
        if (hotspot.injury > 0 && hotspot.injury < n)
            some.push_back(fill("{} met letsel", "{} with injury", hotspot.injury));
        for (const Group& group : groups())
            some.push_back(group.count == n ? fill("{} met {}", "{} with {}", all_of_them(), group.one)
                                            : fill("{} met {}", "{} with {}", group.count, group.one));
        if (const int drunk = with_alcohol(); drunk >= group_that_matters)
            some.push_back(fill("{} met alcohol in het spel", "{} with alcohol involved", drunk));
        if (const int dark = in_the_dark(); stands_out(dark))
            some.push_back(dark == n
                               ? fill("{} in het donker", "{} in the dark", all_of_them())
                               : fill("opvallend veel ({}) in het donker", "strikingly many ({}) in the dark", dark));
        if (some.empty()) return text;
        return text + std::string(say(", waarvan ", ", including ")) + listed(some, and_word());
    }

    [[nodiscard]] std::string_view all_of_them() const {
        return hotspot.accidents == 2 ? say("beide", "both") : say("alle", "all");
    }

    struct Group {
        int count = 0;
        std::string_view one;
    };
    /// Who was in it, where that is more than one of many.
    [[nodiscard]] std::vector<Group> groups() const {
        std::vector<Group> groups{{hotspot.with_bicycle, say("een fietser", "a cyclist")},
                                  {hotspot.with_pedestrian, say("een voetganger", "a pedestrian")},
                                  {hotspot.with_moped, say("een bromfietser", "a moped rider")}};
        const int least = hotspot.accidents <= 3 ? 1 : group_that_matters;
        std::erase_if(groups, [least](const Group& group) { return group.count < least; });
        return groups;
    }

    [[nodiscard]] int with_alcohol() const {
        return static_cast<int>(
            std::count_if(hotspot.accident_rows.begin(), hotspot.accident_rows.end(),
                          [&](std::uint32_t i) { return ground.region.accidents.at(i).has_alcohol.value_or(false); }));
    }
    [[nodiscard]] int in_the_dark() const {
        return static_cast<int>(std::count_if(
            hotspot.accident_rows.begin(), hotspot.accident_rows.end(),
            [&](std::uint32_t i) { return i < ground.lights.size() && ground.lights[i] == Light::dark; }));
    }
    [[nodiscard]] bool stands_out(int dark) const {
        return dark >= dark_that_stand_out && hotspot.dark_odds.value_or(1) >= odds_that_stand_out;
    }

    // -- what people say and instruments show ----------------------------------------------------------------------

    [[nodiscard]] std::vector<std::string> what_is_heard() const {
        std::vector<std::string> heard;
        if (hotspot.complaints > 0) heard.push_back(complaints());
        if (hotspot.v85) heard.push_back(speed());
        if (hotspot.school_distance && *hotspot.school_distance <= metres_to_a_school)
            heard.push_back(
                fill("op {} m ligt een school", "there is a school at {} m", rounded_to(*hotspot.school_distance, 10)));
        return heard;
    }

    [[nodiscard]] std::string complaints() const {
        const int people = hotspot.complainants, times = hotspot.complaints;
        if (people == 1)
            return times == 1 ? fill("1 melder klaagde{}", "1 person complained{}", about())
                              : fill("1 melder klaagde {} keer{}", "1 person complained {} times{}", times, about());
        return times == people ? fill("{} melders klaagden{}", "{} people complained{}", people, about())
                               : fill("{} melders klaagden samen {} keer{}", "{} people complained {} times together{}",
                                      people, times, about());
    }

    /// " over te hard rijden"; where no theme has more than half of them, the first two.
    [[nodiscard]] std::string about() const {
        std::array<int, theme_count> counts{};
        for (const std::uint32_t i : hotspot.complaint_rows) ++counts[index_of(ground.region.complaints.at(i).theme)];
        std::vector<Theme> themes(all_themes.begin(), all_themes.end());
        std::stable_sort(themes.begin(), themes.end(),
                         [&](Theme a, Theme b) { return counts[index_of(a)] > counts[index_of(b)]; });
        int told = counts[index_of(themes[0])];
        if (told == 0) return "";
        std::string what(complained_of(themes[0], ground.language));
        if (2 * told <= hotspot.complaints && counts[index_of(themes[1])] > 0) {
            told += counts[index_of(themes[1])];
            what += fmt::format("{}{}", and_word(), complained_of(themes[1], ground.language));
        }
        return told == hotspot.complaints ? fill(" over {}", " about {}", what)
                                          : fill(", vooral over {}", ", mostly about {}", what);
    }

    [[nodiscard]] std::string speed() const {
        const int v85 = static_cast<int>(std::lround(*hotspot.v85));
        std::string text = fill("de gemeten V85 is {} km/u", "the measured V85 is {} km/h", v85);
        if (!hotspot.speed_limit) return text;
        text += v85 > *hotspot.speed_limit
                    ? fill(" waar {} mag", " where the limit is {}", *hotspot.speed_limit)
                    : fill(", binnen de limiet van {}", ", within the limit of {}", *hotspot.speed_limit);
        if (hotspot.share_over && *hotspot.share_over > 0)
            text += fill(" ({} % rijdt te hard)", " ({} % drive too fast)",
                         static_cast<int>(std::lround(*hotspot.share_over * 100)));
        return text;
    }

    // -- what it is worth ------------------------------------------------------------------------------------------

    [[nodiscard]] std::string second_sentence() const {
        const std::string_view cause = why_all_the_same();
        const std::string place = cause.empty()
                                      ? fill("de plek is {}", "the place is {}", ranks())
                                      : fill("toch is de plek {}, {}", "still the place is {}, {}", ranks(), cause);
        const std::string near = ground.neighbour == nullptr ? std::string() : next_to(*ground.neighbour);
        if (hotspot.accidents == 0) return place + near;
        return fill("los van toeval gaat het om {}, {}; {}{}", "chance aside, that makes {}, {}; {}{}", range(),
                    sureness(), place, near);
    }

    /// Why a place ranks as it does though its accidents are no more than usual; empty where nothing needs saying.
    [[nodiscard]] std::string_view why_all_the_same() const {
        if (hotspot.accidents == 0 || is_above_usual()) return {};
        if (hotspot.complainants > hotspot.accidents) return say("vanwege de klachten", "because of the complaints");
        if (hotspot.rank > first_ranks) return {};
        return say("omdat hier veel bij elkaar komt", "because a lot comes together here");
    }

    /// The credible interval in whole accidents: "7 tot 15 ongevallen".
    [[nodiscard]] std::string range() const {
        const long low = std::lround(hotspot.expected_low), high = std::max(1L, std::lround(hotspot.expected_high));
        const std::string_view what = high == 1 ? say("ongeval", "accident") : say("ongevallen", "accidents");
        if (low == 0) return fill("hooguit {} {}", "at most {} {}", high, what);
        if (low == high) return fill("ongeveer {} {}", "about {} {}", high, what);
        return fill("{} tot {} {}", "{} to {} {}", low, high, what);
    }

    [[nodiscard]] bool is_above_usual() const { return hotspot.prob_above >= 0.5 && hotspot.excess >= 0.05; }

    [[nodiscard]] std::string sureness() const {
        const double p = hotspot.prob_above;
        if (!is_above_usual())
            return std::string(say("niet meer dan gewoon voor zulke plekken", "no more than usual for such places"));
        const std::string_view sure = p > 0.99   ? say("vrijwel zeker", "almost certainly")
                                      : p > 0.95 ? say("zeer waarschijnlijk", "very probably")
                                      : p >= 0.8 ? say("waarschijnlijk", "probably")
                                                 : say("misschien", "perhaps");
        return fill("{} meer dan gewoon voor zulke plekken", "{} more than usual for such places", sure);
    }

    [[nodiscard]] std::string ranks() const {
        const int rank = hotspot.rank, best = hotspot.rank_best, worst = hotspot.rank_worst;
        if (best == worst)
            return fill("bij elke weging nummer {} van de gemeente",
                        "number {} in the municipality under every weighting", rank);
        return fill("nummer {} van de gemeente (bij andere wegingen {} tot {})",
                    "number {} in the municipality ({} to {} under other weightings)", rank, best, worst);
    }

    /// ", en ernaast ligt nummer 5, Dorpsstraat (260 m)"
    [[nodiscard]] std::string next_to(const Hotspot& other) const {
        const double metres = distance(hotspot.at, other.at).value;
        const std::string_view where =
            metres <= metres_next_door ? say("ernaast", "next to it") : say("vlakbij", "close by");
        const int told = std::max(10, rounded_to(metres, 10));
        if (other.municipality == hotspot.municipality)
            return fill(", en {} ligt nummer {}, {} ({} m)", ", and {} lies number {}, {} ({} m)", where, other.rank,
                        road_of(other.name), told);
        return fill(", en {} ligt {} in de gemeente {} ({} m)", ", and {} lies {} in the municipality of {} ({} m)",
                    where, road_of(other.name), ground.region.municipalities.at(other.municipality).name, told);
    }

    /// "Wilhelminalaan, Beuningen (bij Glazenier)" without its place: "Wilhelminalaan bij Glazenier".
    [[nodiscard]] static std::string road_of(const std::string& name) {
        const auto comma = name.find(", ");
        if (comma == std::string::npos) return name;
        const auto aside = name.find(" (", comma);
        if (aside == std::string::npos || name.back() != ')') return name.substr(0, comma);
        return name.substr(0, comma) + " " + name.substr(aside + 2, name.size() - aside - 3);
    }

    [[nodiscard]] static int rounded_to(double value, int step) {
        return static_cast<int>(std::lround(value / step)) * step;
    }
};

std::string capitalised(std::string sentence) {
    if (!sentence.empty() && sentence[0] >= 'a' && sentence[0] <= 'z')
        sentence[0] = static_cast<char>(sentence[0] - 'a' + 'A');
    return sentence;
}

}  // namespace

std::string period_text(std::span<const int> years) {
    if (years.empty()) return "";
    if (years.size() > 1 && years.back() - years.front() + 1 == static_cast<int>(years.size()))
        return fmt::format("{}-{}", years.front(), years.back());
    return fmt::format("{}", fmt::join(years, ", "));
}

std::string reason_of(const Hotspot& hotspot, const ReasonGround& ground) {
    const Teller teller{hotspot, ground};
    return capitalised(teller.first_sentence()) + ". " + capitalised(teller.second_sentence()) + ".";
}

}  // namespace baken
