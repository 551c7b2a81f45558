#include "synth/synth.hpp"

#include "base/date.hpp"
#include "base/text.hpp"
#include "geo/io/crs.hpp"
#include "synth/accidents.hpp"
#include "synth/complaints.hpp"
#include "synth/geojson.hpp"
#include "synth/measured.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace baken {

namespace {

constexpr int facts_year = 2027;  ///< of the campaigns and holidays written down
constexpr int years_of_accidents = 3;
constexpr double most_streets = 60;

/// Each part draws from a stream of its own: more complaints leave the accidents as they are.
enum Stream : std::uint64_t {
    network_stream = 1,
    accident_stream,
    report_stream,
    complaint_stream,
    measurement_stream,
    school_stream
};

/// The 24-hour action: the second Friday of October.
Date region_day(int year) {
    constexpr int friday = 5;
    const Date first = make_date(year, 10, 1);
    return first + std::chrono::days{(friday - static_cast<int>(weekday_of(first)) + 7) % 7 + 7};
}

/// The dates of a fact table moved from the year of the facts to another.
std::string moved_to_year(std::string_view dataset_name, int year) {
    std::string text(fact_text(dataset_name));
    if (year == facts_year) return text;
    std::string moved;
    for (const auto& line : split(text, '\n')) {
        std::vector<std::string> fields = split(line, ',');
        for (auto& field : fields)
            if (const auto date = parse_iso_date(field)) {
                const std::chrono::year_month_day day{*date};
                const auto month = (day.year() + std::chrono::years{year - facts_year}) / day.month();
                const std::chrono::year_month_day same_day = month / day.day();
                field = to_iso(same_day.ok() ? Date(same_day) : Date(month / std::chrono::last));
            }
        if (!moved.empty()) moved += '\n';
        moved += joined(fields, ",");
    }
    return replaced(std::move(moved), to_iso(make_date(year, 10, 8)), to_iso(region_day(year)));
}

std::string filled_in(std::string_view dataset_name, const SynthOptions& options, int first_year) {
    std::vector<std::string> years;
    for (int i = 0; i < years_of_accidents; ++i) years.push_back(std::to_string(first_year + i));
    const Date day = region_day(options.year);
    const std::string away =
        fmt::format("{{ from = {}-01-01, to = {} }}, {{ from = {}, to = {}-12-31 }}", options.year,
                    to_iso(day - std::chrono::days{1}), to_iso(day + std::chrono::days{1}), options.year);
    std::string text(fact_text(dataset_name));
    text = replaced(std::move(text), "@REGION_AWAY@", away);
    text = replaced(std::move(text), "@REGION_DAY@", to_iso(day));
    text = replaced(std::move(text), "@YEARS@", joined(years, ", "));
    text = replaced(std::move(text), "@FIRST_YEAR@", years.front());
    text = replaced(std::move(text), "@LAST_YEAR@", years.back());
    text = replaced(std::move(text), "@ACCIDENTS@", std::to_string(options.accidents));
    text = replaced(std::move(text), "@SEED@", std::to_string(options.seed));
    return replaced(std::move(text), "@YEAR@", std::to_string(options.year));
}

}  // namespace

std::map<std::string, std::string> synthetic_region(const SynthOptions& options, const Work& work) {
    const Facts facts = read_facts();
    const Projector projector("EPSG:28992");
    const PlaceOnEarth to_earth = [&](MapPoint point) { return projector.to_lonlat(point); };
    const int first_year = options.year - years_of_accidents - 2;
    const Date last_report = make_date(options.year - 1, 10, 31);
    const double scale = std::clamp(options.accidents / accidents_at_scale_one, 1.0, most_streets);

    work.progress("wegen");
    Rng network_rng(options.seed, network_stream);
    const SynthNetwork network = make_network(facts, scale, network_rng);
    work.check_stop();

    Rng accident_rng(options.seed, accident_stream), report_rng(options.seed, report_stream),
        complaint_rng(options.seed, complaint_stream), measurement_rng(options.seed, measurement_stream),
        school_rng(options.seed, school_stream);
    const int complaints = options.complaints / 3;
    std::map<std::string, std::string> files;
    files["ongevallen.csv"] =
        accidents_csv(facts, network, {options.accidents, first_year, years_of_accidents, scale}, accident_rng, work);
    files["gemeenten.geojson"] = municipalities_geojson(facts, to_earth);
    files["wegen.geojson"] = roads_geojson(network, to_earth);
    work.progress("meldingen");
    files["meldingen.csv"] =
        reports_csv(facts, network, {options.complaints - complaints, last_report}, to_earth, report_rng);
    files["klachten.csv"] = complaints_csv(facts, network, {complaints, last_report}, complaint_rng);
    files["snelheidsmetingen.csv"] =
        measurements_csv(network, {options.measurements, last_report - std::chrono::days{30}}, measurement_rng);
    files["scholen.csv"] = schools_csv(facts, network, school_rng);
    files["campagnes.csv"] = moved_to_year("campaigns/2027.csv", options.year);
    files["schoolvakanties.csv"] = moved_to_year("school_holidays/region_south.csv", options.year);
    files["baken.toml"] = filled_in("demo/settings.toml", options, first_year);
    files["LEESMIJ.txt"] = filled_in("demo/readme.txt", options, first_year);
    return files;
}

}  // namespace baken
