#pragma once
/// The hard rules as rows of a linear program: at most so many checks in a stretch of days. Cliques, not pairs: one row
/// says for a whole window what pairs would need dozens for, and says it more tightly.

#include "planning/candidates.hpp"

#include <compare>
#include <utility>
#include <vector>

namespace baken::planning {

enum class RowFamily { gap, revisit, spacing, crew_day, crew_week, crew_moment, region_day };

/// "At most `cap` of the candidates that belong to `index` (and `theme`) on the days from..to."
struct WindowRow {
    RowFamily family = RowFamily::gap;
    std::size_t index = 0;  ///< municipality, hotspot, clique of near hotspots, or crew
    int theme = 0;          ///< of a spacing row
    int from = 0, to = 0;
    int moment = 0;  ///< of a crew_moment row: minute of day `to` at which at most one check can run
    int cap = 1;
    auto operator<=>(const WindowRow&) const = default;
};

/// A candidate and its share in a solution of the linear program.
using Share = std::pair<CandidateId, double>;

class WindowRows {
public:
    WindowRows(const Problem&, const CandidateSet&);

    [[nodiscard]] bool holds(const WindowRow&, const Candidate&) const;
    /// Rows that the solution breaks, the worst of overlapping ones, in a fixed order.
    [[nodiscard]] std::vector<WindowRow> broken(const std::vector<Share>&) const;
    /// Groups of hotspots that are all near each other; each near pair and each hotspot is in at least one.
    [[nodiscard]] const std::vector<std::vector<std::size_t>>& cliques() const { return cliques_; }

private:
    void build_cliques();
    void slide(WindowRow row, int length, std::vector<std::pair<int, double>>& by_day,
               std::vector<WindowRow>& out) const;
    [[nodiscard]] bool is_pinned(const Candidate& c) const {
        return c.is_locked() && set_->is_pinned[static_cast<std::size_t>(c.lock)];
    }

    const Problem* problem_;
    const CandidateSet* set_;
    std::vector<std::vector<std::size_t>> cliques_;
    std::vector<std::vector<std::size_t>> cliques_of_;  ///< per hotspot
};

}  // namespace baken::planning
