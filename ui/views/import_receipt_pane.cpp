#include "ui/views/import_receipt_pane.hpp"

#include "ui/models/import_words.hpp"
#include "ui/views/balance_bar.hpp"
#include "ui/views/import_table.hpp"
#include "ui/views/look.hpp"

#include <QEvent>
#include <QFileDialog>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QStyledItemDelegate>
#include <QTabWidget>
#include <QTableView>
#include <QVBoxLayout>

namespace baken {

namespace {

/// The swatch of the bar before the word of each row.
class FateDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& at) const override {
        QStyledItemDelegate::initStyleOption(option, at);
        const auto row = static_cast<std::size_t>(at.row());
        const int side = option->fontMetrics.height() * 3 / 4;
        option->features |= QStyleOptionViewItem::HasDecoration;
        option->decorationSize = QSize(side, side);
        if (row < all_fates.size()) option->icon = BalanceBar::swatch(all_fates[row], option->palette, side);
    }
};

QString tab_name(const Speech& say, const QString& name, std::size_t count) {
    return QStringLiteral("%1 (%2)").arg(name, say.whole(static_cast<long long>(count)));
}

}  // namespace

ImportReceiptPane::ImportReceiptPane(Speech say, QWidget* parent)
    : QWidget(parent), say_(say), balance_(say), rejected_(say), left_out_(say), columns_(say) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, gap_3, 0, 0);
    layout->setSpacing(gap_2);
    facts_ = new QLabel(this);
    facts_->setWordWrap(true);
    facts_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    facts_->setFocusPolicy(Qt::NoFocus);
    bar_ = new BalanceBar(say_, this);
    balance_table_ =
        import_table(balance_, say_("Waar de rijen bleven", "Where the rows went"), ImportBalanceModel::meaning, this);
    balance_table_->setItemDelegateForColumn(ImportBalanceModel::fate, new FateDelegate(balance_table_));
    balance_table_->setSelectionMode(QAbstractItemView::SingleSelection);
    balance_table_->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    tabs_ = new QTabWidget(this);
    tabs_->setDocumentMode(true);
    tabs_->setAccessibleName(say_("Bijzonderheden van de bron", "Details of the source"));
    tabs_->addTab(rejected_tab(), QString());
    left_out_table_ = import_table(left_out_, say_("Weggelaten door een regel", "Left out by a rule"),
                                   ImportLeftOutModel::rule, tabs_);
    tabs_->addTab(left_out_table_, QString());
    columns_table_ = import_table(columns_, say_("Kolommen van het bestand", "Columns of the file"),
                                  ImportColumnsModel::column, tabs_);
    tabs_->addTab(columns_table_, QString());
    notes_ = new QListWidget(tabs_);
    notes_->setAccessibleName(say_("Opmerkingen", "Notes"));
    notes_->setWordWrap(true);
    notes_->setFrameShape(QFrame::NoFrame);
    notes_->setAlternatingRowColors(true);
    tabs_->addTab(notes_, QString());
    layout->addWidget(facts_);
    layout->addWidget(bar_);
    layout->addWidget(balance_table_);
    layout->addWidget(tabs_, 1);
    dress();
    show_receipt(std::nullopt);
}

QWidget* ImportReceiptPane::rejected_tab() {
    auto* tab = new QWidget;
    auto* layout = new QVBoxLayout(tab);
    layout->setContentsMargins(0, gap_2, 0, 0);
    auto* tools = new QHBoxLayout;
    filter_ = new QLineEdit(tab);
    filter_->setPlaceholderText(say_("Zoek op regel, kolom of reden", "Find a line, column or reason"));
    filter_->setAccessibleName(say_("Afgekeurde rijen zoeken", "Find rejected rows"));
    filter_->setClearButtonEnabled(true);
    shown_ = new QLabel(tab);
    auto* copy = new QPushButton(say_("Kopiëren", "Copy"), tab);
    auto* save = new QPushButton(say_("Bewaren als CSV …", "Save as CSV …"), tab);
    for (auto* button : {copy, save}) button->setAccessibleName(button->text());
    tools->addWidget(filter_, 1);
    tools->addWidget(shown_);
    tools->addWidget(copy);
    tools->addWidget(save);
    rejected_table_ =
        import_table(rejected_, say_("Afgekeurde rijen", "Rejected rows"), ImportRejectedModel::reason, tab);
    rejected_table_->setSortingEnabled(true);
    rejected_table_->sortByColumn(ImportRejectedModel::line, Qt::AscendingOrder);
    layout->addLayout(tools);
    layout->addWidget(rejected_table_, 1);
    const auto count = [this] { shown_->setText(say_("%1 rijen", "%1 rows").arg(say_.whole(rejected_.rowCount()))); };
    connect(filter_, &QLineEdit::textChanged, this, [this](const QString& text) { rejected_.set_filter(text); });
    connect(&rejected_, &QAbstractItemModel::modelReset, this, count);
    connect(copy, &QPushButton::clicked, this, [this] {
        copy_table(*rejected_table_);
        emit said(say_("Afgekeurde rijen staan op het klembord.", "Rejected rows are on the clipboard."));
    });
    connect(save, &QPushButton::clicked, this, [this] {
        const QString file = QFileDialog::getSaveFileName(
            this, say_("Afgekeurde rijen bewaren", "Save the rejected rows"), say_("afgekeurd.csv", "rejected.csv"),
            say_("CSV-bestand (*.csv)", "CSV file (*.csv)"));
        if (!file.isEmpty()) emit save_wanted(file);
    });
    return tab;
}

void ImportReceiptPane::show_receipt(std::optional<SharedReceipt> shared) {
    const Receipt* receipt = shared ? &**shared : nullptr;
    balance_.show(shared);
    rejected_.show(shared);
    left_out_.show(shared);
    columns_.show(shared);
    bar_->show_receipt(receipt);
    notes_->clear();
    QStringList facts;
    if (receipt != nullptr) {
        for (const auto& note : receipt->notes) notes_->addItem(sentence_word(say_, note));
        facts << kind_word(say_, receipt->kind) << profile_word(say_, receipt->profile);
        if (!receipt->encoding.empty()) facts << to_qt(receipt->encoding);
        facts << crs_word(say_, receipt->crs);
        facts << say_("vingerafdruk %1", "fingerprint %1").arg(to_qt(receipt->sha256.substr(0, 12)));
        facts_->setToolTip(QStringLiteral("SHA-256 %1\n%2").arg(to_qt(receipt->sha256), to_qt(receipt->operation)));
    }
    facts_->setText(facts.join(QStringLiteral("  ·  ")));
    name_tabs(receipt);
    for (auto* table : {balance_table_, rejected_table_, left_out_table_, columns_table_}) fit_columns(*table);
    dress();
}

void ImportReceiptPane::name_tabs(const Receipt* receipt) {
    const std::size_t counts[] = {receipt ? receipt->rejected_rows.size() : 0, receipt ? receipt->filtered : 0,
                                  receipt ? receipt->columns.size() : 0, receipt ? receipt->notes.size() : 0};
    const QString names[] = {say_("Afgekeurde rijen", "Rejected rows"), say_("Weggelaten", "Left out"),
                             say_("Kolommen", "Columns"), say_("Opmerkingen", "Notes")};
    for (int i = 0; i < 4; ++i) {
        tabs_->setTabText(i, tab_name(say_, names[i], counts[i]));
        tabs_->setTabEnabled(i, counts[i] > 0);
    }
    for (int i = 0; i < 4; ++i)
        if (counts[i] > 0) {
            if (!tabs_->isTabEnabled(tabs_->currentIndex())) tabs_->setCurrentIndex(i);
            break;
        }
}

/// What depends on font and palette.
void ImportReceiptPane::dress() {
    const Look look = Look::of(palette());
    QPalette soft = palette();
    soft.setColor(QPalette::WindowText, look.soft);
    facts_->setPalette(soft);
    shown_->setPalette(soft);
    facts_->setFont(secondary_font(font()));
    const auto* rows = balance_table_->verticalHeader();
    int height = balance_table_->horizontalHeader()->sizeHint().height() + 2;
    for (int row = 0; row < balance_.rowCount(); ++row) height += rows->sectionSize(row);
    balance_table_->setFixedHeight(height);
}

void ImportReceiptPane::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) dress();
    QWidget::changeEvent(event);
}

}  // namespace baken
