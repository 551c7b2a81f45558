#include "hotspots/labelled_sets.hpp"

#include "hotspots/hdbscan.hpp"

#include <fmt/format.h>

using namespace baken;
using namespace baken::test;

TEST_CASE("clusters by density find the published classes") {
    BAKEN_NEEDS_SHARED();
    // What R's dbscan reaches with the same sizes, less 0.01: no method without a shape in mind reaches 1 on these.
    struct Case {
        const char* name;
        std::size_t points;
        int size;
        double floor;
    };
    std::string table;
    for (const Case& one : {Case{"aggregation", 788, 10, 0.79}, Case{"compound", 399, 3, 0.91},
                            Case{"flame", 240, 3, 0.76}, Case{"jain", 373, 10, 0.89}}) {
        const LabelledSet set = labelled_set(one.name);
        REQUIRE(set.points.size() == one.points);
        const Labels labels = cluster_by_density(set.points, {.min_cluster_size = one.size, .core_size = one.size}, {});
        const double rand = adjusted_rand(labels, set.classes);
        INFO(one.name << " with " << one.size);
        CHECK(rand > one.floor);
        table += fmt::format("{} ({}): {:.4f}  ", one.name, one.size, rand);
    }
    WARN("adjusted Rand index: " << table);
}

TEST_CASE("the adjusted Rand index is as its formula says") {
    // Two partitions of six worked by hand: 2 pairs are together in both, 4 in each, of 15.
    const std::vector<int> a{0, 0, 0, 1, 1, 2}, b{0, 0, 1, 1, 1, 2};
    const double expected = 4.0 * 4 / 15;
    CHECK(adjusted_rand(a, b) == Approx((2 - expected) / (4 - expected)));
    CHECK(adjusted_rand(a, a) == 1);
}
