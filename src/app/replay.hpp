#pragma once
/// What the records of a journal come to: the edits that stand, undone ones left out.

#include "app/desk.hpp"
#include "store/journal.hpp"

#include <string>
#include <vector>

namespace baken {

/// One change that stands: an edit, or a state that an undo or redo led to.
struct Standing {
    JournalRecord record;
    bool is_reverse = false;  ///< takes back an edit that the project file holds
};

/// In the order in which they are done again.
[[nodiscard]] std::vector<Standing> standing_of(const std::vector<JournalRecord>&);

[[nodiscard]] LostAndFound found_in(const std::vector<Standing>&);

/// The project after the change.
[[nodiscard]] Project done_again(const Project&, const Standing&);

}  // namespace baken
