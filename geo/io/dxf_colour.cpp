#include "geo/io/dxf_text.hpp"

#include <array>
#include <charconv>
#include <limits>

namespace baken {

namespace {

using Colour = std::array<int, 3>;

/// One of the 24 hues at full light: red, and on by fifteen degrees.
Colour hue(int step) {
    constexpr int full = 255;
    const int sector = step / 4, part = full * (step % 4) / 4, rest = full - part;
    switch (sector) {
        case 0: return {full, part, 0};
        case 1: return {rest, full, 0};
        case 2: return {0, full, part};
        case 3: return {0, rest, full};
        case 4: return {part, 0, full};
        default: return {full, 0, rest};
    }
}

/// The index: nine named colours, 24 hues in five lights, each also with half its colour, and six greys.
Colour indexed(int number) {
    constexpr std::array<Colour, 10> named{{{0, 0, 0},
                                            {255, 0, 0},
                                            {255, 255, 0},
                                            {0, 255, 0},
                                            {0, 255, 255},
                                            {0, 0, 255},
                                            {255, 0, 255},
                                            {255, 255, 255},
                                            {128, 128, 128},
                                            {192, 192, 192}}};
    constexpr std::array<int, 5> lights{255, 189, 129, 104, 79};
    constexpr std::array<int, 6> greys{51, 80, 105, 130, 190, 255};
    if (number < 10) return named.at(static_cast<std::size_t>(number));
    if (number >= 250) {
        const int grey = greys.at(static_cast<std::size_t>(number - 250));
        return {grey, grey, grey};
    }
    const int light = lights.at(static_cast<std::size_t>(number % 10 / 2));
    Colour colour = hue(number / 10 - 1);
    for (int& part : colour) {
        if (number % 2 == 1) part = 255 - (255 - part) / 3;
        part = part * light / 255;
    }
    return colour;
}

}  // namespace

int dxf_colour(const std::string& colour) {
    constexpr int black_or_white = 7;  // what stands out from the ground
    if (colour.size() != 7) return black_or_white;
    Colour wanted{};
    for (std::size_t i = 0; i < 3; ++i)
        std::from_chars(colour.data() + 1 + 2 * i, colour.data() + 3 + 2 * i, wanted.at(i), 16);
    int best = black_or_white, least = std::numeric_limits<int>::max();
    for (int number = 1; number < 255; ++number) {
        const Colour here = indexed(number);
        int apart = 0;
        for (std::size_t i = 0; i < 3; ++i) apart += (wanted.at(i) - here.at(i)) * (wanted.at(i) - here.at(i));
        if (apart < least) {
            least = apart;
            best = number;
        }
    }
    return best;
}

}  // namespace baken
