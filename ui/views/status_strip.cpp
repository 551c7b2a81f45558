#include "ui/views/status_strip.hpp"

#include "ui/views/elided_label.hpp"
#include "ui/views/look.hpp"

#include <QHBoxLayout>
#include <QProgressBar>
#include <QPushButton>
#include <QTimer>

namespace baken {

namespace {

constexpr int patience_ms = 300;
constexpr int steps = 1000;

}  // namespace

StatusStrip::StatusStrip(Speech say, QWidget* parent) : QWidget(parent), say_(say) {
    said_ = new ElidedLabel(this);
    said_->setObjectName("status_said");
    said_->setAccessibleName(say_("Wat er gebeurde", "What happened"));
    standing_ = new ElidedLabel(this);
    standing_->setObjectName("status_standing");
    standing_->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    job_ = new QLabel(this);
    bar_ = new QProgressBar(this);
    bar_->setObjectName("job_progress");
    bar_->setTextVisible(false);
    bar_->setAccessibleName(say_("Voortgang", "Progress"));
    bar_->setFixedHeight(fontMetrics().height() / 2);
    bar_->setFixedWidth(fontMetrics().averageCharWidth() * 24);
    cancel_ = new QPushButton(say_("Afbreken", "Cancel"), this);
    cancel_->setObjectName("job_cancel");
    cancel_->setAccessibleName(say_("Het lopende werk afbreken", "Cancel the work that is going on"));
    patience_ = new QTimer(this);
    patience_->setSingleShot(true);

    auto* across = new QHBoxLayout(this);
    across->setContentsMargins(gap_2, gap_1, gap_2, gap_1);
    across->setSpacing(gap_3);
    across->addWidget(said_, 3);
    across->addWidget(job_);
    across->addWidget(bar_);
    across->addWidget(cancel_);
    across->addWidget(standing_, 4);

    connect(patience_, &QTimer::timeout, this, [this] {
        for (QWidget* part : {static_cast<QWidget*>(job_), static_cast<QWidget*>(bar_), static_cast<QWidget*>(cancel_)})
            part->setVisible(true);
    });
    connect(cancel_, &QPushButton::clicked, this, [this] {
        if (running_ != nullptr) running_->cancel();
    });
    end();
}

void StatusStrip::follow(JobRunner& runner) {
    connect(&runner, &JobRunner::started, this, [this, &runner](const QString& name) { begin(runner, name); });
    connect(&runner, &JobRunner::progressed, this, [this, &runner](const QString& doing, double share) {
        if (running_ == &runner) advance(doing, share);
    });
    connect(&runner, &JobRunner::finished, this, [this, &runner] {
        if (running_ == &runner && !runner.is_busy()) end();
    });
}

void StatusStrip::begin(JobRunner& runner, const QString& name) {
    running_ = &runner;
    job_->setText(name + QStringLiteral("…"));
    bar_->setRange(0, 0);
    patience_->start(patience_ms);
}

void StatusStrip::advance(const QString& doing, double share) {
    if (!doing.isEmpty()) job_->setText(doing + QStringLiteral("…"));
    bar_->setRange(0, share < 0 ? 0 : steps);
    if (share >= 0) bar_->setValue(static_cast<int>(share * steps));
}

void StatusStrip::end() {
    running_ = nullptr;
    patience_->stop();
    job_->setVisible(false);
    bar_->setVisible(false);
    cancel_->setVisible(false);
}

void StatusStrip::say(const QString& what_happened) { said_->setText(what_happened); }
void StatusStrip::set_standing(const QString& about_the_project) { standing_->setText(about_the_project); }
QString StatusStrip::said() const { return said_->text(); }

}  // namespace baken
