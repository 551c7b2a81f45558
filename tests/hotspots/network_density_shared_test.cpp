#include "geo/io/read_layer.hpp"
#include "geo/network/lixels.hpp"
#include "geo/network/snap.hpp"
#include "hotspots/bron_file.hpp"
#include "hotspots/dbscan.hpp"
#include "hotspots/network_density.hpp"
#include "hotspots/network_bandwidth.hpp"
#include "support/support.hpp"

#include <cstdlib>
#include <iostream>

using namespace baken;
using namespace baken::test;

namespace {

Line line_of_wkt(std::string text) {
    Line line;
    const char* at = text.c_str() + text.find('(') + 1;
    while (*at && *at != ')') {
        char* end = nullptr;
        const double x = std::strtod(at, &end);
        const double y = std::strtod(end, &end);
        line.push_back({x, y});
        at = *end == ',' ? end + 1 : end;
    }
    return line;
}

std::vector<Line> montreal() {
    std::vector<Line> lines;
    const std::string csv = read_bytes(shared("truth/spnetwork/mtl_network.csv"));
    CsvReader reader(csv, ',');
    reader.next();
    while (reader.next()) lines.push_back(line_of_wkt(std::string(reader.fields()[1])));
    return lines;
}

std::vector<MapPoint> bicycle_accidents() {
    std::vector<MapPoint> points;
    const std::string csv = read_bytes(shared("truth/spnetwork/bike_accidents.csv"));
    CsvReader reader(csv, ',');
    reader.next();
    while (reader.next()) points.push_back({*parse_number(reader.fields()[3]), *parse_number(reader.fields()[4])});
    return points;
}

}  // namespace

#include <map>
#include <cmath>
TEST_CASE("scratch") {
    const auto lines = montreal();
    const Network network(lines);
    const auto points = bicycle_accidents();
    const Labels labels = cluster_events(points, {.reach = 5_m, .core_size = 2}, {});
    std::map<int, std::pair<MapPoint, double>> sums;
    std::vector<std::pair<MapPoint, double>> places;
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (labels[i] == noise) {
            places.push_back({points[i], 1});
            continue;
        }
        auto& s = sums[labels[i]];
        s.first.x += points[i].x;
        s.first.y += points[i].y;
        ++s.second;
    }
    for (auto& [l, s] : sums) places.push_back({{s.first.x / s.second, s.first.y / s.second}, s.second});
    const auto lixels = lixels_of(network, 200_m, 50_m);
    const Snapper snapper(network);
    const double digits = std::getenv("DIG") ? atof(std::getenv("DIG")) : 10;
    const double eps = std::getenv("EPS") ? atof(std::getenv("EPS")) : 1e-7;
    const auto cut = [&](MapPoint p) {
        return MapPoint{std::floor(p.x * digits + eps) / digits, std::floor(p.y * digits + eps) / digits};
    };
    const double tol = std::getenv("TOL") ? atof(std::getenv("TOL")) : 1;
    std::vector<std::vector<double>> cuts(lines.size());
    std::vector<MapPoint> snapped;
    for (auto& [p, w] : places) {
        const auto s = snapper.nearest(p, 5000_m);
        snapped.push_back(network.point_at(s->place));
        if (s->place.offset >= tol) cuts[s->place.edge].push_back(s->place.offset);
    }
    std::vector<Line> pieces;
    std::vector<std::uint32_t> owner;
    std::map<std::pair<double, double>, int> nodes;
    for (std::uint32_t e = 0; e < network.edges().size(); ++e) {
        const Line& line = network.line_of(e);
        std::vector<std::pair<double, MapPoint>> v;
        double at = 0;
        for (std::size_t i = 0; i < line.size(); ++i) {
            if (i) at += std::hypot(line[i].x - line[i - 1].x, line[i].y - line[i - 1].y);
            v.push_back({at, line[i]});
        }
        for (double o : cuts[e]) v.push_back({o, network.point_at({e, o})});
        std::stable_sort(v.begin(), v.end(), [](auto& a, auto& b) { return a.first < b.first; });
        for (std::size_t i = 1; i < v.size(); ++i) {
            const MapPoint a = cut(v[i - 1].second), b = cut(v[i].second);
            if (a == b) continue;
            pieces.push_back({a, b});
            owner.push_back(e);
            nodes[{a.x, a.y}];
            nodes[{b.x, b.y}];
        }
    }
    const Network network2(pieces, 0.01_m);
    std::vector<NetworkEvent> events;
    for (std::size_t k = 0; k < places.size(); ++k) {
        std::uint32_t best = 0;
        double d = 1e9;
        for (std::uint32_t n = 0; n < network2.nodes().size(); ++n) {
            const auto q = network2.nodes()[n];
            const double h = std::hypot(q.x - snapped[k].x, q.y - snapped[k].y);
            if (h < d) {
                d = h;
                best = n;
            }
        }
        const RoadPlace pl = network2.place_of(best);
        events.push_back({pl.edge, pl.offset, pl.offset, places[k].second});
    }
    std::vector<RoadPlace> samples;
    const Snapper snapper2(network2);
    for (auto& l : lixels) samples.push_back(snapper2.nearest(network.point_at(l.centre()), 100_m)->place);
    std::cerr << network2.edges().size() << " edges " << network2.nodes().size() << " nodes " << lixels.size()
              << " lixels " << places.size() << " places\n";
    const auto d = network_density(network2, events, samples, {.bandwidth = 300_m}, {});
    const std::string csv = read_bytes(shared("truth/spnetwork/nkde_densities_3163_lixels.csv"));
    CsvReader reader(csv, ',');
    reader.next();
    std::size_t i = 0;
    double peak = 0;
    std::vector<double> truth;
    while (reader.next()) {
        truth.push_back(*parse_number(reader.fields()[1]));
        peak = std::max(peak, truth.back());
    }
    double worst = 0;
    int above = 0, exact = 0;
    for (i = 0; i < truth.size() && i < d.size(); ++i) {
        const double diff = std::abs(d[i] / 300 - truth[i]);
        worst = std::max(worst, diff);
        if (diff > 0.01 * truth[i]) {
            ++above;
            if (above < 100)
                std::cerr << i << " ours " << d[i] / 300 << " truth " << truth[i] << " ratio " << d[i] / truth[i] / 300
                          << "\n";
        } else
            ++exact;
    }
    std::cerr << "peak " << peak << " worst " << worst << " above 1% " << above << " within " << exact << "\n";

    for (int mode = 0; mode < 4; ++mode) {
        auto bws = adaptive_bandwidths(network2, events, {.bandwidth = 300_m}, 600_m, {});
        if (mode > 0) {
            std::vector<RoadPlace> ps;
            for (std::size_t k = 0; k < events.size(); ++k) {
                const auto n = network2.node_at({events[k].edge, events[k].from});
                auto arms = network2.arms(*n);
                Network::Arm arm = mode == 1 ? arms.front() : arms.back();
                if (mode == 3) {  // own line
                    const auto s = snapper.nearest(places[k].first, 5000_m);
                    for (auto& a : arms)
                        if (owner[a.edge] == s->place.edge) {
                            arm = a;
                            break;
                        }
                }
                ps.push_back({arm.edge, arm.is_forward ? 0.002 : network2.edges()[arm.edge].length - 0.002});
            }
            const auto f = network_density(network2, events, ps, {.bandwidth = 300_m}, {});
            double lg = 0;
            for (double v : f) lg += std::log(v);
            const double m = std::exp(lg / f.size());
            for (std::size_t k = 0; k < f.size(); ++k) bws[k] = std::min(600.0, 300 * std::sqrt(m / f[k]));
        }
        auto scaled = events;
        if (std::getenv("H2"))
            for (std::size_t k = 0; k < events.size(); ++k) scaled[k].weight *= 300 / bws[k];
        const auto a = network_density(network2, scaled, bws, samples, {}, {});
        CsvReader r(csv, ',');
        r.next();
        std::size_t k = 0;
        int in = 0, out = 0;
        double w = 0;
        std::vector<double> ratios;
        while (r.next()) {
            double t = *parse_number(r.fields()[3]);
            double diff = std::abs(a[k] / 300 - t);
            w = std::max(w, diff);
            if (diff > .01 * t) {
                ++out;
                if (out < 10)
                    std::cerr << k << " ada ours " << a[k] / 300 << " truth " << t << " ratio " << a[k] / 300 / t
                              << "\n";
            } else
                ++in;
            ++k;
        }
        std::cerr << "adaptive: in " << in << " out " << out << " worst " << w << "\n";
    }
    // cv: all 347 events at their place
    std::vector<NetworkEvent> singles;
    std::vector<double> deg;
    for (std::size_t k = 0; k < events.size(); ++k)
        for (int j = 0; j < places[k].second; ++j) {
            singles.push_back(events[k]);
            singles.back().weight = 1;
        }
    std::vector<Metres> hs;
    for (int h = 50; h <= 700; h += 50) hs.push_back(Metres(h));
    const auto trials =
        try_bandwidths(network2, singles, hs, {.floor = 2.2250738585072014e-308, .counts_same_place = false}, {});
    const auto trials2 = try_bandwidths(network2, singles, hs, {}, {});
    double shift = 0;
    for (auto& e : singles) {
        const auto n = network2.node_at({e.edge, e.from});
        shift += std::log(network2.degree(*n) == 1 ? 1 : network2.degree(*n) / 2.0);
    }
    std::cerr << singles.size() << " singles shift " << shift / singles.size() << "\n";
    for (std::size_t b = 0; b < hs.size(); ++b)
        std::cerr << hs[b].value << " " << trials[b].likelihood << " unreached " << trials[b].unreached
                  << " | same place " << trials2[b].likelihood << " " << trials2[b].unreached << "\n";

    {  // whom do we not reach
        for (std::size_t k = 0; k < events.size(); ++k) {
            if (places[k].second > 1 && false) continue;
            std::vector<NetworkEvent> others;
            for (std::size_t j = 0; j < events.size(); ++j)
                if (j != k) others.push_back(events[j]);
            RoadPlace me{events[k].edge, events[k].from};
            double near = 1e9;
            std::size_t who = 0;
            for (std::size_t j = 0; j < events.size(); ++j)
                if (j != k) {
                    double dd =
                        std::hypot(places[j].first.x - places[k].first.x, places[j].first.y - places[k].first.y);
                    if (dd < near) {
                        near = dd;
                        who = j;
                    }
                }
            for (auto [lo, hi] : {std::pair{250., 300.}, {500., 550.}}) {
                const bool a =
                    network_density(network2, others, std::vector<RoadPlace>{me}, {.bandwidth = Metres(lo)}, {})[0] > 0;
                const bool b =
                    network_density(network2, others, std::vector<RoadPlace>{me}, {.bandwidth = Metres(hi)}, {})[0] > 0;
                if (!a && b)
                    std::cerr << "event " << k << " w " << places[k].second << " reached between " << lo << " and "
                              << hi << ", straight nearest " << near << " is " << who << " w " << places[who].second
                              << "\n";
            }
        }
    }
}
