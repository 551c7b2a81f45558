#include "ui/views/evaluation_view.hpp"

#include "ui/views/look.hpp"
#include "ui/views/results_charts.hpp"
#include "ui/views/results_marks.hpp"

#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <cmath>

namespace baken {

namespace {

/// An emptied layout on a widget that had one.
QGridLayout* fresh_grid(QWidget* widget) {
    qDeleteAll(widget->findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly));
    delete widget->layout();
    auto* grid = new QGridLayout(widget);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(gap_4);
    grid->setVerticalSpacing(gap_3);
    return grid;
}

void colour(QLabel* label, const QColor& colour) {
    QPalette palette = label->palette();
    palette.setColor(QPalette::WindowText, colour);
    label->setPalette(palette);
}

QLabel* name_label(const QString& text, bool is_whole) {
    auto* label = new QLabel(text);
    label->setWordWrap(true);
    QFont font = label->font();
    font.setWeight(is_whole ? QFont::Bold : QFont::DemiBold);
    label->setFont(font);
    return label;
}

}  // namespace

EvaluationView::EvaluationView(Speech say, QWidget* parent) : QScrollArea(parent), say_(say) {
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setAccessibleName(say_("Evaluatie", "Evaluation"));
    auto* whole = new QWidget;
    auto* outer = new QVBoxLayout(whole);
    outer->setContentsMargins(gap_4, gap_4, gap_4, gap_4);
    instead_ = soft();
    outer->addWidget(instead_);
    page_ = new QWidget;
    outer->addWidget(page_);
    outer->addStretch(1);
    setWidget(whole);

    auto* column = new QVBoxLayout(page_);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(gap_2);

    // Side by side where there is room, see fit().
    top_ = new QBoxLayout(QBoxLayout::TopToBottom);
    top_->setSpacing(gap_6);
    column->addLayout(top_);
    auto* progress = new QVBoxLayout;
    progress->setSpacing(gap_2);
    auto* progress_heading = heading(say_("Voortgang", "Progress"));
    progress->addWidget(progress_heading);
    progress_ = new ProgressChart(say_);
    progress->addWidget(progress_);
    progress->addStretch(1);
    top_->addLayout(progress);

    auto* rates = new QVBoxLayout;
    rates->setSpacing(gap_2);
    auto* rate_head = new QHBoxLayout;
    rate_head->addWidget(heading(say_("Trefkans", "Hit rate")));
    rate_head->addStretch(1);
    per_ = new QComboBox;
    per_->setAccessibleName(say_("Trefkans per voertuig of per test", "Hit rate per vehicle or per test"));
    per_->addItem(say_("bonnen per voertuig", "fines per vehicle"), static_cast<int>(RatePer::vehicle));
    per_->addItem(say_("alcohol en drugs per test", "alcohol and drugs per test"), static_cast<int>(RatePer::test));
    group_ = new QComboBox;
    group_->setAccessibleName(say_("Trefkans uitgesplitst naar", "Hit rate broken down by"));
    group_->addItem(say_("naar thema", "by theme"), static_cast<int>(RateGroup::theme));
    group_->addItem(say_("naar gemeente", "by municipality"), static_cast<int>(RateGroup::municipality));
    group_->addItem(say_("naar plek", "by place"), static_cast<int>(RateGroup::place));
    progress_heading->setMinimumHeight(per_->sizeHint().height());  // in line with the one beside it
    rate_head->addWidget(per_);
    rate_head->addWidget(group_);
    rates->addLayout(rate_head);
    no_rates_ = soft();
    rates->addWidget(no_rates_);
    rates_ = new RateChart(say_);
    rates->addWidget(rates_);
    rates->addStretch(1);
    top_->addLayout(rates, 1);
    connect(per_, &QComboBox::currentIndexChanged, this, &EvaluationView::show_rates);
    connect(group_, &QComboBox::currentIndexChanged, this, &EvaluationView::show_rates);

    column->addSpacing(gap_6);
    auto* trend_head = new QHBoxLayout;
    trend_head->addWidget(heading(say_("Ongevallen per jaar", "Accidents per year")));
    trend_head->addStretch(1);
    counted_ = new QComboBox;
    counted_->setAccessibleName(say_("Welke ongevallen", "Which accidents"));
    counted_->addItem(say_("met letsel of dodelijke afloop", "with injury or death"),
                      static_cast<int>(CountedAccidents::casualties));
    counted_->addItem(say_("alle ongevallen", "all accidents"), static_cast<int>(CountedAccidents::all));
    trend_head->addWidget(counted_);
    column->addLayout(trend_head);
    trends_ = new QWidget;
    column->addWidget(trends_);
    connect(counted_, &QComboBox::currentIndexChanged, this, &EvaluationView::show_trends);

    column->addSpacing(gap_6);
    column->addWidget(
        heading(say_("Voor en na, op de plekken met een controle", "Before and after, at the places with a check")));
    comparisons_ = new QWidget;
    column->addWidget(comparisons_);

    column->addSpacing(gap_4);
    notes_ = soft();
    column->addWidget(notes_);
    page_->hide();
    restyle();
}

QLabel* EvaluationView::heading(const QString& text) {
    auto* label = new QLabel(text);
    headings_.push_back(label);
    return label;
}

QLabel* EvaluationView::soft(const QString& text) {
    auto* label = new QLabel(text);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    soft_.push_back(label);
    return label;
}

void EvaluationView::say_instead(const QString& sentence) {
    instead_->setText(sentence);
    instead_->show();
    page_->hide();
}

void EvaluationView::show_evaluation(const Project& project, const Evaluation& evaluation) {
    project_ = project;
    evaluation_ = evaluation;
    instead_->hide();
    page_->show();
    progress_->show(progress_lines(project_, evaluation_, say_));
    show_rates();
    show_trends();
    show_comparisons();
    QStringList notes;
    for (const auto& note : evaluation_.notes) notes << to_qt(note);
    notes_->setText(notes.join('\n'));
    fit();
}

void EvaluationView::show_rates() {
    const auto lines = rate_lines(project_, evaluation_, static_cast<RateGroup>(group_->currentData().toInt()),
                                  static_cast<RatePer>(per_->currentData().toInt()), say_);
    const bool has_any = !lines.empty();
    no_rates_->setText(per_->currentData().toInt() == static_cast<int>(RatePer::test) && evaluation_.hits.all.checks > 0
                           ? say_("Er zijn nog geen testen ingevuld.", "No tests have been entered yet.")
                           : say_("Nog geen uitslagen: vul op het eerste tabblad in wat een controle opleverde.",
                                  "No results yet: enter on the first tab what a check gave."));
    no_rates_->setVisible(!has_any);
    rates_->setVisible(has_any);
    if (has_any) rates_->show(lines);
}

void EvaluationView::show_trends() {
    auto* grid = fresh_grid(trends_);
    const Look look = Look::of(palette());
    const auto lines =
        trend_lines(project_, evaluation_, static_cast<CountedAccidents>(counted_->currentData().toInt()), say_);
    if (lines.empty()) {
        auto* none =
            new QLabel(say_("Er zijn geen ongevallen in dit project.", "There are no accidents in this project."));
        colour(none, look.soft);
        grid->addWidget(none, 0, 0);
        return;
    }
    int place = 0;
    for (const auto& line : lines) {
        // The region has a line of its own above its municipalities.
        const int row = line.is_whole ? 0 : 1 + (place - 1) / trend_columns_;
        const int left = line.is_whole ? 0 : 2 * ((place - 1) % trend_columns_);
        ++place;
        auto* words = new QVBoxLayout;
        words->setSpacing(gap_1);
        words->addWidget(name_label(line.name, line.is_whole));
        auto* sentence = new QLabel(line.sentence);
        sentence->setWordWrap(true);
        sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
        colour(sentence, line.is_distinguishable ? look.text : look.soft);
        words->addWidget(sentence);
        words->addStretch(1);
        grid->addWidget(new YearBars(line.years, say_), row, left, Qt::AlignTop);
        grid->addLayout(words, row, left + 1, 1, line.is_whole ? 2 * trend_columns_ - 1 : 1);
    }
    for (int i = 0; i < trend_columns_; ++i) grid->setColumnStretch(2 * i + 1, 1);
}

void EvaluationView::show_comparisons() {
    auto* grid = fresh_grid(comparisons_);
    const Look look = Look::of(palette());
    const auto lines = comparison_lines(project_, evaluation_, say_);
    if (lines.empty()) {
        auto* none = new QLabel(say_("Nog geen enkele controle is uitgevoerd.", "No check has been done yet."));
        colour(none, look.soft);
        grid->addWidget(none, 0, 0);
        return;
    }
    int row = 0;
    for (const auto& line : lines) {
        auto* words = new QVBoxLayout;
        words->setSpacing(gap_1);
        words->addWidget(name_label(QStringLiteral("%1  ·  %2").arg(line.name, line.counts), line.is_whole));
        auto* sentences = new QLabel(line.words);
        sentences->setWordWrap(true);
        sentences->setTextInteractionFlags(Qt::TextSelectableByMouse);
        colour(sentences, line.is_distinguishable || line.is_whole ? look.text : look.soft);
        words->addWidget(sentences);
        words->addStretch(1);
        if (line.ratio) grid->addWidget(new RatioMark(*line.ratio, say_), row, 0, Qt::AlignTop);
        grid->addLayout(words, row++, 1);
    }
    grid->setColumnStretch(1, 1);
}

QString EvaluationView::as_text() const {
    QStringList text;
    for (const auto& line : progress_lines(project_, evaluation_, say_)) text << line.name + '\t' + line.words;
    for (const auto group : {RateGroup::theme, RateGroup::municipality, RateGroup::place})
        for (const auto& line : rate_lines(project_, evaluation_, group, RatePer::vehicle, say_))
            if (!line.is_whole || group == RateGroup::theme)
                text << QStringList{line.name, line.value, line.words}.join('\t');
    for (const auto counted : {CountedAccidents::casualties, CountedAccidents::all})
        for (const auto& line : trend_lines(project_, evaluation_, counted, say_)) {
            QStringList years;
            for (const auto& year : line.years) years << QStringLiteral("%1: %2").arg(year.year).arg(year.count);
            text << QStringList{line.name, years.join(QStringLiteral(", ")), line.sentence}.join('\t');
        }
    for (const auto& line : comparison_lines(project_, evaluation_, say_))
        text << QStringList{line.name, line.counts, line.words}.join('\t');
    text << notes_->text();
    return text.join('\n') + '\n';
}

/// Two columns where the window is wide enough to read both.
void EvaluationView::fit() {
    const int width = viewport()->width() - 2 * gap_4;
    const int both = progress_->sizeHint().width() + gap_6 + rates_->sizeHint().width();
    top_->setDirection(width >= both ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    const int columns = width >= fontMetrics().averageCharWidth() * 150 ? 2 : 1;
    if (columns == trend_columns_) return;
    trend_columns_ = columns;
    if (page_->isVisibleTo(this)) show_trends();
}

void EvaluationView::resizeEvent(QResizeEvent* event) {
    QScrollArea::resizeEvent(event);
    fit();
}

void EvaluationView::restyle() {
    const Look look = Look::of(palette());
    for (QLabel* label : headings_) label->setFont(heading_font(font()));
    for (QLabel* label : soft_) colour(label, look.soft);
}

void EvaluationView::changeEvent(QEvent* event) {
    QScrollArea::changeEvent(event);
    if (event->type() != QEvent::PaletteChange && event->type() != QEvent::FontChange) return;
    restyle();
    fit();
    if (page_->isVisibleTo(this)) {
        show_trends();
        show_comparisons();
    }
}

}  // namespace baken
