#include "ui/views/import_page.hpp"

#include "app/demo.hpp"
#include "app/new_project.hpp"
#include "app/stages.hpp"
#include "support/sample_project.hpp"
#include "ui/models/import_words.hpp"
#include "ui/support/import_steps.hpp"
#include "ui/views/balance_bar.hpp"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>

using namespace baken;
using namespace baken::test;

namespace {

const Speech say(Language::en);

/// A made-up region on disk, with a project beside it that knows its boundaries and nothing else.
struct Region2027 {
    Region2027() {
        (void)write_region({.seed = 5, .accidents = 700, .complaints = 300}, folder / "data", Overwrite::no, {});
        settings = create_settings({.name = "Test",
                                    .year = 2027,
                                    .region = {.boundaries = folder / "data" / "gemeenten.geojson"},
                                    .language = Language::en,
                                    .folder = folder / "project"},
                                   Overwrite::no);
    }
    [[nodiscard]] std::filesystem::path data(const char* name) const { return folder / "data" / name; }
    [[nodiscard]] Project opened() const { return open_project({.settings = settings, .seed = 1}); }

    TempDir folder;
    std::filesystem::path settings;
};

QTableView* sources(QWidget& page) { return named<QTableView>(page, "Sources of the project"); }

void select(QWidget& page, const char* file) {
    auto* table = sources(page);
    const int row = row_of(*table->model(), QString::fromUtf8(file));
    REQUIRE(row >= 0);
    table->selectRow(row);
}

bool is_idle(const ImportPage& page) { return !page.is_busy(); }

std::string trimmed_number(QString text) { return text.remove(QLatin1Char(',')).toStdString(); }

}  // namespace

TEST_CASE("a file that is dropped, corrected, added and read gives the receipt of the command line") {
    const Region2027 region;
    ImportPage page(say, nullptr);
    page.resize(1200, 800);
    page.show(region.opened(), region.settings.parent_path());
    page.show();
    QSignalSpy changed(&page, &ImportPage::settings_changed), read(&page, &ImportPage::project_read);

    drop(page, {region.data("klachten.csv"), region.data("ongevallen.csv")});
    REQUIRE(wait_for([&] { return row_of(*sources(page)->model(), "not added yet", 3) >= 0 && is_idle(page); }));
    CHECK(cell(*sources(page), row_of(*sources(page)->model(), "klachten.csv"), 1) == "complaints");
    CHECK(cell(*sources(page), row_of(*sources(page)->model(), "ongevallen.csv"), 1) == "accidents");
    CHECK(cell(*sources(page), row_of(*sources(page)->model(), "ongevallen.csv"), 2) == "700");
    CHECK(changed.isEmpty());  // nothing counts before it is added

    select(page, "klachten.csv");
    auto* mapping = named<QTableView>(page, "Choose the columns");
    const int complainant = row_of(*mapping->model(), "complainant");
    CHECK(cell(*mapping, complainant, 1) == "melder");
    choose(*mapping, complainant, 1, "straat");  // wrong on purpose
    REQUIRE(wait_for([&] { return is_idle(page); }));
    CHECK(cell(*mapping, complainant, 1) == "straat");
    CHECK(cell(*mapping, complainant, 2).size() > 3);
    auto* categories = named<QTableView>(page, "Themes of categories");
    const int parking = row_of(*categories->model(), "Fout parkeren");
    REQUIRE(parking >= 0);
    const QString before = cell(*categories, parking, 2);
    choose(*categories, parking, 2, before == "leave out" ? "speed" : "leave out");
    REQUIRE(wait_for([&] { return is_idle(page); }));
    CHECK(cell(*categories, row_of(*categories->model(), "Fout parkeren"), 2) != before);

    QTest::mouseClick(named<QPushButton>(page, "Add to the project"), Qt::LeftButton);
    REQUIRE(changed.size() == 1);
    select(page, "ongevallen.csv");
    QTest::mouseClick(named<QPushButton>(page, "Add to the project"), Qt::LeftButton);
    REQUIRE(changed.size() == 2);
    const std::string text = changed.last().at(0).toString().toStdString();
    const Settings settings = settings_from(text, region.settings);
    REQUIRE(settings.sources.size() == 2);
    CHECK(settings.sources[0].columns == std::map<std::string, std::string>{{"complainant", "straat"}});
    CHECK(settings.sources[0].themes.at("Fout parkeren") == (before == "leave out" ? "speed" : "none"));
    CHECK(settings.sources[1].kind == SourceKind::accidents);

    QTest::mouseClick(named<QPushButton>(page, "Read the sources"), Qt::LeftButton);
    REQUIRE(wait_for([&] { return !read.isEmpty(); }));
    const auto project = read.first().at(0).value<Project>();
    CHECK(project.seed == 1);
    CHECK(project.settings_text == text);

    save_settings(text, region.settings);
    const Ran ran = baken::test::baken({"import", region.settings.string(), "--json"});
    REQUIRE(ran.exit_code == 0);
    const auto receipts =
        QJsonDocument::fromJson(QByteArray::fromStdString(ran.out)).object().value("receipt").toArray();
    REQUIRE(receipts.size() == 3);
    for (const auto& value : receipts) {
        const auto receipt = value.toObject();
        select(page, receipt.value("source").toString().toUtf8().constData());
        auto* balance = named<QTableView>(page, "Where the rows went");
        const auto shown = [&](int row) { return trimmed_number(cell(*balance, row, 1)); };
        const auto told = [&](const char* key) {
            return std::to_string(receipt.value(QString::fromUtf8(key)).toInt());
        };
        CHECK(shown(0) == told("placed"));
        CHECK(shown(1) == told("unplaced"));
        CHECK(shown(2) == std::to_string(receipt.value("filtered").toObject().value("rows").toInt()));
        CHECK(shown(3) == told("outside_region"));
        CHECK(shown(4) == told("duplicate"));
        CHECK(shown(5) == told("rejected"));
        CHECK(shown(6) == told("read"));
    }
}

TEST_CASE("sources are put in another order, corrected and taken out, and the text follows") {
    const Region2027 region;
    const auto file = region.data("baken.toml");
    ImportPage page(say, nullptr);
    page.resize(1200, 800);
    const Project project = open_project({.settings = file, .seed = 1});
    page.show(project, file.parent_path());
    page.show();
    REQUIRE(wait_for([&] { return is_idle(page); }));
    QSignalSpy changed(&page, &ImportPage::settings_changed);
    const auto now = [&] { return settings_from(changed.last().at(0).toString().toStdString(), file); };

    select(page, "meldingen.csv");
    const auto names = [&] {
        std::vector<std::string> all;
        for (const auto& source : now().sources) all.push_back(source.path.filename().string());
        return all;
    };
    QTest::mouseClick(named<QAbstractButton>(page, "Read the source earlier"), Qt::LeftButton);
    REQUIRE(changed.size() == 1);
    CHECK(names().front() == "meldingen.csv");
    CHECK(cell(*sources(page), 1, 0) == "meldingen.csv");
    CHECK_FALSE(named<QAbstractButton>(page, "Read the source earlier")->isEnabled());

    select(page, "klachten.csv");
    REQUIRE(wait_for([&] { return is_idle(page); }));
    auto* crs = named<QComboBox>(page, "&Coordinates");
    CHECK(crs->currentData().toString() == "EPSG:28992");
    const int free = crs->findData(QString());
    crs->setCurrentIndex(free);
    emit crs->activated(free);
    REQUIRE(wait_for([&] { return is_idle(page); }));
    QTest::mouseClick(named<QPushButton>(page, "Keep the change"), Qt::LeftButton);
    REQUIRE(changed.size() == 2);
    CHECK(now().sources[2].crs.empty());
    CHECK(changed.last().at(0).toString().contains("# rubriek in het bestand"));  // remarks are kept

    QTest::mouseClick(named<QAbstractButton>(page, "Take the source out of the project"), Qt::LeftButton);
    REQUIRE(changed.size() == 3);
    CHECK(now().sources.size() == project.settings.sources.size() - 1);
    CHECK(std::filesystem::exists(region.data("klachten.csv")));
}

TEST_CASE("the municipalities of the region are ticked on a list") {
    const Region2027 region;
    ImportPage page(say, nullptr);
    page.resize(1200, 800);
    page.show(region.opened(), region.settings.parent_path());
    page.show();
    select(page, "gemeenten.geojson");
    auto* table = named<QTableView>(page, "Municipalities of the region");
    REQUIRE(wait_for([&] { return table->model()->rowCount() == 6; }));
    QSignalSpy changed(&page, &ImportPage::settings_changed);
    CHECK_FALSE(named<QPushButton>(page, "Keep these municipalities")->isEnabled());
    const auto at = table->model()->index(row_of(*table->model(), "Druten"), 0);
    CHECK(at.data(Qt::CheckStateRole).toInt() == Qt::Checked);
    table->model()->setData(at, Qt::Unchecked, Qt::CheckStateRole);
    QTest::mouseClick(named<QPushButton>(page, "Keep these municipalities"), Qt::LeftButton);
    REQUIRE(changed.size() == 1);
    const auto kept = settings_from(changed[0][0].toString().toStdString(), region.settings).region.municipalities;
    CHECK(kept == std::vector<std::string>{"Berg en Dal", "Beuningen", "Heumen", "West Maas en Waal", "Wijchen"});
}

TEST_CASE("a project whose files are not here shows its receipts and says so") {
    const Project project = sample_project();
    ImportPage page(say, nullptr);
    page.resize(1200, 800);
    page.show(project, "/nowhere/at/all");
    page.show();
    REQUIRE(wait_for([&] { return is_idle(page) && cell(*sources(page), 0, 3).contains("not there"); }));
    REQUIRE(sources(page)->model()->rowCount() > 0);
    REQUIRE_FALSE(project.region->receipts.empty());
}

TEST_CASE("what is no data is said with its reason, and the other files are looked at all the same") {
    const Region2027 region;
    const auto picture = region.folder.write("foto.csv", std::string("\x89PNG\r\n\x1a\n\0\0\0", 11));
    const auto words = region.folder.write("woorden.csv", "naam;kleur\nDirk;rood\nAnna;blauw\n");
    ImportPage page(say, nullptr);
    page.resize(1200, 800);
    page.show(region.opened(), region.settings.parent_path());
    page.show();
    drop(page, {picture, words, region.data("meldingen.csv")});
    REQUIRE(wait_for([&] { return is_idle(page) && row_of(*sources(page)->model(), "being looked at …", 3) < 0; }));
    CHECK(cell(*sources(page), row_of(*sources(page)->model(), "foto.csv"), 3) == "not possible");
    CHECK(cell(*sources(page), row_of(*sources(page)->model(), "woorden.csv"), 3) == "asks for a choice");
    CHECK(cell(*sources(page), row_of(*sources(page)->model(), "meldingen.csv"), 3) == "not added yet");
    select(page, "woorden.csv");
    CHECK_FALSE(named<QPushButton>(page, "Add to the project")->isEnabled());
}

TEST_CASE("closing the page during each of its jobs ends cleanly") {
    const Region2027 region;
    for (int wait : {0, 1, 5, 20}) {
        ImportPage page(say, nullptr);
        page.show(open_project({.settings = region.data("baken.toml"), .seed = 1}), region.data(""));
        page.look_at({QString::fromStdString(region.data("klachten.csv").string())});
        page.read();
        QTest::qWait(wait);
    }
}

TEST_CASE("everything that takes the keyboard on the import page has a name") {
    const Region2027 region;
    ImportPage page(say, nullptr);
    page.resize(1200, 800);
    page.show(region.opened(), region.settings.parent_path());
    page.show();
    drop(page, {region.data("klachten.csv")});
    REQUIRE(wait_for([&] { return row_of(*sources(page)->model(), "not added yet", 3) >= 0 && is_idle(page); }));
    for (auto* widget : page.findChildren<QWidget*>()) {
        if (widget->focusPolicy() == Qt::NoFocus || widget->objectName().startsWith("qt_")) continue;
        if (qobject_cast<QLabel*>(widget) != nullptr && widget->focusPolicy() == Qt::NoFocus) continue;
        CAPTURE(widget->metaObject()->className(), widget->objectName().toStdString());
        const QString parent =
            widget->parentWidget() != nullptr ? widget->parentWidget()->metaObject()->className() : "";
        if (parent == "QComboBoxPrivateContainer" ||
            QString(widget->metaObject()->className()).startsWith("QComboBox") ||
            QString(widget->metaObject()->className()) == "QTabBar")
            if (widget->accessibleName().isEmpty()) continue;  // a part of a widget that has a name
        CHECK_FALSE(widget->accessibleName().isEmpty());
    }
}
