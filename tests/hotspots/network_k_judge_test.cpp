/// The network K function against spatstat for R, on a grid and on the streets and crimes of the GeoDaNet manual.
#include "hotspots/network_k.hpp"

#include "base/text.hpp"
#include "geo/core/measure.hpp"
#include "geo/io/read_layer.hpp"
#include "geo/network/small_networks.hpp"
#include "geo/network/snap.hpp"
#include "support/support.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <sstream>

using namespace baken;
using namespace baken::test;

namespace {

constexpr std::string_view script = R"(
suppressPackageStartupMessages(library(spatstat.linnet))
a <- commandArgs(TRUE)
v <- read.csv(file.path(a[1], "vertices.csv")); s <- read.csv(file.path(a[1], "segments.csv"))
p <- read.csv(file.path(a[1], "places.csv")); r <- c(0, as.numeric(strsplit(a[2], ";")[[1]]))
w <- owin(range(v$x) + c(-1, 1), range(v$y) + c(-1, 1))
net <- linnet(ppp(v$x, v$y, window = w, check = FALSE), edges = as.matrix(s), sparse = FALSE, warn = FALSE)
x <- lpp(data.frame(seg = p$seg, tp = p$tp), net)
set.seed(1)
n <- as.integer(a[3])
sim <- sapply(seq_len(n), function(i) linearK(runiflpp(npoints(x), net), r = r, correction = "none")$est)
obs <- linearK(x, r = r, correction = "none")$est
for (i in seq_along(r)[-1]) {
  q <- if (n >= 39) range(sim[i, ]) else c(0, 0)
  cat(sprintf("%.10g;%.10g;%.10g\n", obs[i], q[1], q[2]))
}
)";

bool has_spatstat() { return run({"Rscript", "-e", "library(spatstat.linnet)"}).exit_code == 0; }

struct Judged {
    std::vector<double> observed, low, high;
};

/// K by spatstat, with the range of its own simulations.
Judged judged(const Network& network, const std::vector<RoadPlace>& places, const std::vector<double>& distances,
              int simulations) {
    const TempDir dir;
    std::string vertices = "x,y\n", segments = "from,to\n", points = "seg,tp\n";
    std::vector<std::size_t> first_segment;
    std::size_t vertex = 0, segment = 0;
    const auto add_vertex = [&](MapPoint p) {
        vertices += fmt::format("{:.9f},{:.9f}\n", p.x, p.y);
        return ++vertex;
    };
    for (const MapPoint p : network.nodes()) add_vertex(p);
    for (std::uint32_t e = 0; e < network.edges().size(); ++e) {
        const Line& line = network.line_of(e);
        first_segment.push_back(segment + 1);
        std::size_t from = network.edges()[e].from + 1;
        for (std::size_t i = 1; i < line.size(); ++i) {
            const std::size_t to = i + 1 < line.size() ? add_vertex(line[i]) : network.edges()[e].to + 1;
            segments += fmt::format("{},{}\n", from, to);
            from = to;
            ++segment;
        }
    }
    for (const RoadPlace& place : places) {
        const Line& line = network.line_of(place.edge);
        double left = place.offset;
        for (std::size_t i = 1; i < line.size(); ++i) {
            const double step = distance(line[i - 1], line[i]).value;
            if (left <= step || i + 1 == line.size()) {
                points += fmt::format("{},{:.12f}\n", first_segment[place.edge] + i - 1, std::min(1.0, left / step));
                break;
            }
            left -= step;
        }
    }
    dir.write("vertices.csv", vertices);
    dir.write("segments.csv", segments);
    dir.write("places.csv", points);
    const auto file = dir.write("k.R", script);
    std::string listed;
    for (const double d : distances) listed += (listed.empty() ? "" : ";") + number_text(d);
    const Ran ran = run({"Rscript", file.string(), dir.path().string(), listed, std::to_string(simulations)});
    INFO(ran.err);
    REQUIRE(ran.exit_code == 0);
    Judged judged;
    std::istringstream lines(ran.out);
    for (std::string line; std::getline(lines, line);) {
        const auto fields = split(line, ';');
        judged.observed.push_back(*parse_number(fields.at(0)));
        judged.low.push_back(*parse_number(fields.at(1)));
        judged.high.push_back(*parse_number(fields.at(2)));
    }
    REQUIRE(judged.observed.size() == distances.size());
    return judged;
}

}  // namespace

#define BAKEN_NEEDS_SPATSTAT()                                                                                \
    if (!has_spatstat()) {                                                                                    \
        WARN("SKIPPED: spatstat.linnet for R is not here (packages r-base-core and r-cran-spatstat.linnet)"); \
        return;                                                                                               \
    }

TEST_CASE("spatstat counts the same K on a grid of streets") {
    BAKEN_NEEDS_SPATSTAT();
    const Network network(street_grid(5, 100, {0, 0}));
    Rng rng(4);
    std::vector<RoadPlace> places;
    for (int i = 0; i < 60; ++i)
        places.push_back({rng.below(static_cast<std::uint32_t>(network.edges().size())), rng.uniform(0, 100)});
    const std::vector<double> distances{33, 77, 150, 301, 555};
    const NetworkK k = network_k(network, places, {.distances = distances, .simulations = 39}, 1, {});
    const Judged truth = judged(network, places, distances, 1);
    for (std::size_t i = 0; i < distances.size(); ++i) CHECK(k.observed[i] == Approx(truth.observed[i]).epsilon(1e-8));
}

TEST_CASE("spatstat counts the same K of the crimes along the streets of GeoDaNet, and finds them clustered alike") {
    BAKEN_NEEDS_SHARED();
    BAKEN_NEEDS_SPATSTAT();
    const ReadOptions as_they_are{.crs = "EPSG:28992"};  // feet, taken for metres: no conversion
    std::vector<Line> lines;
    for (const Feature& row : read_layer(shared("truth/geodanet/streets.shp"), as_they_are, {}).rows)
        for (const Line& line : std::get<MultiLine>(row.shape)) lines.push_back(line);
    const Network network(std::move(lines));
    const Snapper snapper(network);
    std::vector<RoadPlace> places;
    for (const Feature& row : read_layer(shared("truth/geodanet/crimes.shp"), as_they_are, {}).rows)
        if (const auto snapped = snapper.nearest(std::get<MapPoint>(row.shape), Metres(5000)))
            places.push_back(snapped->place);
    // spatstat leaves pairs at no distance out of its count; a hundredth of a foot makes them pairs for both.
    std::sort(places.begin(), places.end());
    for (std::size_t i = 1; i < places.size(); ++i)
        if (places[i].edge == places[i - 1].edge && places[i].offset < places[i - 1].offset + 0.01)
            places[i].offset = places[i - 1].offset + 0.01;
    for (RoadPlace& p : places) p.offset = std::min(p.offset, network.edges()[p.edge].length);
    CHECK(network.edges().size() == 293);
    CHECK(places.size() == 287);
    const std::vector<double> distances{100, 250, 500, 1000, 1500, 2000, 3000};
    const NetworkK k = network_k(network, places, {.distances = distances, .simulations = 199}, 1, {});
    const Judged truth = judged(network, places, distances, 39);
    for (std::size_t i = 0; i < distances.size(); ++i) {
        WARN("crimes within " << distances[i] << " ft: K " << k.observed[i] << ", envelope " << k.low[i] << " to "
                              << k.high[i] << "; spatstat " << truth.observed[i] << ", its range of 39 " << truth.low[i]
                              << " to " << truth.high[i]);
        CHECK(k.observed[i] == Approx(truth.observed[i]).epsilon(1e-6));
        CHECK((k.observed[i] > k.high[i]) == (truth.observed[i] > truth.high[i]));
        CHECK((k.observed[i] < k.low[i]) == (truth.observed[i] < truth.low[i]));
    }
}
