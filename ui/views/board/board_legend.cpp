#include "ui/views/board/board_legend.hpp"

#include "ui/views/board/glyphs.hpp"
#include "ui/views/look.hpp"

#include <QPainter>

namespace baken {

BoardLegend::BoardLegend(Speech say, QWidget* parent) : QWidget(parent) {
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    const auto look = [this] { return Look::of(palette()); };
    for (const Theme theme : all_themes)
        entries_.push_back({to_qt(name_of(theme, say.language())),
                            [look, theme](QPainter& p, const QRectF& box) { draw_theme(p, box, theme, look().text); }});
    const auto tile = [look](QPainter& p, const QRectF& box, bool is_done) {
        p.setBrush(is_done ? QBrush(look().is_dark ? look().check : look().good) : QBrush(look().surface));
        p.setPen(QPen(look().check, 1.4));
        p.drawRoundedRect(box.adjusted(1, 1, -1, -1), 2, 2);
    };
    entries_.push_back({say("gepland", "planned"), [tile](QPainter& p, const QRectF& box) { tile(p, box, false); }});
    entries_.push_back({say("uitgevoerd", "done"), [tile](QPainter& p, const QRectF& box) { tile(p, box, true); }});
    entries_.push_back({say("vervallen", "cancelled"), [tile, look](QPainter& p, const QRectF& box) {
                            tile(p, box, false);
                            draw_cross(p, box, look().bad);
                        }});
    entries_.push_back(
        {say("vergrendeld", "locked"), [look](QPainter& p, const QRectF& box) { draw_lock(p, box, look().text); }});
    entries_.push_back({say("donkere-dagencontrole", "dark-days check"),
                        [look](QPainter& p, const QRectF& box) { draw_moon(p, box, look().dark_hours); }});
    entries_.push_back({say("breekt een regel", "breaks a rule"),
                        [look](QPainter& p, const QRectF& box) { draw_warning(p, box, look().bad, look().surface); }});
    entries_.push_back({say("deel in het donker", "part in the dark"), [look](QPainter& p, const QRectF& box) {
                            const QRectF bar(box.left(), box.center().y() - 2, box.width(), 4);
                            p.fillRect(bar, look().daylight.darker(look().is_dark ? 100 : 112));
                            p.fillRect(QRectF(bar.left(), bar.top(), bar.width() * 0.6, 4), look().dark_hours);
                        }});
    entries_.push_back({say("gesloten dag", "closed day"), [look](QPainter& p, const QRectF& box) {
                            p.fillRect(box, QBrush(look().soft, Qt::BDiagPattern));
                        }});
    setAccessibleName(say("Legenda", "Legend"));
}

template <class Visit>
int BoardLegend::flow(int width, Visit&& visit) const {
    const QFontMetrics metrics(secondary_font(font()));
    const int line = metrics.height() + gap_1;
    int x = gap_3, y = gap_1;
    for (const Entry& entry : entries_) {
        const int wide = metrics.height() + gap_1 + metrics.horizontalAdvance(entry.text);
        if (x > gap_3 && x + wide > width - gap_3) {
            x = gap_3;
            y += line;
        }
        visit(entry, QRectF(x, y, wide, metrics.height()));
        x += wide + gap_4;
    }
    return y + line;
}

int BoardLegend::heightForWidth(int width) const {
    return flow(width, [](const Entry&, const QRectF&) {});
}

QSize BoardLegend::sizeHint() const {
    const int wide = QFontMetrics(font()).averageCharWidth() * 110;
    return {wide, heightForWidth(wide)};
}

void BoardLegend::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Look look = Look::of(palette());
    painter.setFont(secondary_font(font()));
    flow(width(), [&](const Entry& entry, const QRectF& place) {
        const QRectF sign(place.left(), place.top() + 1, place.height() - 2, place.height() - 2);
        painter.setBrush(Qt::NoBrush);
        entry.draw(painter, sign);
        painter.setPen(look.soft);
        painter.drawText(place.adjusted(place.height() + gap_1, 0, gap_1, 0), Qt::AlignVCenter | Qt::AlignLeft,
                         entry.text);
    });
}

}  // namespace baken
