#pragma once
/// One row of a file of accidents as a value.

#include "intake/column_map.hpp"
#include "intake/coordinates.hpp"
#include "intake/rows.hpp"
#include "model/event.hpp"
#include "model/receipt.hpp"

#include <optional>
#include <string>
#include <variant>

namespace baken {

struct AccidentRow {
    Accident accident;         ///< without its point and its municipality
    std::string municipality;  ///< as the row names it
    std::size_t line = 0;
    std::size_t content = 0;  ///< equal for rows with equal text
};

class AccidentReader {
public:
    AccidentReader(const RowSource&, const ColumnMap&, bool needs_number);

    /// The row at hand, or why it cannot be used.
    [[nodiscard]] std::variant<AccidentRow, RejectedRow> read() const;
    [[nodiscard]] bool has_dates() const { return date_.has_value(); }

private:
    using Column = std::optional<std::size_t>;
    [[nodiscard]] std::string_view text(const Column& column) const {
        return column ? rows_.field(*column) : std::string_view{};
    }
    [[nodiscard]] RejectedRow rejected(const Column&, std::string reason) const;
    [[nodiscard]] std::string number() const;
    [[nodiscard]] LocationKey location(const Accident&) const;
    void read_attributes(Accident&) const;

    const RowSource& rows_;
    bool needs_number_;
    Column number_, year_, outcome_, parties_, first_, first_remark_, second_, second_remark_, link_, built_up_, speed_,
        light_, junction_, section_, hectometre_, street_, place_, manager_, municipality_, alcohol_, date_, time_;
};

/// "2.00512E+12": a number that a sheet has rounded away.
[[nodiscard]] bool is_rounded_number(std::string_view);

}  // namespace baken
