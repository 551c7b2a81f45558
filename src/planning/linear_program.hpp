#pragma once
/// A linear program that grows: maximise cost * x with bounds on rows and columns. The one gate to the solver library.

#include <memory>
#include <utility>
#include <vector>

namespace baken::planning {

inline constexpr double unbounded = 1e30;

struct Entry {
    int index = 0;  ///< of the column, when a row is added; of the row, when a column is
    double coefficient = 1;
};

class LinearProgram {
public:
    LinearProgram();
    ~LinearProgram();
    LinearProgram(LinearProgram&&) noexcept;
    LinearProgram& operator=(LinearProgram&&) noexcept;

    int add_row(double low, double high, const std::vector<Entry>& columns = {});
    int add_column(double cost, double low, double high, const std::vector<Entry>& rows = {});
    void set_row_bounds(int row, double low, double high);
    void set_column_bounds(int column, double low, double high);
    void set_cost(int column, double cost);

    /// What was added or changed since the last call is passed on in one go. False when there is no solution (or none
    /// was found).
    bool solve();

    [[nodiscard]] double objective() const;
    [[nodiscard]] double value(int column) const;
    [[nodiscard]] double dual(int row) const;  ///< what one unit more on the right-hand side would bring
    [[nodiscard]] int rows() const;
    [[nodiscard]] int columns() const;

private:
    class Engine;
    std::unique_ptr<Engine> engine_;
};

}  // namespace baken::planning
