/// Milliseconds per frame of the map at 1400 x 900 while it is panned and zoomed, all layers on: 200,000 and a million
/// points in towns and along roads, with 40,000 pieces of road and 400 hotspots.

#include "base/random.hpp"
#include "ui/views/map/map_view.hpp"

#include <QApplication>
#include <QElapsedTimer>
#include <QImage>

#include <fmt/format.h>

#include <algorithm>
#include <ctime>
#include <functional>
#include <numbers>

using namespace baken;

namespace {

constexpr double west = 150'000, south = 400'000, wide = 60'000, high = 40'000;

/// The larger part in towns, the others anywhere.
MapPoint somewhere(Rng& rng, const std::vector<MapPoint>& towns) {
    if (rng.uniform() < 0.3) return {west + wide * rng.uniform(), south + high * rng.uniform()};
    const MapPoint town = towns[static_cast<std::size_t>(rng.uniform() * static_cast<double>(towns.size()))];
    const double r = 3000 * std::sqrt(rng.uniform()) * rng.uniform(), angle = 2 * std::numbers::pi * rng.uniform();
    return {town.x + r * std::cos(angle), town.y + r * std::sin(angle)};
}

void add_ground(Region& region, Rng& rng, const std::vector<MapPoint>& towns) {
    for (int column = 0; column < 6; ++column)
        for (int row = 0; row < 4; ++row) {
            const double x = west + column * 10'000, y = south + row * 10'000;
            Ring ring;
            for (int step = 0; step < 400; ++step) {
                const double angle = 2 * std::numbers::pi * step / 400;
                ring.push_back({x + 5000 + 4900 * std::cos(angle), y + 5000 + 4900 * std::sin(angle)});
            }
            ring.push_back(ring.front());
            region.municipalities.push_back({.code = {fmt::format("GM{:04}", column * 4 + row)},
                                             .name = fmt::format("Plaats {}", column * 4 + row)});
            region.municipalities.back().area = {Polygon{ring, {}}};
        }
    for (int i = 0; i < 40'000; ++i) {
        RoadSegment road{
            .id = fmt::format("{}", i), .name = fmt::format("Straat {}", i / 3), .manager = {}, .line = {}};
        road.manager = i % 40 == 0   ? RoadManager::national
                       : i % 15 == 0 ? RoadManager::province
                                     : RoadManager::municipality;
        MapPoint at = somewhere(rng, towns);
        const double step = i % 15 == 0 ? 300 : 40;
        for (int k = 0; k < 6; ++k) {
            road.line.push_back(at);
            at = {at.x + step * (rng.uniform() * 2 - 0.6), at.y + step * (rng.uniform() * 2 - 0.9)};
        }
        region.roads.push_back(std::move(road));
    }
}

Project crowded(int points) {
    Rng rng(11);
    Project project;
    Region& region = project.region.edit();
    std::vector<MapPoint> towns;
    for (int i = 0; i < 60; ++i) towns.push_back({west + wide * rng.uniform(), south + high * rng.uniform()});
    add_ground(region, rng, towns);
    for (int i = 0; i < points; ++i) {
        const MapPoint at = somewhere(rng, towns);
        if (i % 5 == 0) {
            Complaint c;
            c.at = at;
            region.complaints.push_back(std::move(c));
        } else {
            Accident a;
            a.at = at;
            a.outcome = i % 97 == 0 ? Outcome::fatal : i % 7 == 0 ? Outcome::injury : Outcome::damage_only;
            region.accidents.push_back(std::move(a));
        }
    }
    for (int i = 0; i < 400; ++i) {
        Hotspot h;
        h.id = {fmt::format("H{}", i)};
        h.municipality = static_cast<std::uint32_t>(i % 24);
        h.rank = 1 + i / 24;
        h.name = fmt::format("Straat {}, Plaats {}", i, i % 24);
        h.at = somewhere(rng, towns);
        h.expected = 12 * rng.uniform();
        h.prob_above = rng.uniform();
        project.hotspots.push_back(h);
        Check c;
        c.id = {fmt::format("C{}", i)};
        c.hotspot = static_cast<std::size_t>(i);
        c.date = make_date(2027, 3, 1 + static_cast<unsigned>(i % 28));
        c.kind = static_cast<CheckKind>(i % 4);
        project.plan.checks.push_back(c);
    }
    return project;
}

struct Times {
    std::vector<double> wall, busy;
    void print(const std::string& what) {
        const auto median = [](std::vector<double>& all) {
            std::sort(all.begin(), all.end());
            return all[all.size() / 2];
        };
        const double by_clock = median(wall), by_work = median(busy);
        fmt::print("  {:<28} {:>4} frames  median {:>6.1f} ms  worst {:>6.1f} ms  (busy {:>6.1f}, worst {:>6.1f})\n",
                   what, wall.size(), by_clock, wall.back(), by_work, busy.back());
    }
};

/// Of this thread alone: what other programs and the painter of roads take meanwhile is not counted.
double thread_ms() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

/// One frame as the screen gets it: the change, and the whole viewport drawn.
void time_frame(Times& times, MapView& view, QImage& screen, const std::function<void()>& change) {
    const double busy = thread_ms();
    QElapsedTimer timer;
    timer.start();
    change();
    view.viewport()->render(&screen);
    times.wall.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    times.busy.push_back(thread_ms() - busy);
}

void settle(const MapView& view) {
    do QApplication::processEvents(QEventLoop::AllEvents, 20);
    while (!view.is_settled());
}

void measure(int points) {
    const Project project = crowded(points);
    QElapsedTimer timer;
    timer.start();
    MapScene scene = map_scene(project, {.chosen = 9});
    fmt::print("{} points\n  scene made in {} ms, again after an edit in ", points, timer.restart());
    const MapScene again = map_scene(project, {.chosen = 9}, scene);
    fmt::print("{} ms\n", timer.elapsed());

    MapView view{Speech(Language::nl)};
    view.resize(1400, 900);
    view.show(std::move(scene));
    view.show();
    settle(view);
    view.set_raster(MapLayers::surface, QImage(700, 450, QImage::Format_ARGB32_Premultiplied), view.frame().box());
    view.layers()->set_visible(MapLayers::surface, true);
    QImage screen(1400, 900, QImage::Format_ARGB32_Premultiplied);
    const QPointF middle(700, 450);

    Times zooming;
    view.centre_on({project.hotspots.front().at});
    for (int turn = 0; turn < 3; ++turn) {
        while (view.frame().metres_per_pixel > 0.6)
            time_frame(zooming, view, screen, [&] { view.zoom_by(1.25, middle); });
        while (view.frame().metres_per_pixel < 60)
            time_frame(zooming, view, screen, [&] { view.zoom_by(0.8, middle); });
    }
    zooming.print("zoom, 60 to 0.6 m per pixel");

    for (const double metres : {60.0, 40.0, 20.0, 13.0, 9.0, 5.0, 2.0, 0.8}) {
        view.centre_on({project.hotspots.front().at});
        view.zoom_by(view.frame().metres_per_pixel / metres, middle);
        settle(view);
        Times panning;
        for (int step = 0; step < 40; ++step)
            time_frame(panning, view, screen, [&] {
                const MapPoint centre = view.frame().centre;
                view.centre_on({centre.x + (step < 20 ? 23 : -23) * metres, centre.y + (step % 2 ? 11 : -11) * metres});
            });
        panning.print(fmt::format("pan at {} m per pixel", metres));
    }
}

}  // namespace

int main(int argc, char** argv) {
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    for (const int points : {200'000, 1'000'000}) measure(points);
}
