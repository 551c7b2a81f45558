#include "ui/views/pages/start_page.hpp"

#include "ui/views/look.hpp"
#include "ui/views/way_button.hpp"
#include "ui/views/words_label.hpp"

#include <QFileInfo>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QIcon>
#include <QLabel>
#include <QVBoxLayout>

#include <array>

namespace baken {

namespace {

constexpr int lines_of_text_wide = 76;

}  // namespace

StartPage::StartPage(Speech say, QWidget* parent) : QWidget(parent), say_(say) {
    setObjectName("start_page");
    auto* column = new QWidget(this);
    column->setMaximumWidth(fontMetrics().averageCharWidth() * lines_of_text_wide * 2);
    auto* down = new QVBoxLayout(column);
    down->setSpacing(gap_6);
    down->addWidget(make_head());
    auto* across = new QHBoxLayout;
    across->setSpacing(gap_6 * 2);
    auto* right = new QVBoxLayout;
    right->setSpacing(gap_6);
    right->addWidget(make_steps());
    right->addWidget(make_recent(), 1);
    right->addStretch();
    across->addWidget(make_ways(), 1, Qt::AlignTop);
    across->addLayout(right, 1);
    down->addLayout(across, 1);

    auto* around = new QHBoxLayout(this);
    around->setContentsMargins(gap_6 * 2, gap_6 * 2, gap_6 * 2, gap_6 * 2);
    around->addStretch(1);
    around->addWidget(column, 20);
    around->addStretch(1);
}

QWidget* StartPage::make_head() {
    auto* head = new QWidget(this);
    auto* across = new QHBoxLayout(head);
    across->setContentsMargins(0, 0, 0, 0);
    across->setSpacing(gap_4);
    auto* logo = new QLabel(head);
    const int side = fontMetrics().height() * 3;
    logo->setPixmap(QIcon(":/baken/icons/baken.svg").pixmap(side, side));
    across->addWidget(logo, 0, Qt::AlignTop);

    auto* words = new QVBoxLayout;
    words->setSpacing(gap_1);
    auto* title = new QLabel(QStringLiteral("Baken"), head);
    QFont large = heading_font(heading_font(font()));
    title->setFont(large);
    auto* promise = new WordsLabel(
        say_("Van klachten en ongevallen naar een jaar verkeerscontroles dat u kunt verdedigen: waar, wanneer, "
             "waarop en waarom.",
             "From complaints and accidents to a year of traffic checks that you can defend: where, when, on what and "
             "why."),
        head);
    words->addWidget(title);
    words->addWidget(promise);
    across->addLayout(words, 1);
    return head;
}

QWidget* StartPage::make_ways() {
    auto* box = new QWidget(this);
    auto* down = new QVBoxLayout(box);
    down->setContentsMargins(0, 0, 0, 0);
    down->setSpacing(gap_2);
    auto* title = new QLabel(say_("Begin", "Begin"), box);
    title->setFont(heading_font(font()));
    down->addWidget(title);

    auto* demo = new WayButton(WaySign::pin, say_("Open de demoregio", "Open the demo region"),
                               say_("Zes verzonnen gemeenten die op echte lijken. In drie klikken staat er een plan.",
                                    "Six made-up municipalities that look like real ones. A plan in three clicks."),
                               box);
    demo->setObjectName("demo_button");
    demo->set_first(true);
    auto* fresh = new WayButton(WaySign::plus, say_("Nieuw project…", "New project…"),
                                say_("Uw eigen ongevallen, klachten en gemeentegrenzen.",
                                     "Your own accidents, complaints and municipal boundaries."),
                                box);
    fresh->setObjectName("new_button");
    auto* open = new WayButton(WaySign::folder, say_("Project of instellingen openen…", "Open a project or settings…"),
                               say_("Een .gpkg van Baken of een .toml. Slepen naar dit venster kan ook.",
                                    "A .gpkg of Baken, or a .toml. Dropping it on this window works too."),
                               box);
    open->setObjectName("open_button");
    for (auto* button : {demo, fresh, open}) down->addWidget(button);
    connect(demo, &QAbstractButton::clicked, this, &StartPage::demo_asked);
    connect(fresh, &QAbstractButton::clicked, this, &StartPage::new_asked);
    connect(open, &QAbstractButton::clicked, this, &StartPage::open_asked);
    return box;
}

QWidget* StartPage::make_steps() {
    auto* box = new QWidget(this);
    auto* grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(gap_3);
    grid->setVerticalSpacing(gap_3);
    grid->setColumnStretch(1, 1);
    auto* title = new QLabel(say_("Zo gaat een jaar", "How a year goes"), box);
    title->setFont(heading_font(font()));
    grid->addWidget(title, 0, 0, 1, 2);
    const std::array steps{
        say_("Inlezen: elke rij die binnenkomt wordt verantwoord.",
             "Import: every row that comes in is accounted for."),
        say_("Plekken: aandachtslocaties per gemeente, met waarom daar; u beoordeelt ze.",
             "Places: hotspots per municipality, with why there; you review them."),
        say_("Plan: een jaar controles dat de norm aantoonbaar haalt, binnen de ploegen die er zijn.",
             "Plan: a year of checks that provably meets the quota, within the crews there are."),
        say_("Meenemen: kaartlagen, agenda, certificaat. Daarna: uitslagen en een eerlijke evaluatie.",
             "Export: map layers, calendar, certificate. After that: results and an honest evaluation.")};
    for (std::size_t i = 0; i < steps.size(); ++i) {
        auto* number = new QLabel(QString::number(i + 1), box);
        number->setFont(heading_font(font()));
        grid->addWidget(number, static_cast<int>(i) + 1, 0, Qt::AlignTop);
        grid->addWidget(new WordsLabel(steps[i], box), static_cast<int>(i) + 1, 1, Qt::AlignTop);
    }
    return box;
}

QWidget* StartPage::make_recent() {
    recent_box_ = new QWidget(this);
    auto* down = new QVBoxLayout(recent_box_);
    down->setContentsMargins(0, 0, 0, 0);
    down->setSpacing(gap_2);
    auto* title = new QLabel(say_("Laatst geopend", "Recent"), recent_box_);
    title->setFont(heading_font(font()));
    recent_ = new QListWidget(recent_box_);
    recent_->setObjectName("recent_list");
    recent_->setAccessibleName(say_("Laatst geopende projecten", "Recent projects"));
    recent_->setFrameShape(QFrame::NoFrame);
    recent_->setAlternatingRowColors(false);
    recent_->setWordWrap(true);
    title->setBuddy(recent_);
    down->addWidget(title);
    down->addWidget(recent_, 1);
    const auto choose = [this](const QListWidgetItem* item) { emit file_chosen(item->data(Qt::UserRole).toString()); };
    connect(recent_, &QListWidget::itemActivated, this, choose);
    connect(recent_, &QListWidget::itemClicked, this, choose);
    return recent_box_;
}

void StartPage::show_recent(const QStringList& project_files) {
    recent_->clear();
    for (const QString& path : project_files) {
        const QFileInfo file(path);
        auto* item = new QListWidgetItem(
            QStringLiteral("%1\n%2").arg(
                file.completeBaseName(),
                say_("%1, bewaard %2", "%1, saved %2")
                    .arg(file.path(), say_.locale().toString(file.lastModified(), QLocale::ShortFormat))),
            recent_);
        item->setData(Qt::UserRole, path);
        item->setToolTip(path);
    }
    recent_box_->setVisible(!project_files.isEmpty());
}

}  // namespace baken
