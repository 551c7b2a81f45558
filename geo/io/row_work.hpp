#pragma once
/// How far a writer is, and whether it shall go on. For the writers.

#include "base/work.hpp"
#include "geo/io/feature.hpp"

namespace baken {

/// Called for every row; looks up now and then. Throws Cancelled.
inline void at_row(const Work& work, const FeatureTable& table, std::size_t row) {
    constexpr std::size_t seldom = 1024;
    if (row % seldom != 0) return;
    work.check_stop();
    work.progress("writing " + table.name, static_cast<double>(row) / static_cast<double>(table.rows.size()));
}

}  // namespace baken
