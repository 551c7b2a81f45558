#pragma once
/// Which groups of a condensed tree are the clusters.

#include "hotspots/condensed_tree.hpp"
#include "hotspots/hdbscan.hpp"

namespace baken {

/// Per place the group that was selected for it, or `CondensedTree::none`.
[[nodiscard]] std::vector<std::uint32_t> select_clusters(const CondensedTree&, Selection);

}  // namespace baken
