#pragma once
/// A small project with a real plan, and edits to try on it.

#include "app/desk.hpp"
#include "app/stages.hpp"
#include "config/read_settings.hpp"
#include "geo/core/measure.hpp"
#include "geo/io/crs.hpp"
#include "support/sample_project.hpp"
#include "support/support.hpp"

#include <map>
#include <set>
#include <string>
#include <utility>

namespace baken::test {

/// The sample with settings, hotspots and a plan that follow from each other: accidents at a dozen junctions of each
/// municipality, complaints around some of them.
inline Project planned_sample() {
    Project project = sample_project();
    project.settings = read_settings(project.settings_text, "/home/somebody/plans/proef.toml");
    Region& region = project.region.edit();
    const Projector projector("EPSG:28992");
    for (Municipality& municipality : region.municipalities)
        municipality.centre = projector.to_lonlat(centroid(municipality.area));
    std::map<std::pair<std::uint32_t, std::size_t>, MapPoint> junctions;
    for (std::size_t i = 0; i < region.accidents.size(); ++i) {
        Accident& a = region.accidents[i];
        const std::size_t junction = i % 3 == 0 ? i % 4 : i % 11;  // some have more than others
        a.location = {LocationKind::junction, std::to_string(500000 + junction)};
        a.at = junctions.try_emplace({a.municipality, junction}, a.at).first->second;
        a.link = LinkLevel::junction;
        a.street = "Weg " + std::to_string(junction);
        if (i % 3 == 0) a.date = make_date(a.year, 1 + static_cast<unsigned>(i % 12), 5);
        if (i % 6 == 0) a.minute_of_day = static_cast<int>(i * 37 % 1440);
        a.first_party = i % 2 == 0 ? Party::car : Party::bicycle;
        a.second_party = i % 5 == 0 ? Party::mobility_scooter : Party::object;
    }
    for (std::size_t i = 0; i < region.complaints.size(); ++i) {
        Complaint& c = region.complaints[i];
        const MapPoint near = junctions.at({c.municipality, i % 4});
        if (i % 3 != 0) c.at = {near.x + static_cast<double>(i % 7) * 5, near.y + static_cast<double>(i % 5) * 5};
        c.street = i % 3 == 0 ? "Geheimstraat 12" : "Weg " + std::to_string(i % 4);
        if (i % 4 == 0) c.minute_of_day = static_cast<int>(i * 53 % 1440);
    }
    project.plan = {};
    return with_plan(with_hotspots(std::move(project), {}), {});
}

/// All that edits can change, as text: equal texts, equal projects.
inline std::string told(const Project& project) {
    std::string text = project.settings_text + "\n";
    for (const auto& h : project.hotspots)
        text += h.id.text + "|" + h.status + "|" + h.enforceable + "|" + h.remark + "|" + h.name + "|" +
                std::to_string(h.rank) + "|" + std::to_string(h.at.x) + "," + std::to_string(h.at.y) + "|" +
                std::to_string(h.accident_rows.size()) + "\n";
    for (const auto& c : project.plan.checks) {
        text += c.id.text + "|" + std::to_string(c.hotspot) + "|" + to_iso(c.date) + "|" + std::to_string(c.start) +
                "|" + std::string(code_of(c.theme)) + "|" + std::string(code_of(c.status)) + "|" +
                (c.is_locked ? "locked" : "free") + "|" + std::to_string(c.value);
        if (c.result) text += "|" + std::to_string(c.result->vehicles) + "|" + c.result->remark;
        text += "\n";
    }
    for (const auto& clause : project.certificate.clauses)
        text += clause.id + "|" + std::to_string(clause.met) + (clause.ok ? "|ok\n" : "|not\n");
    text += std::to_string(project.plan.solver.value);
    return text;
}

}  // namespace baken::test
