#pragma once
/// A check in the words of the desktop, the same on the board, in the table and on the panel.

#include "model/project.hpp"
#include "ui/models/speech.hpp"

#include <QString>
#include <QStringList>

#include <vector>

namespace baken {

[[nodiscard]] QString status_word(CheckStatus, Speech);  ///< "gepland" "uitgevoerd" "vervallen"
[[nodiscard]] QString place_of(const Project&, const Check&);
[[nodiscard]] QString municipality_of(const Project&, const Check&);
[[nodiscard]] QString crew_of(const Project&, const Check&);
/// The name of the calendar's block with these hours; empty when there is none.
[[nodiscard]] QString block_of(const Project&, const Check&);
/// The crews of the settings, or the one that stands in where none is written.
[[nodiscard]] std::vector<CrewSettings> crews_of(const Settings&);

[[nodiscard]] QString check_name(const Project&, const Check&, Speech);  ///< "vr 12 mrt 21:30–23:30, Van Heemstraweg"
/// Line by line: name, place, theme and kind, crew, campaign, darkness, status, broken rules, reason.
[[nodiscard]] QStringList check_story(const Project&, const Check&, const QStringList& broken, Speech);

/// "−0,8 %", "+0,3 %" of the value of the whole plan; "±0 %" when it rounds to nothing.
[[nodiscard]] QString price_text(double change, double whole, Speech);

}  // namespace baken
