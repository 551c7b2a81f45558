#include "geo/io/write_layer.hpp"

#include "base/error.hpp"
#include "geo/io/read_layer.hpp"
#include "geo/io/small_disk.hpp"
#include "support/support.hpp"

#include <sys/stat.h>

using namespace baken;
using namespace baken::test;

namespace {

const UtcTime stamp = make_date(2027, 1, 2) + std::chrono::hours{3};

FeatureTable hotspots() {
    FeatureTable table{"hotspots", ShapeType::point, {}, {}};
    table.fields = {{"hotspot_id", FieldType::text, "Locatie"},
                    {"accidents", FieldType::integer},
                    {"expected", FieldType::real},
                    {"enforceable", FieldType::boolean},
                    {"date", FieldType::date},
                    {"starts_at", FieldType::date_time}};
    table.rows.push_back({{std::string("GM0209-H01"), std::int64_t{10000000000}, 2.25, true, make_date(2027, 10, 8),
                           make_date(2027, 10, 8) + std::chrono::seconds{61201}},
                          MapPoint{181473.558, 430134.406}});
    table.rows.push_back({{std::string("Rûnwei; \"x\"\nz"), {}, {}, false, {}, {}}, MapPoint{0.125, 300000}});
    table.rows.push_back(
        {{std::string(), std::int64_t{-1}, -0.0, {}, make_date(1999, 2, 28), UtcTime(make_date(1970, 1, 1))}, {}});
    return table;
}

std::vector<FeatureTable> many_rows() {
    FeatureTable table{"accidents", ShapeType::point, {{"n", FieldType::integer}, {"street", FieldType::text}}, {}};
    for (int i = 0; i < 20000; ++i)
        table.rows.push_back({{std::int64_t{i}, std::string("Van Heemstraweg")}, MapPoint{180000.0 + i, 430000.0 - i}});
    return {table};
}

}  // namespace

TEST_CASE("what is written to a GeoPackage is read back the same") {
    const TempDir dir;
    const FeatureTable table = hotspots();
    write_geopackage(dir / "plan.gpkg", std::vector{table}, stamp, Overwrite::no, {});
    const FeatureTable back = read_layer(dir / "plan.gpkg", {}, {});
    REQUIRE(back.rows.size() == table.rows.size());
    CHECK(back.shape_type == ShapeType::point);
    for (std::size_t i = 0; i < table.fields.size(); ++i) {
        CHECK(back.fields[i].name == table.fields[i].name);
        CHECK(back.fields[i].type == table.fields[i].type);
    }
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        CHECK(back.rows[row].values == table.rows[row].values);
        CHECK(std::holds_alternative<MapPoint>(back.rows[row].shape) == (row < 2));
        if (row < 2) CHECK(std::get<MapPoint>(back.rows[row].shape) == std::get<MapPoint>(table.rows[row].shape));
    }
}

TEST_CASE("the same tables give the same bytes, whatever the file is called") {
    const TempDir dir;
    const std::vector tables{hotspots()};
    write_geopackage(dir / "a.gpkg", tables, stamp, Overwrite::no, {});
    write_geopackage(dir / "other.gpkg", tables, stamp, Overwrite::no, {});
    CHECK(content_of(dir / "a.gpkg") == content_of(dir / "other.gpkg"));
    CHECK(content_of(dir / "a.gpkg").find("2027-01-02T03:00:00.000Z") != std::string::npos);
}

TEST_CASE("lines, areas and tables without shapes stand together in one file") {
    const TempDir dir;
    FeatureTable roads{"roads", ShapeType::line, {{"name", FieldType::text}}, {}};
    roads.rows.push_back({{std::string("a")}, MultiLine{{{0, 0}, {1, 1}}, {{5, 5}, {6, 6}, {7, 7}}}});
    FeatureTable areas{
        "municipalities", ShapeType::area, {{"fid", FieldType::text}}, {}};  // a field that is called as ours
    const Ring outer{{0, 0}, {10, 0}, {10, 10}, {0, 10}, {0, 0}}, hole{{4, 4}, {6, 4}, {6, 6}, {4, 6}, {4, 4}};
    areas.rows.push_back({{std::string("b")}, MultiPolygon{{outer, {hole}}}});
    FeatureTable styles{"layer_styles", ShapeType::none, {{"f_table_name", FieldType::text}}, {}};
    styles.rows.push_back({{std::string("roads")}, {}});
    FeatureTable empty{"complaints", ShapeType::point, {{"id", FieldType::text}}, {}};
    write_geopackage(dir / "all.gpkg", std::vector{roads, areas, styles, empty}, stamp, Overwrite::no, {});

    CHECK(layer_names(dir / "all.gpkg") ==
          std::vector<std::string>{"roads", "municipalities", "complaints", "layer_styles"});
    const auto read = [&](const char* layer) { return read_layer(dir / "all.gpkg", {.layer = layer}, {}); };
    CHECK(std::get<MultiLine>(read("roads").rows.at(0).shape) == std::get<MultiLine>(roads.rows[0].shape));
    const auto area = std::get<MultiPolygon>(read("municipalities").rows.at(0).shape);
    CHECK(area.at(0).outer == outer);
    CHECK(area.at(0).holes == std::vector<Ring>{hole});
    CHECK(read("municipalities").rows[0].values == areas.rows[0].values);
    CHECK(read("layer_styles").rows.at(0).values == styles.rows[0].values);
    CHECK(read("layer_styles").shape_type == ShapeType::none);
    CHECK(read("complaints").rows.empty());
    CHECK(read("complaints").shape_type == ShapeType::point);
}

TEST_CASE("nothing is overwritten unless asked") {
    const TempDir dir;
    const auto plan = dir.write("plan.gpkg", "mine");
    const auto write_over = [&](Overwrite overwrite) {
        return refusal([&] { write_geopackage(plan, std::vector{hotspots()}, stamp, overwrite, {}); });
    };
    CHECK(write_over(Overwrite::no) ==
          plan.string() + ": the file exists already; give another name, or --force to replace it");
    CHECK(content_of(plan) == "mine");
    CHECK(write_over(Overwrite::yes) == "written");
    CHECK(read_layer(plan, {}, {}).rows.size() == 3);
    CHECK(refusal([&] { write_bytes(plan, "x", Overwrite::no); }).find("--force") != std::string::npos);
    CHECK(files_in(dir.path()) == std::vector<std::string>{"plan.gpkg"});
}

TEST_CASE("bytes are written whole, with the rights the old file had") {
    const TempDir dir;
    const std::string bytes("a\0\r\n\xff", 5);
    write_bytes(dir / "plan.json", bytes, Overwrite::no);
    CHECK(content_of(dir / "plan.json") == bytes);
    write_bytes(dir / "empty", "", Overwrite::no);
    CHECK(content_of(dir / "empty").empty());
    using std::filesystem::perms;
    std::filesystem::permissions(dir / "plan.json", perms::owner_read | perms::owner_write);
    write_bytes(dir / "plan.json", "new", Overwrite::yes);
    CHECK(content_of(dir / "plan.json") == "new");
    CHECK(std::filesystem::status(dir / "plan.json").permissions() == (perms::owner_read | perms::owner_write));
    std::filesystem::create_symlink(dir / "plan.json", dir / "link.json");
    write_bytes(dir / "link.json", "through", Overwrite::yes);
    CHECK(std::filesystem::is_symlink(dir / "link.json"));
    CHECK(content_of(dir / "plan.json") == "through");
    CHECK(files_in(dir.path()) == std::vector<std::string>{"empty", "link.json", "plan.json"});
}

TEST_CASE("a place that cannot be written is named") {
    const TempDir dir;
    std::filesystem::create_directory(dir / "folder");
    for (const auto& write :
         {std::function<void(const std::filesystem::path&)>([](const auto& p) { write_bytes(p, "x", Overwrite::yes); }),
          std::function<void(const std::filesystem::path&)>(
              [](const auto& p) { write_geopackage(p, std::vector{hotspots()}, stamp, Overwrite::yes, {}); })}) {
        CHECK(refusal([&] {
                  write(dir / "none" / "plan.gpkg");
              }).find("there is no folder " + (dir / "none").string()) != std::string::npos);
        CHECK(refusal([&] { write(dir / "folder"); }).find("this is a folder") != std::string::npos);
        CHECK(refusal([&] { write("/proc/plan.gpkg"); }).find("/proc/plan.gpkg: ") == 0);
        if (geteuid() == 0) continue;  // root may write everywhere
        std::filesystem::permissions(dir / "folder",
                                     std::filesystem::perms::owner_read | std::filesystem::perms::owner_exec);
        CHECK(refusal([&] { write(dir / "folder" / "plan.gpkg"); }).find("choose a folder in which you may write") !=
              std::string::npos);
    }
}

TEST_CASE("a full disk leaves the old file and nothing else") {
    const TempDir dir;
    const auto tables = many_rows();
    write_geopackage(dir / "whole.gpkg", tables, stamp, Overwrite::no, {});
    const auto whole = std::filesystem::file_size(dir / "whole.gpkg");
    std::filesystem::remove(dir / "whole.gpkg");
    const auto plan = dir.write("plan.gpkg", "old");
    for (const std::uintmax_t bytes :
         {std::uintmax_t{0}, std::uintmax_t{4096}, whole / 4, whole / 2, whole - 4096, whole - 1}) {
        INFO(bytes << " of " << whole);
        const std::string said =
            on_a_small_disk(bytes, [&] { write_geopackage(plan, tables, stamp, Overwrite::yes, {}); });
        CHECK(said.find(plan.string() + ": cannot be written (") == 0);
        CHECK(content_of(plan) == "old");
        CHECK(files_in(dir.path()) == std::vector<std::string>{"plan.gpkg"});
    }
    CHECK(on_a_small_disk(whole, [&] { write_geopackage(plan, tables, stamp, Overwrite::yes, {}); }) == "written");
    CHECK(read_layer(plan, {}, {}).rows.size() == 20000);

    const std::string text(100000, 'x');
    for (const rlim_t bytes : {0, 1, 50000, 99999}) {
        const std::string said = on_a_small_disk(bytes, [&] { write_bytes(dir / "plan.json", text, Overwrite::no); });
        CHECK(said == (dir / "plan.json").string() +
                          ": cannot be written (File too large); make room on the disk or choose another folder");
        CHECK(files_in(dir.path()) == std::vector<std::string>{"plan.gpkg"});
    }
    CHECK(on_a_small_disk(100000, [&] { write_bytes(dir / "plan.json", text, Overwrite::no); }) == "written");
}

TEST_CASE("a table that contradicts itself is our mistake, and leaves no file") {
    const TempDir dir;
    const auto write = [&](const FeatureTable& table) {
        write_geopackage(dir / "plan.gpkg", std::vector{table}, stamp, Overwrite::no, {});
    };
    FeatureTable table = hotspots();
    table.rows[1].values.pop_back();
    CHECK_THROWS_WITH(write(table), "row 1 of table hotspots: it has not one value per field");
    table = hotspots();
    table.rows[0].values[1] = std::string("three");
    CHECK_THROWS_WITH(write(table), "row 0 of table hotspots: 'accidents' has a value of another type");
    table = hotspots();
    table.rows[0].shape = MultiLine{{{0, 0}, {1, 1}}};
    CHECK_THROWS_WITH(write(table), "row 0 of table hotspots: its shape is of another kind than the table's");
    CHECK(files_in(dir.path()).empty());
}

TEST_CASE("writing can be stopped, and then leaves nothing") {
    const TempDir dir;
    std::stop_source stop;
    int calls = 0;
    const Work work{stop.get_token(), [&](std::string_view, double) {
                        if (++calls == 5) stop.request_stop();
                    }};
    CHECK_THROWS_AS(write_geopackage(dir / "plan.gpkg", many_rows(), stamp, Overwrite::no, work), Cancelled);
    CHECK(calls == 5);
    CHECK(files_in(dir.path()).empty());
}
