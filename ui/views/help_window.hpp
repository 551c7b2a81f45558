#pragma once
/// F1: the guide, in the language of the window, opened where the page is explained.

#include "ui/models/speech.hpp"

class QWidget;

namespace baken {

/// `section`: its number in the guide ("## 4. ..."); 0 the beginning.
void show_help_window(QWidget* over, const Speech&, int section);

}  // namespace baken
