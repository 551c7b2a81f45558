#include "ui/views/pages/export_page.hpp"

#include "support/catch.hpp"
#include "support/support.hpp"
#include "ui/support/patience.hpp"

#include <QCheckBox>
#include <QComboBox>

#include <set>

using namespace baken;
using namespace baken::test;
namespace fs = std::filesystem;

namespace {

std::set<std::string> entries_of(const QComboBox& combo) {
    std::set<std::string> entries;
    for (int i = 0; i < combo.count(); ++i) entries.insert(combo.itemData(i).toString().toStdString());
    return entries;
}

void choose(QComboBox& combo, const char* code) {
    const int at = combo.findData(QString::fromLatin1(code));
    REQUIRE(at >= 0);
    combo.setCurrentIndex(at);
}

}  // namespace

TEST_CASE("everybody gets layers of their own, and each municipality a folder") {
    const TempDir folder;
    Memory memory{QString::fromStdString((folder / "memory.ini").string())};
    memory.set_folder(QString::fromStdString(folder.path().string()));
    MainWindow window(Speech(Language::nl), memory);
    window.show();
    REQUIRE(plan_demo(window));
    auto& page = *part<ExportPage>(window, "export_page");
    auto& layer = *part<QComboBox>(page, "export_layer");
    auto& profile = *part<QComboBox>(page, "export_profile");

    CHECK(entries_of(layer).contains("complaints"));
    choose(profile, "public");
    CHECK(entries_of(layer) == std::set<std::string>{"public_cells", "public_municipalities", "public_places"});
    choose(layer, "public_places");
    const fs::path file = folder / "plekken.geojson";
    choose(*part<QComboBox>(page, "export_format"), "geojson");
    page.export_layer_to(QString::fromStdString(file.string()));
    REQUIRE(settles(window));
    const std::string text = content_of(file);
    CHECK(text.find("\"months\"") != std::string::npos);
    for (const Check& check : window.session().project().plan.checks)
        CHECK(text.find(to_iso(check.date)) == std::string::npos);
    choose(profile, "internal");
    CHECK(entries_of(layer).contains("complaints"));
    CHECK(layer.currentData().toString() == "hotspots");

    part<QCheckBox>(page, "export_pdf")->setChecked(false);
    part<QCheckBox>(page, "export_by_municipality")->setChecked(true);
    page.export_pack(QString::fromStdString((folder / "gemeenten").string()));
    REQUIRE(settles(window));
    for (const char* name : {"berg-en-dal", "beuningen", "druten", "heumen", "west-maas-en-waal", "wijchen"})
        CHECK(fs::exists(folder / "gemeenten" / name / "plan.ics"));
}
