#include "model/calendar.hpp"
#include "model/check.hpp"
#include "model/findings.hpp"
#include "model/hotspot.hpp"

#include <array>

namespace baken {

namespace {

struct KindNames {
    CheckKind kind;
    std::string_view code, dutch, english;
};
constexpr std::array<KindNames, 4> kinds{{
    {CheckKind::targeted, "targeted", "gerichte controle", "targeted check"},
    {CheckKind::integrated, "integrated", "integrale controle", "integrated check"},
    {CheckKind::region_day, "region_day", "24-uursactie", "24-hour action"},
    {CheckKind::dark_days, "dark_days", "donkere dagen", "dark days"},
}};

}  // namespace

std::string_view code_of(CheckKind kind) { return kinds[static_cast<std::size_t>(kind)].code; }

std::optional<CheckKind> check_kind_from_code(std::string_view code) {
    for (const auto& names : kinds)
        if (names.code == code) return names.kind;
    return std::nullopt;
}

std::string_view name_of(CheckKind kind, Language language) {
    const KindNames& names = kinds[static_cast<std::size_t>(kind)];
    return says(language, names.dutch, names.english);
}

std::string_view code_of(CheckStatus status) {
    static constexpr std::array<std::string_view, 3> codes{"planned", "done", "cancelled"};
    return codes[static_cast<std::size_t>(status)];
}

std::string_view code_of(Quadrant quadrant) {
    static constexpr std::array<std::string_view, 4> codes{"both", "blind_spot", "perceived", "neither"};
    return codes[static_cast<std::size_t>(quadrant)];
}

std::string_view code_of(LocalPattern pattern) {
    static constexpr std::array<std::string_view, 5> codes{"none", "high_high", "high_low", "low_high", "low_low"};
    return codes[static_cast<std::size_t>(pattern)];
}

std::string_view code_of(StretchFinding::Method method) {
    static constexpr std::array<std::string_view, 3> codes{"scan", "kde_plus", "junction"};
    return codes[static_cast<std::size_t>(method)];
}

}  // namespace baken
