#include "hotspots/stretches.hpp"

#include "base/error.hpp"
#include "hotspots/scan_windows.hpp"
#include "hotspots/simulation.hpp"

#include <algorithm>
#include <map>

#include <fmt/format.h>

namespace baken {

namespace {

/// The scan of one municipality.
class LocalScan {
public:
    LocalScan(const Region& region, const RoadNetwork& roads, const LocalRoads& local, const RoadChains& chains,
              std::uint32_t municipality, const StretchOptions& options)
        : roads_(roads),
          local_(local),
          chains_(chains),
          drop_(region, roads, local),
          cells_(chains.chains, municipality, options.step),
          windows_(cells_, options.windows, local.along_roads(), options.least_accidents) {
        for (const RoadDrop::Section& section : drop_.sections()) {
            first_part_.push_back(parts_.size());
            for (std::size_t i = section.first; i < section.last; ++i) {
                const double length = roads_.network.edges()[local_.edges[i]].length;
                cells_.for_each_cell(span_of(local_.edges[i], 0, length), [&](std::size_t cell, double part) {
                    parts_.push_back({cell, part * length / section.length});
                });
            }
        }
        first_part_.push_back(parts_.size());
    }

    [[nodiscard]] std::vector<double> observed() const {
        std::vector<double> counts(cells_.size(), 0);
        for (const RoadShare& s : local_.sections) cells_.add(span_of(s.edge, s.from, s.to), s.share, counts);
        for (const RoadShare& s : local_.posts) cells_.add(span_of(s.edge, s.from, s.to), s.share, counts);
        for (const PlacedAccident& p : local_.points)
            cells_.add(span_of(p.place.edge, p.place.offset, p.place.offset), 1, counts);
        return counts;
    }

    [[nodiscard]] std::vector<ScanWindow> windows() const { return windows_.apart(observed()); }

    /// Highest ratio of every simulation.
    [[nodiscard]] std::vector<double> simulated(const std::string& family, int count, std::uint64_t seed,
                                                const Work& work) const {
        std::vector<double> highest(static_cast<std::size_t>(count), 0);
        simulate(highest.size(), work, [&]() -> SimulationRun {
            return [&, counts = std::vector<double>(cells_.size())](std::size_t i) mutable {
                Rng rng = rng_of(seed, family, i);
                std::fill(counts.begin(), counts.end(), 0.0);
                drop_all(rng, counts);
                highest[i] = windows_.highest(counts);
            };
        });
        return highest;
    }

    /// Accidents with somebody hurt of which at least half lies within the window.
    [[nodiscard]] int injuries_in(const ScanWindow& window, const Region& region) const {
        std::map<std::uint32_t, double> within;
        const auto add = [&](std::uint32_t accident, std::uint32_t edge, double from, double to, double share) {
            if (region.accidents[accident].outcome == Outcome::damage_only) return;
            const RoadChains::Span span = span_of(edge, from, to);
            if (span.chain != window.chain) return;
            cells_.for_each_cell(span, [&](std::size_t cell, double part) {
                if (cell >= window.first && cell < window.last) within[accident] += share * part;
            });
        };
        for (const RoadShare& s : local_.sections) add(s.accident, s.edge, s.from, s.to, s.share);
        for (const RoadShare& s : local_.posts) add(s.accident, s.edge, s.from, s.to, s.share);
        for (const PlacedAccident& p : local_.points) add(p.accident, p.place.edge, p.place.offset, p.place.offset, 1);
        return static_cast<int>(std::count_if(within.begin(), within.end(),
                                              [](const auto& accident) { return accident.second >= 0.5 - 1e-9; }));
    }

private:
    struct Part {
        std::size_t cell = 0;
        double share = 0;
    };

    [[nodiscard]] RoadChains::Span span_of(std::uint32_t edge, double from, double to) const {
        return chains_.span_of(roads_.network, edge, from, to);
    }

    void drop_all(Rng& rng, std::vector<double>& counts) const {
        for (std::size_t i = 0; i < local_.in_sections.size(); ++i) {
            const std::size_t section = drop_.section(rng);
            for (std::size_t p = first_part_[section]; p < first_part_[section + 1]; ++p)
                counts[parts_[p].cell] += parts_[p].share;
        }
        const double phase = rng.uniform(0, post_interval);
        for (std::size_t i = 0; i < local_.at_posts.size(); ++i) {
            const RoadShare s = drop_.spread(drop_.post(rng, phase, chains_));
            cells_.add(span_of(s.edge, s.from, s.to), 1, counts);
        }
        for (std::size_t i = 0; i < local_.points.size(); ++i) {
            const RoadPlace place = drop_.point(rng);
            cells_.add(span_of(place.edge, place.offset, place.offset), 1, counts);
        }
    }

    const RoadNetwork& roads_;
    const LocalRoads& local_;
    const RoadChains& chains_;
    RoadDrop drop_;
    ScanCells cells_;
    ScanWindows windows_;
    std::vector<Part> parts_;  ///< by section, the cells it lies in
    std::vector<std::size_t> first_part_;
};

void check(const StretchOptions& options) {
    if (options.windows.empty()) throw InputError("a search for stretches needs the length of a window");
    if (options.simulations < 19)
        throw InputError(fmt::format("{} simulations cannot tell a chance of 1 in 20; take 19 or more, such as 999",
                                     options.simulations));
    if (!(options.least_accidents > 0)) throw InputError("a stretch needs accidents; give a least number above 0");
}

struct Candidate {
    ScanWindow window;
    std::uint32_t municipality = 0;
    double p_value = 1;
    int injury = 0;
};

}  // namespace

StretchResult stretch_findings(const Region& region, const RoadNetwork& roads, const RoadTally& tally,
                               const StretchOptions& options, std::uint64_t seed, const Work& work) {
    check(options);
    const auto doing = [&](double share) {
        work.progress(says(options.language, "wegdelen met te veel ongevallen zoeken", "finding stretches of road"),
                      share);
    };
    const RoadChains chains = road_chains(region, roads, tally.order, ChainRule::along_roads);
    StretchResult result;
    std::vector<Candidate> candidates;
    std::vector<double> lowest;
    for (std::uint32_t m = 0; m < tally.local.size(); ++m) {
        work.check_stop();
        doing(m / static_cast<double>(tally.local.size()));
        const LocalRoads& local = tally.local[m];
        result.accounts.push_back({local.along_roads(), static_cast<int>(local.at_junctions.size()), local.length, 1});
        if (local.edges.empty() || local.along_roads() < options.least_accidents) continue;
        const LocalScan scan(region, roads, local, chains, m, options);
        const auto simulated =
            scan.simulated("scan " + region.municipalities[m].code.text, options.simulations, seed, work);
        double best = 1;
        for (const ScanWindow& window : scan.windows()) {
            const double p = p_of(window.ratio, simulated);
            best = std::min(best, p);
            if (p <= options.false_share) candidates.push_back({window, m, p, scan.injuries_in(window, region)});
        }
        result.accounts.back().p_value = best;
        lowest.push_back(best);
    }
    std::vector<double> p_values;
    for (const Candidate& c : candidates) p_values.push_back(c.p_value);
    const std::vector<double> rates = rates_over_families(p_values, lowest);
    std::vector<int> numbers(tally.local.size(), 0);
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        if (rates[i] > options.false_share) continue;
        const auto& [window, m, p, injury] = candidates[i];
        const RoadChain& chain = chains.chains[window.chain];
        StretchFinding finding;
        finding.id = fmt::format("{}-S{:02}", region.municipalities[m].code.text, ++numbers[m]);
        finding.method = StretchFinding::Method::scan;
        finding.name = names_along(region, roads, chain, window.from, window.to);
        finding.municipality = m;
        finding.lines = chains.lines_of(roads.network, window.chain, window.from, window.to);
        finding.length = window.to - window.from;
        finding.accidents = std::round(window.count * 1e9) / 1e9;  // shares of a section add up to the whole again
        finding.injury = injury;
        finding.expected = window.expected;
        finding.ratio = window.count / window.expected;
        finding.p_value = p;
        finding.q_value = rates[i];
        result.stretches.push_back(std::move(finding));
    }
    doing(1);
    return result;
}

}  // namespace baken
