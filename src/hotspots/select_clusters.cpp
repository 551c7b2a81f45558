#include "hotspots/select_clusters.hpp"

namespace baken {

namespace {

/// Groups stand after their parts, so that one walk sees the parts first.
std::vector<char> lasting_best(const std::vector<CondensedTree::Group>& groups) {
    std::vector<char> is_picked(groups.size());
    std::vector<double> of_parts(groups.size());
    for (std::size_t i = 0; i < groups.size(); ++i) {
        const CondensedTree::Group& group = groups[i];
        is_picked[i] = group.is_candidate && group.stability >= of_parts[i] * (1 - 1e-12);  // as well, but for rounding
        const double best = is_picked[i] ? group.stability : of_parts[i];
        if (group.parent != CondensedTree::none) of_parts[group.parent] += best;
    }
    return is_picked;
}

std::vector<char> picked(const std::vector<CondensedTree::Group>& groups, Selection selection) {
    if (selection == Selection::excess_of_mass) return lasting_best(groups);
    std::vector<char> is_picked(groups.size());
    for (std::size_t i = 0; i < groups.size(); ++i)
        is_picked[i] = groups[i].is_candidate && (selection == Selection::widest || !groups[i].has_parts);
    return is_picked;
}

}  // namespace

std::vector<std::uint32_t> select_clusters(const CondensedTree& tree, Selection selection) {
    const std::vector<char> is_picked = picked(tree.groups, selection);
    std::vector<std::uint32_t> cluster(tree.groups.size(), CondensedTree::none);
    for (auto i = static_cast<std::uint32_t>(tree.groups.size()); i-- > 0;) {
        const std::uint32_t parent = tree.groups[i].parent;
        if (parent != CondensedTree::none) cluster[i] = cluster[parent];
        if (cluster[i] == CondensedTree::none && is_picked[i]) cluster[i] = i;
    }
    std::vector<std::uint32_t> of_place(tree.group_of_place.size(), CondensedTree::none);
    for (std::size_t p = 0; p < of_place.size(); ++p)
        if (tree.group_of_place[p] != CondensedTree::none) of_place[p] = cluster[tree.group_of_place[p]];
    return of_place;
}

}  // namespace baken
