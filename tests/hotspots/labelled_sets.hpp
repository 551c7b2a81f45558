#pragma once
/// Published point sets whose classes are known, and how far two ways to cluster agree.

#include "base/text.hpp"
#include "geo/core/point.hpp"
#include "support/support.hpp"

#include <map>
#include <sstream>

namespace baken::test {

struct LabelledSet {
    std::vector<MapPoint> points;
    std::vector<int> classes;
};

inline constexpr const char* labelled_names[] = {"aggregation", "compound", "flame", "jain"};

/// From the shared data: x, y, class.
inline LabelledSet labelled_set(const std::string& name) {
    LabelledSet set;
    std::istringstream lines(content_of(shared("truth/clustering/" + name + ".arff")));
    for (std::string line; std::getline(lines, line);) {
        double x = 0, y = 0;
        int c = 0;
        if (!line.empty() && std::sscanf(line.c_str(), "%lf,%lf,%d", &x, &y, &c) == 3) {
            set.points.push_back({x, y});
            set.classes.push_back(c);
        }
    }
    return set;
}

/// Adjusted Rand index (Hubert & Arabie 1985): 1 for the same partition, about 0 for chance. Noise is a class of its
/// own.
inline double adjusted_rand(const std::vector<int>& a, const std::vector<int>& b) {
    std::map<std::pair<int, int>, double> both;
    std::map<int, double> of_a, of_b;
    for (std::size_t i = 0; i < a.size(); ++i) {
        ++both[{a[i], b[i]}];
        ++of_a[a[i]];
        ++of_b[b[i]];
    }
    const auto pairs = [](const auto& counts) {
        double sum = 0;
        for (const auto& [key, n] : counts) sum += n * (n - 1) / 2;
        return sum;
    };
    const auto n = static_cast<double>(a.size());
    const double expected = pairs(of_a) * pairs(of_b) / (n * (n - 1) / 2);
    const double most = (pairs(of_a) + pairs(of_b)) / 2;
    return most == expected ? 1 : (pairs(both) - expected) / (most - expected);
}

}  // namespace baken::test
