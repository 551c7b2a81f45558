#include "hotspots/shared_null.hpp"

#include "base/parallel.hpp"
#include "hotspots/counter_random.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <bit>
#include <numeric>
#include <utility>

namespace baken {

namespace {

constexpr std::size_t parts = 32;

/// Deals the first cards of a deck that is put back in order afterwards, so that each deal depends on its number only.
class Deck {
public:
    explicit Deck(std::size_t cards) : cards_(cards) { std::iota(cards_.begin(), cards_.end(), 0U); }

    void deal(const CounterRandom& random, std::uint32_t permutation, std::span<std::uint32_t> dealt) {
        const auto all = static_cast<std::uint32_t>(cards_.size());
        swapped_.clear();
        for (std::uint32_t place = 0; place < dealt.size(); ++place) {
            const std::uint32_t with = place + random.below(permutation, place, all - place);
            std::swap(cards_[place], cards_[with]);
            swapped_.push_back(with);
            dealt[place] = cards_[place];
        }
        for (std::size_t place = swapped_.size(); place-- > 0;) std::swap(cards_[place], cards_[swapped_[place]]);
    }

private:
    std::vector<std::uint32_t> cards_, swapped_;
};

/// Least significant digit first, over the bits in which the sums differ.
void sort_sums(std::vector<std::int64_t>& sums) {
    constexpr unsigned bits = 11;
    const std::int64_t least = *std::min_element(sums.begin(), sums.end());
    std::uint64_t used = 0;
    for (const std::int64_t sum : sums) used |= static_cast<std::uint64_t>(sum - least);
    std::vector<std::int64_t> moved(sums.size());
    std::array<std::uint32_t, std::size_t{1} << bits> start{};
    for (auto shift = static_cast<unsigned>(std::countr_zero(used)); shift < 64 && used >> shift != 0; shift += bits) {
        const auto digit = [&](std::int64_t sum) {
            return static_cast<std::uint64_t>(sum - least) >> shift & ((1U << bits) - 1U);
        };
        start.fill(0);
        for (const std::int64_t sum : sums) ++start[digit(sum)];
        std::uint32_t before = 0;
        for (std::uint32_t& count : start) before += std::exchange(count, before);
        for (const std::int64_t sum : sums) moved[start[digit(sum)]++] = sum;
        sums.swap(moved);
    }
}

TailCounts counts_in(const std::vector<std::int64_t>& sorted, std::int64_t sum) {
    const auto [first, last] = std::equal_range(sorted.begin(), sorted.end(), sum);
    return {static_cast<int>(sorted.end() - first), static_cast<int>(last - sorted.begin())};
}

}  // namespace

SharedNull::SharedNull(std::span<const std::int64_t> values, std::span<const std::uint32_t> sizes,
                       const NullOptions& options, const Work& work)
    : values_(values.begin(), values.end()), sizes_(sizes.begin(), sizes.end()) {
    std::sort(values_.begin(), values_.end());
    std::sort(sizes_.begin(), sizes_.end());
    sizes_.erase(std::unique(sizes_.begin(), sizes_.end()), sizes_.end());
    if (options.permutations < 1)
        throw InputError(fmt::format("{} permutations were asked for; take 999 or more", options.permutations));
    if (!sizes_.empty() && sizes_.back() > values_.size())
        throw InternalError(fmt::format("a sum of {} of {} units", sizes_.back(), values_.size()));
    if (!sizes_.empty()) deal(options, work);
}

void SharedNull::deal(const NullOptions& options, const Work& work) {
    const auto permutations = static_cast<std::size_t>(options.permutations);
    const std::size_t cards = sizes_.back();
    std::vector<std::uint32_t> dealt(permutations * cards);
    sums_.assign(sizes_.size(), {std::vector<std::int64_t>(permutations), {}});
    const CounterRandom random(options.seed);
    // A deck per thread would do; one per part costs little more and keeps threads out of this.
    in_pieces(parts, 1, work, [&](std::size_t part, std::size_t) {
        Deck deck(values_.size());
        for (std::size_t p = permutations * part / parts; p < permutations * (part + 1) / parts; ++p) {
            const std::span<std::uint32_t> hand(dealt.data() + p * cards, cards);
            deck.deal(random, static_cast<std::uint32_t>(p), hand);
            std::int64_t sum = 0;
            std::size_t place = 0;
            for (std::size_t s = 0; s < sizes_.size(); ++s) {
                for (; place < sizes_[s]; ++place) sum += values_[hand[place]];
                sums_[s].dealt[p] = sum;
            }
        }
    });
    in_pieces(sums_.size(), 1, work, [&](std::size_t part, std::size_t) {
        Sums& sums = sums_[part];
        sums.sorted = sums.dealt;
        sort_sums(sums.sorted);
    });
    list_dealings(dealt, options.permutations);
}

void SharedNull::list_dealings(std::span<const std::uint32_t> dealt, int permutations) {
    first_.assign(values_.size() + 1, 0);
    for (const std::uint32_t card : dealt) ++first_[card + 1];
    std::partial_sum(first_.begin(), first_.end(), first_.begin());
    std::vector<std::uint32_t> next(first_.begin(), first_.end() - 1);
    dealings_.resize(dealt.size());
    const auto cards = static_cast<std::uint32_t>(sizes_.back());
    for (std::uint32_t p = 0, at = 0; p < static_cast<std::uint32_t>(permutations); ++p)
        for (std::uint32_t place = 0; place < cards; ++place, ++at) dealings_[next[dealt[at]]++] = {p, place};
}

const SharedNull::Sums& SharedNull::sums(std::uint32_t size) const {
    const auto at = std::lower_bound(sizes_.begin(), sizes_.end(), size);
    if (at == sizes_.end() || *at != size) throw InternalError(fmt::format("no sums of {} units were simulated", size));
    return sums_[static_cast<std::size_t>(at - sizes_.begin())];
}

TailCounts SharedNull::of_all(std::uint32_t size, std::int64_t sum) const { return counts_in(sums(size).sorted, sum); }

TailCounts SharedNull::of_others(std::uint32_t size, std::int64_t own, std::int64_t sum) const {
    const Sums& these = sums(size);
    const Sums& with_next = sums(size + 1);
    TailCounts counts = counts_in(these.sorted, sum);
    // Of units with one value it does not matter which is left out: the first of them always is.
    const auto unit = static_cast<std::size_t>(std::lower_bound(values_.begin(), values_.end(), own) - values_.begin());
    for (std::uint32_t at = first_[unit]; at < first_[unit + 1]; ++at) {
        const auto [permutation, place] = dealings_[at];
        if (place >= size) continue;
        const std::int64_t with_own = these.dealt[permutation];
        const std::int64_t without = with_next.dealt[permutation] - own;
        counts.at_least += (without >= sum ? 1 : 0) - (with_own >= sum ? 1 : 0);
        counts.at_most += (without <= sum ? 1 : 0) - (with_own <= sum ? 1 : 0);
    }
    return counts;
}

}  // namespace baken
