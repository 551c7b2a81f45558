#include "intake/import.hpp"

#include "intake/accidents.hpp"
#include "intake/complaints.hpp"
#include "intake/measurements.hpp"
#include "intake/municipalities.hpp"
#include "intake/roads.hpp"
#include "intake/schools.hpp"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <numeric>
#include <utility>

namespace baken {

namespace {

template <class Value>
void append(std::vector<Value>& all, std::vector<Value>&& more) {
    all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

/// What was met in the sources before the one at hand.
struct SoFar {
    AccidentNumbers numbers;
    ComplaintsSoFar complaints;
    MeasurementsSoFar measurements;
    SchoolsSoFar schools;

    void begin(std::size_t source) {
        numbers.source = complaints.source = measurements.source = schools.source = source;
    }
};

void import_source(const SourceSettings& source, Locator& locator, SoFar& so_far, Region& region, const Work& work) {
    switch (source.kind) {
        case SourceKind::accidents: {
            ImportedAccidents imported = import_accidents(source, locator, so_far.numbers, work);
            append(region.accidents, std::move(imported.accidents));
            region.receipts.push_back(std::move(imported.receipt));
            break;
        }
        case SourceKind::complaints: {
            ImportedComplaints imported = import_complaints(source, locator, so_far.complaints, work);
            append(region.complaints, std::move(imported.complaints));
            region.receipts.push_back(std::move(imported.receipt));
            break;
        }
        case SourceKind::measurements: {
            ImportedMeasurements imported = import_measurements(source, locator, so_far.measurements, work);
            append(region.measurements, std::move(imported.measurements));
            region.receipts.push_back(std::move(imported.receipt));
            break;
        }
        case SourceKind::schools: {
            ImportedSchools imported = import_schools(source, locator, so_far.schools, work);
            append(region.schools, std::move(imported.schools));
            region.receipts.push_back(std::move(imported.receipt));
            break;
        }
        case SourceKind::roads: {
            ImportedRoads imported = import_roads(source, locator, work);
            append(region.roads, std::move(imported.roads));
            region.receipts.push_back(std::move(imported.receipt));
            break;
        }
        case SourceKind::basemap: break;  // for the eye only: nothing in it counts
    }
}

/// Stable; moves each value once, because events are large and files often come in order.
template <class Value>
void sort_by(std::vector<Value>& values, std::string Value::*name) {
    const auto is_before = [name](const Value& a, const Value& b) { return a.*name < b.*name; };
    if (std::is_sorted(values.begin(), values.end(), is_before)) return;
    std::vector<std::uint32_t> order(values.size());
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return is_before(values[a], values[b]); });
    std::vector<Value> sorted;
    sorted.reserve(values.size());
    for (const std::uint32_t at : order) sorted.push_back(std::move(values[at]));
    values = std::move(sorted);
}

}  // namespace

Region import_region(const Settings& settings, const Work& work) {
    Boundaries boundaries = read_boundaries(settings.region, work);
    Locator locator(boundaries);
    Region region;
    region.receipts.push_back(boundaries.receipt);
    SoFar so_far;
    for (std::size_t i = 0; i < settings.sources.size(); ++i) {
        const SourceSettings& source = settings.sources[i];
        so_far.begin(i);
        with_context("reading " + source.path.filename().string(),
                     [&] { import_source(source, locator, so_far, region, work); });
    }
    region.municipalities = std::move(boundaries.municipalities);
    sort_by(region.accidents, &Accident::number);
    sort_by(region.complaints, &Complaint::id);
    sort_by(region.measurements, &Measurement::id);
    sort_by(region.schools, &School::id);
    return region;
}

}  // namespace baken
