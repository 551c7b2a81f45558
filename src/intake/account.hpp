#pragma once
/// Keeps a receipt while a source is read: each row is put in exactly one place.

#include "intake/rows.hpp"
#include "model/receipt.hpp"
#include "model/settings.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace baken {

class Account {
public:
    Account(const SourceSettings&, std::string_view kind, const OpenedFile&);

    void read_row() { ++receipt_.read; }
    void place() { ++receipt_.placed; }
    void leave_unplaced() { ++receipt_.unplaced; }
    void reject(std::size_t line, std::string column, std::string reason);
    void find_duplicate() { ++receipt_.duplicate; }
    void find_outside() { ++receipt_.outside_region; }
    void filter(const std::string& rule);
    void note(std::string text) { receipt_.notes.push_back(std::move(text)); }
    /// Names the columns that hold persons or free text.
    void note_privacy(const std::vector<std::string>& columns);
    Receipt& receipt() { return receipt_; }

    /// Throws InputError when the file has no rows, or none that could be used, with the first reasons and the columns
    /// there are; InternalError when the account does not come out even.
    [[nodiscard]] Receipt closed(const RowSource&);

private:
    Receipt receipt_;
};

}  // namespace baken
