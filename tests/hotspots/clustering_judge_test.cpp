/// Clusters beside those of R's dbscan and of scikit-learn.

#include "base/random.hpp"
#include "hotspots/hdbscan.hpp"
#include "hotspots/labelled_sets.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <sstream>

using namespace baken;
using namespace baken::test;

namespace {

/// R settles ties by the order of rows and the paper by removing all links of one length at once, so events that join a
/// cluster at the very distance at which it joins another are taken out of R's clusters again, with R's own hierarchy.
constexpr const char* hdbscan_in_r = R"(
suppressMessages(library(dbscan))
arguments <- commandArgs(trailingOnly = TRUE)
points <- as.matrix(read.csv(arguments[1], header = FALSE))
size <- as.integer(arguments[2])
found <- hdbscan(points, minPts = size)
tree <- attr(found, "hdbscan")
mutual <- pmax(as.matrix(dist(points)), outer(found$coredist, found$coredist, pmax))
label <- found$cluster
for (cluster in setdiff(unique(label), 0)) {
  members <- which(label == cluster)
  birth <- tree[[as.character(attr(tree, "cl_map")[[as.character(cluster)]])]]$eps_birth
  groups <- cutree(hclust(as.dist(mutual[members, members]), method = "single"), h = birth * (1 - 1e-12))
  label[members[groups != which.max(tabulate(groups))]] <- 0
}
cat(label - 1, "\n")
)";

constexpr const char* dbscan_in_python = R"(
import sys, numpy
from sklearn.cluster import DBSCAN
rows = numpy.loadtxt(sys.argv[1], delimiter=",")
found = DBSCAN(eps=float(sys.argv[2]), min_samples=int(sys.argv[3])).fit(rows[:, :2], sample_weight=rows[:, 2])
cores = numpy.zeros(len(rows), dtype=int)
cores[found.core_sample_indices_] = 1
print(*found.labels_)
print(*cores)
)";

std::vector<int> numbers_of(const std::string& line) {
    std::istringstream words(line);
    std::vector<int> numbers;
    for (int number = 0; words >> number;) numbers.push_back(number);
    return numbers;
}

bool has_r_dbscan() {
    static const bool there = run({"Rscript", "--vanilla", "-e", "library(dbscan)"}).exit_code == 0;
    return there;
}

bool has_scikit_learn() {
    static const bool there = run({"/usr/bin/python3", "-c", "import sklearn"}).exit_code == 0;
    return there;
}

}  // namespace

TEST_CASE("labelled sets are clustered by density as R's dbscan clusters them") {
    BAKEN_NEEDS_SHARED();
    if (!has_r_dbscan()) {
        WARN("SKIPPED: R's dbscan is not here (package r-cran-dbscan)");
        return;
    }
    // Not among them: jain with 8, 15 and compound with 8. R lets a part of fewer than minPts events stay in its
    // cluster until its last two events part, where the paper lets it go at once; so its sums of stability are higher.
    const std::vector<std::pair<std::string, std::vector<int>>> cases{{"aggregation", {3, 5, 10, 20}},
                                                                      {"compound", {3, 5, 10, 20}},
                                                                      {"flame", {3, 5, 10, 20}},
                                                                      {"jain", {3, 5, 10, 20}}};
    const TempDir folder;
    const auto script = folder.write("hdbscan.R", hdbscan_in_r);
    for (const auto& [name, sizes] : cases) {
        const LabelledSet set = labelled_set(name);
        std::string csv;
        for (const MapPoint p : set.points) csv += fmt::format("{},{}\n", p.x, p.y);
        const auto points = folder.write(name + ".csv", csv);
        for (const int size : sizes) {
            INFO(name << " with " << size);
            const Ran ran = run({"Rscript", "--vanilla", script.string(), points.string(), std::to_string(size)});
            INFO(ran.err);
            REQUIRE(ran.exit_code == 0);
            const Labels ours = cluster_by_density(set.points, {.min_cluster_size = size, .core_size = size}, {});
            const std::vector<int> theirs = numbers_of(ran.out);
            REQUIRE(theirs.size() == ours.size());
            CHECK(adjusted_rand(ours, theirs) == Approx(1).margin(1e-12));
            CHECK(std::count(ours.begin(), ours.end(), noise) == std::count(theirs.begin(), theirs.end(), noise));
        }
    }
}

TEST_CASE("weighted events have the cores, the noise and the clusters of scikit-learn's DBSCAN") {
    if (!has_scikit_learn()) {
        WARN("SKIPPED: scikit-learn is not here (package python3-sklearn)");
        return;
    }
    const TempDir folder;
    const auto script = folder.write("dbscan.py", dbscan_in_python);
    Rng rng(31);
    for (int round = 0; round < 5; ++round) {
        std::vector<MapPoint> points;
        std::vector<double> weights;
        std::string csv;
        for (int i = 0; i < 3000; ++i) {
            points.push_back({rng.uniform(0, 4000), rng.uniform(0, 4000)});
            weights.push_back(0.25 * rng.below(12));
            csv += fmt::format("{},{},{}\n", points.back().x, points.back().y, weights.back());
        }
        const ClusterOptions options{.reach = Metres(50 + 15 * round), .core_size = 4 + round};
        const Ran ran = run({"/usr/bin/python3", script.string(), folder.write("points.csv", csv).string(),
                             fmt::format("{}", options.reach.value), std::to_string(options.core_size)});
        INFO(ran.err);
        REQUIRE(ran.exit_code == 0);
        const Labels ours = cluster_events(points, options, {}, weights);
        const std::vector<bool> cores = core_events(points, options, weights);
        const std::size_t second = ran.out.find('\n');
        const std::vector<int> theirs = numbers_of(ran.out.substr(0, second));
        const std::vector<int> their_cores = numbers_of(ran.out.substr(second));
        REQUIRE(theirs.size() == points.size());
        REQUIRE(their_cores.size() == points.size());
        std::vector<int> our_core_labels, their_core_labels;
        for (std::size_t i = 0; i < points.size(); ++i) {
            REQUIRE(cores[i] == (their_cores[i] == 1));
            REQUIRE((ours[i] == noise) == (theirs[i] == noise));
            if (!cores[i]) continue;  // a border event between two clusters may go to either
            our_core_labels.push_back(ours[i]);
            their_core_labels.push_back(theirs[i]);
        }
        REQUIRE(our_core_labels.size() > 100);
        CHECK(adjusted_rand(our_core_labels, their_core_labels) == Approx(1).margin(1e-12));
    }
}
