#pragma once
/// The clauses of a certificate in the order in which the agreement is read.

#include "base/language.hpp"
#include "model/check.hpp"

#include <string>
#include <vector>

namespace baken {

enum class ClauseGroup { quota, dark_days, campaigns, region_day, locks, complaints, other, prohibitions };

[[nodiscard]] ClauseGroup group_of(const Clause&);
[[nodiscard]] std::string_view title_of(ClauseGroup, Language);

struct ClauseSection {
    ClauseGroup group = ClauseGroup::other;
    std::vector<const Clause*> clauses;  ///< in the certificate's order
    [[nodiscard]] int required() const;
    [[nodiscard]] int met() const;  ///< never more than required, clause by clause
    [[nodiscard]] bool ok() const;
};

/// Groups that have a clause, in reading order. They point into the certificate, which must outlive them.
[[nodiscard]] std::vector<ClauseSection> sections_of(const Certificate&);

}  // namespace baken
