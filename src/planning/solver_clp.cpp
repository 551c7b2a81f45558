#include "planning/linear_program.hpp"

#include <ClpSimplex.hpp>

namespace baken::planning {

namespace {

/// Clp's arrays want rows or columns in bulk; one at a time would copy the whole matrix for each.
struct Bulk {
    std::vector<double> low, high, cost, elements;
    std::vector<CoinBigIndex> starts{0};
    std::vector<int> indices;

    void add(double lower, double upper, double price, const std::vector<Entry>& entries) {
        low.push_back(lower);
        high.push_back(upper);
        cost.push_back(price);
        for (const Entry& entry : entries) {
            indices.push_back(entry.index);
            elements.push_back(entry.coefficient);
        }
        starts.push_back(static_cast<CoinBigIndex>(indices.size()));
    }
    [[nodiscard]] int size() const { return static_cast<int>(low.size()); }
};

}  // namespace

class LinearProgram::Engine {
public:
    Engine() {
        model_.setLogLevel(0);
        model_.setOptimizationDirection(1);
        model_.setPrimalTolerance(1e-9);
        model_.setDualTolerance(1e-9);
    }

    int add_row(double low, double high, const std::vector<Entry>& columns) {
        if (new_columns_.size() > 0) pass_columns();
        new_rows_.add(low, high, 0, columns);
        return model_.numberRows() + new_rows_.size() - 1;
    }
    int add_column(double cost, double low, double high, const std::vector<Entry>& rows) {
        if (new_rows_.size() > 0) pass_rows();
        new_columns_.add(low, high, -cost, rows);  // Clp minimises
        return model_.numberColumns() + new_columns_.size() - 1;
    }
    void pass() {
        if (new_rows_.size() > 0) pass_rows();
        if (new_columns_.size() > 0) pass_columns();
    }
    ClpSimplex& model() { return model_; }
    [[nodiscard]] const ClpSimplex& model() const { return model_; }
    [[nodiscard]] int rows() const { return model_.numberRows() + new_rows_.size(); }
    [[nodiscard]] int columns() const { return model_.numberColumns() + new_columns_.size(); }

    bool solve() {
        const bool has_new_rows = new_rows_.size() > 0 || has_new_bounds_;
        pass();
        has_new_bounds_ = false;
        if (is_first_)
            model_.initialSolve();
        else if (has_new_rows)
            model_.dual();
        else
            model_.primal();
        is_first_ = false;
        if (model_.status() == 0) return true;
        if (model_.status() == 1) return false;
        model_.allSlackBasis(true);  // numerical trouble: once more from the beginning
        model_.primal();
        return model_.status() == 0;
    }

    bool has_new_bounds_ = false;

private:
    void pass_rows() {
        model_.addRows(new_rows_.size(), new_rows_.low.data(), new_rows_.high.data(), new_rows_.starts.data(),
                       new_rows_.indices.data(), new_rows_.elements.data());
        new_rows_ = {};
    }
    void pass_columns() {
        model_.addColumns(new_columns_.size(), new_columns_.low.data(), new_columns_.high.data(),
                          new_columns_.cost.data(), new_columns_.starts.data(), new_columns_.indices.data(),
                          new_columns_.elements.data());
        new_columns_ = {};
    }

    ClpSimplex model_;
    Bulk new_rows_, new_columns_;
    bool is_first_ = true;
};

LinearProgram::LinearProgram() : engine_(std::make_unique<Engine>()) {}
LinearProgram::~LinearProgram() = default;
LinearProgram::LinearProgram(LinearProgram&&) noexcept = default;
LinearProgram& LinearProgram::operator=(LinearProgram&&) noexcept = default;

int LinearProgram::add_row(double low, double high, const std::vector<Entry>& columns) {
    return engine_->add_row(low <= -unbounded ? -COIN_DBL_MAX : low, high >= unbounded ? COIN_DBL_MAX : high, columns);
}
int LinearProgram::add_column(double cost, double low, double high, const std::vector<Entry>& rows) {
    return engine_->add_column(cost, low, high >= unbounded ? COIN_DBL_MAX : high, rows);
}
void LinearProgram::set_row_bounds(int row, double low, double high) {
    engine_->pass();
    engine_->model().setRowBounds(row, low <= -unbounded ? -COIN_DBL_MAX : low,
                                  high >= unbounded ? COIN_DBL_MAX : high);
    engine_->has_new_bounds_ = true;
}
void LinearProgram::set_column_bounds(int column, double low, double high) {
    engine_->pass();
    engine_->model().setColumnBounds(column, low, high >= unbounded ? COIN_DBL_MAX : high);
    engine_->has_new_bounds_ = true;
}
void LinearProgram::set_cost(int column, double cost) {
    engine_->pass();
    engine_->model().setObjectiveCoefficient(column, -cost);
}
bool LinearProgram::solve() { return engine_->solve(); }
double LinearProgram::objective() const { return -engine_->model().objectiveValue(); }
double LinearProgram::value(int column) const { return engine_->model().getColSolution()[column]; }
double LinearProgram::dual(int row) const { return -engine_->model().getRowPrice()[row]; }
int LinearProgram::rows() const { return engine_->rows(); }
int LinearProgram::columns() const { return engine_->columns(); }

}  // namespace baken::planning
