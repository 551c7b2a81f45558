#include "ui/views/pages/start_page.hpp"

#include "ui/views/look.hpp"
#include "ui/views/words_label.hpp"

#include <QCommandLinkButton>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QIcon>
#include <QLabel>
#include <QVBoxLayout>

namespace baken {

namespace {

constexpr int lines_of_text_wide = 76;

QCommandLinkButton* way(const QString& title, const QString& explanation, const QString& name, QWidget* parent) {
    auto* button = new QCommandLinkButton(title, explanation, parent);
    button->setObjectName(name);
    button->setAccessibleName(title);
    button->setAccessibleDescription(explanation);
    button->setIcon({});
    return button;
}

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
    across->addWidget(make_ways(), 1, Qt::AlignTop);
    across->addWidget(make_recent(), 1);
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

    auto* demo = way(say_("Open de demoregio", "Open the demo region"),
                     say_("Zes verzonnen gemeenten die op echte lijken. In drie klikken staat er een plan.",
                          "Six made-up municipalities that look like real ones. A plan in three clicks."),
                     "demo_button", box);
    demo->setDefault(true);
    auto* fresh = way(say_("Nieuw project…", "New project…"),
                      say_("Uw eigen ongevallen, klachten en gemeentegrenzen.",
                           "Your own accidents, complaints and municipal boundaries."),
                      "new_button", box);
    auto* open = way(say_("Project of instellingen openen…", "Open a project or settings…"),
                     say_("Een .gpkg van Baken of een .toml. Slepen naar dit venster kan ook.",
                          "A .gpkg of Baken, or a .toml. Dropping it on this window works too."),
                     "open_button", box);
    for (auto* button : {demo, fresh, open}) down->addWidget(button);
    connect(demo, &QCommandLinkButton::clicked, this, &StartPage::demo_asked);
    connect(fresh, &QCommandLinkButton::clicked, this, &StartPage::new_asked);
    connect(open, &QCommandLinkButton::clicked, this, &StartPage::open_asked);
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
