#include "ui/views/results_page.hpp"

#include "ui/views/evaluation_view.hpp"
#include "ui/views/look.hpp"
#include "ui/views/result_form.hpp"
#include "ui/views/table_view.hpp"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QSplitter>
#include <QTabWidget>
#include <QVBoxLayout>

namespace baken {

ResultsPage::ResultsPage(Speech say, QWidget* parent)
    : QWidget(parent),
      say_(say),
      table_(new ResultsTable(say, this)),
      filter_(new ResultsFilter(this)),
      evaluation_model_(new EvaluationViewModel(say, this)) {
    filter_->setSourceModel(table_);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    tabs_ = new QTabWidget;
    tabs_->setDocumentMode(true);
    tabs_->setAccessibleName(say_("Uitslagen en evaluatie", "Results and evaluation"));
    column->addWidget(tabs_);
    evaluation_ = new EvaluationView(say_);
    tabs_->addTab(entry_tab(), say_("Uitslagen", "Results"));
    tabs_->addTab(evaluation_, say_("Evaluatie", "Evaluation"));

    connect(evaluation_model_, &EvaluationViewModel::changed, this, [this] {
        evaluation_->show_evaluation(evaluation_model_->project(), evaluation_model_->evaluation());
        refresh_counts();
    });
    connect(evaluation_model_, &EvaluationViewModel::failed, this, [this](const QString& message) {
        evaluation_->say_instead(message);
        emit said(message);
    });
    auto* copy_evaluation = new QAction(say_("Evaluatie kopiëren als tekst", "Copy the evaluation as text"), this);
    copy_evaluation->setShortcut(QKeySequence::Copy);
    copy_evaluation->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(copy_evaluation, &QAction::triggered, this,
            [this] { QGuiApplication::clipboard()->setText(evaluation_->as_text()); });
    evaluation_->addAction(copy_evaluation);
    evaluation_->setContextMenuPolicy(Qt::ActionsContextMenu);
    evaluation_->say_instead(say_("Nog geen plan: maak eerst een plan, dan valt er iets te evalueren.",
                                  "No plan yet: make a plan first, then there is something to evaluate."));
}

QWidget* ResultsPage::entry_tab() {
    auto* left = new QWidget;
    auto* column = new QVBoxLayout(left);
    column->setContentsMargins(gap_3, gap_3, gap_2, gap_3);
    column->setSpacing(gap_2);
    column->addWidget(filter_bar());
    view_ = new TableView(say_("Controles en hun uitslagen", "Checks and their results"));
    view_->setModel(filter_);
    view_->sortByColumn(ResultsTable::date, Qt::AscendingOrder);
    view_->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    view_->horizontalHeader()->setSectionResizeMode(ResultsTable::place, QHeaderView::Interactive);
    column->addWidget(view_, 1);
    nothing_ = new QLabel;
    nothing_->setWordWrap(true);
    column->addWidget(nothing_);
    counts_ = new QLabel;
    counts_->setWordWrap(true);
    column->addWidget(counts_);
    connect(view_->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ResultsPage::selection_changed);
    connect(view_, &QTableView::activated, this, [this] { form_->focus_first(); });

    form_ = new ResultForm(say_);
    connect(form_, &ResultForm::kept, this, &ResultsPage::recorded);
    form_area_ = new QScrollArea;
    form_area_->setWidget(form_);
    form_area_->setWidgetResizable(true);
    form_area_->setFrameShape(QFrame::NoFrame);
    form_area_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);  // fit_columns() gives it the width it needs
    form_area_->setAccessibleName(say_("Uitslag van de gekozen controle", "Result of the chosen check"));
    form_area_->setFocusPolicy(Qt::NoFocus);

    auto* split = new QSplitter;
    split->addWidget(left);
    split->addWidget(form_area_);
    split->setStretchFactor(0, 3);
    split->setStretchFactor(1, 2);
    split->setChildrenCollapsible(false);
    view_->viewport()->installEventFilter(this);  // see fit_columns()
    form_->installEventFilter(this);
    return split;
}

QWidget* ResultsPage::filter_bar() {
    auto* bar = new QWidget;
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(gap_2);
    const auto combo = [&](const QString& name) {
        auto* box = new QComboBox;
        box->setAccessibleName(name);
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(9);
        row->addWidget(box, 1);
        return box;
    };
    words_ = new QLineEdit;
    words_->setClearButtonEnabled(true);
    words_->setPlaceholderText(say_("Zoek een plek", "Find a place"));
    words_->setAccessibleName(words_->placeholderText());
    row->addWidget(words_, 1);
    municipality_ = combo(say_("Filter op gemeente", "Filter by municipality"));
    theme_ = combo(say_("Filter op thema", "Filter by theme"));
    theme_->addItem(say_("Alle thema's", "All themes"));
    for (const Theme theme : all_themes)
        theme_->addItem(to_qt(name_of(theme, say_.language())), static_cast<int>(theme));
    status_ = combo(say_("Filter op status", "Filter by status"));
    using Status = ResultsFilter::Status;
    const std::pair<Status, QString> statuses[] = {{Status::all, say_("Elke status", "Any status")},
                                                   {Status::open, say_("Nog in te vullen", "To be entered")},
                                                   {Status::planned, say_("Gepland", "Planned")},
                                                   {Status::done, say_("Uitgevoerd", "Done")},
                                                   {Status::cancelled, say_("Vervallen", "Cancelled")}};
    for (const auto& [status, word] : statuses) status_->addItem(word, static_cast<int>(status));
    months_ = combo(say_("Filter op periode", "Filter by period"));
    months_->addItem(say_("Hele jaar", "Whole year"), QPoint(1, 12));
    for (int quarter = 0; quarter < 4; ++quarter)
        months_->addItem(say_("Kwartaal %1", "Quarter %1").arg(quarter + 1), QPoint(3 * quarter + 1, 3 * quarter + 3));
    for (unsigned month = 1; month <= 12; ++month)
        months_->addItem(say_.month(month), QPoint(static_cast<int>(month), static_cast<int>(month)));

    connect(words_, &QLineEdit::textChanged, this, [this](const QString& words) {
        filter_->set_words(words);
        refresh_counts();
    });
    const auto chosen = [this](const QComboBox* box) {
        return box->currentData().isValid() ? std::optional(box->currentData().toInt()) : std::nullopt;
    };
    connect(municipality_, &QComboBox::currentIndexChanged, this, [this, chosen] {
        const auto index = chosen(municipality_);
        filter_->set_municipality(index ? std::optional(static_cast<std::uint32_t>(*index)) : std::nullopt);
        refresh_counts();
    });
    connect(theme_, &QComboBox::currentIndexChanged, this, [this, chosen] {
        const auto index = chosen(theme_);
        filter_->set_theme(index ? std::optional(static_cast<Theme>(*index)) : std::nullopt);
        refresh_counts();
    });
    connect(status_, &QComboBox::currentIndexChanged, this, [this] {
        filter_->set_status(static_cast<Status>(status_->currentData().toInt()));
        refresh_counts();
    });
    connect(months_, &QComboBox::currentIndexChanged, this, [this] {
        const QPoint months = months_->currentData().toPoint();
        filter_->set_months(static_cast<unsigned>(months.x()), static_cast<unsigned>(months.y()));
        refresh_counts();
    });
    return bar;
}

void ResultsPage::fill_municipalities() {
    if (municipality_->count() == table_->municipalities().size() + 1 &&
        municipality_->itemText(1) == table_->municipalities().value(0))
        return;
    const QSignalBlocker quiet(municipality_);
    municipality_->clear();
    municipality_->addItem(say_("Alle gemeenten", "All municipalities"));
    for (int i = 0; i < table_->municipalities().size(); ++i) municipality_->addItem(table_->municipalities()[i], i);
    filter_->set_municipality(std::nullopt);
}

void ResultsPage::show(const Project& project) {
    keep_draft();
    table_->show(project);
    fill_municipalities();
    for (auto draft = drafts_.begin(); draft != drafts_.end();)
        draft = table_->row_of(draft->first) ? std::next(draft) : drafts_.erase(draft);
    const auto row = shown_ ? table_->row_of(*shown_) : std::nullopt;
    if (row)
        show_in_form(*row);
    else
        selection_changed();
    if (!project.plan.checks.empty())
        evaluation_model_->show(project);
    else
        evaluation_->say_instead(say_("Nog geen plan: maak eerst een plan, dan valt er iets te evalueren.",
                                      "No plan yet: make a plan first, then there is something to evaluate."));
    refresh_counts();
    fit_columns();
}

void ResultsPage::select(const CheckId& check) {
    const auto row = table_->row_of(check);
    if (!row) return;
    QModelIndex index = filter_->mapFromSource(table_->index(*row, 0));
    if (!index.isValid()) {  // the filter hides it: whoever asks for a check wants to see it
        words_->clear();
        for (QComboBox* box : {municipality_, theme_, status_, months_}) box->setCurrentIndex(0);
        index = filter_->mapFromSource(table_->index(*row, 0));
    }
    view_->setCurrentIndex(index);
    view_->scrollTo(index);
}

std::optional<int> ResultsPage::selected_row() const {
    const QModelIndex current = view_->currentIndex();
    if (!current.isValid() || !view_->selectionModel()->isRowSelected(current.row(), {})) return std::nullopt;
    return filter_->mapToSource(current).row();
}

void ResultsPage::selection_changed() {
    const auto row = selected_row();
    if (row && shown_ == table_->check(*row).id) return;
    keep_draft();
    if (!row) {
        shown_.reset();
        form_->show_nothing();
        return;
    }
    show_in_form(*row);
    emit check_selected(*shown_);
}

void ResultsPage::show_in_form(int row) {
    const Check& check = table_->check(row);
    shown_ = check.id;
    QStringList detail{say_.day(check.date),
                       QStringLiteral("%1–%2").arg(to_qt(clock_text(check.start)), to_qt(clock_text(check.end))),
                       table_->municipality_name(row), to_qt(name_of(check.theme, say_.language())),
                       to_qt(name_of(check.kind, say_.language()))};
    if (!check.campaign.empty()) detail << to_qt(check.campaign);
    form_->show_check(check, table_->place_name(row), detail.join(QStringLiteral("  ·  ")));
    if (const auto draft = drafts_.find(check.id); draft != drafts_.end()) form_->set_entry(draft->second);
}

/// What was typed at one check waits there while another is looked at.
void ResultsPage::keep_draft() {
    if (!shown_) return;
    if (form_->is_changed())
        drafts_[*shown_] = form_->entry();
    else
        drafts_.erase(*shown_);
}

void ResultsPage::recorded(const RecordResult& record) {
    const auto row = table_->row_of(record.check);
    if (!row) return;
    const QString place = table_->place_name(*row);
    drafts_.erase(record.check);
    form_->restore();  // the stored result comes back with the project; until then it is no draft
    emit result_recorded(record);
    const QString words = record.status == CheckStatus::cancelled ? say_("%1: vervallen.", "%1: cancelled.")
                          : record.status == CheckStatus::planned ? say_("%1: weer gepland.", "%1: planned again.")
                          : record.result
                              ? say_("%1: uitslag bewaard.", "%1: result kept.")
                              : say_("%1: uitgevoerd, uitslag nog open.", "%1: done, result still missing.");
    emit said(words.arg(place));
    go_on_after(record.check);
}

/// To the next check below it that waits for its result; the last one stays.
void ResultsPage::go_on_after(const CheckId& check) {
    const auto source_row = table_->row_of(check);
    if (!source_row) return;
    const QModelIndex here = filter_->mapFromSource(table_->index(*source_row, 0));
    const int first = here.isValid() ? here.row() + 1 : view_->currentIndex().row();
    for (int row = std::max(0, first); row < filter_->rowCount(); ++row) {
        const QModelIndex index = filter_->index(row, 0);
        const Check& next = table_->check(filter_->mapToSource(index).row());
        if (next.id == check || !is_open(next)) continue;
        view_->setCurrentIndex(index);
        view_->scrollTo(index);
        form_->focus_first();
        return;
    }
    emit said(say_("Dit was de laatste controle van de lijst die op een uitslag wachtte.",
                   "That was the last check of the list that waited for its result."));
}

/// The place takes what the other columns leave, but never less than most names need: then the table scrolls.
void ResultsPage::fit_columns() {
    auto* header = view_->horizontalHeader();
    const int others = header->length() - header->sectionSize(ResultsTable::place);
    const int least = view_->fontMetrics().averageCharWidth() * 24;
    header->resizeSection(ResultsTable::place, std::max(least, view_->viewport()->width() - others));
    form_area_->setMinimumWidth(form_->minimumSizeHint().width() + form_area_->verticalScrollBar()->sizeHint().width());
}

void ResultsPage::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange) fit_columns();
}

bool ResultsPage::eventFilter(QObject* watched, QEvent* event) {
    if (watched == view_->viewport() && event->type() == QEvent::Resize) fit_columns();
    // Rows of fines come and go; what was just made has no width before its layout asks for one.
    if (watched == form_ && event->type() == QEvent::LayoutRequest) fit_columns();
    return QWidget::eventFilter(watched, event);
}

void ResultsPage::refresh_counts() {
    const int shown = filter_->rowCount(), all = table_->rowCount();
    bool has_result = false;
    for (int row = 0; row < all; ++row) has_result |= table_->check(row).result.has_value();
    QString text;
    if (all == 0)
        text = say_("Er is nog geen plan. Maak op de pagina Plan een jaarplan; daarna vult u hier de uitslagen in.",
                    "There is no plan yet. Make a year's plan on the Plan page; then enter the results here.");
    else if (shown == 0)
        text = say_("Geen enkele controle past bij dit filter.", "No check fits this filter.");
    else if (!has_result)
        text = say_("Nog geen uitslagen. Kies hierboven een controle en vul rechts in hoe zij ging.",
                    "No results yet. Choose a check above and enter on the right how it went.");
    nothing_->setText(text);
    nothing_->setVisible(!text.isEmpty());
    QString counts = say_("%1 van %2 controles", "%1 of %2 checks").arg(shown).arg(all);
    if (const QString summary = summary_of(evaluation_model_->evaluation(), say_); all > 0 && !summary.isEmpty())
        counts += QStringLiteral("  ·  ") + summary;
    counts_->setText(counts);
}

}  // namespace baken
