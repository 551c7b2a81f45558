#include "ui/views/import_sources_pane.hpp"

#include "ui/views/import_table.hpp"
#include "ui/views/look.hpp"

#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QShortcut>
#include <QSignalBlocker>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

namespace baken {

ImportSourcesPane::ImportSourcesPane(Speech say, const ImportSession& session, QWidget* parent)
    : QWidget(parent), say_(say), model_(say, session) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(gap_3, gap_3, gap_3, gap_3);
    layout->setSpacing(gap_2);
    heading_ = new QLabel(say_("Bronnen", "Sources"), this);
    auto* top = new QHBoxLayout;
    add_ = new QPushButton(say_("Bestanden &toevoegen …", "&Add files …"), this);
    add_->setAccessibleName(say_("Bestanden toevoegen", "Add files"));
    top->addWidget(heading_, 1);
    top->addWidget(add_);

    table_ = import_table(model_, say_("Bronnen van het project", "Sources of the project"), ImportSourcesModel::state,
                          this);
    table_->setSelectionMode(QAbstractItemView::SingleSelection);
    table_->setTextElideMode(Qt::ElideMiddle);  // the end of a file's name tells as much as its beginning

    const auto tool = [&](const QString& text, const QString& name) {
        auto* button = new QToolButton(this);
        button->setText(text);
        button->setToolTip(name);
        button->setAccessibleName(name);
        button->setFocusPolicy(Qt::StrongFocus);
        return button;
    };
    rise_ = tool(QStringLiteral("↑"), say_("Bron eerder lezen", "Read the source earlier"));
    sink_ = tool(QStringLiteral("↓"), say_("Bron later lezen", "Read the source later"));
    remove_ =
        tool(say_("Verwijderen", "Remove"), say_("Bron uit het project halen", "Take the source out of the project"));
    auto* tools = new QHBoxLayout;
    tools->addWidget(rise_);
    tools->addWidget(sink_);
    tools->addWidget(remove_);
    tools->addStretch(1);

    progress_ = new QWidget(this);
    auto* inside = new QVBoxLayout(progress_);
    inside->setContentsMargins(0, 0, 0, 0);
    inside->setSpacing(gap_1);
    doing_ = new QLabel(progress_);
    bar_ = new QProgressBar(progress_);
    bar_->setTextVisible(false);
    bar_->setAccessibleName(say_("Voortgang", "Progress"));
    auto* cancel = new QPushButton(say_("Stoppen", "Stop"), progress_);
    cancel->setAccessibleName(cancel->text());
    auto* line = new QHBoxLayout;
    line->addWidget(bar_, 1);
    line->addWidget(cancel);
    inside->addWidget(doing_);
    inside->addLayout(line);

    sum_ = new QLabel(this);
    sum_->setWordWrap(true);
    trouble_ = new QLabel(this);
    trouble_->setWordWrap(true);
    trouble_->hide();
    read_ = new QPushButton(say_("Bronnen &inlezen", "&Read the sources"), this);
    read_->setAccessibleName(say_("Bronnen inlezen", "Read the sources"));
    read_->setToolTip(say_("Leest alle bestanden opnieuw en maakt van elk een ontvangstbewijs (F5)",
                           "Reads all files anew and makes a receipt of each (F5)"));

    layout->addLayout(top);
    layout->addWidget(table_, 1);
    layout->addLayout(tools);
    layout->addWidget(trouble_);
    layout->addWidget(sum_);
    layout->addWidget(progress_);
    layout->addWidget(read_);
    hide_progress();

    connect(table_->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &ImportSourcesPane::selection_changed);
    connect(&model_, &QAbstractItemModel::modelReset, this, [this] { fit_columns(*table_, 20); });
    connect(&model_, &QAbstractItemModel::dataChanged, this, [this] { fit_columns(*table_, 20); });
    connect(add_, &QPushButton::clicked, this, &ImportSourcesPane::add_wanted);
    connect(remove_, &QToolButton::clicked, this, &ImportSourcesPane::remove_wanted);
    connect(rise_, &QToolButton::clicked, this, [this] { emit move_wanted(-1); });
    connect(sink_, &QToolButton::clicked, this, [this] { emit move_wanted(1); });
    connect(read_, &QPushButton::clicked, this, &ImportSourcesPane::read_wanted);
    connect(cancel, &QPushButton::clicked, this, &ImportSourcesPane::cancel_wanted);
    const auto shortcut = [&](const QKeySequence& keys, auto act) {
        auto* key = new QShortcut(keys, table_);
        key->setContext(Qt::WidgetShortcut);
        connect(key, &QShortcut::activated, this, act);
    };
    shortcut(QKeySequence::Delete, [this] {
        if (remove_->isEnabled()) emit remove_wanted();
    });
    shortcut(QKeySequence(Qt::ALT | Qt::Key_Up), [this] {
        if (rise_->isEnabled()) emit move_wanted(-1);
    });
    shortcut(QKeySequence(Qt::ALT | Qt::Key_Down), [this] {
        if (sink_->isEnabled()) emit move_wanted(1);
    });
    dress();
}

int ImportSourcesPane::selected() const {
    const auto rows = table_->selectionModel()->selectedRows();
    return rows.isEmpty() ? -1 : rows.first().row();
}

void ImportSourcesPane::select(int item) {
    fit_columns(*table_, 20);
    if (item < 0 || item >= model_.rowCount()) return table_->clearSelection();
    table_->setCurrentIndex(model_.index(item, 0));
    table_->selectRow(item);
}

void ImportSourcesPane::show_progress(const QString& doing, double share) {
    doing_->setText(doing);
    bar_->setRange(0, share < 0 ? 0 : 1000);
    if (share >= 0) bar_->setValue(static_cast<int>(share * 1000));
    progress_->show();
}
void ImportSourcesPane::hide_progress() { progress_->hide(); }

void ImportSourcesPane::show_trouble(const QString& trouble) {
    trouble_->setText(QStringLiteral("⚠  ") + trouble);
    trouble_->setVisible(!trouble.isEmpty());
}

void ImportSourcesPane::show_abilities(bool can_remove, bool can_rise, bool can_sink, bool can_read,
                                       const QString& sum) {
    remove_->setEnabled(can_remove);
    rise_->setEnabled(can_rise);
    sink_->setEnabled(can_sink);
    read_->setEnabled(can_read);
    sum_->setText(sum);
    sum_->setVisible(!sum.isEmpty());
}

void ImportSourcesPane::dress() {
    heading_->setFont(heading_font(font()));
    setMinimumWidth(fontMetrics().averageCharWidth() * 54);
    fit_columns(*table_, 20);
    QPalette soft = palette();
    soft.setColor(QPalette::WindowText, Look::of(palette()).soft);
    sum_->setPalette(soft);
    doing_->setPalette(soft);
    QPalette bad = palette();
    bad.setColor(QPalette::WindowText, Look::of(palette()).bad);
    trouble_->setPalette(bad);
}

void ImportSourcesPane::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) dress();
    QWidget::changeEvent(event);
}

}  // namespace baken
