#include "app/plan_bench.hpp"
#include "app/stages.hpp"
#include "geo/core/sun.hpp"
#include "support/catch.hpp"
#include "support/sample_project.hpp"
#include "ui/models/alternative_list.hpp"
#include "ui/models/check_card.hpp"
#include "ui/models/check_table.hpp"
#include "ui/models/check_words.hpp"
#include "ui/views/alternatives_view.hpp"
#include "ui/views/check_panel.hpp"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QDateEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace baken;
using namespace baken::test;

namespace {

const Speech dutch(Language::nl);

QPushButton* button(QWidget& in, const QString& text) {
    for (auto* one : in.findChildren<QPushButton*>())
        if (one->text() == text) return one;
    throw std::runtime_error("no button " + text.toStdString());
}

}  // namespace

TEST_CASE("the table of checks is a sound model, before and after it is shown anew") {
    CheckTable table(dutch);
    const QAbstractItemModelTester tester(&table, QAbstractItemModelTester::FailureReportingMode::Fatal);
    CheckFilter filter;
    const QAbstractItemModelTester filter_tester(&filter, QAbstractItemModelTester::FailureReportingMode::Fatal);
    filter.setSourceModel(&table);
    Project project = sample_project();
    table.show(project);
    CHECK(table.rowCount() == static_cast<int>(project.plan.checks.size()));
    CHECK(filter.rowCount() == table.rowCount());
    project.plan.checks.resize(3);
    table.show(project);
    CHECK(filter.rowCount() == 3);
    CHECK(table.row_of(project.plan.checks[1].id) == 1);
    CHECK(table.row_of({"nobody"}) == -1);
    for (int column = 0; column < table.columnCount(); ++column)
        CHECK_FALSE(table.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString().isEmpty());
}

TEST_CASE("the list sorts dates by moment and figures by size, and filters by words and by choice") {
    CheckTable table(dutch);
    CheckFilter filter;
    filter.setSourceModel(&table);
    const Project project = sample_project();
    table.show(project);
    const auto dates = [&] {
        std::vector<Date> all;
        for (int row = 0; row < filter.rowCount(); ++row)
            all.push_back(table.check(filter.mapToSource(filter.index(row, 0)).row())->date);
        return all;
    };
    auto shown = dates();
    CHECK(std::is_sorted(shown.begin(), shown.end()));
    filter.sort(CheckTable::date_column, Qt::DescendingOrder);
    shown = dates();
    CHECK(std::is_sorted(shown.rbegin(), shown.rend()));

    filter.set_text("heumen school");
    REQUIRE(filter.rowCount() == 1);
    CHECK(table.check(filter.mapToSource(filter.index(0, 0)).row())->municipality == 3);
    filter.set_text("");
    filter.set_municipality(1);
    CHECK(filter.rowCount() == 4);
    filter.set_theme(Theme::speed);
    CHECK(filter.rowCount() == 1);
    filter.set_status(CheckStatus::done);
    CHECK(filter.rowCount() == 0);
}

TEST_CASE("prices are signed shares of the whole, and what rounds away is neither gain nor loss") {
    CHECK(price_text(-0.08, 10, dutch) == QStringLiteral("−0,8\u00a0%"));
    CHECK(price_text(0.03, 10, Speech(Language::en)) == "+0.3%");
    CHECK(price_text(-0.0001, 10, dutch) == QStringLiteral("±0\u00a0%"));
    CHECK(price_text(1, 0, dutch) == QStringLiteral("±0\u00a0%"));
}

TEST_CASE("the bar of a day turns dark and light where the sun does, and goes on for a check past midnight") {
    const LonLat druten{5.6, 51.88};
    const SunBar bar = sun_bar(make_date(2027, 12, 10), 23 * 60 + 30, 25 * 60 + 30, druten);
    CHECK(bar.until == 26 * 60);
    REQUIRE(bar.parts.size() == 5);  // dark, twilight, day, twilight, dark
    const SunDay sun = sun_day(make_date(2027, 12, 10), druten);
    const auto minute = [](UtcTime moment) {
        return static_cast<int>((moment - UtcTime(make_date(2027, 12, 10))) / std::chrono::minutes{1}) + 60;
    };
    CHECK(std::abs(bar.parts[0].to - minute(*sun.civil_dawn)) <= 2);
    CHECK(std::abs(bar.parts[1].to - minute(*sun.sunrise)) <= 2);
    CHECK(std::abs(bar.parts[2].to - minute(*sun.sunset)) <= 2);
    CHECK(std::abs(bar.parts[3].to - minute(*sun.civil_dusk)) <= 2);
    CHECK(bar.parts[4].to == bar.until);
}

TEST_CASE("the panel tells of a check, prices another day while it is chosen, and asks for what is pressed") {
    Project project = sample_project();
    project.certificate = certified(project);
    const auto bench = std::make_shared<const PlanBench>(plan_bench(project));
    const Check& check = project.plan.checks[10];
    REQUIRE_FALSE(check.is_locked);
    CheckPanel panel(dutch);
    QSignalSpy moved(&panel, &CheckPanel::move_asked), locked(&panel, &CheckPanel::lock_asked);
    QSignalSpy dropped(&panel, &CheckPanel::drop_asked), swapped(&panel, &CheckPanel::swap_asked);
    panel.set_bench(bench, project.plan.checks);
    panel.set_others({{check.id, "zelf"}, {project.plan.checks[12].id, "ander"}});
    panel.show(check_card(project, *bench, check.id, dutch));
    panel.resize(340, 900);
    panel.QWidget::show();

    auto* move = button(panel, "Verplaatsen");
    CHECK_FALSE(move->isEnabled());
    panel.findChild<QDateEdit*>()->setDate({2027, 6, 16});
    REQUIRE(QTest::qWaitFor([&] { return move->isEnabled(); }, 20000));
    move->click();
    REQUIRE(moved.count() == 1);
    CHECK(moved[0][0].value<CheckId>() == check.id);
    CHECK(moved[0][1].value<Date>() == make_date(2027, 6, 16));
    CHECK(moved[0][2].toInt() == check.start);

    QComboBox* others = nullptr;
    for (auto* box : panel.findChildren<QComboBox*>())
        if (box->accessibleName() == "Ruilen met") others = box;
    REQUIRE(others != nullptr);
    CHECK(others->count() == 2);  // the invitation and the other one, not itself
    others->setCurrentIndex(1);
    auto* swap = button(panel, "Dag en uren ruilen");
    REQUIRE(QTest::qWaitFor([&] { return swap->isEnabled(); }, 20000));
    swap->click();
    REQUIRE(swapped.count() == 1);
    CHECK(swapped[0][1].value<CheckId>() == project.plan.checks[12].id);

    button(panel, "Vergrendelen")->click();
    REQUIRE(locked.count() == 1);
    CHECK(locked[0][1].toBool());
    button(panel, "Schrappen")->click();
    CHECK(dropped.count() == 1);
    for (auto* widget : panel.findChildren<QWidget*>())
        if (widget->focusPolicy() & Qt::TabFocus && widget->isVisible() &&
            qobject_cast<QPushButton*>(widget) == nullptr && !widget->objectName().startsWith("qt_"))
            CHECK_FALSE(widget->accessibleName().isEmpty());
}

TEST_CASE("the card of a check that is locked says why it stays, and what serves it") {
    Project project = sample_project();
    project.certificate = certified(project);
    const PlanBench bench = plan_bench(project);
    const auto locked = std::find_if(project.plan.checks.begin(), project.plan.checks.end(),
                                     [](const Check& check) { return check.is_locked; });
    const auto card = check_card(project, bench, locked->id, dutch);
    REQUIRE(card);
    CHECK(card->fixed.contains("vergrendeld"));
    CHECK(card->is_locked);
    CHECK_FALSE(check_card(project, bench, {"nobody"}, dutch));
    // Each clause that it serves names it in the certificate, and none is left out.
    std::size_t serving = 0;
    for (const Clause& clause : project.certificate.clauses)
        if (clause.required > 0 && clause.id.rfind("maximum", 0) != 0)
            serving += static_cast<std::size_t>(std::count(clause.checks.begin(), clause.checks.end(), locked->id));
    CHECK(card->serves.size() == serving);
}

TEST_CASE("alternatives stand beside the present plan with what differs, and the one pressed is taken") {
    const Project project = sample_project();
    Plan other = project.plan;
    other.checks[2].date += std::chrono::days{9};
    other.checks[7].hotspot += 1;
    const AlternativeList list = alternative_list(project, {other}, dutch);
    REQUIRE(list.size() == 2);
    CHECK(list[0].is_current);
    CHECK(list[0].differing == 0);
    CHECK(list[1].differing == 2);
    Project with_other = project;
    with_other.plan = other;
    int failing = 0;
    for (const Clause& clause : certified(with_other).clauses) failing += clause.ok ? 0 : 1;
    CHECK(list[1].broken == failing);
    std::size_t kept = 0, days = 0;
    for (const auto& row : list[1].rows)
        for (const auto& day : row.days) {
            kept += day.is_kept ? 1 : 0;
            ++days;
        }
    CHECK(days == other.checks.size());
    CHECK(kept == days - 2);

    AlternativesView view(dutch);
    QSignalSpy taken(&view, &AlternativesView::taken);
    view.show(list);
    button(view, "Deze nemen")->click();
    REQUIRE(taken.count() == 1);
    CHECK(taken[0][0].value<std::size_t>() == 1);
}
