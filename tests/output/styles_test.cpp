#include "output/styles.hpp"

#include "base/text.hpp"
#include "model/project.hpp"
#include "output/road_density.hpp"
#include "output/look.hpp"
#include "store/project_file.hpp"
#include "support/sample_project.hpp"
#include "support/support.hpp"

#include <cmath>
#include <charconv>
#include <map>
#include <set>

using namespace baken;
using namespace baken::test;

namespace {

std::string text_in(const FeatureTable& table, std::size_t row, const std::string& field) {
    return text_of(table.rows.at(row).values.at(table.field(field)));
}

/// Relative luminance (WCAG 2.1).
double luminance(const std::string& colour) {
    double sum = 0;
    const double weights[] = {0.2126, 0.7152, 0.0722};
    for (std::size_t i = 0; i < 3; ++i) {
        unsigned part = 0;
        std::from_chars(colour.data() + 1 + 2 * i, colour.data() + 3 + 2 * i, part, 16);
        const double c = part / 255.0;
        sum += weights[i] * (c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4));
    }
    return sum;
}

double contrast(const std::string& a, const std::string& b) {
    const double x = luminance(a), y = luminance(b);
    return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

}  // namespace

TEST_CASE("every layer with shapes has exactly one style, and it is the default") {
    const auto layers = project_layers(sample_project());
    const FeatureTable styles = layer_styles(layers, Language::nl, make_date(2027, 1, 1));
    CHECK(styles.name == "layer_styles");
    std::map<std::string, int> count;
    for (std::size_t row = 0; row < styles.rows.size(); ++row) {
        ++count[text_in(styles, row, "f_table_name")];
        CHECK(std::get<bool>(styles.rows[row].values[styles.field("useAsDefault")]));
        CHECK(std::get<std::string>(styles.rows[row].values[styles.field("f_table_schema")]).empty());
        CHECK(text_in(styles, row, "f_geometry_column") == "geom");
        CHECK(text_in(styles, row, "update_time") == "2027-01-01T00:00:00Z");
    }
    CHECK(count == std::map<std::string, int>{{"municipalities", 1},
                                              {"roads", 1},
                                              {"schools", 1},
                                              {"accidents", 1},
                                              {"complaints", 1},
                                              {"measurements", 1},
                                              {"hotspots", 1},
                                              {"checks", 1},
                                              {"cells", 1},
                                              {"network_density", 1},
                                              {"stretches", 1}});
}

TEST_CASE("every field of every layer has a Dutch and an English name") {
    for (const auto& layer : project_layers(sample_project())) {
        for (const auto& field : layer.fields) {
            INFO(layer.name << "." << field.name);
            // A field that is spelled alike in one of the languages still differs in the other, but for these.
            static const std::set<std::string> alike{"partners", "status"};
            const bool is_named =
                alias_of(field.name, Language::nl) != field.name || alias_of(field.name, Language::en) != field.name;
            CHECK((is_named || alike.contains(field.name)));
        }
    }
}

TEST_CASE("every code that a layer can hold has a word, and every category is one of them") {
    for (const auto& layer : project_layers(sample_project())) {
        for (const auto& field : layer.fields) {
            const CodeWords words = codes_of(layer.name, field.name, Language::nl);
            if (words.empty()) continue;
            std::set<std::string> known;
            for (const auto& [code, word] : words) {
                known.insert(code);
                CHECK_FALSE(word.empty());
            }
            for (const auto& row : layer.rows) {
                const std::string code = text_of(row.values[layer.field(field.name)]);
                if (!code.empty() && !known.contains(code))
                    FAIL_CHECK(layer.name << "." << field.name << ": no word for " << code);
            }
            const Look look = look_of(layer, Language::nl);
            if (look.field != field.name) continue;
            for (const auto& category : look.categories)
                CHECK((category.value.empty() || known.contains(category.value)));
        }
    }
}

TEST_CASE("marks of one layer differ in shape or filling, not in colour alone") {
    for (const auto& layer : project_layers(sample_project())) {
        const Look look = look_of(layer, Language::nl);
        if (look.shape != ShapeType::point) continue;
        std::set<std::string> signs;
        for (const auto& category : look.categories) {
            const bool is_hollow = category.mark.fill == "#ffffff";
            signs.insert(category.mark.shape + (is_hollow ? " hollow" : ""));
        }
        CHECK(signs.size() == look.categories.size());
    }
}

TEST_CASE("numbers can be read on every disc, letters on paper and marks against it") {
    for (const auto& layer : project_layers(sample_project())) {
        const Look look = look_of(layer, Language::nl);
        for (const auto& label : look.labels) CHECK(contrast(label.colour, "#ffffff") >= 4.5);
        if (look.shape != ShapeType::point) continue;
        for (const auto& category : look.categories) {
            INFO(layer.name << " " << category.value);
            CHECK(std::max(contrast(category.mark.fill, "#ffffff"), contrast(category.mark.outline, "#ffffff")) >= 3);
            if (!look.symbol_text_expression.empty()) CHECK(contrast(category.mark.fill, "#1d2127") >= 4.5);
        }
    }
}

TEST_CASE("the same look in SLD has a rule per category") {
    for (const auto& layer : project_layers(sample_project())) {
        const Look look = look_of(layer, Language::en);
        const std::string sld = sld_of(layer, look);
        std::size_t rules = 0;
        for (std::size_t at = sld.find("<se:Rule>"); at != std::string::npos; at = sld.find("<se:Rule>", at + 1))
            ++rules;
        CHECK(rules == look.categories.size());
    }
}

TEST_CASE("density along the road is told by width as well as by colour, each class visible on paper") {
    for (const auto& layer : project_layers(sample_project())) {
        if (layer.name != "network_density") continue;
        const Look look = look_of(layer, Language::nl);
        REQUIRE(look.categories.size() == 6);  // none near, and five classes
        for (std::size_t i = 1; i < look.categories.size(); ++i) {
            CHECK(look.categories[i].mark.size > look.categories[i - 1].mark.size);
            CHECK(contrast(look.categories[i].mark.fill, "#ffffff") >= 3);
            CHECK(look.categories[i].range->low == (i == 1 ? 0 : look.categories[i - 1].range->high));
            if (i > 1) CHECK(luminance(look.categories[i].mark.fill) < luminance(look.categories[i - 1].mark.fill));
        }
    }
}

TEST_CASE("five classes of density hold about as many values each, with bounds of two figures") {
    std::vector<double> densities{0, 0, 0};
    for (int i = 1; i <= 100; ++i) densities.push_back(i / 10.0);  // 0.1, 0.2, ... 10
    const auto classes = road_density_classes(densities);
    REQUIRE(classes.size() == 5);
    for (std::size_t i = 0; i < 5; ++i) {
        CHECK(classes[i].above == Approx(2.0 * static_cast<double>(i)));
        CHECK(classes[i].up_to == Approx(2.0 * static_cast<double>(i + 1)));
        CHECK(std::count_if(densities.begin(), densities.end(), [&](double d) { return classes[i].holds(d); }) == 20);
        CHECK(road_density_step(i, 5) == i);
    }
    CHECK(words_of(classes[0], Language::nl) == "tot 2,0");
    CHECK(words_of(classes[4], Language::en) == "8.0 \u2013 10");
    CHECK(road_density_classes({0, 0}).empty());
    CHECK(road_density_classes({}).empty());
    const auto alike = road_density_classes({0.0123, 0.0123, 0.0123});
    REQUIRE(alike.size() == 1);
    CHECK(alike[0].up_to == Approx(0.013));
    CHECK(road_density_step(0, 1) == 4);
}

TEST_CASE("every density above zero is in one class, whatever the numbers are") {
    Rng rng(11);
    for (int round = 0; round < 200; ++round) {
        std::vector<double> densities;
        const double scale = std::pow(10, 8 * rng.uniform() - 5);
        for (int i = 0; i < 1 + round % 40; ++i) densities.push_back(scale * rng.uniform());
        const auto classes = road_density_classes(densities);
        for (const double d : densities)
            CHECK(std::count_if(classes.begin(), classes.end(), [&](const auto& c) { return c.holds(d); }) ==
                  (d > 0 ? 1 : 0));
    }
}

TEST_CASE("a layer of findings without rows has a style all the same") {
    Project project = sample_project();
    project.findings = Findings{};
    for (const auto& layer : project_layers(project)) {
        const Look look = look_of(layer, Language::nl);
        CHECK_FALSE(look.categories.empty());
        CHECK_FALSE(qml_of(layer, look, Language::nl).empty());
    }
}
