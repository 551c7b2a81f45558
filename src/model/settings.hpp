#pragma once
/// All that a person decides, with the defaults of the product. `config/read_settings` fills it from TOML.

#include "base/date.hpp"
#include "base/language.hpp"
#include "base/quantity.hpp"
#include "model/calendar.hpp"
#include "model/event.hpp"

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace baken {

struct RegionSettings {
    std::filesystem::path boundaries;
    std::string name_column;  ///< empty: found by itself
    std::string code_column;
    std::vector<std::string> municipalities;  ///< as people write them; empty: all in the file
};

enum class SourceKind { accidents, complaints, measurements, schools, roads, basemap };

struct SourceSettings {
    SourceKind kind = SourceKind::accidents;
    std::filesystem::path path;
    std::string profile = "auto";                ///< auto | bron-2022 | signalen | generic
    std::string crs;                             ///< empty: found by itself
    std::string encoding;                        ///< empty: found by itself; UTF-8 | Windows-1252 | CP850 | UTF-16
    std::map<std::string, std::string> columns;  ///< our name -> the file's, for the generic profile
    std::map<std::string, std::string> themes;   ///< category in the file -> theme code, or "none" to leave out

    // Of a base map only: a raster file as `path`, or a server.
    std::string url;              ///< capabilities of a WMTS, or a WMS; empty: `path`
    std::string layer;            ///< of the server or of a GeoPackage with several
    std::string proxy;            ///< empty: none
    int timeout_seconds = 10;     ///< of each request
    std::filesystem::path cache;  ///< folder for what a server answered; empty: not kept
};

/// Weights per outcome; the set named first in `weight_sets` is the one that explains, the others show how the rank
/// moves.
struct WeightSet {
    std::string name;
    double fatal = 5, injury = 3, damage_only = 0.5;
};

/// How many accidents, in how many years, make a black spot by somebody's norm.
struct BlackSpotNorm {
    std::string name;
    int accidents = 0;
    int years = 3;
    bool injury_only = true;
};

/// What a network kernel does at a junction (hotspots/network_density.hpp).
enum class NetworkKernel { discontinuous, continuous, simple };

/// How complaints are gathered into places.
enum class ComplaintClusters {
    dbscan,  ///< as many as `complaint_core` within `complaint_reach`
    hdbscan  ///< as density tells, without a reach
};

/// How far two complaints are from each other.
enum class ComplaintDistance {
    straight,  ///< as the crow flies
    road       ///< along the roads, where there are roads
};

struct HotspotSettings {
    std::vector<int> years;  ///< empty: all there are
    int per_municipality = 10;
    Metres reach = Metres(250);  ///< an event this near is reached from a hotspot
    ComplaintClusters complaint_clusters = ComplaintClusters::dbscan;
    ComplaintDistance complaint_distance = ComplaintDistance::straight;
    Metres complaint_reach = Metres(100);  ///< of DBSCAN
    int complaint_core = 3;
    Days complaint_half_life = Days(365);
    double complaint_weight =
        0.375;  ///< share of complaints in the score, accidents taking the rest (METHODS: .3 to .5)
    std::optional<Metres> network_bandwidth = Metres(250);  ///< of the density along roads; nothing: as the data ask
    Metres lixel = Metres(50);                              ///< pieces of road that it is told for
    NetworkKernel network_kernel = NetworkKernel::discontinuous;
    double measurement_weight = 0.2;    ///< share of measured speeds in the score, the others taking the rest
    bool complaint_correction = false;  ///< weigh complaints up where people report late (docs/methods/complaints.md)
    std::vector<RoadManager> road_managers = {RoadManager::municipality, RoadManager::province,
                                              RoadManager::water_board, RoadManager::other};
    std::vector<WeightSet> weight_sets = {
        {"5-3-0.5", 5, 3, 0.5}, {"1-1-1", 1, 1, 1}, {"injury", 1, 1, 0}, {"10-10-1", 10, 10, 1}};
    /// The hardest to meet first: a hotspot names the first that it meets (docs/methods/black-spots.md).
    std::vector<BlackSpotNorm> norms = {{"6 letsel in 3 jaar", 6, 3, true},
                                        {"10 ongevallen in 5 jaar", 10, 5, false},
                                        {"4 letsel in 3 jaar (Utrecht, mogelijk)", 4, 3, true},
                                        {"3 letsel in 3 jaar (Amsterdam)", 3, 3, true}};
};

struct DarkDaysRule {
    MonthDay from{10, 1};
    MonthDay to{3, 31};
    int checks_per_municipality = 1;
};

struct Rules {
    int checks_per_municipality = 3;
    int max_per_municipality = 6;  ///< agreed maximum of all kinds together, the region day included
    DarkDaysRule dark_days;
    int checks_per_campaign = 1;  ///< in the whole region, for each confirmed campaign
    int complainants_for_a_visit =
        5;  ///< a site with this many distinct complainants is visited or gets its reason; 0: no such rule
    Days revisit = Days(21);        ///< between two checks at one hotspot
    Metres spacing = Metres(1500);  ///< within spacing_days of each other, checks on one theme keep this distance
    Days spacing_days = Days(28);
    Days municipality_gap = Days(7);  ///< between two checks in one municipality
    double unpredictability = 0.05;  ///< share of the best value that may be given up for a plan that cannot be guessed
};

struct CrewSettings {
    std::string name;
    int checks_per_week = 2;
    std::vector<unsigned> weekdays = {1, 2, 3, 4, 5, 6, 7};  ///< ISO, Monday 1
    int from = 7 * 60;                                       ///< first minute of the day at which a check may begin
    int until = 26 * 60;                      ///< minute at which the last must have ended; past 1440: after midnight
    std::vector<std::string> municipalities;  ///< empty: all
    std::vector<ClosedDays> away;             ///< days without this crew
};

/// A consultation that the plan is taken to.
struct Meeting {
    std::string name;  ///< "Lokaal verkeersoverleg Druten"
    Date date;
    int from = 9 * 60;  ///< minutes of the day
    int until = 10 * 60;
    std::string place;  ///< empty: not known
};

struct CalendarSettings {
    std::filesystem::path campaigns;        ///< empty: none
    std::filesystem::path school_holidays;  ///< empty: none known
    std::string holidays = "nl";            ///< nl | none
    std::optional<Date> region_day;
    std::vector<ClosedDays> closed;
    std::vector<Meeting> meetings;
    std::vector<DayBlock> blocks = {{"ochtend", 7 * 60, 9 * 60},    {"middag", 12 * 60, 14 * 60},
                                    {"namiddag", 15 * 60, 17 * 60}, {"vooravond", 18 * 60, 20 * 60},
                                    {"avond", 21 * 60, 23 * 60},    {"nacht", 23 * 60 + 30, 25 * 60 + 30}};
};

/// The crew of settings that name none.
inline constexpr std::string_view only_crew = "Team";

/// What of people may be told to the public.
struct PrivacySettings {
    int k = 5;  ///< counts leave the team as multiples of k, and none of k or fewer
};

/// An agreed check that stays where it is. What is not given is for the planner to choose.
struct Lock {
    std::string municipality;
    Date date;
    std::optional<std::string> site;  ///< hotspot id, or a part of its name
    std::optional<Theme> theme;
    std::optional<int> start;  ///< minute of the day
};

struct Settings {
    std::filesystem::path file;  ///< where they were read
    std::string sha256;          ///< of the settings without the seed: a hash of all would give the seed away
    std::string name;
    int year = 0;
    std::optional<std::uint64_t> seed;  ///< nothing: drawn afresh for this run
    Language language = Language::nl;
    RegionSettings region;
    std::vector<SourceSettings> sources;
    HotspotSettings hotspots;
    Rules rules;
    std::vector<CrewSettings> crews;
    CalendarSettings calendar;
    PrivacySettings privacy;
    std::vector<Lock> locks;

    /// Of a check's crew. Throws std::out_of_range.
    [[nodiscard]] std::string crew_name(std::size_t crew) const {
        return crews.empty() && crew == 0 ? std::string(only_crew) : crews.at(crew).name;
    }
};

}  // namespace baken
