/// Published values of the statistics of places, each to its own tolerance.

#include "base/csv.hpp"
#include "base/poisson.hpp"
#include "base/text.hpp"
#include "geo/io/read_layer.hpp"
#include "hotspots/distributions.hpp"
#include "hotspots/global_statistics.hpp"
#include "hotspots/local_statistics.hpp"
#include "hotspots/space_time.hpp"
#include "support/support.hpp"

#include <cmath>
#include <map>
#include <numeric>
#include <sstream>

using namespace baken;
using namespace baken::test;

namespace {

constexpr auto rows = SpatialWeights::Style::row_standardised;

/// Numbers of one field of a layer, or of the coordinates of its points.
std::vector<double> column(const std::filesystem::path& file, const std::string& name) {
    const FeatureTable table = read_layer(file, {.crs = "EPSG:28992"}, {});
    std::vector<double> values;
    const std::size_t at = table.field(name);
    for (const auto& row : table.rows) {
        if (const auto* real = std::get_if<double>(&row.values[at])) values.push_back(*real);
        if (const auto* whole = std::get_if<std::int64_t>(&row.values[at]))
            values.push_back(static_cast<double>(*whole));
    }
    REQUIRE(values.size() == table.rows.size());
    return values;
}

/// A .gal file: a header, then per unit its id and number of neighbours, and a line with their ids.
SpatialWeights read_gal(const std::filesystem::path& file, const std::vector<double>& ids,
                        SpatialWeights::Style style) {
    std::istringstream text(content_of(file));
    std::string header;
    std::getline(text, header);
    std::map<long long, std::uint32_t> unit;
    for (std::uint32_t i = 0; i < ids.size(); ++i) unit[std::llround(ids[i])] = i;
    std::vector<std::vector<std::uint32_t>> lists(ids.size());
    long long id = 0, neighbour = 0;
    std::size_t count = 0;
    while (text >> id >> count)
        for (auto& list = lists.at(unit.at(id)); list.size() < count && text >> neighbour;)
            list.push_back(unit.at(neighbour));
    return weights_of(lists, style);
}

struct Published {
    double expected = 0, tolerance = 0;
    bool is_seen = false;
};
using Truth = std::map<std::pair<std::string, std::string>, Published>;

Truth published() {
    Truth truth;
    const std::string text = content_of(shared("truth/autocorrelation.csv"));
    CsvReader reader(text, ',');
    reader.next();
    while (reader.next()) {
        const auto& f = reader.fields();
        truth[{std::string(f[0]), std::string(f[2])}] = {*parse_number(f[3]), *parse_number(f[4])};
    }
    return truth;
}

void check(Truth& truth, const std::string& statistic, const std::string& weights, double value) {
    INFO(statistic << ", " << weights);
    Published& row = truth.at({statistic, weights});
    // Values are printed to a number of digits: half of the last one is allowed where the tolerance is 0.
    CHECK(std::abs(value - row.expected) <= row.tolerance);
    row.is_seen = true;
}

}  // namespace

TEST_CASE("every published value of spatial autocorrelation is met") {
    BAKEN_NEEDS_SHARED();
    Truth truth = published();
    CHECK(truth.size() == 12);

    const std::vector<MapPoint> points{{10, 10}, {20, 10}, {40, 10}, {15, 20}, {30, 20}, {30, 30}};
    const std::vector<double> y{2, 3, 3.2, 5, 8, 7};
    const SpatialWeights band = distance_band(points, 15_m), band_of_rows = distance_band(points, 15_m, rows);
    const GlobalG g = global_g(y, band);
    check(truth, "getis_ord_global_G", "distance band 15 binary", g.g);
    check(truth, "getis_ord_global_G_p_norm", "distance band 15 binary", g.randomisation.p_above);
    check(truth, "getis_ord_Gi_z_first", "distance band 15 binary", getis_ord_z(y, band, Window::without_itself)[0]);
    check(truth, "getis_ord_Gi_star_z_first", "distance band 15 binary", getis_ord_z(y, band, Window::with_itself)[0]);
    // For weights of rows the published values take the sum of squared weights, 1/m for m units, as the sum of the
    // weights, 1: they are (mean of the window - mean) / deviation, without the part that says how many units the mean
    // is of. Of N units to choose from ours, which does not depend on the style, is that over
    // sqrt((N/m - 1) / (N - 1)). spdep agrees with ours (local_statistics_judge_test).
    const auto without_number_of_units = [](double z, double m, double n) {
        return z * std::sqrt((n / m - 1) / (n - 1));
    };
    check(truth, "getis_ord_Gi_z_first", "distance band 15 row-standardised",
          without_number_of_units(getis_ord_z(y, band_of_rows, Window::without_itself)[0], 2, 5));
    check(truth, "getis_ord_Gi_star_z_first", "distance band 15 row-standardised",
          without_number_of_units(getis_ord_z(y, band_of_rows, Window::with_itself)[0], 3, 6));

    const auto sids = shared("truth/sids2/sids2.shp");
    const SpatialWeights counties = read_gal(shared("truth/sids2/sids2.gal"), column(sids, "FIPSNO"), rows);
    const MoranTest moran = moran_test(column(sids, "SIDR74"), counties);
    check(truth, "moran_I", "sids2/sids2.gal row-standardised", moran.i);
    check(truth, "moran_I_p_norm_one_tailed", "sids2/sids2.gal row-standardised", moran.normality.p_above);

    std::vector<double> lattice(9);
    std::iota(lattice.begin(), lattice.end(), 1.0);
    const MoranTest rook = moran_test(lattice, grid_weights(whole_grid(3, 3), Contiguity::rook));
    check(truth, "moran_I_variance_randomisation", "rook binary", rook.randomisation.variance);
    check(truth, "moran_I_variance_normality", "rook binary", rook.normality.variance);

    const auto burkitt = shared("truth/burkitt/burkitt.shp");
    const std::vector<double> x = column(burkitt, "X"), north = column(burkitt, "Y"), t = column(burkitt, "T");
    std::vector<TimedPoint> cases;
    for (std::size_t i = 0; i < x.size(); ++i) cases.push_back({{x[i], north[i]}, t[i]});
    const KnoxTest knox = knox_test(cases, {.space = 20_m, .time = 5}, {});
    check(truth, "knox_statistic", "delta 20 tau 5", static_cast<double>(knox.pairs));
    // The published p is that of more pairs; ours is of as many or more, as a p-value is.
    check(truth, "knox_p_poisson", "delta 20 tau 5", poisson_at_least(knox.pairs + 1, knox.expected));
    CHECK(knox.p_poisson == Approx(1 - poisson_at_most(12, knox.expected)));
    WARN("Burkitt's lymphoma: " << knox.pairs << " pairs, " << knox.expected << " expected, p by permutation "
                                << knox.p_permutation);

    for (const auto& [name, row] : truth) {
        INFO(name.first << ", " << name.second);
        CHECK(row.is_seen);
    }
}
