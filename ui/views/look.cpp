#include "ui/views/look.hpp"

#include "ui/views/style.hpp"

#include <QApplication>
#include <QFont>
#include <QStyle>

#include <algorithm>
#include <array>
#include <cmath>

namespace baken {

namespace {

QColor rgb(unsigned value) { return QColor::fromRgb(value); }

Look light() {
    Look look;
    look.surface = rgb(0xffffff);
    look.raised = rgb(0xf4f5f8);
    look.text = rgb(0x1d2127);
    look.soft = rgb(0x565d68);
    look.line = rgb(0xd9dce2);
    look.accent = rgb(0x1f3a6e);
    look.accent_text = rgb(0xffffff);
    look.good = rgb(0x00644c);
    look.bad = rgb(0xa8201a);
    look.warn = rgb(0x7a4b00);
    look.fatal = rgb(0xd55e00);
    look.injury = rgb(0xc47f00);  // Okabe-Ito orange, darkened: on white it has a contrast of 2.2 and must have 3
    look.damage_only = rgb(0x868d98);
    look.complaint = rgb(0x0072b2);
    look.check = rgb(0x009e73);
    look.dark_hours = rgb(0x332288);
    look.twilight = rgb(0xb8a9e0);
    look.daylight = rgb(0xfdf3c4);
    return look;
}

Look dark() {
    Look look;
    look.is_dark = true;
    look.surface = rgb(0x14171c);
    look.raised = rgb(0x1d2128);
    look.text = rgb(0xe7e9ed);
    look.soft = rgb(0xa5acb8);
    look.line = rgb(0x3a414c);
    look.accent = rgb(0xa9c1ff);
    look.accent_text = rgb(0x10182b);
    look.good = rgb(0x6fd6b4);
    look.bad = rgb(0xff9b92);
    look.warn = rgb(0xf0c46c);
    look.fatal = rgb(0xf07a2c);
    look.injury = rgb(0xf0b73e);
    look.damage_only = rgb(0x8d95a1);
    look.complaint = rgb(0x56b4e9);
    look.check = rgb(0x1fb98d);
    look.dark_hours = rgb(0x6a5fd0);
    look.twilight = rgb(0xa79be0);
    look.daylight = rgb(0xd9c96a);
    return look;
}

QPalette palette_of(const Look& look) {
    QPalette palette(look.surface);
    for (const auto group : {QPalette::Active, QPalette::Inactive, QPalette::Disabled}) {
        const QColor text = group == QPalette::Disabled ? look.soft : look.text;
        palette.setColor(group, QPalette::Window, look.raised);
        palette.setColor(group, QPalette::Base, look.surface);
        palette.setColor(group, QPalette::AlternateBase, look.raised);
        palette.setColor(group, QPalette::Button, look.raised);
        palette.setColor(group, QPalette::ToolTipBase, look.surface);
        palette.setColor(group, QPalette::ToolTipText, look.text);
        for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
            palette.setColor(group, role, text);
        palette.setColor(group, QPalette::PlaceholderText, look.soft);
        palette.setColor(group, QPalette::BrightText, look.bad);
        palette.setColor(group, QPalette::Highlight, look.accent);
        palette.setColor(group, QPalette::HighlightedText, look.accent_text);
        palette.setColor(group, QPalette::Link, look.accent);
        palette.setColor(group, QPalette::LinkVisited, look.accent);
        palette.setColor(group, QPalette::Light, look.surface);
        palette.setColor(group, QPalette::Midlight, look.line);
        palette.setColor(group, QPalette::Mid, look.line);
        palette.setColor(group, QPalette::Dark, look.soft);
        palette.setColor(group, QPalette::Shadow, look.text);
    }
    return palette;
}

double luminance(const QColor& colour) {
    const auto part = [](double c) { return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    return 0.2126 * part(colour.redF()) + 0.7152 * part(colour.greenF()) + 0.0722 * part(colour.blueF());
}

QFont scaled(QFont font, double by) {
    if (font.pointSizeF() > 0)
        font.setPointSizeF(font.pointSizeF() * by);
    else
        font.setPixelSize(static_cast<int>(std::lround(font.pixelSize() * by)));
    return font;
}

}  // namespace

Look Look::of(const QPalette& palette) { return palette.color(QPalette::Window).lightness() < 128 ? dark() : light(); }

QColor Look::outcome(Outcome outcome) const {
    switch (outcome) {
        case Outcome::fatal: return fatal;
        case Outcome::injury: return injury;
        case Outcome::damage_only: return damage_only;
    }
    return damage_only;
}

QColor Look::step(int class_of_five) const {
    static constexpr std::array<unsigned, 5> on_white{0xdbe5f5, 0xb0c6e8, 0x7a9dd3, 0x4570b4, 0x1f3a6e};
    static constexpr std::array<unsigned, 5> on_black{0x253455, 0x34507f, 0x4f74b3, 0x7b9fe3, 0xbcd0ff};
    const auto at = static_cast<std::size_t>(std::clamp(class_of_five, 0, 4));
    return rgb(is_dark ? on_black[at] : on_white[at]);
}

QColor Look::density(int class_of_five) const {
    static constexpr std::array<unsigned, 5> on_white{0xd07a2a, 0xb95f12, 0x9a4a0a, 0x783706, 0x4f2303};
    static constexpr std::array<unsigned, 5> on_black{0xa85c1e, 0xc4722c, 0xe08f45, 0xf2b377, 0xfbdcbd};
    const auto at = static_cast<std::size_t>(std::clamp(class_of_five, 0, 4));
    return rgb(is_dark ? on_black[at] : on_white[at]);
}

void apply_shade(QApplication& application, Shade shade) {
    QApplication::setStyle(new BakenStyle);  // the application takes it over
    const bool is_dark =
        shade == Shade::dark ||
        (shade == Shade::system && QApplication::style()->standardPalette().color(QPalette::Window).lightness() < 128);
    application.setPalette(palette_of(is_dark ? dark() : light()));
}

QFont secondary_font(const QFont& body) { return scaled(body, 0.85); }

QFont heading_font(const QFont& body) {
    QFont font = scaled(body, 1.2);
    font.setWeight(QFont::DemiBold);
    return font;
}

double contrast(const QColor& a, const QColor& b) {
    const double one = luminance(a) + 0.05, other = luminance(b) + 0.05;
    return std::max(one, other) / std::min(one, other);
}

}  // namespace baken
