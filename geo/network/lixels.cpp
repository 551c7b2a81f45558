#include "geo/network/lixels.hpp"

#include "base/error.hpp"

#include <cmath>

#include <fmt/format.h>

namespace baken {

std::vector<Lixel> lixels_of(const Network& network, Metres piece, Metres at_least) {
    if (!(piece.value > 0) || !(at_least.value >= 0) || at_least.value > piece.value)
        throw InputError(
            fmt::format("pieces of road of {} m, {} m at least, cannot be made", piece.value, at_least.value));
    std::vector<Lixel> lixels;
    for (std::uint32_t e = 0; e < network.edges().size(); ++e) {
        const double length = network.edges()[e].length;
        double from = 0;
        for (std::uint32_t i = 1; length - from > piece.value; ++i) {
            const double to = piece.value * i;
            if (length - to < at_least.value) break;
            lixels.push_back({e, from, to});
            from = to;
        }
        if (length > from) lixels.push_back({e, from, length});
    }
    return lixels;
}

}  // namespace baken
