#include "cli/region.hpp"

#include "base/text.hpp"

#include <sys/mount.h>
#include <unistd.h>

#include <set>

using namespace baken;
using namespace baken::test;
namespace fs = std::filesystem;

namespace {

/// A small region written by the program itself, with its settings as text to change.
struct SmallRegion {
    TempDir folder;
    std::string settings;

    SmallRegion() {
        const Ran made =
            test::baken({"synth", "--out", (folder / "region").string(), "--accidents", "300", "--complaints", "60"});
        INFO(made.err);
        REQUIRE(made.exit_code == 0);
        settings = content_of(folder / "region/baken.toml");
    }
    [[nodiscard]] Ran run_with(const std::string& changed, const RunOptions& options = {}) const {
        folder.write("region/changed.toml", changed);
        return test::baken(
            {"run", (folder / "region/changed.toml").string(), "--no-pdf", "--out", (folder / "out").string()},
            options);
    }
    /// No output folder and no trace of one.
    [[nodiscard]] bool has_left_nothing() const {
        for (const auto& entry : fs::directory_iterator(folder.path()))
            if (entry.path().filename() != "region" && entry.path().filename() != "full") return false;
        for (const auto& entry : fs::directory_iterator(folder / "region"))
            if (entry.path().filename().string().find("partial") != std::string::npos) return false;
        return true;
    }
    /// The settings with the accident file replaced by another.
    [[nodiscard]] std::string with_accidents(const std::string& path) const {
        return replaced(settings, "ongevallen.csv", path);
    }
};

bool mentions(const std::string& text, std::initializer_list<std::string_view> words) {
    for (const auto word : words)
        if (text.find(word) == std::string::npos) return false;
    return true;
}

}  // namespace

TEST_CASE("settings that cannot be read end with 2, name the place and leave nothing") {
    const SmallRegion region;
    struct Case {
        std::string what, settings;
        std::vector<std::string_view> words;
    };
    const std::vector<Case> cases{
        {"unknown key",
         replaced(region.settings, "[rules]", "[rules]\ncheks_per_municipality = 4"),
         {"changed.toml", "cheks_per_municipality", "checks_per_municipality"}},
        {"unknown municipality", replaced(region.settings, "\"Druten\"", "\"Drutten\""), {"Drutten", "Druten"}},
        {"broken TOML", region.settings + "\n[rules\n", {"changed.toml"}},
    };
    for (const auto& bad : cases) {
        const Ran ran = region.run_with(bad.settings);
        INFO(bad.what << ": " << ran.err);
        CHECK(ran.exit_code == 2);
        for (const auto word : bad.words) CHECK(ran.err.find(word) != std::string::npos);
        CHECK(region.has_left_nothing());
    }
    const Ran missing = test::baken({"run", (region.folder / "nowhere.toml").string()});
    CHECK(missing.exit_code == 1);
    CHECK(mentions(missing.err, {"nowhere.toml"}));
    CHECK(test::baken({"fly"}).exit_code == 2);
    CHECK(test::baken({"run"}).exit_code == 2);
    CHECK(test::baken({"run", "x.toml", "--threads", "many"}).exit_code == 2);
    CHECK(test::baken({}).exit_code == 2);
}

TEST_CASE("files that cannot be used are refused with their name and the next step") {
    const SmallRegion region;
    region.folder.write("region/leeg.csv", "");
    std::string junk =
        "\x7f"
        "ELF";
    for (int i = 0; i < 2000; ++i) junk += static_cast<char>(i * 37 % 256);
    region.folder.write("region/junk.csv", junk);
    region.folder.write("region/kop.csv", "naam;leeftijd\nJan;41\n");
    fs::create_directory(region.folder / "region/map.csv");

    struct Case {
        std::string file;
        int exit_code;
    };
    for (const auto& bad :
         std::vector<Case>{{"weg.csv", 1}, {"map.csv", 1}, {"leeg.csv", 3}, {"junk.csv", 3}, {"kop.csv", 3}}) {
        const Ran ran = region.run_with(region.with_accidents(bad.file));
        INFO(bad.file << ": " << ran.err);
        CHECK(ran.exit_code == bad.exit_code);
        CHECK(mentions(ran.err, {bad.file}));
        CHECK(ran.out.empty());
        CHECK(region.has_left_nothing());
    }
    const Ran wrong_crs = region.run_with(
        replaced(region.settings, "path = \"ongevallen.csv\"", "path = \"ongevallen.csv\"\ncrs = \"EPSG:99999\""));
    INFO(wrong_crs.err);
    CHECK((wrong_crs.exit_code == 2 || wrong_crs.exit_code == 3));
    CHECK(mentions(wrong_crs.err, {"EPSG:99999"}));
    CHECK(region.has_left_nothing());
}

TEST_CASE("a quota that cannot be met is named, the best plan is written, and the exit code is 4") {
    const SmallRegion region;
    const Ran ran = region.run_with(replaced(region.settings, "[rules]", "[rules]\nmax_per_municipality = 2"));
    INFO(ran.err);
    CHECK(ran.exit_code == 4);
    CHECK(mentions(ran.err, {"Druten", "2 van 3"}));
    CHECK(fs::exists(region.folder / "out/plan.ics"));
}

TEST_CASE("an output that exists is not touched without --force") {
    const SmallRegion region;
    region.folder.write("out/mine.txt", "mine");
    region.folder.write("out/plan.json", "old");
    const Ran refused = region.run_with(region.settings);
    CHECK(refused.exit_code == 2);
    CHECK(mentions(refused.err, {"out", "--force"}));
    CHECK(content_of(region.folder / "out/plan.json") == "old");

    const Ran forced = test::baken({"run", (region.folder / "region/changed.toml").string(), "--no-pdf", "--out",
                                    (region.folder / "out").string(), "--force"});
    INFO(forced.err);
    CHECK(forced.exit_code == 0);
    CHECK(content_of(region.folder / "out/plan.json") != "old");
    CHECK(content_of(region.folder / "out/mine.txt") == "mine");
}

TEST_CASE("a disk that is full leaves nothing half-written") {
    const SmallRegion region;
    for (const long long limit : {0LL, 4096LL, 16384LL, 65536LL, 200000LL}) {
        const Ran ran = region.run_with(region.settings, {.file_size_limit = limit});
        INFO(limit << ": " << ran.err);
        CHECK(ran.exit_code == 1);
        CHECK(!ran.err.empty());
        CHECK(region.has_left_nothing());
    }
    CHECK(region.run_with(region.settings).exit_code == 0);
}

TEST_CASE("a really full disk names the file") {
    const SmallRegion region;
    const fs::path full = region.folder / "full";
    fs::create_directory(full);
    if (geteuid() != 0 || mount("tmpfs", full.c_str(), "tmpfs", 0, "size=64k") != 0) {
        WARN("SKIPPED: no right to mount a small disk here");
        return;
    }
    region.folder.write("region/changed.toml", region.settings);
    const Ran ran = test::baken(
        {"run", (region.folder / "region/changed.toml").string(), "--no-pdf", "--out", (full / "out").string()});
    const bool is_empty = fs::is_empty(full);
    umount(full.c_str());
    INFO(ran.err);
    CHECK(ran.exit_code == 1);
    CHECK(mentions(ran.err, {"full"}));
    CHECK(is_empty);
}

TEST_CASE("an interrupt at any moment ends with 130 and leaves nothing half-written") {
    const SmallRegion region;
    int interrupted = 0;
    for (int after = 0; after <= 3000; after += after < 600 ? 60 : 200) {
        const Ran ran = region.run_with(region.settings, {.interrupt_after_ms = after});
        INFO(after << " ms: " << ran.exit_code << " " << ran.err);
        if (ran.exit_code == 0) {  // it was done before the signal came
            CHECK(fs::exists(region.folder / "out/plan.ics"));
            fs::remove_all(region.folder / "out");
            continue;
        }
        // Before the program listens, the signal itself ends it.
        CHECK((ran.exit_code == 130));
        ++interrupted;
        CHECK(region.has_left_nothing());
    }
    CHECK(interrupted >= 1);
}

TEST_CASE("a result that cannot be printed is a failure") {
    const SmallRegion region;
    const Ran ran = run(
        {"/bin/sh", "-c",
         std::string(BAKEN_PROGRAM) + " import " + (region.folder / "region/baken.toml").string() + " > /dev/full"});
    CHECK(ran.exit_code == 1);
    CHECK(mentions(ran.err, {"stdout"}));
}

TEST_CASE("help and version, in Dutch and English, for the program and each command") {
    CHECK(test::baken({"--version"}).out.starts_with("baken "));
    for (const char* command :
         {"demo", "inspect", "import", "hotspots", "plan", "run", "verify", "brief", "export", "synth"}) {
        const Ran dutch = test::baken({command, "--help", "--lang", "nl"});
        const Ran english = test::baken({command, "--help", "--lang", "en"});
        INFO(command);
        CHECK(dutch.exit_code == 0);
        CHECK(english.exit_code == 0);
        CHECK(mentions(dutch.out, {"Voorbeeld"}));
        CHECK(mentions(english.out, {"Example"}));
    }
}
