#include "app/one_municipality.hpp"

#include <algorithm>
#include <set>

namespace baken {

namespace {

/// The rows of a municipality, and where each went: old index -> new one.
template <class Row>
std::vector<std::uint32_t> keep_rows(std::vector<Row>& rows, std::uint32_t municipality) {
    std::vector<std::uint32_t> places(rows.size());
    std::vector<Row> kept;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (rows[i].municipality != municipality) continue;
        places[i] = static_cast<std::uint32_t>(kept.size());
        kept.push_back(std::move(rows[i]));
        kept.back().municipality = 0;
    }
    rows = std::move(kept);
    return places;
}

/// "quota.GM0209" and "complaints.GM0209-H03" are of GM0209.
bool names(const std::string& clause, const MunicipalityId& code) {
    const std::size_t dot = clause.find('.');
    if (dot == std::string::npos || clause.compare(dot + 1, code.text.size(), code.text) != 0) return false;
    const std::size_t end = dot + 1 + code.text.size();
    return end == clause.size() || clause[end] == '-' || clause[end] == '.';
}

}  // namespace

Project one_municipality(const Project& whole, std::uint32_t municipality) {
    Project part = whole;
    part.seed = 0;
    part.settings_text.clear();
    part.settings.seed.reset();
    Region& region = part.region.edit();
    const Municipality own = region.municipalities.at(municipality);
    part.settings.name = whole.settings.name + " " + own.name;
    part.settings.region.municipalities = {own.name};
    region.municipalities = {own};
    const auto accident = keep_rows(region.accidents, municipality);
    const auto complaint = keep_rows(region.complaints, municipality);
    (void)keep_rows(region.measurements, municipality);
    (void)keep_rows(region.schools, municipality);
    const auto hotspot = keep_rows(part.hotspots, municipality);
    std::set<HotspotId> own_hotspots;
    for (const Hotspot& one : part.hotspots) own_hotspots.insert(one.id);
    for (Hotspot& one : part.hotspots) {
        std::erase_if(one.nearby, [&](const HotspotId& id) { return !own_hotspots.contains(id); });
        for (auto& row : one.accident_rows) row = accident[row];
        for (auto& row : one.complaint_rows) row = complaint[row];
    }
    Findings& findings = part.findings.edit();
    (void)keep_rows(findings.cells, municipality);
    (void)keep_rows(findings.lixels, municipality);
    (void)keep_rows(findings.stretches, municipality);
    (void)keep_rows(part.plan.checks, municipality);
    std::set<CheckId> own_checks;
    for (Check& check : part.plan.checks) {
        check.hotspot = hotspot[check.hotspot];
        own_checks.insert(check.id);
    }

    std::erase_if(part.certificate.clauses, [&](const Clause& clause) {
        const bool is_by_own_checks =
            !clause.checks.empty() && std::all_of(clause.checks.begin(), clause.checks.end(),
                                                  [&](const CheckId& id) { return own_checks.contains(id); });
        return !names(clause.id, own.code) && !is_by_own_checks;
    });
    const auto is_elsewhere = [&](const Unmet& unmet) { return !names(unmet.id, own.code); };
    std::erase_if(part.plan.unmet, is_elsewhere);
    std::erase_if(part.plan.unvisited, is_elsewhere);
    return part;
}

}  // namespace baken
