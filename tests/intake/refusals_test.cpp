#include "base/error.hpp"
#include "intake/intake_support.hpp"

using namespace baken;
using namespace baken::test;

namespace {

struct Refusal {
    std::string kind, text;
};

Refusal refusal(const TempDir& folder, const SourceSettings& source) {
    const Settings settings = settings_for(write_two_squares(folder), {source});
    try {
        static_cast<void>(import_region(settings, {}));
    } catch (const InputError& error) {
        return {"input", error.what()};
    } catch (const IoError& error) {
        return {"io", error.what()};
    } catch (const SettingsError& error) {
        return {"settings", error.what()};
    }
    return {"none", ""};
}

bool says_all(const std::string& text, const std::vector<std::string>& parts) {
    for (const auto& part : parts)
        if (text.find(part) == std::string::npos) {
            WARN("'" << part << "' is not in: " << text);
            return false;
        }
    return true;
}

}  // namespace

TEST_CASE("a file that cannot be used is named, with what was found and the next step") {
    const TempDir folder;
    struct Case {
        std::string name, content, kind;
        std::vector<std::string> parts;
    };
    const std::vector<Case> cases{
        {"leeg.csv", "", "input", {"leeg.csv", "empty"}},
        {"kop.csv", "id;categorie;x;y\n", "input", {"kop.csv", "header and no rows", "categorie"}},
        {"kolommen.csv", "a;b\n1;2\n", "input", {"kolommen.csv", "a, b", "columns = {", "baken inspect"}},
        {"binair.csv", std::string("a;b\0\0\x01\x02\x03 c", 10), "input", {"binair.csv", "no text"}},
        {"excel.csv", std::string("PK\x03\x04 and more"), "input", {"excel.csv", "workbook"}},
        {"slecht.csv", "id;categorie;x;y\n1;Te hard;a;b\n2;Te hard\n", "input", {"slecht.csv", "x and y"}},
        {"ver.csv",
         "id;categorie;lon;lat\n1;Te hard;-1.08;53.97\n",
         "input",
         {"ver.csv", "nothing lies in the Netherlands", "-1.08"}},
        {"om.csv",
         "id;categorie;lon;lat\n1;Te hard;-36.8;174.7\n",
         "input",
         {"om.csv", "nothing lies in the Netherlands", "axes look swapped"}},
    };
    for (const auto& [name, content, kind, parts] : cases) {
        const Refusal found = refusal(folder, complaints_in(folder.write(name, content)));
        INFO(name << ": " << found.kind << ": " << found.text);
        CHECK(found.kind == kind);
        CHECK(says_all(found.text, parts));
    }
}

TEST_CASE("a folder, a missing file and an unknown CRS are named") {
    const TempDir folder;
    std::filesystem::create_directory(folder / "map.csv");
    CHECK(refusal(folder, complaints_in(folder / "map.csv")).kind == "io");
    CHECK(says_all(refusal(folder, complaints_in(folder / "weg.csv")).text, {"weg.csv"}));
    CHECK(refusal(folder, complaints_in(folder / "weg.csv")).kind == "io");
    SourceSettings source = complaints_in(folder.write("goed.csv", "id;categorie;x;y\n1;Te hard;185000;425000\n"));
    source.crs = "EPSG:123456";
    CHECK(says_all(refusal(folder, source).text, {"goed.csv", "EPSG:123456"}));
    source.crs = "EPSG:4326";
    CHECK(says_all(refusal(folder, source).text, {"goed.csv", "EPSG:4326", "EPSG:28992"}));
    CHECK(refusal(folder, source).kind == "settings");
    source.crs = "";
    source.profile = "bron-2022";
    CHECK(refusal(folder, source).kind == "settings");
}

TEST_CASE("accidents without the register's columns are refused with the columns there are") {
    const TempDir folder;
    const Refusal found = refusal(folder, accidents_in(folder.write("ongevallen.csv", "nr;x;y\n1;185000;425000\n")));
    CHECK(found.kind == "input");
    CHECK(says_all(found.text, {"ongevallen.csv", "outcome", "nr, x, y"}));
    const Refusal classic =
        refusal(folder, accidents_in(folder.write("ongevallen.txt", "VKL_NUMMER,AP3_CODE,JAAR_VKL\n1,LET,2010\n")));
    CHECK(says_all(classic.text, {"layout of before 2022"}));
}

TEST_CASE("a municipality that the boundaries have not is a matter of the settings") {
    const TempDir folder;
    Settings settings = settings_for(write_two_squares(folder), {});
    settings.region.municipalities = {"Oosterdrp"};
    CHECK(says_all(message_of<SettingsError>([&] { return import_region(settings, {}); }),
                   {"gemeenten.geojson", "Oosterdrp", "did you mean 'Oosterdorp'"}));
    settings.region.municipalities = {"Xyz"};
    CHECK(says_all(message_of<SettingsError>([&] { return import_region(settings, {}); }),
                   {"Oosterdorp", "Westerdorp (NH)"}));
    settings.region.municipalities = {"Westerdorp", "Westerdorp NH"};
    CHECK(says_all(message_of<SettingsError>([&] { return import_region(settings, {}); }), {"named twice"}));
    settings.region.municipalities = {};
    settings.region.name_column = "naam";
    CHECK(says_all(message_of<SettingsError>([&] { return import_region(settings, {}); }), {"statnaam"}));
}

TEST_CASE("the order of the settings is the order of the region - without names it is the alphabet") {
    const TempDir folder;
    Settings settings = settings_for(write_two_squares(folder), {});
    CHECK(import_region(settings, {}).municipalities[0].name == "Oosterdorp");
    settings.region.municipalities = {"Westerdorp", "GM0001"};
    const Region region = import_region(settings, {});
    CHECK(region.municipalities[0].name == "Westerdorp (NH)");
    CHECK(region.municipalities[1].code.text == "GM0001");
    CHECK(region.municipalities[1].centre.lat == Approx(51.81).margin(0.02));
    CHECK(region.receipts[0].is_balanced());
}

TEST_CASE("a stop that is asked for is heeded") {
    const TempDir folder;
    std::string text = "id;categorie;x;y\n";
    for (int i = 0; i < 20000; ++i) text += std::to_string(i) + ";Te hard;185000;425000\n";
    const Settings settings = settings_for(write_two_squares(folder), {complaints_in(folder.write("veel.csv", text))});
    std::stop_source stop;
    Work work;
    work.stop = stop.get_token();
    work.on_progress = [&](std::string_view, double share) {
        if (share > 0) stop.request_stop();
    };
    CHECK_THROWS_AS(import_region(settings, work), Cancelled);
}
