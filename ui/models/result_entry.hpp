#pragma once
/// What stands in the entry form of a check, and what there is to ask about it before it is kept.

#include "model/edit.hpp"
#include "ui/models/speech.hpp"

#include <QStringList>

#include <vector>

namespace baken {

struct ResultEntry {
    CheckStatus status = CheckStatus::planned;
    CheckResult result;
    auto operator<=>(const ResultEntry&) const = default;
};

[[nodiscard]] ResultEntry entry_of(const Check&);
/// A check that was done and of which nothing was written down has no result yet; one that was not done has none.
[[nodiscard]] RecordResult record_of(const CheckId&, const ResultEntry&);

/// Doubts in words, none of them a refusal: "Meer testen (30) dan voertuigen (20)."
[[nodiscard]] QStringList questions_about(const ResultEntry&, const Speech&);

/// Kinds of fines that the form offers for a check: those in its result, then those of its theme.
[[nodiscard]] std::vector<std::string> offered_kinds(Theme, const CheckResult&);

}  // namespace baken
