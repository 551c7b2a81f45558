/// The statistics of places held against R: spdep for those of places, stats for quantiles and q-values.

#include "base/csv.hpp"
#include "base/random.hpp"
#include "base/text.hpp"
#include "hotspots/distributions.hpp"
#include "hotspots/global_statistics.hpp"
#include "hotspots/local_statistics.hpp"
#include "support/support.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>

using namespace baken;
using namespace baken::test;

namespace {

/// Each test appends lines `name,value` to the file given last.
constexpr const char* put = R"(
arguments <- commandArgs(trailingOnly = TRUE)
out <- file(arguments[length(arguments)], "w")
put <- function(name, values) writeLines(sprintf("%s,%.17g", name, as.numeric(values)), out)
)";

constexpr const char* of_places = R"(
suppressPackageStartupMessages(library(spdep))
x <- scan(arguments[1], quiet = TRUE)
nb <- read.gal(arguments[2])
for (style in c("B", "W")) {
  w <- nb2listw(nb, style = style)
  random <- moran.test(x, w, randomisation = TRUE)
  normal <- moran.test(x, w, randomisation = FALSE)
  put(paste0("moran_", style), c(random$estimate, random$statistic, random$p.value, normal$estimate[3],
                                 normal$statistic, normal$p.value))
  g <- suppressWarnings(globalG.test(x, w))
  put(paste0("global_g_", style), c(g$estimate, g$statistic, g$p.value))
  put(paste0("gi_", style), localG(x, w))
  put(paste0("gi_star_", style), localG(x, nb2listw(include.self(nb), style = style)))
  put(paste0("local_moran_", style), localmoran(x, w)[, "Ii"])
}
set.seed(1)
internals <- attr(localG_perm(x, nb2listw(include.self(nb), style = "B"), nsim = 999), "internals")
put("gi_star_folded", internals[, "Pr(folded) Sim"])
internals <- attr(localG_perm(x, nb2listw(nb, style = "B"), nsim = 999), "internals")
put("gi_folded", internals[, "Pr(folded) Sim"])
put("moran_folded", localmoran_perm(x, nb2listw(nb, style = "W"), nsim = 999)[, "Pr(folded) Sim"])
close(out)
)";

constexpr const char* of_numbers = R"(
x <- scan(arguments[1], quiet = TRUE)
put("q", p.adjust(x, method = "BH"))
for (shape in c(0.003, 0.05, 0.4, 1, 2.5, 12, 300, 20000))
  put("quantile", qgamma(c(1e-6, 0.025, 0.3, 0.5, 0.8, 0.975, 1 - 1e-6), shape))
put("poisson", ppois(c(0, 2, 9, 29), 2.5, lower.tail = FALSE))
close(out)
)";

using Answers = std::map<std::string, std::vector<double>>;

/// What R answers; nothing where R or the package is absent.
std::optional<Answers> ask_r(const std::string& package, const std::string& script, std::vector<std::string> files) {
    if (run({"Rscript", "--vanilla", "-e", "library(" + package + ")"}).exit_code != 0) return std::nullopt;
    const TempDir folder;
    files.insert(files.begin(), {"Rscript", "--vanilla", folder.write("ask.R", put + script).string()});
    files.push_back((folder / "answers.csv").string());
    const Ran ran = run(files);
    INFO(ran.err);
    REQUIRE(ran.exit_code == 0);
    const std::string text = content_of(folder / "answers.csv");
    CsvReader reader(text, ',');
    Answers answers;
    while (reader.next()) answers[std::string(reader.fields()[0])].push_back(*parse_number(reader.fields()[1]));
    return answers;
}

std::string lines_of(const std::vector<double>& values) {
    std::string text;
    for (const double value : values) text += fmt::format("{:.17g}\n", value);
    return text;
}

std::string gal_of(const SpatialWeights& weights) {
    std::string text = fmt::format("{}\n", weights.size());
    for (std::size_t i = 0; i < weights.size(); ++i) {
        text += fmt::format("{} {}\n", i + 1, weights.count(i));
        for (const std::uint32_t j : weights.of(i)) text += fmt::format("{} ", j + 1);
        text += "\n";
    }
    return text;
}

/// A grid with holes, in which every square has a neighbour, so that numbers of neighbours differ.
std::vector<GridSquare> holed_grid(Rng& rng) {
    std::vector<GridSquare> squares;
    for (const GridSquare square : whole_grid(22, 24))
        if (square.column % 4 == 0 || rng.chance(0.7)) squares.push_back(square);
    return squares;
}

void check_all(const std::string& name, const std::vector<double>& ours, const std::vector<double>& theirs) {
    REQUIRE(ours.size() == theirs.size());
    for (std::size_t i = 0; i < ours.size(); ++i) {
        INFO(name << ", number " << i);
        CHECK(ours[i] == Approx(theirs[i]).epsilon(1e-9).margin(1e-12));
    }
}

/// spdep folds its p: the smaller of the shares at least as large, and smaller.
double folded(double above, int permutations) { return std::min(above, 1 - above + 1.0 / (permutations + 1)); }

/// spdep draws with replacement, which for eight neighbours of hundreds moves a p by less than this.
constexpr double by_replacement = 0.004;

}  // namespace

TEST_CASE("the statistics of places are those of spdep, and permutation p differ by chance only") {
    Rng rng(2027);
    const std::vector<GridSquare> squares = holed_grid(rng);
    std::vector<double> values;
    for (const GridSquare square : squares)
        values.push_back((square.row / 6 % 2 == 0 && square.column < 9 ? 2 : 1) * -std::log(1 - rng.uniform()));
    const SpatialWeights near = grid_weights(squares, Contiguity::queen);
    const TempDir folder;
    const auto answers =
        ask_r("spdep", of_places,
              {folder.write("values.txt", lines_of(values)).string(), folder.write("near.gal", gal_of(near)).string()});
    if (!answers) {
        WARN("SKIPPED: spdep for R is not here (package r-cran-spdep)");
        return;
    }
    for (const std::string style : {"B", "W"}) {
        SpatialWeights weights = near;
        weights.style = style == "B" ? SpatialWeights::Style::binary : SpatialWeights::Style::row_standardised;
        const MoranTest moran = moran_test(values, weights);
        check_all("moran_" + style,
                  {moran.i, moran.expected, moran.randomisation.variance, moran.randomisation.z,
                   moran.randomisation.p_above, moran.normality.variance, moran.normality.z, moran.normality.p_above},
                  answers->at("moran_" + style));
        const GlobalG g = global_g(values, weights);
        check_all("global_g_" + style,
                  {g.g, g.expected, g.randomisation.variance, g.randomisation.z, g.randomisation.p_above},
                  answers->at("global_g_" + style));
        check_all("gi_" + style, getis_ord_z(values, weights, Window::without_itself), answers->at("gi_" + style));
        check_all("gi_star_" + style, getis_ord_z(values, weights, Window::with_itself),
                  answers->at("gi_star_" + style));
        check_all("local_moran_" + style, local_moran(values, weights), answers->at("local_moran_" + style));
    }

    constexpr int permutations = 9999;
    const std::vector<LocalP> p = permutation_tests(values, near, {.permutations = permutations}, {});
    for (const std::string name : {"gi_star_folded", "gi_folded", "moran_folded"}) {
        const auto null = name == "gi_star_folded" ? &LocalP::window : &LocalP::neighbours;
        double most = 0, differences = 0;
        for (std::size_t i = 0; i < p.size(); ++i) {
            const double ours = folded((p[i].*null).above, permutations), theirs = answers->at(name)[i];
            const double error = std::sqrt(ours * (1 - ours) * (1.0 / 999 + 1.0 / permutations));
            most = std::max(most, (std::abs(ours - theirs) - by_replacement) / error);
            differences += ours - theirs;
        }
        WARN(name << ": largest difference " << most << " standard errors, mean difference "
                  << differences / static_cast<double>(p.size()));
        CHECK(most < 4.5);  // of some 400 differences
        CHECK(std::abs(differences / static_cast<double>(p.size())) < by_replacement);
    }
}

TEST_CASE("q-values, quantiles of the gamma distribution and Poisson tails are those of R") {
    Rng rng(5);
    std::vector<double> p;
    for (int i = 0; i < 300; ++i)
        p.push_back(rng.chance(0.1) ? rng.uniform() * 1e-3 : std::ceil(rng.uniform() * 100) / 100);
    const TempDir folder;
    const auto answers = ask_r("stats", of_numbers, {folder.write("p.txt", lines_of(p)).string()});
    if (!answers) {
        WARN("SKIPPED: R is not here (package r-base-core)");
        return;
    }
    check_all("q", false_discovery_rates(p), answers->at("q"));
    std::vector<double> quantiles, poisson;
    for (const double shape : {0.003, 0.05, 0.4, 1.0, 2.5, 12.0, 300.0, 20000.0})
        for (const double chance : {1e-6, 0.025, 0.3, 0.5, 0.8, 0.975, 1 - 1e-6})
            quantiles.push_back(gamma_quantile(shape, chance));
    check_all("quantile", quantiles, answers->at("quantile"));
    for (const int count : {1, 3, 10, 30}) poisson.push_back(poisson_at_least(count, 2.5));
    REQUIRE(poisson.size() == answers->at("poisson").size());
    for (std::size_t i = 0; i < poisson.size(); ++i)
        CHECK(poisson[i] == Approx(answers->at("poisson")[i]).epsilon(1e-10));
}
