#pragma once
/// Colours of printed pages and pictures: Okabe-Ito's set, with which the colour-blind see differences, darkened where
/// it falls short of 3:1 on white. The desktop's light palette has the same (ui/views/look).

#include <array>
#include <string_view>

namespace baken::ink {

inline constexpr std::string_view fatal = "#d55e00", injury = "#c47f00", damage_only = "#868d98", complaint = "#0072b2",
                                  check = "#009e73", good = "#00644c", bad = "#a8201a", warn = "#7a4b00",
                                  accent = "#1f3a6e", dark = "#332288", twilight = "#b8a9e0", daylight = "#fdf3c4",
                                  text = "#1d2127", soft = "#565d68", line = "#d9dce2", surface = "#ffffff",
                                  raised = "#f4f5f8";
/// Where accidents lie along the road: one hue from light to dark, each 3:1 or more on white; wider as it darkens.
inline constexpr std::array<std::string_view, 5> density{"#d07a2a", "#b95f12", "#9a4a0a", "#783706", "#4f2303"};
inline constexpr std::string_view stretch = "#1f3a6e";
/// One hue from light to dark, for five classes.
inline constexpr std::array<std::string_view, 5> steps{"#dbe5f5", "#b0c6e8", "#7a9dd3", "#4570b4", "#1f3a6e"};

}  // namespace baken::ink
