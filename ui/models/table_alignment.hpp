#pragma once
/// How the text of a table's cell stands: numbers to the right, so that their digits are below each other.

#include <QVariant>

namespace baken {

/// For Qt::TextAlignmentRole.
[[nodiscard]] inline QVariant cell_alignment(bool is_number) {
    return static_cast<int>((is_number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
}

}  // namespace baken
