#include "app/evaluate_project.hpp"

#include "app/named_work.hpp"
#include "evaluation/evaluate.hpp"
#include "evaluation/trend.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

#include <fmt/format.h>

namespace baken {

namespace {

std::vector<int> sorted_years(std::vector<int> years) {
    std::sort(years.begin(), years.end());
    years.erase(std::unique(years.begin(), years.end()), years.end());
    return years;
}

void require_usable(const Periods& periods, const Region& region) {
    const std::vector<int> known = complete_years(region);
    for (const auto* years : {&periods.before, &periods.after})
        for (const int year : *years)
            if (!std::binary_search(known.begin(), known.end(), year))
                throw SettingsError(fmt::format("there are no accidents of the whole of {}; whole years are: {}", year,
                                                known.empty() ? "none" : fmt::format("{}", fmt::join(known, ", "))));
    for (const int year : periods.before)
        if (std::binary_search(periods.after.begin(), periods.after.end(), year))
            throw SettingsError(fmt::format("{} cannot be both before and after; name it once", year));
}

/// Index in the project's municipalities for every one of `newer`; nothing: not the project's.
std::vector<std::optional<std::uint32_t>> municipalities_in(const Region& ours, const Region& newer) {
    std::map<MunicipalityId, std::uint32_t> index_of;
    for (std::uint32_t m = 0; m < ours.municipalities.size(); ++m) index_of.emplace(ours.municipalities[m].code, m);
    std::vector<std::optional<std::uint32_t>> indices;
    for (const Municipality& municipality : newer.municipalities) {
        const auto found = index_of.find(municipality.code);
        indices.push_back(found == index_of.end() ? std::nullopt : std::optional(found->second));
    }
    return indices;
}

/// Sorts the accidents by number; gives the new row of every old one.
std::vector<std::uint32_t> sort_by_number(std::vector<Accident>& accidents) {
    std::vector<std::uint32_t> order(accidents.size()), row_of(accidents.size());
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return accidents[a].number < accidents[b].number; });
    std::vector<Accident> sorted;
    sorted.reserve(accidents.size());
    for (std::uint32_t row = 0; row < order.size(); ++row) {
        row_of[order[row]] = row;
        sorted.push_back(std::move(accidents[order[row]]));
    }
    accidents = std::move(sorted);
    return row_of;
}

}  // namespace

Evaluation evaluated(const Project& project, const EvaluationRequest& request, const Work& work) {
    const Language language = request.language.value_or(project.settings.language);
    Periods periods = periods_of(project);
    if (!request.before.empty()) periods.before = sorted_years(request.before);
    if (!request.after.empty()) periods.after = sorted_years(request.after);
    require_usable(periods, *project.region);
    return evaluate_checks(project, periods, language,
                           named_work(work, language, "uitslagen wegen", "weighing results"));
}

Project with_newer_accidents(Project project, const Region& newer) {
    std::set<std::string_view> known;
    for (const Accident& accident : project.region->accidents) known.insert(accident.number);
    const auto municipality_of = municipalities_in(*project.region, newer);
    std::vector<Accident> accidents = project.region->accidents;
    for (const Accident& accident : newer.accidents) {
        const auto municipality = municipality_of.at(accident.municipality);
        if (!municipality || known.contains(accident.number)) continue;
        accidents.push_back(accident);
        accidents.back().municipality = *municipality;
    }
    const std::vector<std::uint32_t> row_of = sort_by_number(accidents);
    for (Hotspot& hotspot : project.hotspots) {
        for (std::uint32_t& row : hotspot.accident_rows) row = row_of.at(row);
        std::sort(hotspot.accident_rows.begin(), hotspot.accident_rows.end());
    }
    project.region.edit().accidents = std::move(accidents);
    return project;
}

}  // namespace baken
