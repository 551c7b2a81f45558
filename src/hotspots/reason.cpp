#include "hotspots/reason.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace baken {

namespace {

constexpr double sure_enough = 0.8;

struct Teller {
    const Hotspot& hotspot;
    const PlaceEvents& events;
    const Region& region;
    std::span<const int> years;
    Language language;

    [[nodiscard]] bool is_dutch() const { return language == Language::nl; }
    [[nodiscard]] std::string number(double value) const { return fixed_text(value, 1, is_dutch()); }

    [[nodiscard]] std::string accidents() const {
        const std::string period = period_text(years);
        const int n = hotspot.accidents;
        if (n == 0) {
            if (years.empty())
                return is_dutch() ? "Van deze plek zijn geen ongevallen bekend" : "No accidents are known here";
            return is_dutch() ? fmt::format("In {} is hier geen ongeval geregistreerd", period)
                              : fmt::format("No accident was registered here in {}", period);
        }
        const std::string counted =
            is_dutch() ? fmt::format("In {} {} hier {} {}", period, n == 1 ? "gebeurde" : "gebeurden", n,
                                     n == 1 ? "ongeval" : "ongevallen")
                       : fmt::format("In {} {} {} happened here", period, n, n == 1 ? "accident" : "accidents");
        return counted + severity() + light() + alcohol();
    }

    [[nodiscard]] std::string severity() const {
        const int injury = hotspot.injury, fatal = hotspot.fatal, n = hotspot.accidents;
        if (injury + fatal == 0) return is_dutch() ? ", zonder letsel" : ", without injury";
        if (n == 1) {
            if (fatal > 0) return is_dutch() ? ", met dodelijke afloop" : ", with a fatal outcome";
            return is_dutch() ? ", met letsel" : ", with injury";
        }
        std::string text = is_dutch() ? ", waarvan " : ", of which ";
        if (injury > 0) text += fmt::format("{} {}", injury, is_dutch() ? "met letsel" : "with injury");
        if (injury > 0 && fatal > 0) text += is_dutch() ? " en " : " and ";
        if (fatal > 0) text += fmt::format("{} {}", fatal, is_dutch() ? "dodelijk" : "fatal");
        return text;
    }

    [[nodiscard]] std::string light() const {
        int known = 0, dark = 0;
        for (const std::uint32_t i : events.accidents) {
            known += region.accidents[i].light != Light::unknown ? 1 : 0;
            dark += region.accidents[i].light == Light::dark ? 1 : 0;
        }
        if (dark == 0) return "";
        const std::string where = is_dutch() ? "in het donker" : "in the dark";
        if (known == 1) return fmt::format(", {}", where);
        if (known == hotspot.accidents)
            return is_dutch() ? fmt::format(", {} {}", dark == known ? "alle" : std::to_string(dark), where)
                              : fmt::format(", {} {}", dark == known ? "all" : std::to_string(dark), where);
        return is_dutch() ? fmt::format(", {} van de {} waarvan het licht bekend is {}", dark, known, where)
                          : fmt::format(", {} of the {} whose light is known {}", dark, known, where);
    }

    [[nodiscard]] std::string alcohol() const {
        const auto has_alcohol = [&](std::uint32_t i) { return region.accidents[i].has_alcohol.value_or(false); };
        const auto n = std::count_if(events.accidents.begin(), events.accidents.end(), has_alcohol);
        if (n == 0) return "";
        return fmt::format(", {} {}", n, is_dutch() ? "met alcohol" : "with alcohol");
    }

    [[nodiscard]] std::string complaints() const {
        if (hotspot.complaints == 0) return "";
        const int people = hotspot.complainants, times = hotspot.complaints;
        const std::string who = is_dutch()
                                    ? fmt::format("{} {}", people, people == 1 ? "melder klaagde" : "melders klaagden")
                                    : fmt::format("{} {} complained", people, people == 1 ? "person" : "people");
        const std::string how_often = times == people ? ""
                                      : people == 1   ? fmt::format(" {} {}", times, is_dutch() ? "keer" : "times")
                                      : is_dutch()    ? fmt::format(" samen {} keer", times)
                                                      : fmt::format(" {} times together", times);
        return fmt::format("; {}{}{}", who, how_often, about());
    }

    /// The theme of most complaints, where it says more than "general".
    [[nodiscard]] std::string about() const {
        std::array<int, theme_count> counts{};
        for (const std::uint32_t i : events.complaints) ++counts[index_of(region.complaints[i].theme)];
        const auto most = std::max_element(counts.begin(), counts.end());
        const Theme theme = all_themes[static_cast<std::size_t>(most - counts.begin())];
        if (theme == Theme::general_safety) return "";
        const bool is_all = *most == hotspot.complaints;
        return is_dutch() ? fmt::format("{} over {}", is_all ? "" : ", vooral", name_of(theme, language))
                          : fmt::format("{} about {}", is_all ? "" : ", mostly", name_of(theme, language));
    }

    [[nodiscard]] std::string estimate() const {
        if (hotspot.accidents == 0) return "";
        std::string text =
            is_dutch()
                ? fmt::format("Gecorrigeerd voor toeval zijn het er naar verwachting {} in zo'n periode",
                              number(hotspot.expected))
                : fmt::format("Corrected for chance, {} are to be expected in such a period", number(hotspot.expected));
        if (hotspot.excess < 0.05 || hotspot.prob_above < 0.5)
            return text + (is_dutch() ? ", niet meer dan gewoon voor zulke plekken; "
                                      : ", no more than usual for such places; ");
        text += is_dutch() ? fmt::format(", {} meer dan gewoon voor zulke plekken", number(hotspot.excess))
                           : fmt::format(", {} more than usual for such places", number(hotspot.excess));
        return text + sureness() + "; ";
    }

    [[nodiscard]] std::string sureness() const {
        if (hotspot.prob_above < sure_enough) return is_dutch() ? ", wat ook toeval kan zijn" : ", which may be chance";
        const int percent = static_cast<int>(hotspot.prob_above * 100);
        const std::string chance =
            hotspot.prob_above > 0.99 ? (is_dutch() ? "meer dan 99 %" : "over 99 %") : fmt::format("{} %", percent);
        return is_dutch() ? fmt::format(" (zekerheid {})", chance) : fmt::format(" (certainty {})", chance);
    }

    [[nodiscard]] std::string ranks() const {
        const int rank = hotspot.rank, best = hotspot.rank_best, worst = hotspot.rank_worst;
        if (best == worst)
            return is_dutch() ? fmt::format("de plek staat bij elke weging op {}", rank)
                              : fmt::format("the place ranks {} under every weighting", rank);
        return is_dutch()
                   ? fmt::format("de plek staat op {}, bij andere wegingen tussen {} en {}", rank, best, worst)
                   : fmt::format("the place ranks {}, between {} and {} under other weightings", rank, best, worst);
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

std::string reason_of(const Hotspot& hotspot, const PlaceEvents& events, const Region& region,
                      std::span<const int> years, Language language) {
    const Teller teller{hotspot, events, region, years, language};
    return fmt::format("{}{}. {}.", teller.accidents(), teller.complaints(),
                       capitalised(teller.estimate() + teller.ranks()));
}

}  // namespace baken
