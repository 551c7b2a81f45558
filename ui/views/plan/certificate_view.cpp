#include "ui/views/plan/certificate_view.hpp"

#include "ui/models/plan_words.hpp"
#include "ui/views/look.hpp"
#include "ui/views/words_label.hpp"

#include <QApplication>
#include <QClipboard>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPushButton>
#include <QStyledItemDelegate>
#include <QTreeView>
#include <QVBoxLayout>

namespace baken {

namespace {

/// What is not met stands in red besides its cross; heads of groups are bold.
class ClauseDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override {
        QStyledItemDelegate::initStyleOption(option, index);
        const Look look = Look::of(option->palette);
        const bool is_ok = index.siblingAtColumn(0).data(ClauseList::ok_role).toBool();
        if (!index.parent().isValid()) option->font.setWeight(QFont::DemiBold);
        if (!is_ok) option->palette.setColor(QPalette::Text, look.bad);
    }
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        return QStyledItemDelegate::sizeHint(option, index) + QSize(0, gap_2);
    }
};

void copy_tree(const QTreeView& tree) {
    const QAbstractItemModel& model = *tree.model();
    QStringList lines;
    const auto add = [&](const QModelIndex& first) {
        QStringList cells;
        for (int column = 0; column < model.columnCount(); ++column)
            cells << first.siblingAtColumn(column).data().toString();
        lines << cells.join('\t');
    };
    for (int group = 0; group < model.rowCount(); ++group) {
        const QModelIndex head = model.index(group, 0);
        add(head);
        for (int row = 0; row < model.rowCount(head); ++row) add(model.index(row, 0, head));
    }
    QApplication::clipboard()->setText(lines.join('\n') + '\n');
}

void paint_text(QWidget* label, const QColor& colour) {
    QPalette palette = label->palette();
    palette.setColor(QPalette::WindowText, colour);
    label->setPalette(palette);
}

}  // namespace

CertificateView::CertificateView(Speech say, QWidget* parent) : QWidget(parent), say_(say), clauses_(say) {
    setObjectName("certificate_view");
    verdict_ = new WordsLabel({}, this);
    verdict_->setObjectName("certificate_verdict");
    verdict_->setFont(heading_font(font()));
    solver_ = new WordsLabel({}, this);
    unmet_ = new QWidget(this);
    unmet_rows_ = new QVBoxLayout(unmet_);
    unmet_rows_->setContentsMargins(0, 0, 0, 0);
    unmet_rows_->setSpacing(gap_2);
    tree_ = new QTreeView(this);
    tree_->setObjectName("certificate_tree");
    tree_->setAccessibleName(say_("Bepalingen van de afspraak", "Clauses of the agreement"));
    tree_->setModel(&clauses_);
    tree_->setItemDelegate(new ClauseDelegate(tree_));
    tree_->setFrameShape(QFrame::NoFrame);
    tree_->setAlternatingRowColors(true);
    tree_->setUniformRowHeights(true);
    tree_->setTextElideMode(Qt::ElideRight);
    tree_->header()->setStretchLastSection(false);
    tree_->header()->setSectionResizeMode(ClauseList::text, QHeaderView::Stretch);

    auto* down = new QVBoxLayout(this);
    down->setContentsMargins(gap_4, gap_4, gap_4, gap_4);
    down->setSpacing(gap_3);
    down->addWidget(verdict_);
    down->addWidget(solver_);
    down->addWidget(unmet_);
    down->addWidget(tree_, 1);
}

void CertificateView::show(const Project& project) {
    clauses_.show(project);
    show_verdict(project);
    show_unmet(project);
    open_what_matters();
    fit_columns();
}

void CertificateView::show_verdict(const Project& project) {
    const Look look = Look::of(palette());
    const bool is_met = project.certificate.ok() && !project.plan.checks.empty();
    verdict_->setText(verdict_line(project, say_));
    paint_text(verdict_, is_met ? look.good : look.bad);
    solver_->setText(search_line(project, say_));
}

void CertificateView::show_unmet(const Project& project) {
    while (QLayoutItem* item = unmet_rows_->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const auto* list : {&project.plan.unmet, &project.plan.unvisited})
        for (const Unmet& unmet : *list) unmet_rows_->addWidget(unmet_row(unmet));
    unmet_->setVisible(unmet_rows_->count() > 0);
}

QWidget* CertificateView::unmet_row(const Unmet& unmet) {
    auto* row = new QFrame(unmet_);
    row->setFrameShape(QFrame::StyledPanel);
    auto* across = new QHBoxLayout(row);
    across->setContentsMargins(gap_3, gap_2, gap_3, gap_2);
    auto* words =
        new WordsLabel(QStringLiteral("\u2717  ") + to_qt(unmet.text) +
                           (unmet.relaxation.empty() ? QString() : QStringLiteral(" ") + to_qt(unmet.relaxation)),
                       row);
    across->addWidget(words, 1);
    if (!unmet.changes.empty()) {
        auto* apply = new QPushButton(say_("Toepassen en opnieuw plannen", "Apply and plan again"), row);
        apply->setObjectName("apply_relaxation");
        apply->setAccessibleName(apply->text() + QStringLiteral(": ") + to_qt(unmet.relaxation));
        connect(apply, &QPushButton::clicked, this,
                [this, changes = unmet.changes] { emit relaxation_asked(changes); });
        across->addWidget(apply);
    }
    return row;
}

void CertificateView::open_what_matters() {
    for (int group = 0; group < clauses_.rowCount(); ++group) {
        const QModelIndex head = clauses_.index(group, 0);
        // What holds is folded when it is long: prohibitions and complaint sites.
        const bool is_long = clauses_.rowCount(head) > 12;
        tree_->setExpanded(head, !head.data(ClauseList::ok_role).toBool() || !is_long);
    }
}

void CertificateView::fit_columns() {
    const QFontMetrics metrics(tree_->font());
    for (const int column : {ClauseList::required, ClauseList::met}) {
        tree_->header()->setSectionResizeMode(column, QHeaderView::Fixed);
        tree_->header()->resizeSection(
            column,
            metrics.horizontalAdvance(clauses_.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString()) + gap_6);
    }
    tree_->header()->setSectionResizeMode(ClauseList::checks, QHeaderView::Interactive);
    tree_->header()->resizeSection(ClauseList::checks, metrics.averageCharWidth() * 46);
}

void CertificateView::keyPressEvent(QKeyEvent* event) {
    if (event->matches(QKeySequence::Copy))
        copy_tree(*tree_);
    else
        QWidget::keyPressEvent(event);
}

void CertificateView::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange) fit_columns();
}

}  // namespace baken
