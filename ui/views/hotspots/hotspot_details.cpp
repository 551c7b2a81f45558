#include "ui/views/hotspots/hotspot_details.hpp"

#include "ui/models/hotspot_facts.hpp"
#include "ui/views/hotspots/hotspot_charts.hpp"
#include "ui/views/hotspots/review_form.hpp"
#include "ui/views/look.hpp"
#include "ui/views/words_label.hpp"

#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollBar>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace baken {

namespace {

QLabel* heading(const QString& text, QWidget* parent) {
    auto* label = new QLabel(text, parent);
    label->setFont(heading_font(parent->font()));
    return label;
}

}  // namespace

HotspotDetails::HotspotDetails(Speech say, QWidget* parent) : QScrollArea(parent), say_(say) {
    setObjectName("hotspot_details");
    setAccessibleName(say_("Gegevens van de gekozen plek", "Details of the chosen place"));
    setWidgetResizable(true);
    setFrameShape(NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    stack_ = new QStackedWidget(this);
    nothing_ = new WordsLabel({}, stack_);
    nothing_->setObjectName("details_nothing");
    nothing_->setAlignment(Qt::AlignLeft | Qt::AlignTop);  // in sight, however tall the story behind it is
    nothing_->setMargin(gap_4);
    stack_->addWidget(nothing_);
    stack_->addWidget(make_story());
    setWidget(stack_);
    stack_->installEventFilter(this);
}

/// There is no bar to scroll sideways with: the panel is never narrower than what stands in it.
bool HotspotDetails::eventFilter(QObject* watched, QEvent* event) {
    if (watched == stack_ && (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Resize))
        setMinimumWidth(stack_->minimumSizeHint().width() + verticalScrollBar()->sizeHint().width());
    return QScrollArea::eventFilter(watched, event);
}

QWidget* HotspotDetails::make_story() {
    auto* story = new QWidget(stack_);
    auto* down = new QVBoxLayout(story);
    down->setContentsMargins(gap_4, gap_3, gap_4, gap_4);
    down->setSpacing(gap_2);

    auto* head = new QHBoxLayout;
    head->setSpacing(gap_3);
    rank_ = heading({}, story);
    rank_->setAlignment(Qt::AlignTop);
    name_ = new WordsLabel({}, story);
    name_->setFont(heading_font(font()));
    name_->setObjectName("details_name");
    head->addWidget(rank_, 0, Qt::AlignTop);
    head->addWidget(name_, 1);
    down->addLayout(head);
    place_ = new WordsLabel({}, story);
    quadrant_ = new WordsLabel({}, story);
    down->addWidget(place_);
    down->addWidget(quadrant_);

    down->addSpacing(gap_2);
    down->addWidget(heading(say_("Waarom hier", "Why here"), story));
    why_ = new WordsLabel({}, story);
    why_->setObjectName("details_why");
    why_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    down->addWidget(why_);

    down->addSpacing(gap_2);
    review_ = new ReviewForm(say_, story);
    connect(review_, &ReviewForm::edited, this, &HotspotDetails::edited);
    connect(review_, &ReviewForm::move_asked, this, &HotspotDetails::move_asked);
    down->addWidget(review_);

    down->addSpacing(gap_2);
    down->addWidget(heading(say_("Cijfers", "Figures"), story));
    facts_ = new QWidget(story);
    fact_rows_ = new QGridLayout(facts_);
    fact_rows_->setContentsMargins(0, 0, 0, 0);
    fact_rows_->setHorizontalSpacing(gap_3);
    fact_rows_->setVerticalSpacing(gap_1);
    fact_rows_->setColumnStretch(1, 1);
    down->addWidget(facts_);

    down->addSpacing(gap_2);
    charts_ = new HotspotCharts(say_, story);
    connect(charts_, &HotspotCharts::year_chosen, this, &HotspotDetails::year_chosen);
    down->addWidget(charts_);
    down->addStretch(1);
    return story;
}

void HotspotDetails::show(const Project& project, std::size_t at, YearSpan years) {
    const Hotspot& hotspot = project.hotspots.at(at);
    rank_->setText(QString::number(hotspot.rank));
    const bool is_another = name_->text() != to_qt(hotspot.name);
    name_->setText(to_qt(hotspot.name));
    place_->setText(place_line(project, hotspot, say_));
    quadrant_->setText(quadrant_line(hotspot, say_));
    why_->setText(to_qt(hotspot.reason));
    std::vector<Hotspot> others;
    for (const Hotspot& other : project.hotspots)
        if (other.municipality == hotspot.municipality) others.push_back(other);
    review_->show(hotspot, others);
    fill_facts(project, hotspot);
    charts_->show(project, at, years);
    stack_->setCurrentIndex(1);
    if (is_another) verticalScrollBar()->setValue(0);
}

void HotspotDetails::show_nothing(const QString& why) {
    nothing_->setText(why);
    stack_->setCurrentIndex(0);
    verticalScrollBar()->setValue(0);  // the words stand at the top
}

void HotspotDetails::fill_facts(const Project& project, const Hotspot& hotspot) {
    while (QLayoutItem* item = fact_rows_->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    int row = 0;
    const QColor soft = Look::of(palette()).soft;
    for (const Fact& fact : facts_of(project, hotspot, say_)) {
        auto* label = new QLabel(fact.label, facts_);
        QPalette quiet = label->palette();
        quiet.setColor(QPalette::WindowText, soft);
        label->setPalette(quiet);
        auto* value = new WordsLabel(fact.value, facts_);
        label->setToolTip(fact.explanation);
        value->setToolTip(fact.explanation);
        value->setTextInteractionFlags(Qt::TextSelectableByMouse);
        fact_rows_->addWidget(label, row, 0, Qt::AlignTop);
        fact_rows_->addWidget(value, row++, 1, Qt::AlignTop);
    }
}

}  // namespace baken
