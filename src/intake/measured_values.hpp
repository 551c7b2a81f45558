#pragma once
/// Numbers as lists of speed measurements write them, and in what the share of vehicles above the limit is written.
///
///     measured_number("52,4 km/u");      // 52.4
///     measured_number("n.b.");           // blank: nothing was measured

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace baken {

struct MeasuredNumber {
    bool is_blank = false;        ///< nothing, "-", "n.b.", "onbekend"
    std::optional<double> value;  ///< nothing although not blank: no number
    bool is_percent = false;      ///< a % stands behind it
};

/// Without the unit behind it (km/h, km/u, kmh, kph, %). Nothing is guessed: "50-60" is no number.
[[nodiscard]] MeasuredNumber measured_number(std::string_view);

/// Whether a column of shares holds percentages (12) or shares (0.12). The numbers of the whole file decide, for a name
/// is a claim only: a sheet writes a cell that shows 12 % as 0.12. One number above 1 makes them all percentages.
class ShareUnit {
public:
    void look(const MeasuredNumber&);
    /// 0..1, or nothing where it is outside.
    [[nodiscard]] std::optional<double> share(const MeasuredNumber&) const;
    /// What the receipt says of it; empty: the column holds no numbers.
    [[nodiscard]] std::string note(std::string_view column) const;

private:
    std::size_t plain_ = 0;  ///< numbers without a % behind them
    double largest_ = 0;
    [[nodiscard]] bool holds_percentages() const { return largest_ > 1; }
};

}  // namespace baken
