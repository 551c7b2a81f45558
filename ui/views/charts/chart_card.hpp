#pragma once
/// What all charts share: a title with its unit, the drawing or a sentence in its place, a note, copying as text, the
/// keyboard and the words for a screen reader.
///
///     auto* years = new YearsCard(say, this);
///     years->show(accident_years(project, {.hotspot = 3}));
///     connect(years, &YearsCard::year_clicked, filter, &Filter::set_year);
///
/// One stop in the tab order. Arrows walk over the marks, Enter does what a click does, Ctrl+C copies.

#include <QPointer>
#include <QWidget>

#include "ui/models/chart_table.hpp"
#include "ui/models/speech.hpp"

#include <vector>

class QLabel;
class QVBoxLayout;

namespace baken {

class MarkPointer;

class ChartCard : public QWidget {
    Q_OBJECT

public:
    explicit ChartCard(Speech say, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const;
    [[nodiscard]] QString note() const;
    [[nodiscard]] QString sentence() const;  ///< what stands in place of the drawing; empty: the drawing does
    [[nodiscard]] const ChartTable& numbers() const { return numbers_; }
    void copy_as_text() const;

protected:
    /// The drawing: once, by the constructor of a card.
    void set_body(QWidget* body);
    /// Where the keyboard walks, in reading order; the pointers' surfaces may come and go.
    void set_pointers(const std::vector<MarkPointer*>& pointers);
    /// The numbers, and the words around them. `instead`: what is shown in place of the drawing; empty: nothing is.
    void set_content(ChartTable numbers, const std::string& instead, const std::string& note);
    [[nodiscard]] const Speech& say() const { return say_; }
    /// Fonts and colours, again when the palette or the font changed.
    virtual void restyle();

    void changeEvent(QEvent*) override;
    void keyPressEvent(QKeyEvent*) override;
    void focusInEvent(QFocusEvent*) override;
    void focusOutEvent(QFocusEvent*) override;
    void paintEvent(QPaintEvent*) override;

private:
    void walk(int step, bool is_row);
    void describe(const QString& mark);

    Speech say_;
    QLabel* title_;
    QLabel* sentence_;
    QLabel* note_;
    QVBoxLayout* layout_;
    QWidget* body_ = nullptr;
    std::vector<QPointer<MarkPointer>> pointers_;
    std::size_t here_ = 0;  ///< the pointer that the keyboard is on
    bool has_ring_ = false;
    ChartTable numbers_;
};

}  // namespace baken
