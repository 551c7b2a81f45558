#include "planning/verify.hpp"

#include "base/text.hpp"
#include "calendar/local_time.hpp"
#include "geo/core/sun.hpp"
#include "planning/verify_bench.hpp"

#include <iterator>

namespace baken {

namespace verification {

std::string Bench::filled(std::string_view pattern, const std::vector<std::string>& words) {
    std::string out;
    std::size_t next = 0;
    for (std::size_t at = 0; at < pattern.size(); ++at) {
        if (pattern.substr(at, 2) != "{}") {
            out += pattern[at];
            continue;
        }
        out += words[next++];
        ++at;
    }
    return out;
}

Clause nothing_in(std::string id, std::string text, const std::set<const Check*>& breaking, const Bench& bench) {
    Clause clause{std::move(id), std::move(text), 0, static_cast<int>(breaking.size()), breaking.empty(), {}};
    for (const Check* check : bench.checks)
        if (breaking.contains(check)) clause.checks.push_back(check->id);
    return clause;
}

bool is_named(const Municipality& municipality, std::string_view written) {
    return municipality.code.text == written || folded(municipality.name) == folded(written);
}

bool is_as_agreed(const Bench& bench, const Lock& lock, const Check& check) {
    if (check.date != lock.date || !is_named(bench.input.municipalities[check.municipality], lock.municipality))
        return false;
    if (lock.theme && *lock.theme != check.theme) return false;
    if (lock.start && *lock.start != check.start) return false;
    if (!lock.site) return true;
    const Hotspot& hotspot = bench.hotspot(check);
    return hotspot.id.text == *lock.site || folded(hotspot.name).find(folded(*lock.site)) != std::string::npos;
}

double true_dark_share(const Bench& bench, const Check& check) {
    const UtcTime from = to_utc(check.date, check.start), to = to_utc(check.date, check.end);
    return to > from ? dark_share(from, to, bench.hotspot(check).lonlat) : 0;
}

namespace {

Bench bench_for(const PlanningInput& input, const std::vector<Check>& checks, std::vector<CheckId>& lost) {
    Bench bench{input, input.settings.crews, {}};
    if (bench.crews.empty()) {
        bench.crews.emplace_back();
        bench.crews.back().name = "Team 1";
    }
    for (const Check& check : checks) {
        if (check.status == CheckStatus::cancelled) continue;  // it meets nothing and is in nobody's way
        const bool is_known = check.municipality < input.municipalities.size() &&
                              check.hotspot < input.hotspots.size() && check.crew < bench.crews.size();
        if (is_known)
            bench.checks.push_back(&check);
        else
            lost.push_back(check.id);
    }
    return bench;
}

}  // namespace

}  // namespace verification

Certificate verify_plan(const PlanningInput& input, const std::vector<Check>& checks) {
    using namespace verification;
    std::vector<CheckId> lost;
    const Bench bench = bench_for(input, checks, lost);
    Certificate certificate;
    certificate.clauses = requirement_clauses(bench);
    certificate.clauses.push_back({"references",
                                   bench.text("Elke controle noemt een gemeente, locatie en ploeg die er zijn.",
                                              "Each check names a municipality, site and crew that exist."),
                                   0, static_cast<int>(lost.size()), lost.empty(), lost});
    for (auto* part : {&place_clauses, &crew_clauses, &calendar_clauses, &record_clauses}) {
        std::vector<Clause> clauses = part(bench);
        std::move(clauses.begin(), clauses.end(), std::back_inserter(certificate.clauses));
    }
    return certificate;
}

}  // namespace baken
