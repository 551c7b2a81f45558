#include "support/catch.hpp"
#include "support/sample_project.hpp"
#include "ui/views/charts/event_cards.hpp"
#include "ui/views/charts/heat_grid.hpp"
#include "ui/views/charts/ink.hpp"
#include "ui/views/charts/place_cards.hpp"
#include "ui/views/charts/plan_cards.hpp"
#include "ui/views/charts/plot_panels.hpp"
#include "ui/views/charts/plot_view.hpp"
#include "ui/views/charts/row_chart.hpp"
#include "ui/views/look.hpp"

#include <QApplication>
#include <QBarSet>
#include <QChart>
#include <QClipboard>
#include <QSignalSpy>
#include <QStackedBarSeries>
#include <QTest>
#include <QToolTip>
#include <QVBoxLayout>

#include <memory>

using namespace baken;
using namespace baken::test;

namespace {

AccidentYears three_years() {
    AccidentYears series;
    series.rows = {{2022, {66, 15, 0}}, {2023, {83, 14, 3}}, {2024, {64, 6, 1}}};  // damage only, injury, fatal
    series.total = 252;
    return series;
}

/// The values that Qt Charts holds for the bars, from the axis up.
std::vector<std::vector<double>> bars_of(const PlotView& plot) {
    std::vector<std::vector<double>> found;
    for (QAbstractSeries* series : plot.chart()->series())
        if (const auto* stack = qobject_cast<QStackedBarSeries*>(series))
            for (const QBarSet* set : stack->barSets()) {
                found.emplace_back();
                for (int i = 0; i < set->count(); ++i) found.back().push_back(set->at(i));
            }
    return found;
}

template <class Child>
Child& only(const QWidget& card) {
    const auto found = card.findChildren<Child*>();
    REQUIRE(found.size() == 1);
    return *found.front();
}

/// A card of each kind with the sample project's numbers.
std::vector<std::unique_ptr<ChartCard>> all_cards(const Project& project, Speech say) {
    std::vector<std::unique_ptr<ChartCard>> cards;
    const auto add = [&]<class Card>(std::unique_ptr<Card> card, auto&&... series) {
        card->show(std::forward<decltype(series)>(series)...);
        cards.push_back(std::move(card));
    };
    add(std::make_unique<YearsCard>(say), accident_years(project, {}));
    add(std::make_unique<LightCard>(say), accident_light(project, {}));
    add(std::make_unique<ComplaintsCard>(say), complaint_months(project, {}));
    WeekHours week = week_hours(project, {}, EventKind::complaints);
    for (std::size_t i = 0; i < 60; ++i) ++week.counts[i % 7][(i * 5) % 24];
    week.timed = 60;
    add(std::make_unique<HoursCard>(say), week);
    add(std::make_unique<TrendCard>(say), accident_trend(project, TrendOf::all));
    add(std::make_unique<RankCard>(say), rank_ranges(project, 0));
    add(std::make_unique<CrewLoadCard>(say), crew_loads(project));
    add(std::make_unique<QuotaCard>(say), quota_progress(project));
    add(std::make_unique<DarkShareCard>(say), dark_months(project));
    add(std::make_unique<PredictabilityCard>(say), guessing(project));
    return cards;
}

/// Shows the card at a width, with the height that it asks for there.
void lay_out(QWidget& card, int width) {
    for (int round = 0; round < 3; ++round) {  // a plot learns at its width whether its names need a line
        card.resize(width, card.heightForWidth(width));
        card.QWidget::show();
        QApplication::processEvents();
    }
}

struct FontScale {
    explicit FontScale(double by) : before(QApplication::font()) {
        QFont font = before;
        font.setPointSizeF(font.pointSizeF() * by);
        QApplication::setFont(font);
    }
    ~FontScale() { QApplication::setFont(before); }
    QFont before;
};

}  // namespace

TEST_CASE("the bars are the series, most severe at the axis") {
    YearsCard card{Speech(Language::nl)};
    card.show(three_years());
    CHECK(bars_of(only<PlotView>(card)) == std::vector<std::vector<double>>{{0, 3, 1}, {15, 14, 6}, {66, 83, 64}});
    CHECK(card.title() == "Ongevallen per jaar, naar afloop");
    CHECK(card.sentence().isEmpty());
}

TEST_CASE("our own writing stands where Qt Charts draws") {
    YearsCard card{Speech(Language::en)};
    card.show(three_years());
    lay_out(card, 320);
    auto& plot = only<PlotView>(card);
    const auto* stack = qobject_cast<QStackedBarSeries*>(plot.chart()->series().front());
    const QPointF origin = plot.chart()->mapToPosition(QPointF(-0.5, 0), const_cast<QStackedBarSeries*>(stack));
    const QPointF end = plot.chart()->mapToPosition(QPointF(2.5, 100), const_cast<QStackedBarSeries*>(stack));
    CHECK(origin.x() == Approx(plot.plot_area().left()).margin(0.5));
    CHECK(origin.y() == Approx(plot.plot_area().bottom()).margin(0.5));
    CHECK(end.x() == Approx(plot.plot_area().right()).margin(0.5));
    CHECK(end.y() == Approx(plot.plot_area().top()).margin(0.5));
}

TEST_CASE("every small count is written on or beside its mark") {
    YearsCard card{Speech(Language::en)};
    card.show(three_years());
    lay_out(card, 320);
    QStringList numbers;
    for (const auto& writing : only<PlotView>(card).writings())
        if (writing.is_number) numbers << writing.text;
    numbers.sort();
    QStringList wanted{"15", "66", "81", "3", "14", "83", "100", "1", "6", "64", "71"};
    wanted.sort();
    CHECK(numbers == wanted);
}

TEST_CASE("nothing that a plot writes is cut off or lies over another word", "[layout]") {
    const Project project = sample_project();
    for (const double scale : {1.0, 2.0}) {
        const FontScale font(scale);
        for (const Language language : {Language::nl, Language::en})
            for (const int width : {260, 320, 700})
                for (const auto& card : all_cards(project, Speech(language))) {
                    lay_out(*card, width);
                    CAPTURE(scale, width, card->title().toStdString());
                    for (const PlotView* plot : card->findChildren<PlotView*>()) {
                        CHECK(card->rect().contains(QRect(plot->mapTo(card.get(), QPoint(0, 0)), plot->size())));
                        const QRectF inside = QRectF(plot->rect()).adjusted(-1, -1, 1, 1);
                        const auto& all = plot->writings();
                        for (std::size_t i = 0; i < all.size(); ++i) {
                            CAPTURE(all[i].text.toStdString());
                            CHECK(inside.contains(all[i].box));
                            for (std::size_t j = i + 1; j < all.size(); ++j) {
                                CAPTURE(all[j].text.toStdString());
                                const QRectF both = all[i].box.intersected(all[j].box.adjusted(0.5, 0.5, -0.5, -0.5));
                                // The empty upper and lower fifth of a line may touch.
                                CHECK((both.isEmpty() || both.height() < all[i].box.height() * 0.4));
                            }
                        }
                    }
                    for (QWidget* body : card->findChildren<QWidget*>())
                        if (qobject_cast<HeatGrid*>(body) != nullptr || qobject_cast<RowChart*>(body) != nullptr)
                            CHECK(body->height() >= body->heightForWidth(body->width()));
                }
    }
}

TEST_CASE("too few data show a sentence in place of noise") {
    YearsCard years{Speech(Language::nl)};
    AccidentYears none;
    none.rows = {{2022, {}}, {2024, {}}};
    years.show(none);
    CHECK(years.sentence() == "Hier zijn geen ongevallen geregistreerd in 2022\u20132024.");
    CHECK(only<PlotView>(years).isHidden());
    CHECK(years.accessibleDescription() == years.sentence());
    years.show(three_years());
    CHECK(years.sentence().isEmpty());
    CHECK_FALSE(only<PlotView>(years).isHidden());

    HoursCard hours{Speech(Language::en)};
    hours.show(week_hours(sample_project(), {}, EventKind::accidents));
    CHECK(hours.sentence().contains("holds no hours"));

    const Project empty;
    for (const auto& card : all_cards(empty, Speech(Language::nl)))
        if (qobject_cast<HoursCard*>(card.get()) == nullptr) CHECK_FALSE(card->sentence().isEmpty());
}

TEST_CASE("a chart follows the palette") {
    YearsCard card{Speech(Language::nl)};
    card.show(three_years());
    lay_out(card, 320);
    auto& application = *qobject_cast<QApplication*>(QApplication::instance());
    const auto injury = [&] {
        const auto* stack = qobject_cast<QStackedBarSeries*>(only<PlotView>(card).chart()->series().front());
        return stack->barSets()[1]->color();
    };
    apply_shade(application, Shade::dark);
    QApplication::processEvents();
    const Look dark = Look::of(card.palette());
    CHECK(dark.is_dark);
    CHECK(injury() == dark.injury);
    apply_shade(application, Shade::light);
    QApplication::processEvents();
    const Look light = Look::of(card.palette());
    CHECK(injury() == light.injury);
    CHECK(light.injury != dark.injury);
}

TEST_CASE("what is written can be read in both palettes") {
    auto& application = *qobject_cast<QApplication*>(QApplication::instance());
    for (const Shade shade : {Shade::dark, Shade::light}) {
        apply_shade(application, shade);
        YearsCard card{Speech(Language::nl)};
        card.show(three_years());
        lay_out(card, 320);
        const Look look = Look::of(card.palette());
        for (const auto& writing : only<PlotView>(card).writings())
            if (!writing.is_number) CHECK(contrast(writing.colour, look.raised) >= 4.5);
        // Numbers on the layers themselves.
        for (const QColor& ground : {look.injury, look.damage_only, look.fatal})
            CHECK(contrast(ink_on(ground, look), ground) >= 4.5);
        for (int step = 0; step < 5; ++step) CHECK(contrast(ink_on(look.step(step), look), look.step(step)) >= 4.5);
    }
}

TEST_CASE("every card has a name, its numbers as words, and one stop in the tab order") {
    const Project project = sample_project();
    for (const Language language : {Language::nl, Language::en})
        for (const auto& card : all_cards(project, Speech(language))) {
            CAPTURE(card->title().toStdString());
            CHECK_FALSE(card->accessibleName().isEmpty());
            CHECK(card->accessibleDescription().contains(card->numbers().rows.front().front()));
            CHECK(card->focusPolicy() == Qt::StrongFocus);
            for (const QWidget* child : card->findChildren<QWidget*>())
                CHECK((child->focusPolicy() == Qt::NoFocus || child->objectName().startsWith("qt_")));
        }
}

TEST_CASE("the copy is a table with tabs and the language's decimals") {
    YearsCard card{Speech(Language::nl)};
    card.show(three_years());
    card.QWidget::show();
    card.activateWindow();
    REQUIRE(QTest::qWaitForWindowActive(&card));
    card.setFocus();
    QTest::keyClick(&card, Qt::Key_C, Qt::ControlModifier);
    CHECK(QApplication::clipboard()->text() ==
          "jaar\tdodelijk\tletsel\tUMS\ttotaal\n2022\t0\t15\t66\t81\n2023\t3\t14\t83\t100\n2024\t1\t6\t64\t71\n");
    CHECK(card.accessibleDescription().startsWith("2022: dodelijk 0, letsel 15, UMS 66, totaal 81; 2023: "));

    LightCard light{Speech(Language::nl)};
    LightCounts counts;
    counts.counts = {1, 5, 0, 2};  // unknown, daylight, twilight, dark
    counts.total = 8;
    light.show(counts);
    light.copy_as_text();
    CHECK(QApplication::clipboard()->text() ==
          "licht\tongevallen\taandeel (%)\ndaglicht\t5\t62,5\nschemer\t0\t0,0\ndonker\t2\t25,0\nonbekend\t1\t12,5\n");
}

TEST_CASE("a click and the keyboard name the same year") {
    YearsCard card{Speech(Language::nl)};
    card.show(three_years());
    lay_out(card, 320);
    auto& plot = only<PlotView>(card);
    QSignalSpy clicked(&card, &YearsCard::year_clicked);
    const auto marks = plot.pointer()->marks();
    REQUIRE(marks.size() == 3);
    QTest::mouseClick(plot.viewport(), Qt::LeftButton, {}, marks[1].area.center().toPoint());
    REQUIRE(clicked.size() == 1);
    CHECK(clicked.takeFirst().front().toInt() == 2023);
    CHECK(marks[1].text == "ongevallen in 2023: 100\n3 dodelijk\n14 letsel\n83 UMS");

    plot.pointer()->go_to(-1);
    for (int i = 0; i < 3; ++i) QTest::keyClick(&card, Qt::Key_Right);
    CHECK(card.accessibleDescription().startsWith("ongevallen in 2024: 71"));
    QTest::keyClick(&card, Qt::Key_Return);
    REQUIRE(clicked.size() == 1);
    CHECK(clicked.takeFirst().front().toInt() == 2024);
}

TEST_CASE("a cell of the week tells its weekday and hour, by mouse and by arrows") {
    HoursCard card{Speech(Language::en)};
    WeekHours week;
    week.counts[4][21] = 12;  // Friday, 21 to 22
    week.timed = 12;
    week.dark_share[21] = 0.75;
    card.show(week);
    lay_out(card, 320);
    auto& grid = only<HeatGrid>(card);
    QSignalSpy clicked(&card, &HoursCard::hour_clicked);
    const Mark cell = grid.pointer()->marks()[4 * 24 + 21];
    CHECK(cell.text == "Fri 21\u201322 h, complaints: 12\ndark: 75% of the year");
    CHECK(grid.data().outlined[21]);
    CHECK_FALSE(grid.data().outlined[20]);
    QTest::mouseClick(&grid, Qt::LeftButton, {}, cell.area.center().toPoint());
    REQUIRE(clicked.size() == 1);
    CHECK(clicked.front()[0].toUInt() == 5);
    CHECK(clicked.front()[1].toInt() == 21);
    grid.pointer()->go_to(0);
    for (int i = 0; i < 4; ++i) QTest::keyClick(&card, Qt::Key_Down);
    for (int i = 0; i < 21; ++i) QTest::keyClick(&card, Qt::Key_Right);
    CHECK(grid.pointer()->current() == 4 * 24 + 21);
}

TEST_CASE("small multiples share one axis and keep their numbers when shown anew") {
    const Project project = sample_project();
    TrendCard card{Speech(Language::nl)};
    card.show(accident_trend(project, TrendOf::all));
    lay_out(card, 700);
    const auto plots = only<PlotPanels>(card).plots();
    REQUIRE(plots.size() == 6);
    for (const PlotView* plot : plots) CHECK(plot->data().top == plots.front()->data().top);
    QSignalSpy clicked(&card, &TrendCard::municipality_clicked);
    QTest::mouseClick(plots[4]->viewport(), Qt::LeftButton, {},
                      plots[4]->pointer()->marks().front().area.center().toPoint());
    REQUIRE(clicked.size() == 1);
    CHECK(clicked.front().front().toUInt() == 4);

    card.show(accident_trend(project, TrendOf::all, {.municipality = 2}));
    lay_out(card, 320);
    REQUIRE(only<PlotPanels>(card).plots().size() == 1);
    CHECK(only<PlotPanels>(card).plots().front()->data().tips.front().startsWith("'t Hof <b>, ongevallen in 2022"));
    QTest::keyClick(&card, Qt::Key_Right);  // the panels that went are not walked on
    CHECK(only<PlotPanels>(card).plots().front()->pointer()->current() == 0);
    CHECK(QToolTip::text().startsWith("'t Hof &lt;b&gt;, ongevallen in 2022"));  // a name is not markup
}

TEST_CASE("an axis ends on a round number that holds the highest") {
    CHECK(nice_axis(0, 4).top == 1);
    CHECK((nice_axis(3, 4).top == 3 && nice_axis(3, 4).step == 1));
    CHECK((nice_axis(5, 4).top == 6 && nice_axis(5, 4).step == 2));
    CHECK((nice_axis(100, 4).top == 100 && nice_axis(100, 4).step == 50));
    CHECK((nice_axis(131, 4).top == 150 && nice_axis(131, 4).step == 50));
    CHECK((nice_axis(8.8, 2).top == 10 && nice_axis(8.8, 2).step == 5));
}
