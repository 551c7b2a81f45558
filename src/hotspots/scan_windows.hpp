#pragma once
/// A window that slides along chains of road and asks everywhere whether more lies in it than chance would put there
/// (Kulldorff 1997, "A spatial scan statistic", the Poisson model, one-sided).
///
///     const ScanCells cells(chains, 25_m);
///     std::vector<double> counts(cells.size());
///     cells.add(span, 1, counts);
///     const ScanWindows scan(cells, lengths, total, at_least);
///     scan.highest(counts);                        // of one set of accidents, observed or simulated
///     scan.apart(counts);                          // all windows that stand out, none over another

#include "base/quantity.hpp"
#include "hotspots/road_chains.hpp"

#include <span>
#include <vector>

namespace baken {

/// log of (c/e)^c ((C-c)/(C-e))^(C-c), C being all accidents; 0 unless c > e. Counts need not be whole.
[[nodiscard]] double log_likelihood_ratio(double count, double expected, double total);

/// Chains cut into pieces of one length; the last piece of a chain takes up what is left over.
class ScanCells {
public:
    struct Chain {
        std::uint32_t number = 0;         ///< among the chains given
        std::size_t first = 0, last = 0;  ///< its cells: first .. last - 1
        double length = 0;
    };

    /// Of one municipality.
    ScanCells(std::span<const RoadChain>, std::uint32_t municipality, Metres step);

    [[nodiscard]] std::size_t size() const { return size_; }
    [[nodiscard]] double step() const { return step_; }
    [[nodiscard]] double length() const { return length_; }  ///< of all
    [[nodiscard]] std::span<const Chain> chains() const { return chains_; }
    /// Metres along its chain at which a cell begins; for one after the chain's last: where that ends.
    [[nodiscard]] double start_of(const Chain& chain, std::size_t cell) const {
        return cell == chain.last ? chain.length : step_ * static_cast<double>(cell - chain.first);
    }
    /// Calls `take(cell, share)` for the cells that a part of a chain lies in; shares add up to 1. A part without
    /// length lies in one cell.
    template <class Take>
    void for_each_cell(const RoadChains::Span& span, Take&& take) const {
        const Chain& chain = chains_[chain_of_[span.chain]];
        const auto cell_at = [&](double at) {
            const auto cell = static_cast<std::size_t>(at > 0 ? at / step_ : 0);
            return std::min(chain.first + cell, chain.last - 1);
        };
        const std::size_t first = cell_at(span.from), last = cell_at(span.to);
        if (first == last) {
            take(first, 1.0);
            return;
        }
        for (std::size_t cell = first; cell <= last; ++cell) {
            const double from = std::max(span.from, start_of(chain, cell));
            const double to = cell == last ? span.to : start_of(chain, cell + 1);
            if (to > from) take(cell, (to - from) / (span.to - span.from));
        }
    }
    void add(const RoadChains::Span& span, double share, std::span<double> counts) const {
        for_each_cell(span, [&](std::size_t cell, double part) { counts[cell] += share * part; });
    }

private:
    double step_ = 1, length_ = 0;
    std::size_t size_ = 0;
    std::vector<Chain> chains_;
    std::vector<std::uint32_t> chain_of_;  ///< of all chains given, place among these
};

struct ScanWindow {
    std::uint32_t chain = 0;  ///< among the chains given
    double from = 0, to = 0;  ///< metres along it
    double count = 0, expected = 0;
    double ratio = 0;                 ///< log likelihood ratio
    std::size_t first = 0, last = 0;  ///< cells
};

class ScanWindows {
public:
    /// `lengths` are rounded to whole steps; a chain shorter than a window is a window itself. Windows with fewer
    /// than `at_least` accidents are passed over. The cells must outlive it.
    ScanWindows(const ScanCells&, std::span<const Metres> lengths, double total, double at_least);

    /// The highest log likelihood ratio of all windows; 0: no window has more than expected.
    [[nodiscard]] double highest(std::span<const double> counts) const;
    /// Windows with more than expected: the highest first, then the highest of those that share no cell with one
    /// before, and so on. Of equals the first along the chains, then the shortest.
    [[nodiscard]] std::vector<ScanWindow> apart(std::span<const double> counts) const;

private:
    [[nodiscard]] std::vector<double> sums_of(std::span<const double> counts) const;
    [[nodiscard]] double expected_of(double metres) const { return total_ * metres / cells_->length(); }

    const ScanCells* cells_;
    std::vector<std::size_t> steps_;  ///< of windows, ascending
    double total_ = 0, at_least_ = 0;
};

}  // namespace baken
