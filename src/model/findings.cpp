#include "model/findings.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <tuple>

namespace baken {

CellEvidence evidence_of(const CellFinding& cell) {
    if (cell.q_value <= largest_q)
        return cell.pattern == LocalPattern::high_high ? CellEvidence::hot_cluster : CellEvidence::hot;
    switch (cell.pattern) {
        case LocalPattern::high_high: return CellEvidence::high_high;
        case LocalPattern::high_low: return CellEvidence::high_low;
        case LocalPattern::low_high: return CellEvidence::low_high;
        case LocalPattern::low_low: return CellEvidence::low_low;
        case LocalPattern::none: break;
    }
    return CellEvidence::none;
}

std::string_view code_of(CellEvidence evidence) {
    static constexpr std::array<std::string_view, 7> codes{"none",      "low_low", "low_high",   "high_low",
                                                           "high_high", "hot",     "hot_cluster"};
    return codes[static_cast<std::size_t>(evidence)];
}

std::vector<std::size_t> stretches_by_rank(const Findings& findings) {
    const auto& all = findings.stretches;
    std::vector<std::size_t> order(all.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return std::make_tuple(all[a].q_value, -all[a].ratio, std::string_view(all[a].id)) <
               std::make_tuple(all[b].q_value, -all[b].ratio, std::string_view(all[b].id));
    });
    return order;
}

std::vector<int> ranks_of_stretches(const Findings& findings) {
    std::vector<int> ranks(findings.stretches.size());
    int rank = 0;
    for (const std::size_t row : stretches_by_rank(findings)) ranks[row] = ++rank;
    return ranks;
}

int junctions_among(const Findings& findings) {
    return static_cast<int>(std::count_if(
        findings.stretches.begin(), findings.stretches.end(),
        [](const StretchFinding& stretch) { return stretch.method == StretchFinding::Method::junction; }));
}

int striking_stretches(const Findings& findings) {
    return static_cast<int>(std::count_if(findings.stretches.begin(), findings.stretches.end(),
                                          [](const StretchFinding& stretch) { return stretch.q_value <= largest_q; }));
}

int striking_cells(const Findings& findings) {
    return static_cast<int>(std::count_if(findings.cells.begin(), findings.cells.end(),
                                          [](const CellFinding& cell) { return cell.q_value <= largest_q; }));
}

}  // namespace baken
