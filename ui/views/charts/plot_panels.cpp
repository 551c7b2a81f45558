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

int PlotPanels::panel_height() const {
    if (plots_.empty()) return 0;
    int plot = 0;
    for (const PlotView* view : plots_) plot = std::max(plot, view->sizeHint().height());
    return names_.front()->sizeHint().height() + plot + gap_2;
}

int PlotPanels::heightForWidth(int width) const {
    const int columns = columns_for(width);
    return (static_cast<int>(plots_.size()) + columns - 1) / columns * panel_height();
}

QSize PlotPanels::sizeHint() const {
    const int width = QFontMetrics(secondary_font(font())).averageCharWidth() * 40;
    return {width, heightForWidth(width)};
}

QSize PlotPanels::minimumSizeHint() const {
    return {QFontMetrics(secondary_font(font())).averageCharWidth() * 16, panel_height()};
}

void PlotPanels::arrange() {
    const int columns = columns_for(width()), high = panel_height();
    const int wide = (width() - (columns - 1) * gap_3) / columns;
    for (std::size_t i = 0; i < plots_.size(); ++i) {
        const int x = static_cast<int>(i) % columns * (wide + gap_3), y = static_cast<int>(i) / columns * high;
        const int name = names_[i]->sizeHint().height();
        names_[i]->setGeometry(x, y, wide, name);
        plots_[i]->setGeometry(x, y + name, wide, high - name - gap_2);
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

void PlotPanels::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() != QEvent::PaletteChange && event->type() != QEvent::FontChange) return;
    restyle();
    updateGeometry();
    arrange();
}

}  // namespace baken
