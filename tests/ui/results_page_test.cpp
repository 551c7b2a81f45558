#include "ui/views/results_page.hpp"

#include "support/catch.hpp"
#include "support/sample_project.hpp"

#include "ui/views/evaluation_view.hpp"
#include "ui/views/look.hpp"
#include "ui/views/result_form.hpp"
#include "ui/views/results_charts.hpp"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTabWidget>
#include <QTableView>
#include <QTest>

using namespace baken;
using namespace baken::test;

namespace {

/// The page as it stands in a window, with a host that does every edit it asks for and shows the project again.
struct Desktop {
    Project project = sample_project();
    ResultsPage page;
    std::vector<RecordResult> records;
    QStringList said;

    explicit Desktop(Language language = Language::nl) : page(Speech(language)) {
        QObject::connect(&page, &ResultsPage::result_recorded, &page, [this](const RecordResult& record) {
            records.push_back(record);
            for (Check& check : project.plan.checks)
                if (check.id == record.check) {
                    check.status = record.status;
                    check.result = record.result;
                }
            page.show(project);
        });
        QObject::connect(&page, &ResultsPage::said, &page, [this](const QString& sentence) { said << sentence; });
        page.resize(1200, 760);
        page.show(project);
        page.show();
        REQUIRE(QTest::qWaitForWindowExposed(&page));
    }
    template <class Widget>
    Widget* named(const char* name) {
        for (auto* widget : page.findChildren<Widget*>())
            if (widget->accessibleName() == QString::fromUtf8(name)) return widget;
        FAIL("no widget is named " << name);
        return nullptr;
    }
    QTableView* table() { return named<QTableView>("Controles en hun uitslagen"); }
    ResultForm* form() { return page.findChild<ResultForm*>(); }
    void choose(int row) { table()->setCurrentIndex(table()->model()->index(row, 0)); }
    CheckId id_at(int row) {
        auto* filter = qobject_cast<ResultsFilter*>(table()->model());
        return qobject_cast<ResultsTable*>(filter->sourceModel())
            ->check(filter->mapToSource(filter->index(row, 0)).row())
            .id;
    }
    void type(QSpinBox* box, const QString& number) {
        box->setFocus();
        box->selectAll();
        QTest::keyClicks(box, number);
    }
    const Check& check(const CheckId& id) {
        for (const Check& each : project.plan.checks)
            if (each.id == id) return each;
        FAIL("no such check");
        return project.plan.checks.front();
    }
    QString shown_words() {
        QStringList words;
        for (auto* label : page.findChildren<QLabel*>())
            if (label->isVisibleTo(&page)) words << label->text();
        return words.join('\n');
    }
    void wait_for_evaluation() {
        const auto* model = page.findChild<EvaluationViewModel*>();
        for (int i = 0; i < 500 && model->is_busy(); ++i) QTest::qWait(10);
        REQUIRE_FALSE(model->is_busy());
    }
};

}  // namespace

TEST_CASE("the table of results keeps the rules of models while projects come and go") {
    ResultsTable table{Speech(Language::nl)};
    ResultsFilter filter;
    const QAbstractItemModelTester tester(&table), filter_tester(&filter);
    filter.setSourceModel(&table);
    Project project = sample_project();
    table.show(project);
    CHECK(table.rowCount() == 24);
    QSignalSpy resets(&table, &QAbstractItemModel::modelReset);
    project.plan.checks[2].status = CheckStatus::done;
    project.plan.checks[2].result = CheckResult{.vehicles = 1148, .fines = {{"snelheid", 14}, {"telefoon", 1}}};
    table.show(project);
    CHECK(resets.isEmpty());
    CHECK(table.index(2, ResultsTable::vehicles).data().toString() == "1.148");
    CHECK(table.index(2, ResultsTable::fines).data().toString() == "15");
    CHECK(table.index(2, ResultsTable::status).data().toString() == "● uitgevoerd");
    CHECK(table.index(0, ResultsTable::vehicles).data().toString().isEmpty());
    filter.set_status(ResultsFilter::Status::open);
    CHECK(filter.rowCount() == 23);
    filter.set_status(ResultsFilter::Status::done);
    CHECK(filter.rowCount() == 1);
    filter.set_status(ResultsFilter::Status::all);
    filter.set_municipality(1);
    CHECK(filter.rowCount() == 4);
    filter.set_theme(Theme::speed);
    CHECK(filter.rowCount() == 1);
    filter.set_months(6, 12);
    filter.set_theme(std::nullopt);
    CHECK(filter.rowCount() == 2);
    filter.set_words("nergens");
    CHECK(filter.rowCount() == 0);
    table.show({});
    CHECK(table.rowCount() == 0);
}

TEST_CASE("the page begins by saying how to begin") {
    Desktop desktop;
    CHECK(desktop.shown_words().contains("Nog geen uitslagen. Kies hierboven een controle"));
    CHECK(desktop.shown_words().contains("Kies links een controle"));
    desktop.page.show(Project{});
    CHECK(desktop.shown_words().contains("Er is nog geen plan."));
}

TEST_CASE("numbers, Enter, and the next check: a result is recorded through the keyboard") {
    Desktop desktop;
    QSignalSpy selected(&desktop.page, &ResultsPage::check_selected);
    desktop.choose(0);
    const CheckId first = desktop.id_at(0), second = desktop.id_at(1);
    REQUIRE(selected.count() == 1);
    desktop.form()->focus_first();
    desktop.type(desktop.named<QSpinBox>("Voertuigen"), "148");
    CHECK(desktop.named<QRadioButton>("Status: Uitgevoerd")->isChecked());
    desktop.type(desktop.named<QSpinBox>("Blaas- en speekseltesten"), "120");
    auto* fine = desktop.named<QSpinBox>("Aantal bonnen");  // the first kind of this theme
    desktop.type(fine, "3");
    QTest::keyClick(fine, Qt::Key_Return);
    REQUIRE(desktop.records.size() == 1);
    CHECK(desktop.records[0].check == first);
    CHECK(desktop.records[0].status == CheckStatus::done);
    CHECK(desktop.records[0].result == CheckResult{.vehicles = 148, .tests = 120, .fines = {{"alcohol", 3}}});
    CHECK(desktop.said.first().contains("uitslag bewaard"));
    // On to the next, ready to type.
    CHECK(desktop.id_at(desktop.table()->currentIndex().row()) == second);
    CHECK(desktop.named<QSpinBox>("Voertuigen")->hasFocus());
    CHECK(desktop.named<QSpinBox>("Voertuigen")->value() == 0);
}

TEST_CASE("more tests than vehicles are asked about, not refused") {
    Desktop desktop;
    desktop.choose(0);
    auto* vehicles = desktop.named<QSpinBox>("Voertuigen");
    desktop.type(vehicles, "20");
    desktop.type(desktop.named<QSpinBox>("Blaas- en speekseltesten"), "30");
    CHECK(desktop.shown_words().contains("Meer testen (30) dan voertuigen (20)."));
    QTest::keyClick(vehicles, Qt::Key_Return);
    CHECK(desktop.records.empty());
    CHECK(desktop.shown_words().contains("Klopt dat? Druk nog eens op Enter."));
    QTest::keyClick(vehicles, Qt::Key_Return);
    REQUIRE(desktop.records.size() == 1);
    CHECK(desktop.records[0].result->tests == 30);
}

TEST_CASE("a kind of fine can be added, and one that is written in English is kept by its own name") {
    Desktop desktop(Language::en);
    auto* table = desktop.named<QTableView>("Checks and their results");
    table->setCurrentIndex(table->model()->index(0, 0));
    desktop.type(desktop.named<QSpinBox>("Vehicles"), "50");
    QTest::mouseClick(desktop.named<QPushButton>("Add a kind of fine"), Qt::LeftButton);
    auto combos = desktop.form()->findChildren<QComboBox*>();
    combos.last()->setEditText("phone");
    QSpinBox* count = nullptr;
    for (auto* box : desktop.form()->findChildren<QSpinBox*>())
        if (box->accessibleName() == "Number of fines") count = box;
    desktop.type(count, "2");
    QTest::keyClick(count, Qt::Key_Return);
    REQUIRE(desktop.records.size() == 1);
    CHECK(desktop.records[0].result->fines == std::vector<CheckResult::Fines>{{"telefoon", 2}});
}

TEST_CASE("a cancelled check keeps its reason and no numbers") {
    Desktop desktop;
    desktop.choose(3);
    desktop.named<QRadioButton>("Status: Vervallen")->click();
    CHECK_FALSE(desktop.named<QSpinBox>("Voertuigen")->isEnabled());
    desktop.named<QPlainTextEdit>("Opmerking")->setPlainText("gladheid");
    desktop.form()->keep();
    REQUIRE(desktop.records.size() == 1);
    CHECK(desktop.records[0].status == CheckStatus::cancelled);
    CHECK(desktop.records[0].result == CheckResult{.remark = "gladheid"});
}

TEST_CASE("what was typed at one check waits there while another is looked at") {
    Desktop desktop;
    desktop.choose(0);
    desktop.type(desktop.named<QSpinBox>("Voertuigen"), "77");
    desktop.choose(5);
    CHECK(desktop.named<QSpinBox>("Voertuigen")->value() == 0);
    desktop.page.show(desktop.project);  // something else changed meanwhile
    desktop.choose(0);
    CHECK(desktop.named<QSpinBox>("Voertuigen")->value() == 77);
    CHECK(desktop.records.empty());
    desktop.form()->restore();
    CHECK(desktop.named<QSpinBox>("Voertuigen")->value() == 0);
}

TEST_CASE("a check that is asked for is shown even when the filter hides it") {
    Desktop desktop;
    desktop.named<QLineEdit>("Zoek een plek")->setText("nergens");
    CHECK(desktop.shown_words().contains("Geen enkele controle past bij dit filter."));
    const CheckId wanted = desktop.project.plan.checks[7].id;
    desktop.page.select(wanted);
    CHECK(desktop.id_at(desktop.table()->currentIndex().row()) == wanted);
}

TEST_CASE("the evaluation follows the results, and both are copied as text") {
    Desktop desktop;
    desktop.choose(0);
    desktop.type(desktop.named<QSpinBox>("Voertuigen"), "148");
    desktop.type(desktop.named<QSpinBox>("Aantal bonnen"), "15");
    desktop.form()->keep();
    desktop.wait_for_evaluation();
    CHECK(desktop.shown_words().contains("24 van 24 controles"));
    desktop.table()->clearSelection();
    desktop.table()->setFocus();
    QTest::keyClick(desktop.table(), Qt::Key_C, Qt::ControlModifier);
    const QString copied = QGuiApplication::clipboard()->text();
    CHECK(copied.startsWith("Datum\tGemeente\tPlek\tThema\tStatus\tVoertuigen"));
    CHECK(copied.count('\n') == 25);

    desktop.page.findChild<QTabWidget*>()->setCurrentIndex(1);
    auto* rates = desktop.page.findChild<RateChart*>();
    // Newcombe 1998: 15 of 148 is 10.1 % (6.2-16.0 or 16.1, rounded).
    CHECK(rates->accessibleDescription().contains("10,1\u00a0% (6,2–16,0)"));
    CHECK(desktop.shown_words().contains("Niet van toeval te onderscheiden"));
    CHECK(desktop.shown_words().contains("te zeggen"));
    auto* view = desktop.page.findChild<EvaluationView*>();
    CHECK(view->as_text().contains("15 bonnen bij 148 voertuigen in 1 controle"));
}

TEST_CASE("every widget that takes the focus has a name, in both languages and also after the form is filled") {
    for (const Language language : {Language::nl, Language::en}) {
        Desktop desktop(language);
        auto* table = desktop.page.findChild<QTableView*>();
        table->setCurrentIndex(table->model()->index(0, 0));
        desktop.wait_for_evaluation();
        for (auto* widget : desktop.page.findChildren<QWidget*>()) {
            if (widget->focusPolicy() == Qt::NoFocus || widget->objectName().startsWith("qt_")) continue;
            if (qobject_cast<QComboBox*>(widget->parentWidget()) ||
                qobject_cast<QAbstractSpinBox*>(widget->parentWidget()))
                continue;
            if (!widget->isVisibleTo(&desktop.page)) continue;
            INFO(widget->metaObject()->className() << " in " << widget->parentWidget()->metaObject()->className());
            const auto* button = qobject_cast<QAbstractButton*>(widget);
            CHECK((!widget->accessibleName().isEmpty() || (button != nullptr && !button->text().isEmpty())));
        }
    }
}
