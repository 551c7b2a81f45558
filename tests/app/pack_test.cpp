#include "app/outputs.hpp"
#include "app/pack_list.hpp"
#include "support/catch.hpp"
#include "support/sample_project.hpp"
#include "support/support.hpp"

#include <algorithm>
#include <map>
#include <set>

using namespace baken;
using namespace baken::test;
namespace fs = std::filesystem;

namespace {

std::set<std::string> names_in(const fs::path& folder) {
    std::set<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder)) names.insert(entry.path().filename().string());
    return names;
}

/// Every file of the list is there with its hash, and no other is.
void check_list(const fs::path& folder) {
    const PackList list = pack_list_in(folder);
    CHECK(list.size() > 5);
    CHECK(list == listed_files(folder));
}

}  // namespace

TEST_CASE("a name becomes a file name of letters and digits") {
    CHECK(name_stem("West Maas en Waal") == "west-maas-en-waal");
    CHECK(name_stem("'s-Gravenhage") == "sgravenhage");
    CHECK(name_stem("../../etc") == "etc");
    CHECK(name_stem("Súdwest-Fryslân") == "sudwestfryslan");
    CHECK(name_stem(" . ").empty());
}

TEST_CASE("a pack holds every product, and lists them with their hashes") {
    const TempDir folder;
    Project project = sample_project();
    project.settings.calendar.meetings = {{"Overleg", make_date(2027, 4, 6), 600, 660, "Wijchen"}};
    std::set<std::string> told;
    Work work;
    work.on_progress = [&](std::string_view doing, double) { told.emplace(doing); };
    const Pack pack = write_outputs(project, folder / "out", {}, work);
    const std::string stem = file_stem(project);
    for (const std::string& name :
         {stem + ".gpkg", stem + ".qgz", std::string("plan.json"), std::string("plan.xlsx"), std::string("plan.ics"),
          std::string("campaigns.ics"), std::string("meetings.ics"), std::string("certificate.html"),
          std::string("report.html"), std::string("briefings"), std::string("answers"), std::string("public.gpkg"),
          std::string("density.tif"), std::string("density.qml"), std::string(pack_list_file)}) {
        INFO(name);
        CHECK(fs::exists(folder / "out" / name));
    }
    CHECK(names_in(folder / "out/briefings").size() == project.plan.checks.size());
    check_list(folder / "out");
    for (const auto& file : pack.files) CHECK(fs::is_regular_file(file));
    CHECK(told.size() >= 5);  // each product says its name
    CHECK(pack.notes.empty());
}

TEST_CASE("a pack over an earlier one clears its sheets, keeps what is somebody's own, and its calendar counts on") {
    const TempDir folder;
    Project project = sample_project();
    const fs::path out = folder / "out";
    (void)write_outputs(project, out, {}, {});
    const auto sheets = names_in(out / "briefings");
    folder.write("out/notes.txt", "mine");
    CHECK_THROWS_AS(write_outputs(project, out, {}, {}), SettingsError);

    const Check gone = project.plan.checks.front();
    project.plan.checks.erase(project.plan.checks.begin());
    (void)write_outputs(project, out, {.overwrite = Overwrite::yes}, {});
    const auto left = names_in(out / "briefings");
    CHECK(left.size() == sheets.size() - 1);
    CHECK(std::includes(sheets.begin(), sheets.end(), left.begin(), left.end()));
    CHECK(content_of(out / "notes.txt") == "mine");
    const std::string calendar = content_of(out / "plan.ics");
    CHECK(calendar.find("STATUS:CANCELLED") != std::string::npos);
    CHECK(calendar.find(gone.id.text + "@baken") != std::string::npos);

    // In another folder the calendar knows of the first where it is told of it, and not else.
    (void)write_outputs(project, folder / "told", {.told_in = {out}}, {});
    CHECK(content_of(folder / "told/plan.ics") == calendar);
    (void)write_outputs(project, folder / "new", {}, {});
    CHECK(content_of(folder / "new/plan.ics").find("CANCELLED") == std::string::npos);
}

TEST_CASE("a pack that is stopped leaves the folder as it was") {
    const TempDir folder;
    const Project project = sample_project();
    (void)write_outputs(project, folder / "out", {}, {});
    const PackList before = listed_files(folder / "out");
    for (int stop_at = 1; stop_at <= 6; ++stop_at) {
        std::stop_source source;
        int calls = 0;
        Work work{.stop = source.get_token(), .on_progress = {}};
        work.on_progress = [&](std::string_view, double) {
            if (++calls == stop_at * 2) source.request_stop();
        };
        CHECK_THROWS_AS(write_outputs(project, folder / "out", {.overwrite = Overwrite::yes}, work), Cancelled);
        CHECK(listed_files(folder / "out") == before);
        CHECK(names_in(folder.path()) == std::set<std::string>{"out"});
    }
}

TEST_CASE("each municipality has a folder of its own, with its own checks and nothing that stays in the team") {
    const TempDir folder;
    Project project = sample_project();
    project.seed = 987654321987;
    project.settings_text = "seed = 987654321987 # geheim";
    for (Hotspot& hotspot : project.hotspots) hotspot.remark = "alleen voor het team";
    (void)write_municipality_packs(project, folder / "out", {}, {});
    std::size_t sheets = 0;
    for (const Municipality& municipality : project.region->municipalities) {
        const std::string name = name_stem(municipality.name);
        const fs::path own = folder / "out" / name;
        INFO(own.string());
        REQUIRE(fs::is_directory(own));
        CHECK(fs::exists(own / "plan.xlsx"));
        CHECK(fs::exists(own / "certificate.html"));
        if (fs::exists(own / "briefings")) sheets += names_in(own / "briefings").size();
        const std::string calendar = content_of(own / "plan.ics");
        for (const Check& check : project.plan.checks) {
            const std::string& code = project.region->municipalities[check.municipality].code.text;
            CHECK((calendar.find(check.id.text + "@baken") != std::string::npos) == (code == municipality.code.text));
        }
    }
    CHECK(sheets == project.plan.checks.size());
    for (const auto& entry : fs::recursive_directory_iterator(folder / "out")) {
        if (!entry.is_regular_file()) continue;
        const std::string bytes = content_of(entry.path());
        INFO(entry.path().string());
        CHECK(bytes.find("987654321987") == std::string::npos);
        CHECK(bytes.find("alleen voor het team") == std::string::npos);
    }
    check_list(folder / "out");
}
