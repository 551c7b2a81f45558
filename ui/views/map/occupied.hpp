#pragma once
/// Room that is taken on the map, so that no two labels want one place.
///
///     if (occupied.take(rect)) labels.push_back(...);      // false: something of more weight is there

#include <QHash>
#include <QRectF>

#include <cmath>
#include <vector>

namespace baken {

class Occupied {
public:
    [[nodiscard]] bool is_free(const QRectF& rect) const {
        bool is_free = true;
        for_each_tile(rect, [&](quint64 tile) {
            if (const auto at = tiles_.find(tile); at != tiles_.end())
                for (const auto& taken : *at) is_free = is_free && !taken.intersects(rect);
        });
        return is_free;
    }
    void mark(const QRectF& rect) {
        for_each_tile(rect, [&](quint64 tile) { tiles_[tile].push_back(rect); });
    }
    bool take(const QRectF& rect) {
        if (!is_free(rect)) return false;
        mark(rect);
        return true;
    }

private:
    template <class Visit>
    static void for_each_tile(const QRectF& rect, Visit visit) {
        constexpr double side = 64;
        const auto tile = [](double v) { return static_cast<int>(std::floor(v / side)); };
        for (int y = tile(rect.top()); y <= tile(rect.bottom()); ++y)
            for (int x = tile(rect.left()); x <= tile(rect.right()); ++x)
                visit(static_cast<quint64>(static_cast<quint32>(x)) << 32 | static_cast<quint32>(y));
    }
    QHash<quint64, std::vector<QRectF>> tiles_;
};

}  // namespace baken
