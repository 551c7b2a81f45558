// Contrast as it stands on the screen: of every word that the window shows, measured on its picture.

#include "support/support.hpp"
#include "ui/support/patience.hpp"
#include "ui/views/look.hpp"

#include <QAbstractButton>
#include <QLabel>

#include <map>

using namespace baken;
using namespace baken::test;

namespace {

/// The colour that most of the picture has, and the colour farthest from it that more than a few pixels have: ground
/// and ink.
double measured_contrast(const QImage& picture) {
    std::map<QRgb, int> counts;
    for (int y = 0; y < picture.height(); ++y)
        for (int x = 0; x < picture.width(); ++x) ++counts[picture.pixel(x, y)];
    QRgb ground = 0;
    int most = 0;
    for (const auto& [colour, count] : counts)
        if (count > most) {
            most = count;
            ground = colour;
        }
    double best = 1;
    for (const auto& [colour, count] : counts)
        if (count >= 3) best = std::max(best, contrast(QColor(colour), QColor(ground)));
    return best;
}

QString words_of(const QWidget* widget) {
    if (const auto* label = qobject_cast<const QLabel*>(widget)) return label->text();
    if (const auto* button = qobject_cast<const QAbstractButton*>(widget)) return button->text();
    return {};
}

}  // namespace

TEST_CASE("every word on every page has a contrast of 4.5 on the picture of the window, light and dark") {
    const TempDir folder;
    for (const Shade shade : {Shade::light, Shade::dark}) {
        apply_shade(*qApp, shade);
        Memory memory(QString::fromStdString((folder / "memory.ini").string()));
        memory.set_folder(QString::fromStdString(folder.path().string()));
        MainWindow window{Speech(Language::nl), memory};
        window.resize(1600, 1000);
        window.show();
        REQUIRE(plan_demo(window));
        int measured = 0;
        for (int page = 0; page < 6; ++page) {
            window.show_page(static_cast<Page>(page));
            QTest::qWait(50);
            const QImage picture = window.grab().toImage().convertToFormat(QImage::Format_RGB32);
            for (const QWidget* widget : window.findChildren<QWidget*>()) {
                if (!widget->isVisible() || !widget->isEnabled() || words_of(widget).trimmed().size() < 2) continue;
                const QRect part(widget->mapTo(&window, QPoint(0, 0)), widget->size());
                const QRect seen = widget->visibleRegion().boundingRect().translated(part.topLeft());
                if (seen.width() < 12 || seen.height() < 8) continue;
                INFO("page " << page << ", '" << words_of(widget).left(40).toStdString() << "'");
                CHECK(measured_contrast(picture.copy(seen)) >= 4.5);
                ++measured;
            }
        }
        CHECK(measured > 100);
    }
    apply_shade(*qApp, Shade::light);
}
