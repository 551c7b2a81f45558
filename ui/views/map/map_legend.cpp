#include "ui/views/map/map_legend.hpp"

#include "ui/models/findings_lines.hpp"
#include "ui/models/map_words.hpp"
#include "ui/views/map/marks.hpp"
#include "ui/views/map/paint_layers.hpp"

#include <QFontMetricsF>

#include <algorithm>
#include <set>

namespace baken {

namespace {

QFont font_of(const MapStyle& style) { return secondary_font(style.font); }
double line_of(const MapStyle& style) { return QFontMetricsF(font_of(style)).height() * 1.3; }
double symbol_width(const MapStyle& style) { return line_of(style) * 1.35; }

struct Rows {
    const MapScene& scene;
    const MapFrame& frame;
    const MapStyle& style;
    const MapLayers& layers;
    const Placement& placed;
    std::vector<LegendRow> rows = {};

    QString say(const char* dutch, const char* english) const { return style.say(dutch, english); }

    void add(const QString& text, std::function<void(QPainter&, const QRectF&)> symbol) {
        rows.push_back({std::move(symbol), text});
    }
    void note(const QString& text) { rows.push_back({{}, text}); }

    void add_mark(const QString& text, const StampLook& look) {
        add(text, [look](QPainter& painter, const QRectF& box) {
            painter.setPen(QPen(look.outline, look.outline_width));
            painter.setBrush(look.fill);
            painter.drawPath(mark_path(look.mark, look.size).translated(box.center()));
        });
    }

    void add_disc(const QString& text, const DiscLook& look) {
        add(text, [look, copy = style](QPainter& painter, const QRectF& box) {
            DiscLook small = look;
            small.radius = box.height() * 0.34;
            draw_disc(painter, box.center(), small, copy);
        });
    }

    /// Five dots, each with the counts that it stands for.
    void add_cells(const QString& title, const PointCloud& cloud, Mark mark, const QColor& colour) {
        const int level = event_level(cloud, frame.metres_per_pixel).level;
        note(title.arg(length_words(cloud.cell_size(level), style.say)));
        const auto& breaks = cloud.breaks(level);
        QStringList counts;
        std::uint32_t first = 1;
        for (const auto next : breaks) {
            counts << (next == first + 1
                           ? style.say.whole(first)
                           : QStringLiteral("%1-%2").arg(style.say.whole(first), style.say.whole(next - 1)));
            first = next;
        }
        counts << style.say.whole(first) + QStringLiteral("+");
        const QFontMetricsF metrics(font_of(style));
        double width = 0;
        for (const auto& count : counts) width += metrics.horizontalAdvance(count) + 20;
        rows.push_back({[counts, mark, colour, look = style.look, metrics](QPainter& painter, const QRectF& box) {
                            double x = box.left();
                            for (int c = 0; c < 5; ++c) {
                                painter.setPen(QPen(look.surface, 0.6));
                                painter.setBrush(colour);
                                painter.drawPath(mark_path(mark, dot_size(c)).translated(x + 6, box.center().y()));
                                painter.setPen(look.text);
                                painter.drawText(QPointF(x + 13, box.center().y() + metrics.capHeight() / 2),
                                                 counts[c]);
                                x += metrics.horizontalAdvance(counts[c]) + 20;
                            }
                        },
                        {},
                        width});
    }

    void hotspots() {
        if (placed.discs.empty()) return;
        add_disc(say("aandachtslocatie met rang", "hotspot with its rank"), {.text = "1", .ring = 0.7});
        note(say("oppervlak: verwachte ongevallen; ring: kans boven gemiddeld",
                 "area: expected accidents; ring: chance above average"));
        const auto has = [&](const char* status) {
            return std::any_of(placed.discs.begin(), placed.discs.end(),
                               [&](const PlacedDisc& disc) { return scene.hotspots[disc.hotspot].status == status; });
        };
        if (has("accepted")) add_disc(say("aanvaard", "accepted"), {.text = {}, .status = "accepted"});
        if (has("rejected")) add_disc(say("afgewezen", "rejected"), {.text = "1", .status = "rejected"});
        if (placed.dots > 0)
            add_mark(say("nummer past niet op deze schaal", "its number does not fit at this scale"),
                     {Mark::circle, style.look.accent, style.look.surface, 8, 1.5});
    }

    void checks() {
        if (placed.checks.empty() && placed.hidden_checks == 0) return;
        std::set<CheckKind> kinds;
        std::set<CheckStatus> statuses;
        for (const auto& check : placed.checks) {
            kinds.insert(scene.checks[check.check].kind);
            statuses.insert(scene.checks[check.check].status);
        }
        const auto sample = [&](const QString& text, CheckKind kind, CheckStatus status) {
            add(text, [kind, status, look = style.look](QPainter& painter, const QRectF& box) {
                draw_check(painter, box.center(), kind, status, box.height() * 0.55, look);
            });
        };
        for (const auto kind : kinds) sample(to_qt(name_of(kind, style.say.language())), kind, CheckStatus::planned);
        if (statuses.contains(CheckStatus::done))
            sample(say("gedaan: gevuld", "done: filled"), CheckKind::targeted, CheckStatus::done);
        if (statuses.contains(CheckStatus::cancelled))
            sample(say("vervallen: doorgekruist", "cancelled: crossed out"), CheckKind::targeted,
                   CheckStatus::cancelled);
        if (placed.hidden_checks > 0)
            note((placed.hidden_checks == 1 ? say("%1 controle verschijnt dichterbij", "%1 check appears closer by")
                                            : say("%1 controles verschijnen dichterbij", "%1 checks appear closer by"))
                     .arg(style.say.whole(static_cast<long long>(placed.hidden_checks))));
    }

    void accidents() {
        if (scene.accidents->empty()) return;
        if (event_level(*scene.accidents, frame.metres_per_pixel).as_marks) {
            const auto sample = [&](const QString& text, Outcome outcome) {
                const bool is_mild = outcome == Outcome::damage_only;
                add_mark(text, {mark_of(outcome), style.look.outcome(outcome),
                                is_mild ? style.look.surface : style.look.text, mark_size_of(outcome), 0.9});
            };
            sample(say("dodelijk ongeval", "fatal accident"), Outcome::fatal);
            sample(say("letselongeval", "injury accident"), Outcome::injury);
            sample(say("UMS (alleen schade)", "damage only"), Outcome::damage_only);
            note(say("groter: meer ongevallen op \u00e9\u00e9n punt", "larger: several accidents at one point"));
        } else {
            add_cells(say("Ongevallen per vak van %1", "Accidents per cell of %1"), *scene.accidents, Mark::circle,
                      accident_density_colour(style.look));
        }
        if (scene.accidents_without_point > 0)
            note(say("%1 ongevallen zonder nauwkeurige plek staan niet op de kaart",
                     "%1 accidents without an exact place are not on the map")
                     .arg(style.say.whole(static_cast<long long>(scene.accidents_without_point))));
    }

    void complaints() {
        if (scene.complaints->empty()) return;
        if (event_level(*scene.complaints, frame.metres_per_pixel).as_marks)
            add_mark(say("melding", "complaint"), {Mark::square, style.look.complaint, style.look.surface, 7, 1});
        else
            add_cells(say("Meldingen per vak van %1", "Complaints per cell of %1"), *scene.complaints, Mark::square,
                      style.look.complaint);
    }

    void measurements() {
        std::set<Speeding> there;
        for (const Measurement& measurement : scene.region->measurements) there.insert(speeding_of(measurement));
        for (const Speeding speeding : {Speeding::much, Speeding::some, Speeding::none, Speeding::unknown})
            if (there.contains(speeding))
                add_mark(say("gemeten: %1", "measured: %1").arg(to_qt(name_of(speeding, style.say.language()))),
                         stamp_of(speeding, style.look));
    }

    void schools() {
        if (!scene.region->schools.empty()) add_mark(say("school", "school"), stamp_of_school(style.look));
    }

    void add_line(const QString& text, const QPen& pen) {
        add(text, [pen](QPainter& painter, const QRectF& box) {
            QPen line = pen;
            line.setWidthF(std::min(line.widthF(), box.height() * 0.5));
            painter.setPen(line);
            painter.drawLine(QPointF(box.left(), box.center().y()), QPointF(box.right(), box.center().y()));
        });
    }

    void stretches() {
        std::set<StretchFinding::Method> methods;
        for (const MapStretch& one : scene.findings->stretches)
            if (touch(one.box, frame.box())) methods.insert(scene.findings->found->stretches[one.row].method);
        for (const StretchFinding::Method method : methods)
            add_line((method == StretchFinding::Method::junction
                          ? say("kruispunt met rang", "junction by rank")
                          : say("traject met rang: %1", "stretch by rank: %1").arg(word_of(method, style.say))),
                     stretch_pen(method, style.look));
    }

    void network_density() {
        const auto& classes = scene.findings->classes;
        if (classes.empty()) return;
        note(say("ongevallen per km weg per jaar:", "accidents per km of road and year:"));
        for (std::size_t i = classes.size(); i-- > 0;)
            add_line(word_of(classes[i], style.say), density_pen(scene.findings->step_of(i), style.look));
    }

    void cells() {
        std::set<CellEvidence> here;
        for (const MapCell& one : scene.findings->cells) here.insert(one.evidence);
        for (const CellEvidence evidence : shown_evidence)
            if (here.contains(evidence))
                add(word_of(evidence, style.say),
                    [brush = cell_brush(evidence, style.look), pen = cell_pen(evidence, style.look)](
                        QPainter& painter, const QRectF& box) {
                        painter.setPen(pen);
                        painter.setBrush(brush);
                        painter.drawRect(box.adjusted(2, box.height() * 0.18, -2, -box.height() * 0.18));
                    });
    }

    void surface() {
        rows.push_back({[look = style.look](QPainter& painter, const QRectF& box) {
                            painter.setPen(Qt::NoPen);
                            for (int c = 0; c < 5; ++c) {
                                painter.setBrush(look.step(c));
                                painter.drawRect(QRectF(box.left() + c * box.width() / 5,
                                                        box.top() + box.height() * 0.2, box.width() / 5,
                                                        box.height() * 0.6));
                            }
                        },
                        say("dichtheid, laag naar hoog", "density, low to high"), symbol_width(style) * 2.2});
    }

    void roads() {
        const auto sample = [&](RoadClass c, const QString& text) {
            if (scene.roads->by_class[static_cast<std::size_t>(c)].empty() || !is_road_drawn(c, frame.metres_per_pixel))
                return;
            add_line(text, road_pen(c, frame.metres_per_pixel, style.look));
        };
        sample(RoadClass::national, say("rijksweg", "national road"));
        sample(RoadClass::province, say("provinciale weg", "provincial road"));
        sample(RoadClass::municipality, say("gemeentelijke weg", "municipal road"));
    }
};

}  // namespace

std::vector<LegendRow> legend_rows(const MapScene& scene, const MapFrame& frame, const MapStyle& style,
                                   const MapLayers& layers, const Placement& placed, bool shows_surface) {
    Rows rows{scene, frame, style, layers, placed};
    if (layers.is_visible(MapLayers::hotspots)) rows.hotspots();
    if (layers.is_visible(MapLayers::checks)) rows.checks();
    if (layers.is_visible(MapLayers::accidents)) rows.accidents();
    if (layers.is_visible(MapLayers::complaints)) rows.complaints();
    if (layers.is_visible(MapLayers::measurements)) rows.measurements();
    if (layers.is_visible(MapLayers::schools)) rows.schools();
    if (layers.is_visible(MapLayers::stretches)) rows.stretches();
    if (layers.is_visible(MapLayers::network_density)) rows.network_density();
    if (layers.is_visible(MapLayers::cells)) rows.cells();
    if (layers.is_visible(MapLayers::surface) && shows_surface) rows.surface();
    if (layers.is_visible(MapLayers::roads)) rows.roads();
    return std::move(rows.rows);
}

double legend_head(const MapStyle& style) { return line_of(style) + gap_2; }

QSizeF legend_size(const std::vector<LegendRow>& rows, const MapStyle& style, bool is_open, QSizeF most) {
    const QFontMetricsF metrics(font_of(style));
    double width = metrics.horizontalAdvance(style.say("Legenda", "Legend")) + line_of(style) + 2 * gap_3;
    double height = legend_head(style);
    if (is_open) {
        for (const auto& row : rows) {
            const double symbol =
                !row.symbol ? 0 : (row.symbol_width > 0 ? row.symbol_width : symbol_width(style)) + gap_2;
            const double need = symbol + metrics.horizontalAdvance(row.text) + 2 * gap_3;
            width = std::max(width, need);
            if (height + line_of(style) + gap_2 > most.height()) break;
            height += line_of(style);
        }
        height += gap_1;
    }
    return {std::min(width, most.width()), std::min(height, most.height())};
}

void paint_legend(QPainter& painter, const QRectF& rect, const std::vector<LegendRow>& rows, const MapStyle& style,
                  bool is_open) {
    const Look& look = style.look;
    const QFontMetricsF metrics(font_of(style));
    const double line = line_of(style);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor ground = look.surface;
    ground.setAlphaF(0.93F);
    painter.setBrush(ground);
    painter.setPen(QPen(look.line, 1));
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    QFont head = font_of(style);
    head.setWeight(QFont::DemiBold);
    painter.setFont(head);
    painter.setPen(look.text);
    const double base = rect.top() + gap_1 + line / 2 + metrics.capHeight() / 2;
    painter.drawText(QPointF(rect.left() + gap_3, base), style.say("Legenda", "Legend"));
    // A wedge that points down when the legend is open, to the right when it is not.
    const QPointF wedge(rect.right() - gap_3 - line * 0.2, rect.top() + gap_1 + line / 2);
    const double w = line * 0.17;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(look.soft, 1.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(
        is_open ? QPolygonF{wedge + QPointF(-w, -w / 2), wedge + QPointF(0, w / 2), wedge + QPointF(w, -w / 2)}
                : QPolygonF{wedge + QPointF(-w / 2, -w), wedge + QPointF(w / 2, 0), wedge + QPointF(-w / 2, w)});
    if (!is_open) return;
    double y = rect.top() + legend_head(style);
    for (const auto& row : rows) {
        if (y + line > rect.bottom() + 0.5) return;
        double x = rect.left() + gap_3;
        painter.setFont(font_of(style));
        if (row.symbol) {
            const double width = row.symbol_width > 0 ? row.symbol_width : symbol_width(style);
            painter.save();
            row.symbol(painter, QRectF(x, y, width, line));
            painter.restore();
            x += width + gap_2;
        }
        painter.setFont(font_of(style));
        painter.setPen(row.symbol ? look.text : look.soft);
        const QString text = metrics.elidedText(row.text, Qt::ElideRight, rect.right() - gap_2 - x);
        painter.drawText(QPointF(x, y + line / 2 + metrics.capHeight() / 2), text);
        y += line;
    }
}

}  // namespace baken
