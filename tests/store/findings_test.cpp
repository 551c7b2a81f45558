#include "base/error.hpp"
#include "geo/io/read_layer.hpp"
#include "model/findings.hpp"
#include "output/styles.hpp"
#include "store/project_file.hpp"
#include "support/sample_project.hpp"
#include "support/support.hpp"

#include <set>

using namespace baken;
using namespace baken::test;

namespace {

std::filesystem::path saved(const Project& project, const TempDir& folder) {
    const auto file = folder / "proef.gpkg";
    save_project(project, layer_styles(project_layers(project), project.settings.language, make_date(2027, 1, 1)), file,
                 Overwrite::no, {});
    return file;
}

/// The saved project without these tables: as a version before them wrote it.
std::filesystem::path without(const std::set<std::string>& gone, const TempDir& folder) {
    const auto file = saved(sample_project(), folder);
    std::vector<FeatureTable> tables;
    for (const auto& name : layer_names(file))
        if (!gone.contains(name)) tables.push_back(read_layer(file, {.layer = name}, {}));
    const auto older = folder / "older.gpkg";
    write_geopackage(older, tables, make_date(2027, 1, 1), Overwrite::no, {});
    return older;
}

}  // namespace

TEST_CASE("what was found beside the hotspots comes back with every figure and every point") {
    const TempDir folder;
    const Project project = sample_project();
    const Findings &a = *project.findings, b = *load_project(saved(project, folder), {}).findings;

    REQUIRE(b.cells.size() == 288);
    for (std::size_t i = 0; i < a.cells.size(); ++i) {
        const CellFinding &x = a.cells[i], &y = b.cells[i];
        CHECK(std::tie(x.corner, x.side, x.municipality, x.accidents, x.weight, x.gi_z, x.p_value, x.q_value, x.moran,
                       x.pattern) == std::tie(y.corner, y.side, y.municipality, y.accidents, y.weight, y.gi_z,
                                              y.p_value, y.q_value, y.moran, y.pattern));
    }
    REQUIRE(b.lixels.size() == 540);
    for (std::size_t i = 0; i < a.lixels.size(); ++i) {
        const LixelFinding &x = a.lixels[i], &y = b.lixels[i];
        CHECK(std::tie(x.road_id, x.name, x.municipality, x.line, x.length, x.density) ==
              std::tie(y.road_id, y.name, y.municipality, y.line, y.length, y.density));
    }
    REQUIRE(b.stretches.size() == 9);
    for (std::size_t i = 0; i < a.stretches.size(); ++i) {
        const StretchFinding &x = a.stretches[i], &y = b.stretches[i];
        CHECK(std::tie(x.id, x.method, x.name, x.municipality, x.lines, x.length, x.accidents, x.injury, x.expected,
                       x.ratio, x.p_value, x.q_value,
                       x.strength) == std::tie(y.id, y.method, y.name, y.municipality, y.lines, y.length, y.accidents,
                                               y.injury, y.expected, y.ratio, y.p_value, y.q_value, y.strength));
    }
    REQUIRE(b.pattern);
    CHECK(std::tie(a.pattern->units, a.pattern->moran_i, a.pattern->expected, a.pattern->z, a.pattern->p_value) ==
          std::tie(b.pattern->units, b.pattern->moran_i, b.pattern->expected, b.pattern->z, b.pattern->p_value));
    REQUIRE(b.k_function);
    CHECK(std::tie(a.k_function->distance, a.k_function->observed, a.k_function->low, a.k_function->high) ==
          std::tie(b.k_function->distance, b.k_function->observed, b.k_function->low, b.k_function->high));
    CHECK(b.lixel_length == 200);
    CHECK(b.bandwidth == 250);
}

TEST_CASE("a project that found nothing comes back with nothing found") {
    const TempDir folder;
    Project project = sample_project();
    project.findings = Findings{};
    const Findings back = *load_project(saved(project, folder), {}).findings;
    CHECK(back.cells.empty());
    CHECK(back.lixels.empty());
    CHECK(back.stretches.empty());
    CHECK_FALSE(back.pattern);
    CHECK_FALSE(back.k_function);
}

TEST_CASE("a project file from before there were findings opens, with none") {
    const TempDir folder;
    const Project back = load_project(
        without({"cells", "network_density", "stretches", "baken_findings", "baken_network_k"}, folder), {});
    CHECK(back.hotspots.size() == 36);
    CHECK(back.findings->cells.empty());
    CHECK(back.findings->stretches.empty());
    CHECK_FALSE(back.findings->pattern);
}

TEST_CASE("a stretch of a method that is unknown is refused with table, row and what is known") {
    const TempDir folder;
    const auto file = saved(sample_project(), folder);
    std::vector<FeatureTable> tables;
    for (const auto& name : layer_names(file)) {
        tables.push_back(read_layer(file, {.layer = name}, {}));
        if (name == "stretches") tables.back().rows[2].values[tables.back().field("method")] = std::string("guess");
    }
    const auto other = folder / "other.gpkg";
    write_geopackage(other, tables, make_date(2027, 1, 1), Overwrite::no, {});
    std::string said;
    try {
        (void)load_project(other, {});
    } catch (const InputError& error) {
        said = error.what();
    }
    CHECK(said.find("table stretches, row 3: 'method' is 'guess'; known are scan, kde_plus, junction") !=
          std::string::npos);
}

TEST_CASE("the layers of findings carry what is read from them: squares, ranks, what stands out") {
    const auto layers = project_layers(sample_project());
    const auto named = [&](std::string_view name) -> const FeatureTable& {
        return *std::find_if(layers.begin(), layers.end(), [&](const FeatureTable& t) { return t.name == name; });
    };
    const auto text_in = [](const FeatureTable& table, std::size_t row, const std::string& field) {
        return text_of(table.rows.at(row).values.at(table.field(field)));
    };
    const FeatureTable& cells = named("cells");
    const auto& area = std::get<MultiPolygon>(cells.rows[0].shape);
    REQUIRE(area.size() == 1);
    CHECK(area[0].outer ==
          Ring{{170500, 426500}, {171000, 426500}, {171000, 427000}, {170500, 427000}, {170500, 426500}});
    CHECK(text_in(cells, 0, "cell_id") == "E170500N426500");
    std::set<std::string> evidence;
    for (std::size_t i = 0; i < cells.rows.size(); ++i) evidence.insert(text_in(cells, i, "evidence"));
    CHECK(evidence ==
          std::set<std::string>{"hot_cluster", "hot", "high_high", "high_low", "low_high", "low_low", "none"});

    // By q: 0.012 (GM9001), 0.024 twice, of which the higher ratio first (KDE+ 4.13, scan 3.79), then 0.036 ...
    const FeatureTable& stretches = named("stretches");
    CHECK(text_in(stretches, 0, "stretch_rank") == "1");
    CHECK(text_in(stretches, 6, "stretch_rank") == "2");
    CHECK(text_in(stretches, 1, "stretch_rank") == "3");
    CHECK(text_in(stretches, 8, "stretch_rank") == "8");  // the junction, 0.09
    CHECK(text_in(stretches, 7, "stretch_rank") == "9");
    CHECK(text_in(stretches, 0, "strength").empty());
    CHECK(text_in(stretches, 6, "strength") == "0.61");
    CHECK(std::get<MultiLine>(stretches.rows[6].shape).size() == 2);
}

TEST_CASE("a square stands out by its q-value, and its pattern says how it stands to its neighbours") {
    CellFinding cell;
    cell.pattern = LocalPattern::high_high;
    cell.q_value = 0.1;
    CHECK(evidence_of(cell) == CellEvidence::hot_cluster);
    cell.q_value = 0.1000001;
    CHECK(evidence_of(cell) == CellEvidence::high_high);
    cell = {};
    CHECK(evidence_of(cell) == CellEvidence::none);
    cell.q_value = 0.01;
    CHECK(evidence_of(cell) == CellEvidence::hot);
    Findings findings;
    findings.cells = {cell, CellFinding{}};
    CHECK(striking_cells(findings) == 1);
    CHECK(stretches_by_rank(findings).empty());
}
