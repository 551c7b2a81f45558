#include "ui/views/look.hpp"

#include "support/catch.hpp"

#include <QApplication>

using namespace baken;

namespace {

Look look_in(Shade shade) {
    apply_shade(*qApp, shade);
    return Look::of(QApplication::palette());
}

}  // namespace

TEST_CASE("contrast is that of WCAG 2.1") {
    CHECK(contrast(Qt::black, Qt::white) == Approx(21.0));
    CHECK(contrast(QColor(0x77, 0x77, 0x77), Qt::white) ==
          Approx(4.48).margin(0.01));  // the well-known grey that just fails
    CHECK(contrast(Qt::white, Qt::black) == contrast(Qt::black, Qt::white));
}

TEST_CASE("text has a contrast of 4.5 and marks one of 3, in light and dark") {
    for (const Shade shade : {Shade::light, Shade::dark}) {
        const Look look = look_in(shade);
        CHECK(look.is_dark == (shade == Shade::dark));
        for (const QColor& ground : {look.surface, look.raised}) {
            for (const QColor& text : {look.text, look.soft, look.accent, look.good, look.bad, look.warn})
                CHECK(contrast(text, ground) >= 4.5);
            for (const QColor& mark :
                 {look.fatal, look.injury, look.damage_only, look.complaint, look.check, look.dark_hours})
                CHECK(contrast(mark, ground) >= 3);
        }
        CHECK(contrast(look.accent_text, look.accent) >= 4.5);
    }
    apply_shade(*qApp, Shade::light);
}

TEST_CASE("five classes grow away from the surface") {
    for (const Shade shade : {Shade::light, Shade::dark}) {
        const Look look = look_in(shade);
        for (int step = 1; step < 5; ++step)
            CHECK(contrast(look.step(step), look.surface) > contrast(look.step(step - 1), look.surface));
    }
    apply_shade(*qApp, Shade::light);
}
