#include "ui/views/result_form.hpp"

#include "model/fine_kind.hpp"
#include "ui/views/look.hpp"

#include <QButtonGroup>
#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QShortcut>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace baken {

namespace {

/// More than any crew has ever stopped, or a camera seen pass, in one check.
constexpr int most_vehicles = 100000;
constexpr int most_tests = 10000;

QLabel* wrapped(const QString& text = {}) {
    auto* label = new QLabel(text);
    label->setWordWrap(true);
    return label;
}

}  // namespace

ResultForm::ResultForm(Speech say, QWidget* parent) : QWidget(parent), say_(say) {
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(gap_4, gap_3, gap_4, gap_3);
    empty_ =
        wrapped(say_("Kies links een controle en schrijf op hoe zij ging: voertuigen, testen, bonnen. Enter bewaart en "
                     "gaat door naar de volgende.",
                     "Choose a check on the left and write down how it went: vehicles, tests, fines. Enter keeps it "
                     "and goes on to the next."));
    outer->addWidget(empty_);
    body_ = new QWidget;
    outer->addWidget(body_);
    outer->addStretch(1);

    auto* column = new QVBoxLayout(body_);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(gap_3);
    heading_ = wrapped();
    detail_ = wrapped();
    column->addWidget(heading_);
    column->addWidget(detail_);

    auto* statuses = new QHBoxLayout;
    statuses->setSpacing(gap_3);
    status_ = new QButtonGroup(this);
    const std::pair<CheckStatus, QString> choices[] = {{CheckStatus::planned, say_("Gepland", "Planned")},
                                                       {CheckStatus::done, say_("Uitgevoerd", "Done")},
                                                       {CheckStatus::cancelled, say_("Vervallen", "Cancelled")}};
    for (const auto& [status, word] : choices) {
        auto* button = new QRadioButton(word);
        button->setAccessibleName(say_("Status: %1", "Status: %1").arg(word));
        status_->addButton(button, static_cast<int>(status));
        statuses->addWidget(button);
    }
    statuses->addStretch(1);
    column->addLayout(statuses);
    connect(status_, &QButtonGroup::idToggled, this, [this](int, bool is_on) {
        if (is_on) something_changed();
    });

    numbers_ = new QWidget;
    auto* grid = new QGridLayout(numbers_);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(gap_3);
    grid->setVerticalSpacing(gap_2);
    build_numbers(grid);
    column->addWidget(numbers_);

    auto* remark_label = new QLabel(say_("&Opmerking", "&Remark"));
    remark_ = new QPlainTextEdit;
    remark_->setAccessibleName(say_("Opmerking", "Remark"));
    remark_->setTabChangesFocus(true);
    remark_->setPlaceholderText(
        say_("Bijvoorbeeld: regen, na een uur rustig", "For example: rain, quiet after an hour"));
    remark_->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    remark_label->setBuddy(remark_);
    connect(remark_, &QPlainTextEdit::textChanged, this, &ResultForm::something_changed);
    column->addWidget(remark_label);
    column->addWidget(remark_);

    question_ = wrapped();
    question_->hide();
    column->addWidget(question_);

    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(gap_2);
    keep_ = new QPushButton;
    keep_->setAutoDefault(false);
    restore_ = new QPushButton(say_("&Terugzetten", "R&estore"));
    restore_->setAutoDefault(false);
    restore_->setAccessibleName(say_("Zet terug wat er stond", "Restore what stood there"));
    buttons->addWidget(keep_);
    buttons->addWidget(restore_);
    buttons->addStretch(1);
    column->addLayout(buttons);
    connect(keep_, &QPushButton::clicked, this, &ResultForm::keep);
    connect(restore_, &QPushButton::clicked, this, &ResultForm::restore);
    for (const auto& keys : {QKeySequence(Qt::Key_Return), QKeySequence(Qt::Key_Enter),
                             QKeySequence(Qt::CTRL | Qt::Key_Return), QKeySequence(Qt::CTRL | Qt::Key_Enter)}) {
        auto* shortcut = new QShortcut(keys, this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, &ResultForm::keep);
    }
    restyle();
    show_nothing();
}

void ResultForm::build_numbers(QGridLayout* grid) {
    const auto row = [&](int at, const QString& word, QSpinBox* box) {
        auto* label = new QLabel(word);
        label->setBuddy(box);
        grid->addWidget(label, at, 0);
        grid->addWidget(box, at, 1);
        return label;
    };
    vehicles_ = number_box(most_vehicles, say_("Voertuigen", "Vehicles"));
    tests_ = number_box(most_tests, say_("Blaas- en speekseltesten", "Breath and saliva tests"));
    warnings_ = number_box(most_tests, say_("Waarschuwingen", "Warnings"));
    row(0, say_("&Voertuigen", "&Vehicles"), vehicles_);
    tests_label_ = row(1, say_("T&esten", "&Tests"), tests_);
    tests_label_->setToolTip(say_("Blaas- en speekseltesten", "Breath and saliva tests"));

    auto* fines_label = new QLabel(say_("Bonnen", "Fines"));
    grid->addWidget(fines_label, 2, 0, Qt::AlignTop);
    fines_ = new QWidget;
    fines_layout_ = new QGridLayout(fines_);
    fines_layout_->setContentsMargins(0, 0, 0, 0);
    fines_layout_->setHorizontalSpacing(gap_2);
    fines_layout_->setVerticalSpacing(gap_1);
    grid->addWidget(fines_, 2, 1, 1, 2);
    add_fine_ = new QPushButton(say_("Andere &bon", "Another &fine"));
    add_fine_->setAutoDefault(false);
    add_fine_->setAccessibleName(say_("Voeg een soort bon toe", "Add a kind of fine"));
    grid->addWidget(add_fine_, 3, 1, Qt::AlignLeft);
    connect(add_fine_, &QPushButton::clicked, this, [this] {
        add_fine({}, 0);
        lay_out_fines();
        fine_rows_.back().kind->setFocus();
    });
    row(4, say_("&Waarschuwingen", "&Warnings"), warnings_);
    grid->setColumnStretch(2, 1);
}

QSpinBox* ResultForm::number_box(int most, const QString& name) {
    auto* box = new QSpinBox;
    box->setRange(0, most);
    box->setAccessibleName(name);
    box->setAlignment(Qt::AlignRight);
    box->setGroupSeparatorShown(true);
    box->setLocale(say_.locale());
    box->setCorrectionMode(QAbstractSpinBox::CorrectToNearestValue);
    connect(box, &QSpinBox::valueChanged, this, &ResultForm::number_changed);
    return box;
}

void ResultForm::add_fine(const QString& kind, int count) {
    FineRow row{new QComboBox, number_box(most_tests, {}), new QToolButton};
    row.kind->setEditable(true);
    row.kind->setInsertPolicy(QComboBox::NoInsert);
    row.kind->setAccessibleName(say_("Soort bon", "Kind of fine"));
    row.kind->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    for (const auto& usual : usual_fine_kinds())
        row.kind->addItem(to_qt(fine_name(usual, say_.language())), to_qt(usual));
    row.kind->setEditText(to_qt(fine_name(from_qt(kind), say_.language())));
    row.count->setAccessibleName(say_("Aantal bonnen", "Number of fines"));
    row.count->setValue(count);
    row.remove->setText(QStringLiteral("✕"));
    row.remove->setAutoRaise(true);
    row.remove->setAccessibleName(say_("Haal deze soort bon weg", "Take this kind of fine away"));
    row.remove->setToolTip(row.remove->accessibleName());
    connect(row.kind, &QComboBox::currentTextChanged, this, &ResultForm::something_changed);
    connect(row.remove, &QToolButton::clicked, this, [this, combo = row.kind] { remove_fine(combo); });
    fine_rows_.push_back(row);
}

void ResultForm::remove_fine(const QComboBox* kind) {
    const auto found =
        std::find_if(fine_rows_.begin(), fine_rows_.end(), [&](const FineRow& r) { return r.kind == kind; });
    if (found == fine_rows_.end()) return;
    for (QWidget* widget : {static_cast<QWidget*>(found->kind), static_cast<QWidget*>(found->count),
                            static_cast<QWidget*>(found->remove)}) {
        widget->hide();
        widget->deleteLater();
    }
    fine_rows_.erase(found);
    lay_out_fines();
    add_fine_->setFocus();
    something_changed();
}

void ResultForm::clear_fines() {
    for (const auto& row : fine_rows_) {
        delete row.kind;
        delete row.count;
        delete row.remove;
    }
    fine_rows_.clear();
}

void ResultForm::lay_out_fines() {
    QWidget* before = tests_;
    for (int i = 0; i < static_cast<int>(fine_rows_.size()); ++i) {
        const FineRow& row = fine_rows_[static_cast<std::size_t>(i)];
        fines_layout_->addWidget(row.kind, i, 0);
        fines_layout_->addWidget(row.count, i, 1);
        fines_layout_->addWidget(row.remove, i, 2);
        for (QWidget* widget :
             {static_cast<QWidget*>(row.kind), static_cast<QWidget*>(row.count), static_cast<QWidget*>(row.remove)}) {
            QWidget::setTabOrder(before, widget);
            before = widget;
        }
    }
    for (QWidget* widget :
         {static_cast<QWidget*>(add_fine_), static_cast<QWidget*>(warnings_), static_cast<QWidget*>(remark_),
          static_cast<QWidget*>(keep_), static_cast<QWidget*>(restore_)}) {
        QWidget::setTabOrder(before, widget);
        before = widget;
    }
}

void ResultForm::show_check(const Check& check, const QString& heading, const QString& detail) {
    check_ = check;
    has_check_ = true;
    heading_->setText(heading);
    detail_->setText(detail);
    empty_->hide();
    body_->show();
    set_entry(entry_of(check));
}

void ResultForm::show_nothing() {
    has_check_ = false;
    body_->hide();
    empty_->show();
}

void ResultForm::set_entry(const ResultEntry& entry) {
    is_filling_ = true;
    status_->button(static_cast<int>(entry.status))->setChecked(true);
    vehicles_->setValue(entry.result.vehicles);
    tests_->setValue(entry.result.tests);
    warnings_->setValue(entry.result.warnings);
    remark_->setPlainText(to_qt(entry.result.remark));
    clear_fines();
    for (const auto& kind : offered_kinds(check_.theme, entry.result)) {
        const auto& fines = entry.result.fines;
        const auto found = std::find_if(fines.begin(), fines.end(), [&](const auto& f) { return f.kind == kind; });
        add_fine(to_qt(kind), found == fines.end() ? 0 : found->count);
    }
    lay_out_fines();
    is_filling_ = false;
    was_asked_ = false;
    refresh();
}

ResultEntry ResultForm::entry() const {
    ResultEntry entry;
    entry.status = static_cast<CheckStatus>(std::max(0, status_->checkedId()));
    entry.result.vehicles = vehicles_->value();
    entry.result.tests = tests_->value();
    entry.result.warnings = warnings_->value();
    entry.result.remark = from_qt(remark_->toPlainText().trimmed());
    for (const auto& row : fine_rows_) {
        const QString written = row.kind->currentText().trimmed();
        const int listed = row.kind->findText(written, Qt::MatchFixedString);
        const std::string kind = from_qt(listed >= 0 ? row.kind->itemData(listed).toString() : written);
        if (kind.empty() || row.count->value() == 0) continue;
        auto& fines = entry.result.fines;
        const auto same = std::find_if(fines.begin(), fines.end(), [&](const auto& f) { return f.kind == kind; });
        if (same == fines.end())
            fines.push_back({kind, row.count->value()});
        else
            same->count += row.count->value();
    }
    return entry;
}

bool ResultForm::is_changed() const { return has_check_ && entry() != entry_of(check_); }

void ResultForm::focus_first() {
    vehicles_->setFocus();
    vehicles_->selectAll();
}

void ResultForm::number_changed() {
    // Numbers are only there when somebody stood there.
    if (!is_filling_ && status_->checkedId() == static_cast<int>(CheckStatus::planned))
        status_->button(static_cast<int>(CheckStatus::done))->setChecked(true);
    something_changed();
}

void ResultForm::something_changed() {
    if (is_filling_) return;
    was_asked_ = false;
    refresh();
}

void ResultForm::refresh() {
    const ResultEntry now = entry();
    numbers_->setEnabled(now.status != CheckStatus::cancelled);
    QStringList questions = questions_about(now, say_);
    for (const auto& row : fine_rows_)
        if (row.count->value() > 0 && row.kind->currentText().trimmed().isEmpty())
            questions << say_("Een bon zonder soort telt niet mee.", "A fine without a kind does not count.");
    const bool is_odd = !questions.isEmpty();
    if (is_odd && was_asked_)
        questions << say_("Klopt dat? Druk nog eens op Enter.", "Is that right? Press Enter once more.");
    question_->setText(QStringLiteral("⚠ ") + questions.join(' '));
    question_->setVisible(is_odd);
    keep_->setText(is_odd && was_asked_ ? say_("Toch &bewaren (Enter)", "&Keep anyway (Enter)")
                                        : say_("&Bewaren en volgende (Enter)", "&Keep and next (Enter)"));
    keep_->setAccessibleName(keep_->text().remove('&'));
    restore_->setEnabled(is_changed());
}

void ResultForm::keep() {
    if (!has_check_) return;
    const ResultEntry now = entry();
    if (!was_asked_ && question_->isVisibleTo(this)) {
        was_asked_ = true;
        refresh();
        return;
    }
    was_asked_ = false;
    emit kept(record_of(check_.id, now));
}

void ResultForm::restore() {
    if (has_check_) set_entry(entry_of(check_));
}

void ResultForm::restyle() {
    const Look look = Look::of(palette());
    heading_->setFont(heading_font(font()));
    detail_->setFont(secondary_font(font()));
    const auto coloured = [](QWidget* widget, const QColor& colour) {
        QPalette palette = widget->palette();
        palette.setColor(QPalette::WindowText, colour);
        widget->setPalette(palette);
    };
    coloured(detail_, look.soft);
    coloured(empty_, look.soft);
    coloured(question_, look.warn);
    remark_->setFixedHeight(fontMetrics().lineSpacing() * 3 + gap_4);
    for (QSpinBox* box : {vehicles_, tests_, warnings_}) box->setMinimumWidth(fontMetrics().averageCharWidth() * 14);
}

void ResultForm::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) restyle();
}

}  // namespace baken
