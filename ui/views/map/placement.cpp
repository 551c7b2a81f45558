#include "ui/views/map/placement.hpp"

#include "ui/models/findings_lines.hpp"
#include "ui/models/map_words.hpp"
#include "ui/views/map/occupied.hpp"

#include <QFontMetricsF>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numbers>
#include <tuple>

namespace baken {

namespace {

/// Names of places and of checks are written when a pixel is at most so many metres; those of roads when it is fewer.
constexpr double names_of_places_below = 12, names_of_roads_below = 4.5;

struct Placer {
    const MapScene& scene;
    const MapFrame& frame;
    const MapStyle& style;
    const MapChoice& choice;
    Occupied occupied = {};
    Placement placed = {};

    bool is_chosen(const MapHotspot& h) const { return choice.hotspot && *choice.hotspot == h.id; }

    /// The chosen one first, then the chosen municipality, then by rank and estimate.
    std::vector<std::size_t> hotspots_by_weight() const {
        std::vector<std::size_t> order;
        const Box view = frame.box(40);
        for (std::size_t i = 0; i < scene.hotspots.size(); ++i)
            if (view.contains(scene.hotspots[i].at) || is_chosen(scene.hotspots[i])) order.push_back(i);
        const auto weight = [&](std::size_t i) {
            const MapHotspot& h = scene.hotspots[i];
            const bool is_quiet = scene.chosen && h.municipality != *scene.chosen;
            return std::tuple(is_chosen(h) ? 0 : 1, h.status == "rejected" ? 1 : 0, is_quiet ? 1 : 0, h.rank,
                              -h.expected, i);
        };
        std::sort(order.begin(), order.end(), [&](auto a, auto b) { return weight(a) < weight(b); });
        return order;
    }

    void place_discs() {
        for (const std::size_t i : hotspots_by_weight()) {
            const MapHotspot& h = scene.hotspots[i];
            const bool hangs = is_chosen(h) && choice.moved_to;
            PlacedDisc disc{i, frame.pixel(hangs ? *choice.moved_to : h.at), disc_radius(h.expected, style.font)};
            disc.is_numbered = std::none_of(placed.discs.begin(), placed.discs.end(), [&](const PlacedDisc& other) {
                const QPointF apart = other.at - disc.at;
                const double reach = other.radius + disc.radius + (other.is_numbered ? 9 : 3);
                return QPointF::dotProduct(apart, apart) < reach * reach;
            });
            if (!disc.is_numbered) {
                disc.radius = 4;
                ++placed.dots;
            }
            const double r = disc.radius + (disc.is_numbered ? disc_rim : 0);
            occupied.mark({disc.at.x() - r, disc.at.y() - r, 2 * r, 2 * r});
            placed.discs.push_back(disc);
        }
        std::reverse(placed.discs.begin(), placed.discs.end());
        std::stable_partition(placed.discs.begin(), placed.discs.end(),
                              [](const auto& disc) { return !disc.is_numbered; });
    }

    const PlacedDisc* disc_of(const HotspotId& id) const {
        const auto at = std::find_if(placed.discs.begin(), placed.discs.end(),
                                     [&](const PlacedDisc& disc) { return scene.hotspots[disc.hotspot].id == id; });
        return at == placed.discs.end() ? nullptr : &*at;
    }

    /// The checks of one place stand in a row at its disc, by date: below it, or where there is room.
    void place_checks() {
        std::map<HotspotId, std::vector<std::size_t>> rows;
        const Box view = frame.box(40);
        for (std::size_t i = 0; i < scene.checks.size(); ++i)
            if (view.contains(scene.checks[i].at)) rows[scene.checks[i].hotspot].push_back(i);
        std::vector<std::pair<int, const std::vector<std::size_t>*>> order;
        for (const auto& [id, row] : rows) {
            const MapHotspot* h = scene.hotspot(id);
            const bool has_chosen = std::any_of(row.begin(), row.end(), [&](std::size_t i) {
                return choice.check && scene.checks[i].id == *choice.check;
            });
            order.emplace_back(has_chosen ? -1 : h ? h->rank : 1000, &row);
        }
        std::stable_sort(order.begin(), order.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
        for (const auto& [rank, row] : order) place_row(*row, rank < 0);
    }

    void place_row(const std::vector<std::size_t>& row, bool must) {
        const MapCheck& first = scene.checks[row.front()];
        const PlacedDisc* disc = disc_of(first.hotspot);
        const QPointF at = disc ? disc->at : frame.pixel(first.at);
        const double r = disc ? disc->radius + (disc->is_numbered ? disc_rim : 0) : 0, size = check_size(style.font),
                     step = size * 1.35;
        const double width = step * static_cast<double>(row.size()), half = step / 2;
        const std::array<QPointF, 6> tries{QPointF(0, r + half + 1),         QPointF(0, -r - half - 1),
                                           QPointF(r + width / 2 + 1, 0),    QPointF(-r - width / 2 - 1, 0),
                                           QPointF(r + width / 2, r + half), QPointF(-r - width / 2, r + half)};
        const auto rect = [&](QPointF middle) {
            return QRectF(middle.x() - width / 2, middle.y() - half, width, step);
        };
        auto best =
            std::find_if(tries.begin(), tries.end(), [&](QPointF shift) { return occupied.is_free(rect(at + shift)); });
        if (best == tries.end()) {
            if (!must) {
                placed.hidden_checks += row.size();
                return;
            }
            best = tries.begin();
        }
        occupied.mark(rect(at + *best));
        for (std::size_t k = 0; k < row.size(); ++k)
            placed.checks.push_back(
                {row[k], at + *best + QPointF((static_cast<double>(k) + 0.5) * step - width / 2, 0), size});
    }

    QSizeF size_of(const QString& text, LabelKind kind) const {
        const QFontMetricsF metrics(label_font(kind, style.font));
        return {metrics.horizontalAdvance(text) + 4, metrics.height()};
    }
    static QRectF around(QPointF middle, QSizeF size) {
        return {middle - QPointF(size.width() / 2, size.height() / 2), size};
    }
    bool put(LabelKind kind, const QString& text, QPointF middle, QSizeF size) {
        if (!occupied.take(around(middle, size))) return false;
        placed.labels.push_back({kind, text, middle, 0, size});
        return true;
    }

    void name_municipalities() {
        const Box view = frame.box();
        const QRectF screen = frame.rect().adjusted(8, 8, -8, -8);
        for (const auto& area : *scene.areas) {
            if (!touch(area.box, view)) continue;
            const QSizeF size = size_of(area.name, LabelKind::municipality);
            const QRectF on_screen = frame.rect(area.box);
            if (on_screen.width() < size.width() * 0.8) continue;
            for (const auto& p : area.labels) {
                const QPointF at = frame.pixel(p);
                if (screen.contains(around(at, size)) && put(LabelKind::municipality, area.name, at, size)) break;
            }
        }
    }

    /// Beside its mark: right, left, below, above; the first where it is whole and meets nothing.
    void name_beside(LabelKind kind, const QString& text, QPointF at, double reach) {
        const QSizeF size = size_of(text, kind);
        const double dx = reach + 3 + size.width() / 2, dy = reach + 2 + size.height() / 2;
        for (const QPointF shift : {QPointF(dx, 0), QPointF(-dx, 0), QPointF(0, dy), QPointF(0, -dy)})
            if (frame.rect().contains(around(at + shift, size)) && put(kind, text, at + shift, size)) return;
    }

    void name_hotspots() {
        const bool is_near = frame.metres_per_pixel < names_of_places_below;
        for (auto disc = placed.discs.rbegin(); disc != placed.discs.rend(); ++disc) {
            const MapHotspot& h = scene.hotspots[disc->hotspot];
            if (disc->is_numbered && (is_near || is_chosen(h)))
                name_beside(LabelKind::hotspot, h.name, disc->at,
                            disc->radius + disc_rim + (is_chosen(h) ? chosen_rim : 0));
        }
    }

    /// A word beside the middle of a line lies less often on the line when it stands below or above it.
    void name_above_or_below(const QString& text, QPointF at, QSizeF size) {
        const double dy = 7 + size.height() / 2, dx = 7 + size.width() / 2;
        for (const QPointF shift : {QPointF(0, dy), QPointF(0, -dy), QPointF(dx, 0), QPointF(-dx, 0)})
            if (frame.rect().contains(around(at + shift, size)) && put(LabelKind::stretch, text, at + shift, size))
                return;
    }

    /// "1 (4,4x)" at its middle, the chosen one first, then by rank.
    void name_stretches() {
        std::vector<const MapStretch*> order;
        for (const MapStretch& one : scene.findings->stretches)
            if (touch(one.box, frame.box())) order.push_back(&one);
        std::stable_partition(order.begin(), order.end(),
                              [&](const MapStretch* one) { return choice.stretch && one->id == *choice.stretch; });
        for (const MapStretch* one : order) {
            const QRectF on_screen = frame.rect(one->box);
            const QString text = stretch_label(*one, *scene.findings->found, style.say);
            const QSizeF size = size_of(text, LabelKind::stretch);
            const bool is_chosen = choice.stretch && one->id == *choice.stretch;
            // A stretch that is a dot on the map has no room for words.
            if (!is_chosen && std::max(on_screen.width(), on_screen.height()) < size.height()) continue;
            name_above_or_below(text, frame.pixel(one->middle), size);
        }
    }

    void name_checks() {
        const bool is_near = frame.metres_per_pixel < names_of_places_below;
        for (const auto& check : placed.checks) {
            const MapCheck& c = scene.checks[check.check];
            if (is_near || (choice.check && *choice.check == c.id))
                name_beside(LabelKind::check, check_label(c, style.say), check.at, check.size * 0.7);
        }
    }

    void name_roads() {
        if (frame.metres_per_pixel >= names_of_roads_below) return;
        std::multimap<QString, QPointF> written;
        for (std::size_t c = road_classes; c-- > 0;)
            for (const auto& road : scene.roads->by_class[c])
                if (!road.name.isEmpty() && touch(road.box, frame.box())) name_road(road, written);
    }

    void name_road(const MapRoad& road, std::multimap<QString, QPointF>& written) {
        const Line& line = scene.region->roads[road.row].line;
        const QSizeF size = size_of(road.name, LabelKind::road);
        const QRectF screen = frame.rect();
        // A piece that is straight for as long as the name is.
        for (std::size_t i = 0; i + 1 < line.size(); ++i) {
            QPointF from = frame.pixel(line[i]), to = frame.pixel(line[i + 1]);
            if (!screen.contains(from) && !screen.contains(to)) continue;
            std::size_t last = i + 1;
            while (last + 1 < line.size() && std::hypot(to.x() - from.x(), to.y() - from.y()) < size.width() + 8)
                to = frame.pixel(line[++last]);
            const QPointF way = to - from;
            const double length = std::hypot(way.x(), way.y());
            if (length < size.width() + 8) continue;
            const QPointF unit = way / length;
            bool is_straight = true;
            for (std::size_t k = i + 1; k < last; ++k) {
                const QPointF off = frame.pixel(line[k]) - from;
                is_straight = is_straight && std::abs(off.x() * unit.y() - off.y() * unit.x()) < size.height() * 0.3;
            }
            if (is_straight && write_along(road.name, (from + to) / 2, unit, size, written)) return;
        }
    }

    bool write_along(const QString& name, QPointF middle, QPointF unit, QSizeF size,
                     std::multimap<QString, QPointF>& written) {
        for (auto [at, last] = written.equal_range(name); at != last; ++at)
            if (std::hypot(at->second.x() - middle.x(), at->second.y() - middle.y()) < 400) return false;
        if (unit.x() < 0) unit = -unit;
        // A turned label is a chain of squares.
        const double side = size.height();
        const int count = std::max(1, static_cast<int>(std::ceil(size.width() / side)));
        std::vector<QRectF> chain;
        for (int k = 0; k < count; ++k)
            chain.push_back(around(middle + unit * ((k + 0.5) / count - 0.5) * size.width(), {side, side}));
        const QRectF screen = frame.rect();
        for (const auto& link : chain)
            if (!screen.contains(link) || !occupied.is_free(link)) return false;
        for (const auto& link : chain) occupied.mark(link);
        written.emplace(name, middle);
        placed.labels.push_back(
            {LabelKind::road, name, middle, std::atan2(unit.y(), unit.x()) * 180 / std::numbers::pi, size});
        return true;
    }
};

}  // namespace

Placement placement(const MapScene& scene, const MapFrame& frame, const MapStyle& style, const MapChoice& choice,
                    const PlacementLayers& layers, const std::vector<QRectF>& kept_free) {
    Placer placer{scene, frame, style, choice};
    if (layers.hotspots) placer.place_discs();
    if (layers.checks) placer.place_checks();
    if (!layers.names) return std::move(placer.placed);
    for (const auto& rect : kept_free) placer.occupied.mark(rect);
    placer.name_municipalities();
    if (layers.hotspots) placer.name_hotspots();
    if (layers.stretches) placer.name_stretches();
    if (layers.checks) placer.name_checks();
    if (layers.roads) placer.name_roads();
    return std::move(placer.placed);
}

QFont label_font(LabelKind kind, const QFont& body) {
    QFont font = kind == LabelKind::municipality ? body : secondary_font(body);
    if (kind == LabelKind::municipality) {
        font.setWeight(QFont::DemiBold);
        font.setLetterSpacing(QFont::PercentageSpacing, 106);
    }
    return font;
}

double disc_radius(double expected, const QFont& body) {
    const double smallest = QFontMetricsF(secondary_font(body)).height() * 0.68;
    return std::clamp(smallest * 0.5 * std::sqrt(std::max(0.0, expected)), smallest, 2 * smallest);
}

double check_size(const QFont& body) { return QFontMetricsF(secondary_font(body)).height() * 0.72; }

}  // namespace baken
