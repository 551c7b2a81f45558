#include "store/event_tables.hpp"

#include "store/cells.hpp"
#include "store/event_codes.hpp"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include <fmt/format.h>

namespace baken {

namespace {

/// Names of streets that a complaint may carry.
class ShownStreets {
public:
    explicit ShownStreets(const Project& project) : project_(project) {
        for (const auto& accident : project.region->accidents) shown_.insert(accident.street);
        for (const auto& road : project.region->roads) shown_.insert(road.name);
    }

    [[nodiscard]] bool has(const std::string& street) {
        if (street.empty() || shown_.contains(street)) return true;
        const auto [known, is_new] = in_names_.try_emplace(street, false);
        if (is_new)
            known->second = std::any_of(project_.hotspots.begin(), project_.hotspots.end(),
                                        [&](const Hotspot& h) { return h.name.find(street) != std::string::npos; });
        return known->second;
    }

private:
    const Project& project_;
    std::unordered_set<std::string> shown_;
    std::unordered_map<std::string, bool> in_names_;
};

}  // namespace

std::string complaint_number(std::size_t index) { return fmt::format("C{:05}", index + 1); }

FeatureTable accidents_table(const Project& project) {
    FeatureTable made{.name = "baken_accidents",
                      .shape_type = ShapeType::none,
                      .fields = {{"number", FieldType::text},
                                 {"date", FieldType::date},
                                 {"minute", FieldType::integer},
                                 {"first_party", FieldType::text},
                                 {"second_party", FieldType::text}},
                      .rows = {}};
    made.rows.reserve(project.region->accidents.size());
    for (const auto& accident : project.region->accidents)
        made.rows.push_back({{text_cell(accident.number), cell_or_null(accident.date, [](Date day) { return day; }),
                              cell_or_null(accident.minute_of_day, whole_cell<int>),
                              text_cell(code_of(accident.first_party)), text_cell(code_of(accident.second_party))},
                             {}});
    return made;
}

FeatureTable complaints_table(const Project& project) {
    FeatureTable made{.name = "baken_complaints",
                      .shape_type = ShapeType::none,
                      .fields = {{"complaint_id", FieldType::text},
                                 {"minute", FieldType::integer},
                                 {"complainant", FieldType::integer},
                                 {"complainant_known", FieldType::boolean},
                                 {"street", FieldType::text}},
                      .rows = {}};
    ShownStreets shown(project);
    std::unordered_map<std::string, std::size_t> ordinals;
    const auto& complaints = project.region->complaints;
    made.rows.reserve(complaints.size());
    for (std::size_t i = 0; i < complaints.size(); ++i) {
        const Complaint& complaint = complaints[i];
        const std::size_t ordinal = ordinals.try_emplace(complaint.complainant, ordinals.size() + 1).first->second;
        made.rows.push_back({{text_cell(complaint_number(i)), cell_or_null(complaint.minute_of_day, whole_cell<int>),
                              whole_cell(ordinal), complaint.is_complainant_known,
                              text_cell(shown.has(complaint.street) ? complaint.street : "")},
                             {}});
    }
    return made;
}

}  // namespace baken
