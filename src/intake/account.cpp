#include "intake/account.hpp"

#include "base/error.hpp"
#include "intake/column_map.hpp"
#include "intake/privacy.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

namespace baken {

Account::Account(const SourceSettings& source, std::string_view kind, const OpenedFile& file) {
    receipt_.source = source.path.filename().string();
    receipt_.kind = kind;
    receipt_.sha256 = file.sha256;
    receipt_.encoding = file.encoding;
    receipt_.notes = file.notes;
}

void Account::reject(std::size_t line, std::string column, std::string reason) {
    ++receipt_.rejected;
    receipt_.rejected_rows.push_back({line, std::move(column), std::move(reason)});
}

void Account::filter(const std::string& rule) {
    ++receipt_.filtered;
    ++receipt_.filtered_by[rule];
}

void Account::note_privacy(const std::vector<std::string>& columns) {
    if (const auto names = private_columns(columns); !names.empty())
        note(fmt::format("not kept, for privacy: {}", listed(names)));
}

Receipt Account::closed(const RowSource& rows) {
    receipt_.columns = rows.fills();
    std::stable_sort(receipt_.rejected_rows.begin(), receipt_.rejected_rows.end(),
                     [](const RejectedRow& a, const RejectedRow& b) { return a.line < b.line; });
    if (receipt_.read == 0)
        throw InputError(fmt::format("the file has a header and no rows; its columns are: {}", listed(rows.columns())));
    if (receipt_.rejected == receipt_.read) {
        std::string reasons;
        for (std::size_t i = 0; i < std::min<std::size_t>(receipt_.rejected_rows.size(), 3); ++i) {
            const RejectedRow& row = receipt_.rejected_rows[i];
            reasons += fmt::format("; line {}: {}", row.line, row.reason);
        }
        throw InputError(fmt::format(
            "none of its {} rows can be used{}; the file has the columns: {}; 'baken inspect' shows how it is read",
            receipt_.read, reasons, listed(rows.columns())));
    }
    if (receipt_.placed + receipt_.unplaced == 0 && receipt_.outside_region > 0)
        note(fmt::format("nothing of this file lies in the region: {} rows lie outside it", receipt_.outside_region));
    if (receipt_.filtered > 0 && receipt_.filtered + receipt_.rejected == receipt_.read)
        note(
            "no category of this file is about traffic: name the right column with columns = { category = \"...\" } or "
            "give categories their theme under themes");
    if (!receipt_.is_balanced()) throw InternalError("the receipt does not balance");
    return receipt_;
}

}  // namespace baken
