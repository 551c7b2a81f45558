#pragma once
/// Things that grow together (union-find with path halving).

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <vector>

namespace baken {

/// The lower number leads a group.
class Groups {
public:
    explicit Groups(std::size_t count) : leader_(count) { std::iota(leader_.begin(), leader_.end(), 0U); }
    std::uint32_t leader(std::uint32_t i) {
        while (leader_[i] != i) i = leader_[i] = leader_[leader_[i]];
        return i;
    }
    /// Whether they were apart.
    bool join(std::uint32_t a, std::uint32_t b) {
        a = leader(a);
        b = leader(b);
        leader_[std::max(a, b)] = std::min(a, b);
        return a != b;
    }

private:
    std::vector<std::uint32_t> leader_;
};

}  // namespace baken
