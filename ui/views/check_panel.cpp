#include "ui/views/check_panel.hpp"

#include "ui/views/look.hpp"
#include "ui/views/sun_bar_view.hpp"

#include <QComboBox>
#include <QDateEdit>
#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace baken {

namespace {

QDate to_qt(Date day) { return {year_of(day), static_cast<int>(month_of(day)), static_cast<int>(day_of_month(day))}; }

QLabel* wrapped(QWidget* parent) {
    auto* label = new QLabel(parent);
    label->setWordWrap(true);
    label->setTextFormat(Qt::RichText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setMinimumWidth(1);
    return label;
}

QString marked(const QColor& colour, const QString& sign, const QString& text) {
    return QStringLiteral("<table cellspacing=0><tr><td style='color:%1'><b>%2</b>&nbsp;</td><td>%3</td></tr></table>")
        .arg(colour.name(), sign, text.toHtmlEscaped());
}

}  // namespace

CheckPanel::CheckPanel(Speech say, QWidget* parent)
    : QScrollArea(parent), say_(say), move_price_(new JobRunner(this)), swap_price_(new JobRunner(this)) {
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(say_("Gekozen controle", "Chosen check"));
    setFocusPolicy(Qt::NoFocus);
    build();
    restyle();
    show(std::nullopt);
}

void CheckPanel::build() {
    auto* page = new QWidget(this);
    auto* whole = new QVBoxLayout(page);
    whole->setContentsMargins(gap_3, gap_3, gap_3, gap_3);
    empty_ = wrapped(page);
    empty_->setText(say_("Kies een controle in de kalender om te zien waarom zij daar staat en wat een wijziging kost.",
                         "Choose a check on the calendar to see why it stands there and what a change costs."));
    whole->addWidget(empty_);
    content_ = new QWidget(page);
    auto* column = new QVBoxLayout(content_);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(gap_2);
    whole->addWidget(content_);
    whole->addStretch(1);
    build_facts(column);
    build_actions(column);
    setWidget(page);
}

void CheckPanel::build_facts(QVBoxLayout* column) {
    title_ = wrapped(content_);
    subtitle_ = wrapped(content_);
    sun_ = new SunBarView(say_, content_);
    sun_words_ = wrapped(content_);
    facts_ = wrapped(content_);
    breaks_ = wrapped(content_);
    serves_ = wrapped(content_);
    reason_ = wrapped(content_);
    const auto heading = [&](const QString& text) {
        auto* label = new QLabel(text, content_);
        headings_.push_back(label);
        column->addSpacing(gap_1);
        column->addWidget(label);
    };
    column->addWidget(title_);
    column->addWidget(subtitle_);
    column->addWidget(sun_);
    column->addWidget(sun_words_);
    column->addWidget(breaks_);
    column->addWidget(facts_);
    heading(say_("Telt mee voor", "Counts for"));
    column->addWidget(serves_);
    heading(say_("Waarom hier", "Why here"));
    column->addWidget(reason_);
}

void CheckPanel::build_actions(QVBoxLayout* column) {
    const auto heading = [&](const QString& text) {
        auto* label = new QLabel(text, content_);
        headings_.push_back(label);
        column->addSpacing(gap_1);
        column->addWidget(label);
    };
    const auto choice = [](QComboBox* box) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(12);
    };
    heading(say_("Verplaatsen", "Move"));
    day_ = new QDateEdit(content_);
    day_->setCalendarPopup(true);
    day_->setLocale(say_.locale());
    day_->setDisplayFormat(QStringLiteral("ddd d MMM yyyy"));
    day_->setAccessibleName(say_("Nieuwe dag", "New day"));
    block_ = new QComboBox(content_);
    choice(block_);
    block_->setAccessibleName(say_("Nieuwe uren", "New hours"));
    move_note_ = wrapped(content_);
    move_ = new QPushButton(say_("Verplaatsen", "Move"), content_);
    for (QWidget* widget : std::initializer_list<QWidget*>{day_, block_, move_note_, move_}) column->addWidget(widget);

    heading(say_("Ruilen", "Swap"));
    other_ = new QComboBox(content_);
    choice(other_);
    other_->setAccessibleName(say_("Ruilen met", "Swap with"));
    swap_note_ = wrapped(content_);
    swap_ = new QPushButton(say_("Dag en uren ruilen", "Swap day and hours"), content_);
    for (QWidget* widget : std::initializer_list<QWidget*>{other_, swap_note_, swap_}) column->addWidget(widget);

    heading(say_("Vastzetten of schrappen", "Lock or drop"));
    lock_ = new QPushButton(content_);
    drop_note_ = wrapped(content_);
    drop_ = new QPushButton(say_("Schrappen", "Drop"), content_);
    for (QWidget* widget : std::initializer_list<QWidget*>{lock_, drop_note_, drop_}) column->addWidget(widget);

    connect(day_, &QDateEdit::dateChanged, this, &CheckPanel::price_move);
    connect(block_, &QComboBox::currentIndexChanged, this, &CheckPanel::price_move);
    connect(other_, &QComboBox::currentIndexChanged, this, &CheckPanel::price_swap);
    connect(move_, &QPushButton::clicked, this,
            [this] { emit move_asked(card_->id, chosen_day(), block_->currentData().toInt()); });
    connect(swap_, &QPushButton::clicked, this, [this] {
        if (other_->currentIndex() > 0) emit swap_asked(card_->id, {from_qt(other_->currentData().toString())});
    });
    connect(lock_, &QPushButton::clicked, this, [this] { emit lock_asked(card_->id, !card_->is_locked); });
    connect(drop_, &QPushButton::clicked, this, [this] { emit drop_asked(card_->id); });
}

void CheckPanel::set_bench(std::shared_ptr<const PlanBench> bench, std::vector<Check> checks) {
    move_price_->cancel();
    swap_price_->cancel();
    bench_ = std::move(bench);
    checks_ = std::make_shared<const std::vector<Check>>(std::move(checks));
}

void CheckPanel::set_others(std::vector<std::pair<CheckId, QString>> others) { others_ = std::move(others); }

void CheckPanel::show(const std::optional<CheckCard>& card) {
    move_price_->cancel();
    swap_price_->cancel();
    card_ = card;
    empty_->setVisible(!card);
    content_->setVisible(card.has_value());
    if (card) fill(*card);
}

void CheckPanel::fill(const CheckCard& card) {
    is_filling_ = true;
    const Look look = Look::of(palette());
    title_->setText(card.title.toHtmlEscaped());
    subtitle_->setText(card.subtitle.toHtmlEscaped());
    sun_->show(card.sun, card.sun_words);
    sun_words_->setText(card.sun_words.toHtmlEscaped());
    QString facts = QStringLiteral("<table cellspacing=0 cellpadding=1>");
    for (const CheckCard::Line& line : card.lines)
        facts += QStringLiteral("<tr><td style='color:%1'>%2&nbsp;&nbsp;</td><td>%3</td></tr>")
                     .arg(look.soft.name(), line.label.toHtmlEscaped(), line.text.toHtmlEscaped());
    facts_->setText(facts + QStringLiteral("</table>"));
    QString breaks;
    for (const QString& rule : card.breaks) breaks += marked(look.bad, QStringLiteral("⚠"), rule);
    breaks_->setText(breaks);
    breaks_->setVisible(!breaks.isEmpty());
    QString serves;
    for (const CheckCard::Clause& clause : card.serves)
        serves +=
            marked(clause.is_met ? look.good : look.bad, clause.is_met ? QStringLiteral("✓") : QStringLiteral("✗"),
                   QStringLiteral("%1 (%2/%3)").arg(clause.text).arg(clause.met).arg(clause.required));
    serves_->setText(serves.isEmpty()
                         ? say_("Geen afspraak hangt van deze controle af.", "No agreement depends on this check.")
                         : serves);
    reason_->setText(card.reason.toHtmlEscaped());

    day_->setDateRange(to_qt(card.first), to_qt(card.last));
    day_->setDate(to_qt(card.date));
    block_->clear();
    for (const CheckCard::Block& block : card.blocks) {
        block_->addItem(block.name, block.from);
        if (block.from == card.start) block_->setCurrentIndex(block_->count() - 1);
    }
    other_->clear();
    other_->addItem(say_("kies een controle", "choose a check"));
    for (const auto& [id, name] : others_)
        if (id != card.id) other_->addItem(name, baken::to_qt(id.text));

    const bool can_change = card.fixed.isEmpty();
    for (QWidget* widget : std::initializer_list<QWidget*>{day_, block_, other_, drop_}) widget->setEnabled(can_change);
    lock_->setEnabled(card.is_planned);
    lock_->setText(card.is_locked ? say_("Ontgrendelen", "Unlock") : say_("Vergrendelen", "Lock"));
    lock_->setToolTip(say_("Een vergrendelde controle blijft staan als de rest opnieuw wordt gepland.",
                           "A locked check stays when the rest is planned again."));
    QString drop = can_change ? QStringLiteral("<b>%1</b>").arg(card.drop_price.toHtmlEscaped())
                              : marked(look.bad, QStringLiteral("✗"), card.fixed);
    for (const QString& rule : card.drop_breaks) drop += marked(look.warn, QStringLiteral("⚠"), rule);
    drop_note_->setText(drop);
    is_filling_ = false;
    price_move();
    price_swap();
}

Date CheckPanel::chosen_day() const {
    const QDate day = day_->date();
    return make_date(day.year(), static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
}

void CheckPanel::show_price(QLabel* note, QPushButton* button, const PricedChange& price) {
    const Look look = Look::of(palette());
    QString text = price.price.isEmpty() ? QString() : QStringLiteral("<b>%1</b>").arg(price.price.toHtmlEscaped());
    const bool is_possible = price.verdict != DayVerdict::impossible;
    for (const QString& rule : price.because.split('\n', Qt::SkipEmptyParts))
        text +=
            marked(is_possible ? look.warn : look.bad, is_possible ? QStringLiteral("⚠") : QStringLiteral("✗"), rule);
    if (price.verdict == DayVerdict::free)
        text += marked(look.good, QStringLiteral("✓"), say_("breekt geen regel", "breaks no rule"));
    note->setText(text);
    note->show();
    button->setEnabled(is_possible);
}

void CheckPanel::price_move() {
    if (is_filling_ || !card_) return;
    move_->setEnabled(false);
    move_note_->hide();
    const bool is_elsewhere = chosen_day() != card_->date || block_->currentData().toInt() != card_->start;
    if (!is_elsewhere || bench_ == nullptr || !card_->fixed.isEmpty()) return;
    move_price_->start(
        say_("Dag prijzen", "Pricing the day"),
        [bench = bench_, checks = checks_, edit = MoveCheck{card_->id, chosen_day(), block_->currentData().toInt()},
         say = say_](const Work&) { return priced(*bench, *checks, edit, say); },
        [this](const PricedChange& price) { show_price(move_note_, move_, price); });
}

void CheckPanel::price_swap() {
    if (is_filling_ || !card_) return;
    swap_->setEnabled(false);
    swap_note_->hide();
    if (other_->currentIndex() <= 0 || bench_ == nullptr) return;
    swap_price_->start(
        say_("Ruil prijzen", "Pricing the swap"),
        [bench = bench_, checks = checks_, edit = SwapChecks{card_->id, {from_qt(other_->currentData().toString())}},
         say = say_](const Work&) { return priced(*bench, *checks, edit, say); },
        [this](const PricedChange& price) { show_price(swap_note_, swap_, price); });
}

void CheckPanel::restyle() {
    const Look look = Look::of(palette());
    title_->setFont(heading_font(font()));
    QFont strong = font();
    strong.setBold(true);
    for (QLabel* heading : headings_) heading->setFont(strong);
    sun_words_->setFont(secondary_font(font()));
    QPalette soft = palette();
    soft.setColor(QPalette::WindowText, look.soft);
    sun_words_->setPalette(soft);
    empty_->setPalette(soft);
}

void CheckPanel::changeEvent(QEvent* event) {
    QScrollArea::changeEvent(event);
    if (content_ == nullptr) return;
    if (event->type() != QEvent::PaletteChange && event->type() != QEvent::FontChange) return;
    restyle();
    if (card_) fill(*card_);
}

}  // namespace baken
