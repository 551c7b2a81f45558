#pragma once
/// What a municipality can write to the people who complained: what was reported, what was found, what will be done, or
/// why not, and where to turn to. Months and never a day, counts as the public gets them, no remark of the review.
///
///     for (const auto& municipality : complaint_answers(project)) answers_page(project, municipality);

#include "model/project.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace baken {

struct AnswerPart {
    std::string heading;
    std::vector<std::string> paragraphs;
};

/// About one place; it stands by itself, so that it can be copied into a letter.
struct ComplaintAnswer {
    std::string place;  ///< by roads that are public: "Van Heemstraweg"
    std::vector<AnswerPart> parts;
};

struct MunicipalityAnswers {
    std::uint32_t municipality = 0;  ///< index into the region's
    std::vector<ComplaintAnswer> answers;
};

/// Municipalities with complaints, in the region's order; their places by name, and last an answer for reports from
/// elsewhere, where there are any.
[[nodiscard]] std::vector<MunicipalityAnswers> complaint_answers(const Project&);

/// HTML with headings and paragraphs only, which word processors take as they are.
[[nodiscard]] std::string answers_page(const Project&, const MunicipalityAnswers&);
[[nodiscard]] std::string answers_text(const Project&, const MunicipalityAnswers&);

}  // namespace baken
