#include "base/csv.hpp"
#include "base/error.hpp"
#include "base/text.hpp"
#include "intake/dates.hpp"
#include "intake/inspect.hpp"
#include "intake/intake_support.hpp"

#include <map>
#include <set>

using namespace baken;
using namespace baken::test;

namespace {

std::filesystem::path home_boundaries() { return shared("data/municipalities/tweestromenland_2022_wgs84.geojson"); }

}  // namespace

TEST_CASE("metres in columns named lon and lat are read as metres, and land where the register says") {
    BAKEN_NEEDS_SHARED();
    const Region region = import_region(
        settings_for(home_boundaries(), {accidents_in(shared("data/dirty/bron_rd_metres_in_lonlat_columns.csv"))}), {});
    const Receipt& receipt = receipt_of(region);
    CHECK(receipt.read == 200);
    CHECK(receipt.placed + receipt.unplaced == 200);
    CHECK(receipt.crs == "EPSG:28992");
    CHECK(receipt.operation.empty());
    CHECK(has_note(receipt, "lon and lat hold RD metres"));
    std::map<std::string, MapPoint> places;
    const Region whole = import_region(
        settings_for(home_boundaries(), {accidents_in(shared("data/bron_2022_2024/tweestromenland.csv"))}), {});
    for (const auto& accident : whole.accidents) places[accident.number] = accident.at;
    for (const auto& accident : region.accidents) REQUIRE(accident.at == places.at(accident.number));
}

TEST_CASE("New Zealand under swapped axes is refused with both facts") {
    BAKEN_NEEDS_SHARED();
    const std::string text = message_of<InputError>([] {
        return import_region(
            settings_for(home_boundaries(), {complaints_in(shared("data/dirty/nz_cas_swapped_axes.csv"))}), {});
    });
    INFO(text);
    CHECK(text.find("nz_cas_swapped_axes.csv") != std::string::npos);
    CHECK(text.find("nothing lies in the Netherlands") != std::string::npos);
    CHECK(text.find("axes look swapped") != std::string::npos);
    const Inspection found = inspect_file(shared("data/dirty/nz_cas_swapped_axes.csv"), {});
    CHECK(found.rows == 10000);
    CHECK(found.crs.find("nothing lies in the Netherlands") != std::string::npos);
}

TEST_CASE("York's dates are read, its ids are seen to be rounded, and its places to be elsewhere") {
    BAKEN_NEEDS_SHARED();
    const std::string text = content_of(shared("data/dirty/uk_york_2005_2014.csv"));
    CsvReader rows(text, ',');
    rows.next();
    std::size_t count = 0, read = 0;
    std::set<int> years;
    while (rows.next()) {
        ++count;
        const When when = parse_when(rows.fields()[9], "");
        if (!when.day || !when.minute_of_day) continue;
        ++read;
        years.insert(year_of(*when.day));
        // Day_of_Week counts from Sunday 1: a check of the date from the file itself.
        REQUIRE(weekday_of(*when.day) % 7 + 1 == static_cast<unsigned>(*parse_integer(rows.fields()[10])));
    }
    CHECK(count == 4778);
    CHECK(read == count);
    CHECK(years.size() == 10);
    const Inspection found = inspect_file(shared("data/dirty/uk_york_2005_2014.csv"), {});
    CHECK(found.rows == 4778);
    bool is_told = false;
    for (const auto& warning : found.warnings)
        is_told = is_told || warning.find("4778 numbers were rounded") != std::string::npos;
    CHECK(is_told);
    CHECK_THROWS_AS(
        import_region(settings_for(home_boundaries(), {complaints_in(shared("data/dirty/uk_york_2005_2014.csv"))}), {}),
        InputError);
}

TEST_CASE("the national road file gives sections with name and manager") {
    BAKEN_NEEDS_SHARED();
    SourceSettings roads;
    roads.kind = SourceKind::roads;
    roads.path = shared("data/nwb_wageningen/nwb_wegvakken_wageningen_rd.geojson");
    Settings settings = settings_for(shared("data/municipalities/netherlands_2022_wgs84.geojson"), {roads});
    settings.region.municipalities = {"Wageningen"};
    const Region region = import_region(settings, {});
    const Receipt& receipt = receipt_of(region);
    CHECK(receipt.read == 247);
    CHECK(receipt.is_balanced());
    CHECK(receipt.placed > 200);
    REQUIRE_FALSE(region.roads.empty());
    bool has_rozenstraat = false;
    for (const auto& road : region.roads)
        has_rozenstraat = has_rozenstraat || (road.id == "348286006" && road.name == "Rozenstraat" &&
                                              road.manager == RoadManager::municipality && road.line.size() == 4);
    CHECK(has_rozenstraat);
}
