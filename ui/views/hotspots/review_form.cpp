#include "ui/views/hotspots/review_form.hpp"

#include "ui/models/hotspot_table.hpp"
#include "ui/views/look.hpp"

#include <QComboBox>
#include <QFormLayout>
#include <QGridLayout>
#include <QInputDialog>
#include <QLabel>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QToolButton>

#include <array>

namespace baken {

namespace {

constexpr int remark_lines = 3;

template <class Button>
Button* button(const QString& text, const QString& tip, const char* name, QWidget* parent) {
    auto* made = new Button(parent);
    made->setText(text);
    made->setToolTip(tip);
    made->setAccessibleName(text);
    made->setAccessibleDescription(tip);
    made->setObjectName(name);
    return made;
}

}  // namespace

ReviewForm::ReviewForm(Speech say, QWidget* parent) : QWidget(parent), say_(say) {
    state_ = new QLabel(this);
    accept_ =
        button<QPushButton>(say_("&Aannemen", "&Accept"),
                            say_("Deze plek mag in het plan", "This place may be planned"), "review_accept", this);
    reject_ = button<QPushButton>(say_("Af&wijzen…", "&Reject…"),
                                  say_("Nooit in het plan, met een reden", "Never planned, with a reason"),
                                  "review_reject", this);
    enforceable_ = new QComboBox(this);
    enforceable_->setObjectName("review_enforceable");
    enforceable_->setAccessibleName(say_("Handhaafbaar", "Enforceable"));
    for (const ReviewWord& word : enforceable_words(say_))
        enforceable_->addItem(word.word, QString::fromLatin1(word.code));
    remark_ = new QPlainTextEdit(this);
    remark_->setObjectName("review_remark");
    remark_->setAccessibleName(say_("Opmerking", "Remark"));
    remark_->setPlaceholderText(say_("opmerking, of waarom de plek afvalt", "remark, or why the place is rejected"));
    remark_->setTabChangesFocus(true);
    remark_->setFixedHeight(fontMetrics().lineSpacing() * remark_lines + gap_3);
    keep_ = button<QPushButton>(say_("Opmerking bewaren", "Keep remark"), {}, "review_keep", this);
    move_ = button<QPushButton>(
        say_("Verplaatsen", "Move"),
        say_("Kies een ander punt om te staan op de kaart", "Choose another point to stand at on the map"),
        "review_move", this);
    split_ = button<QPushButton>(say_("Splitsen", "Split"),
                                 say_("Maak er twee plekken van, elk met wat er het dichtst bij ligt",
                                      "Make two places of it, each with what lies nearest"),
                                 "review_split", this);
    merge_ = button<QToolButton>(say_("Samenvoegen met", "Merge into"),
                                 say_("Voeg deze plek bij een andere in dezelfde gemeente",
                                      "Put this place together with another one in its municipality"),
                                 "review_merge", this);
    merge_->setPopupMode(QToolButton::InstantPopup);
    merge_->setMenu(new QMenu(merge_));
    merge_->setFocusPolicy(Qt::TabFocus);
    merge_->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);

    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(gap_2);
    grid->setVerticalSpacing(gap_2);
    grid->addWidget(state_, 0, 0, 1, 2);
    grid->addWidget(accept_, 1, 0);
    grid->addWidget(reject_, 1, 1);
    grid->addWidget(enforceable_, 2, 0, 1, 2);
    grid->addWidget(remark_, 3, 0, 1, 2);
    grid->addWidget(keep_, 4, 0);
    grid->addWidget(move_, 4, 1);
    grid->addWidget(split_, 5, 0);
    grid->addWidget(merge_, 5, 1);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);

    connect(accept_, &QPushButton::clicked, this, &ReviewForm::accept);
    connect(reject_, &QPushButton::clicked, this, &ReviewForm::reject);
    connect(enforceable_, &QComboBox::activated, this,
            [this] { review(std::nullopt, from_qt(enforceable_->currentData().toString())); });
    connect(keep_, &QPushButton::clicked, this, &ReviewForm::keep_remark);
    connect(remark_, &QPlainTextEdit::textChanged, this,
            [this] { keep_->setEnabled(from_qt(remark_->toPlainText().trimmed()) != hotspot_.remark); });
    connect(move_, &QPushButton::clicked, this, &ReviewForm::move_asked);
    connect(split_, &QPushButton::clicked, this, [this] { emit edited(SplitHotspot{hotspot_.id}); });
}

void ReviewForm::show(const Hotspot& hotspot, const std::vector<Hotspot>& others) {
    const bool is_same = hotspot.id == hotspot_.id && hotspot.remark == hotspot_.remark;
    hotspot_ = hotspot;
    state_->setText(say_("Beoordeling: <b>%1</b>", "Review: <b>%1</b>")
                        .arg(word_of(status_words(say_), hotspot.status).toHtmlEscaped()));
    accept_->setEnabled(hotspot.status != "accepted");
    reject_->setEnabled(hotspot.status != "rejected");
    enforceable_->setCurrentIndex(std::max(0, enforceable_->findData(to_qt(hotspot.enforceable))));
    if (!is_same) {  // what is being written is not thrown away by an edit elsewhere
        remark_->setPlainText(to_qt(hotspot.remark));
        keep_->setEnabled(false);
    }
    merge_->menu()->clear();
    for (const Hotspot& other : others) {
        if (other.id == hotspot.id) continue;
        QAction* action = merge_->menu()->addAction(QStringLiteral("%1  %2").arg(other.rank).arg(to_qt(other.name)));
        connect(action, &QAction::triggered, this,
                [this, into = other.id] { emit edited(MergeHotspots{.into = into, .from = hotspot_.id}); });
    }
    merge_->setEnabled(!merge_->menu()->isEmpty());
    split_->setEnabled(hotspot.accident_rows.size() + hotspot.complaint_rows.size() > 1);
}

void ReviewForm::review(std::optional<std::string> status, std::optional<std::string> enforceable) {
    ReviewHotspot edit{hotspot_.id, std::move(status), std::move(enforceable), std::nullopt};
    // A remark that was written goes along: nobody has to keep it first.
    const std::string remark = from_qt(remark_->toPlainText().trimmed());
    if (remark != hotspot_.remark) edit.remark = remark;
    emit edited(edit);
}

void ReviewForm::accept() {
    if (accept_->isEnabled()) review("accepted", std::nullopt);
}

void ReviewForm::reject() {
    if (!reject_->isEnabled()) return;
    if (remark_->toPlainText().trimmed().isEmpty()) {
        bool is_given = false;
        const QString why =
            QInputDialog::getText(this, say_("Afwijzen", "Reject"),
                                  say_("Waarom valt %1 af?", "Why is %1 rejected?").arg(to_qt(hotspot_.name)),
                                  QLineEdit::Normal, {}, &is_given);
        if (!is_given || why.trimmed().isEmpty()) return;
        remark_->setPlainText(why.trimmed());
    }
    review("rejected", std::nullopt);
}

void ReviewForm::keep_remark() {
    emit edited(ReviewHotspot{hotspot_.id, std::nullopt, std::nullopt, from_qt(remark_->toPlainText().trimmed())});
}

}  // namespace baken
