#include "ui/views/charts/plot_panels.hpp"

#include "ui/views/charts/mark_pointer.hpp"
#include "ui/views/charts/plot_view.hpp"

#include <QEvent>
#include <QLabel>

#include <algorithm>

namespace baken {

PlotPanels::PlotPanels(Speech say, int least_width, QWidget* parent)
    : QWidget(parent), say_(say), least_width_(least_width) {
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void PlotPanels::draw(std::vector<PlotPanel> panels) {
    double top = 0;
    for (const PlotPanel& panel : panels) top = std::max(top, panel.data.highest());
    while (plots_.size() > panels.size()) {
        delete plots_.back();
        plots_.pop_back();
        delete names_.back();
        names_.pop_back();
    }
    while (plots_.size() < panels.size()) {
        auto* name = new QLabel(this);
        name->setTextFormat(Qt::PlainText);
        name->show();
        names_.push_back(name);
        auto* plot = new PlotView(say_, this);
        plot->setContextMenuPolicy(Qt::NoContextMenu);
        plot->show();
        const int at = static_cast<int>(plots_.size());
        connect(plot->pointer(), &MarkPointer::clicked, this, [this, at](int mark) { emit clicked(at, mark); });
        plots_.push_back(plot);
    }
    for (std::size_t i = 0; i < panels.size(); ++i) {
        names_[i]->setText(panels[i].name);
        panels[i].data.top = top;
        plots_[i]->draw(std::move(panels[i].data));
    }
    restyle();
    updateGeometry();
    arrange();
}

std::vector<MarkPointer*> PlotPanels::pointers() const {
    std::vector<MarkPointer*> found;
    for (const PlotView* plot : plots_) found.push_back(plot->pointer());
    return found;
}

int PlotPanels::columns_for(int width) const {
    const int least = QFontMetrics(secondary_font(font())).averageCharWidth() * least_width_;
    const int most = std::max(1, static_cast<int>(plots_.size()));
    return std::clamp((width + gap_3) / std::max(1, least + gap_3), 1, std::min(4, most));
}

int PlotPanels::row_height(int row, int columns) const {
    const std::size_t first = static_cast<std::size_t>(row * columns);
    const std::size_t end = std::min(plots_.size(), first + static_cast<std::size_t>(columns));
    int plot = 0;
    for (std::size_t i = first; i < end; ++i) plot = std::max(plot, plots_[i]->sizeHint().height());
    return first < end ? names_[first]->sizeHint().height() + plot + gap_2 : 0;
}

int PlotPanels::heightForWidth(int width) const {
    const int columns = columns_for(width);
    int sum = 0;
    for (int row = 0; row * columns < static_cast<int>(plots_.size()); ++row) sum += row_height(row, columns);
    return sum;
}

QSize PlotPanels::sizeHint() const {
    const int width = QFontMetrics(secondary_font(font())).averageCharWidth() * 40;
    return {width, heightForWidth(width)};
}

QSize PlotPanels::minimumSizeHint() const {
    return {QFontMetrics(secondary_font(font())).averageCharWidth() * 16, row_height(0, 1)};
}

void PlotPanels::arrange() {
    const int columns = columns_for(width());
    const int wide = (width() - (columns - 1) * gap_3) / columns;
    int y = 0;
    for (std::size_t i = 0; i < plots_.size(); ++i) {
        const int column = static_cast<int>(i) % columns, high = row_height(static_cast<int>(i) / columns, columns);
        const int x = column * (wide + gap_3), name = names_[i]->sizeHint().height();
        const int plot = plots_[i]->sizeHint().height();
        names_[i]->setGeometry(x, y, wide, name);
        // Standing on one line: a plot with a key above it is higher.
        plots_[i]->setGeometry(x, y + high - gap_2 - plot, wide, plot);
        if (column == columns - 1) y += high;
    }
}

void PlotPanels::restyle() {
    const Look look = Look::of(palette());
    for (QLabel* name : names_) {
        QPalette own = name->palette();
        own.setColor(QPalette::WindowText, look.text);
        name->setPalette(own);
        name->setFont(secondary_font(font()));
    }
}

void PlotPanels::resizeEvent(QResizeEvent*) { arrange(); }

bool PlotPanels::event(QEvent* event) {
    // A plot found out at its new width that it needs a key, or needs none.
    if (event->type() == QEvent::LayoutRequest) {
        updateGeometry();
        arrange();
    }
    return QWidget::event(event);
}

void PlotPanels::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() != QEvent::PaletteChange && event->type() != QEvent::FontChange) return;
    restyle();
    updateGeometry();
    arrange();
}

}  // namespace baken
