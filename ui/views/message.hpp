#pragma once
/// Questions and bad news, in boxes whose buttons say what they do.

#include "ui/models/session.hpp"

class QWidget;

namespace baken {

void show_failure(QWidget* over, const Speech&, const QString& what, const QString& why);
/// True: take the edits back in. False: open without them.
[[nodiscard]] bool ask_recovery(QWidget* over, const Speech&, const LostAndFound&, const QString& project);
/// "N edits between A and B, the last one: ..."
[[nodiscard]] QString recovery_words(const Speech&, const LostAndFound&, const QString& project);
void show_about(QWidget* over, const Speech&);

}  // namespace baken
