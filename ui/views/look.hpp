#pragma once
/// Colours, spacing and type of every view: one accent, Okabe-Ito for categories, light and dark.
///
///     const Look look = Look::of(palette());
///     painter->setPen(look.soft);

#include "model/event.hpp"

#include <QColor>
#include <QPalette>

class QApplication;
class QFont;

namespace baken {

enum class Shade { system, light, dark };

struct Look {
    bool is_dark = false;
    QColor surface, raised, text, soft, line;  ///< soft: secondary text; line: hairlines and grid
    QColor accent, accent_text;                ///< a deep blue, and what is written on it
    QColor good, bad, warn;                    ///< never alone: an icon or a word beside them
    QColor fatal, injury, damage_only;         ///< accidents
    QColor complaint, check;
    QColor dark_hours, twilight, daylight;

    /// By the lightness of the palette's window colour.
    [[nodiscard]] static Look of(const QPalette&);
    [[nodiscard]] QColor outcome(Outcome) const;
    /// Five classes of one hue, weak to strong against the surface.
    [[nodiscard]] QColor step(int class_of_five) const;
    /// Five classes of accidents along the road, weak to strong; each is a mark by itself.
    [[nodiscard]] QColor density(int class_of_five) const;
};

/// Steps of the grid, in pixels.
inline constexpr int gap_1 = 4, gap_2 = 8, gap_3 = 12, gap_4 = 16, gap_6 = 24;

/// Sets style, palette and fonts of the whole program.
void apply_shade(QApplication&, Shade);

[[nodiscard]] QFont secondary_font(const QFont& body);  ///< 85 %
[[nodiscard]] QFont heading_font(const QFont& body);    ///< 120 %, bold

/// (L1 + 0.05) / (L2 + 0.05), WCAG 2.1: 4.5 for text, 3 for marks.
[[nodiscard]] double contrast(const QColor&, const QColor&);

}  // namespace baken
