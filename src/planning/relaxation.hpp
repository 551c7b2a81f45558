#pragma once
/// The plan as a linear program whose checks may be split: an upper bound on every plan, and a guide to good ones.
/// Columns come by pricing every allowed candidate, rows when a solution breaks them.

#include "base/work.hpp"
#include "planning/linear_program.hpp"
#include "planning/window_rows.hpp"

#include <functional>
#include <set>
#include <vector>

namespace baken::planning {

class Relaxation {
public:
    /// With the choices of all locks; the free candidates come by pricing or add().
    Relaxation(const Problem&, const CandidateSet&);

    void add(const std::vector<CandidateId>&);
    /// Prices candidates and adds broken rows until neither brings anything, at most `rounds` times. False when the
    /// program could not be solved: bound() is then the plain sum of the best values.
    bool generate(int rounds, const Work&);
    /// Solves with the columns there are, adding broken rows.
    bool solve();

    [[nodiscard]] double objective() const { return program_.objective(); }
    /// No plan's objective is higher. Valid after any round.
    [[nodiscard]] double bound() const { return bound_; }
    /// Candidates with a share above zero, by column.
    [[nodiscard]] std::vector<Share> solution() const;
    /// Free candidates whose reduced value is at least `least`: a plan better than the bound by less than -least has no
    /// others.
    [[nodiscard]] std::vector<CandidateId> candidates_above(double least) const;

    /// Makes the bound one on value alone, over the plans whose shortfall weighs at most `penalty`.
    void bound_value_given_penalty(double penalty);

    // Branching: rows and columns whose bounds change from node to node.
    [[nodiscard]] const std::vector<CandidateId>& columns() const { return columns_; }
    [[nodiscard]] int column_of(CandidateId) const;
    [[nodiscard]] double slack(std::size_t requirement) const { return program_.value(slack_[requirement]); }
    [[nodiscard]] int slack_column(std::size_t requirement) const { return slack_[requirement]; }
    int add_count_row(const std::vector<CandidateId>& members);
    void bound_row(int row, double low, double high) { program_.set_row_bounds(row, low, high); }
    void bound_column(int column, double low, double high) { program_.set_column_bounds(column, low, high); }

private:
    struct Duals;
    [[nodiscard]] std::vector<Entry> entries_of(const Candidate&) const;
    bool add_broken_rows();
    void add_group_row(std::size_t group);
    [[nodiscard]] Duals duals() const;
    /// Reduced values of all undominated free candidates.
    template <class Visit>
    void price(Visit&& visit) const;
    [[nodiscard]] double plain_bound() const;

    const Problem* problem_;
    const CandidateSet* set_;
    WindowRows windows_;
    LinearProgram program_;
    double bound_ = 0;
    std::vector<CandidateId> columns_;  ///< candidates in the program
    std::vector<int> column_at_;        ///< their columns in the program
    std::vector<int> column_of_;        ///< per candidate, -1: not in it
    std::vector<int> slack_, requirement_row_, maximum_row_, group_row_;
    std::vector<std::pair<WindowRow, int>> window_rows_;
    std::set<WindowRow> known_;
    std::vector<double> losses_seen_;
};

}  // namespace baken::planning
