#pragma once
/// The briefing sheet of a check: one A4 that a crew takes along, with the map, the light of the day, why here, what to
/// look at, and the form for what it gave.
///
/// One page of HTML for three readers: a browser, LibreOffice Writer (which makes tagged PDF and .docx of it) and Qt's
/// QTextDocument. So: tables and styles at each element, pictures as data in the page, no style sheet that one of them
/// would not know. It holds neither who complained nor what they wrote.
///
///     write(briefing_name(project, check) + ".html", briefing_page(project, check));

#include "model/project.hpp"

#include <string>

namespace baken {

[[nodiscard]] std::string briefing_page(const Project&, const Check&);

/// File name without its ending: "2027-03-12-heumen-GM0252-2027-02". Letters, digits and hyphens only.
[[nodiscard]] std::string briefing_name(const Project&, const Check&);

}  // namespace baken
