#include "hotspots/scan_windows.hpp"

#include "base/error.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace baken {

namespace {

constexpr double hair = 1e-9;  // sums of shares of accidents are whole to this

}  // namespace

double log_likelihood_ratio(double count, double expected, double total) {
    if (!(count > expected * (1 + hair)) || !(expected > 0)) return 0;
    const double outside = total - count;
    const double within = count * std::log(count / expected);
    return outside > hair ? within + outside * std::log(outside / (total - expected)) : within;
}

ScanCells::ScanCells(std::span<const RoadChain> chains, std::uint32_t municipality, Metres step)
    : step_(step.value), chain_of_(chains.size(), 0) {
    if (!(step_ > 0)) throw InputError(fmt::format("a window cannot slide by {} m; give more than 0", step_));
    for (std::uint32_t i = 0; i < chains.size(); ++i) {
        if (chains[i].municipality != municipality) continue;
        const auto cells = std::max<std::size_t>(1, static_cast<std::size_t>(chains[i].length / step_ + hair));
        chain_of_[i] = static_cast<std::uint32_t>(chains_.size());
        chains_.push_back({i, size_, size_ + cells, chains[i].length});
        size_ += cells;
        length_ += chains[i].length;
    }
}

ScanWindows::ScanWindows(const ScanCells& cells, std::span<const Metres> lengths, double total, double at_least)
    : cells_(&cells), total_(total), at_least_(at_least) {
    for (const Metres length : lengths) {
        if (!(length.value > 0))
            throw InputError(fmt::format("a window of {} m cannot slide; give more than 0", length.value));
        steps_.push_back(std::max<std::size_t>(1, static_cast<std::size_t>(std::lround(length.value / cells.step()))));
    }
    std::sort(steps_.begin(), steps_.end());
    steps_.erase(std::unique(steps_.begin(), steps_.end()), steps_.end());
}

std::vector<double> ScanWindows::sums_of(std::span<const double> counts) const {
    std::vector<double> sums(counts.size() + 1, 0);
    for (std::size_t i = 0; i < counts.size(); ++i) sums[i + 1] = sums[i] + counts[i];
    return sums;
}

double ScanWindows::highest(std::span<const double> counts) const {
    const std::vector<double> sums = sums_of(counts);
    double highest = 0;
    const auto consider = [&](double count, double metres) {
        if (count < at_least_ - hair) return;
        highest = std::max(highest, log_likelihood_ratio(count, expected_of(metres), total_));
    };
    for (const std::size_t steps : steps_) {
        // Windows of whole steps expect the same, so the one with most accidents has the highest ratio.
        double most = 0;
        for (const ScanCells::Chain& chain : cells_->chains()) {
            if (chain.last - chain.first <= steps) continue;
            const double* from = sums.data() + chain.first;
            const std::size_t windows = chain.last - chain.first - steps;
            for (std::size_t i = 0; i < windows; ++i) most = std::max(most, from[i + steps] - from[i]);
            const std::size_t tail = chain.last - steps;
            consider(sums[chain.last] - sums[tail], chain.length - cells_->start_of(chain, tail));
        }
        consider(most, cells_->step() * static_cast<double>(steps));
    }
    for (const ScanCells::Chain& chain : cells_->chains())
        if (!steps_.empty() && chain.last - chain.first <= steps_.back())
            consider(sums[chain.last] - sums[chain.first], chain.length);
    return highest;
}

std::vector<ScanWindow> ScanWindows::apart(std::span<const double> counts) const {
    const std::vector<double> sums = sums_of(counts);
    std::vector<ScanWindow> windows;
    const auto offer = [&](const ScanCells::Chain& chain, std::size_t first, std::size_t last) {
        ScanWindow window{.chain = chain.number,
                          .from = cells_->start_of(chain, first),
                          .to = cells_->start_of(chain, last),
                          .count = sums[last] - sums[first],
                          .first = first,
                          .last = last};
        if (window.count < at_least_ - hair) return;
        window.expected = expected_of(window.to - window.from);
        window.ratio = log_likelihood_ratio(window.count, window.expected, total_);
        if (window.ratio > 0) windows.push_back(window);
    };
    for (const ScanCells::Chain& chain : cells_->chains()) {
        for (const std::size_t steps : steps_) {
            if (chain.last - chain.first <= steps) continue;
            for (std::size_t first = chain.first; first + steps <= chain.last; ++first)
                offer(chain, first, first + steps);
        }
        if (!steps_.empty() && chain.last - chain.first <= steps_.back()) offer(chain, chain.first, chain.last);
    }
    // Equal but for their last digits is equal.
    std::sort(windows.begin(), windows.end(), [](const ScanWindow& a, const ScanWindow& b) {
        const auto rounded = [](double ratio) { return std::llround(ratio * 1e8); };
        if (rounded(a.ratio) != rounded(b.ratio)) return a.ratio > b.ratio;
        return a.first != b.first ? a.first < b.first : a.last < b.last;
    });
    std::vector<bool> is_taken(counts.size(), false);
    std::vector<ScanWindow> apart;
    for (const ScanWindow& window : windows) {
        const auto from = is_taken.begin() + static_cast<std::ptrdiff_t>(window.first);
        const auto to = is_taken.begin() + static_cast<std::ptrdiff_t>(window.last);
        if (std::find(from, to, true) != to) continue;
        std::fill(from, to, true);
        apart.push_back(window);
    }
    return apart;
}

}  // namespace baken
