#include "intake/import.hpp"

#include "intake/accidents.hpp"
#include "intake/complaints.hpp"
#include "intake/municipalities.hpp"
#include "intake/roads.hpp"

#include <algorithm>
#include <iterator>
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
        case SourceKind::roads: {
            ImportedRoads imported = import_roads(source, locator, work);
            append(region.roads, std::move(imported.roads));
            region.receipts.push_back(std::move(imported.receipt));
            break;
        }
    }
}

void put_in_order(Region& region) {
    std::stable_sort(region.accidents.begin(), region.accidents.end(), [](const Accident& a, const Accident& b) { return a.number < b.number; });
    std::stable_sort(region.complaints.begin(), region.complaints.end(), [](const Complaint& a, const Complaint& b) { return a.id < b.id; });
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
        so_far.numbers.source = i;
        so_far.complaints.source = i;
        with_context("reading " + source.path.filename().string(), [&] { import_source(source, locator, so_far, region, work); });
    }
    region.municipalities = std::move(boundaries.municipalities);
    put_in_order(region);
    return region;
}

}  // namespace baken
