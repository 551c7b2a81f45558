#pragma once
/// Paper: a page of the window as it stands, on one sheet in landscape, with its name and the date of printing.

#include "ui/models/speech.hpp"

class QPrinter;
class QWidget;

namespace baken {

/// Asks for a printer (or a PDF file) and prints.
void print_view(QWidget* over, const Speech&, QWidget* page, const QString& title);
/// The same without asking.
void print_to(QPrinter&, const Speech&, QWidget* page, const QString& title);

}  // namespace baken
