#include "ui/views/charts/ink.hpp"

namespace baken {

QColor ink_on(const QColor& ground, const Look& look) {
    const auto stronger = [&](const QColor& a, const QColor& b) {
        return contrast(a, ground) >= contrast(b, ground) ? a : b;
    };
    const QColor own = stronger(look.text, look.surface);
    return contrast(own, ground) >= 4.5 ? own : stronger(Qt::black, Qt::white);
}

}  // namespace baken
