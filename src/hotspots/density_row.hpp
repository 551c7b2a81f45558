#pragma once
/// One row of cells of a density surface, by prefix sums (after Chan, U, Choi & Xu 2022, "SLAM: efficient sweep line
/// algorithms for kernel density visualization", SIGMOD).
///
/// Along a row the kernel of a point is a polynomial in the column, from the first column within reach to the last. Its
/// coefficients are added where it begins and taken off behind where it ends; a running sum of coefficients is then the
/// polynomial of all points within reach of a column. Coefficients count from the middle of a block of columns that is
/// twice as wide as a kernel, and every block begins anew: numbers stay near one, so that no digits are lost.

#include "hotspots/density_points.hpp"

#include <array>
#include <span>
#include <vector>

namespace baken {

/// Not to be shared by threads. The points must outlive it.
class DensityRow {
public:
    DensityRow(const DensityPoints&, Kernel);

    /// Sum of weight x (1 - u^2)^2, or (1 - u^2), at the columns of a row; exactly 0 where no point reaches.
    void fill(int row, std::span<double> values);

private:
    /// Coefficients by power, and the number of points: where that is none, so is the sum.
    static constexpr std::size_t powers = 5, parts = powers + 1;
    struct Sum {
        std::array<double, parts> of{};
        void add(const Sum& other) {
            for (std::size_t i = 0; i < parts; ++i) of[i] += other.of[i];
        }
        void take(const Sum& other) {
            for (std::size_t i = 0; i < parts; ++i) of[i] -= other.of[i];
        }
    };
    struct Block {
        int begin = 0, end = 0;  ///< columns
        int shift = 0;           ///< from a column to its change; each block has one more, for what ends with it
        double middle = 0;
    };

    template <Kernel kernel>
    static Sum polynomial(double weight, double left, double t);
    void find_reach(int row, std::size_t begin, std::size_t count);
    template <Kernel kernel>
    void add(int row);
    template <Kernel kernel>
    void sum_up(std::span<double> values);
    [[nodiscard]] Sum& change_at(const Block& in, int column) {
        return changes_[static_cast<std::size_t>(column + in.shift)];
    }

    const DensityPoints& points_;
    Kernel kernel_;
    std::vector<Block> blocks_;
    std::vector<int> block_of_;  ///< of each column
    std::vector<Sum> changes_;

    static constexpr std::size_t chunk = 256;
    std::array<double, chunk> left_{};           ///< of one, when the distance to the row is taken off
    std::array<int, chunk> first_{}, behind_{};  ///< columns within reach
};

}  // namespace baken
