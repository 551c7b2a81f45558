#include "ui/views/hotspots/filter_bar.hpp"

#include "ui/views/look.hpp"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>

#include <array>

namespace baken {

namespace {

constexpr int nothing_chosen = -1;
constexpr std::array managers{RoadManager::municipality, RoadManager::province, RoadManager::water_board,
                              RoadManager::national, RoadManager::other};

void choose_data(QComboBox* combo, const QVariant& data) {
    const int at = combo->findData(data);
    combo->setCurrentIndex(at < 0 ? 0 : at);
}

}  // namespace

FilterBar::FilterBar(Speech say, QWidget* parent) : QWidget(parent), say_(say) {
    setObjectName("filter_bar");
    municipality_ = make_combo(say_("Gemeente", "Municipality"), "filter_municipality");
    theme_ = make_combo(say_("Thema", "Theme"), "filter_theme");
    manager_ = make_combo(say_("Wegbeheerder", "Road manager"), "filter_manager");
    status_ = make_combo(say_("Beoordeling", "Review"), "filter_status");
    from_ = make_combo(say_("Vanaf jaar", "From year"), "filter_from");
    to_ = make_combo(say_("Tot en met jaar", "Up to year"), "filter_to");
    text_ = new QLineEdit(this);
    text_->setObjectName("filter_text");
    text_->setAccessibleName(say_("Zoek in naam en opmerking", "Search in name and remark"));
    text_->setPlaceholderText(say_("straat, plaats, opmerking", "street, place, remark"));
    text_->setClearButtonEnabled(true);
    clear_ = new QPushButton(say_("Filter wissen", "Clear filter"), this);
    clear_->setObjectName("filter_clear");
    clear_->setAccessibleName(clear_->text());

    auto* years = new QHBoxLayout;
    years->setSpacing(gap_1);
    years->addWidget(from_, 1);
    years->addWidget(new QLabel(QStringLiteral("\u2013"), this));
    years->addWidget(to_, 1);

    auto* form = new QFormLayout(this);
    form->setContentsMargins(gap_3, gap_3, gap_3, gap_2);
    form->setHorizontalSpacing(gap_3);
    form->setVerticalSpacing(gap_1);
    form->addRow(say_("Gemeente", "Municipality"), municipality_);
    form->addRow(say_("Thema", "Theme"), theme_);
    form->addRow(say_("Beheerder", "Manager"), manager_);
    form->addRow(say_("Beoordeling", "Review"), status_);
    form->addRow(say_("Jaren", "Years"), years);
    auto* last = new QHBoxLayout;
    last->addWidget(text_, 1);
    last->addWidget(clear_);
    form->addRow(say_("Zoeken", "Search"), last);

    theme_->addItem(say_("alle thema's", "all themes"), nothing_chosen);
    for (const Theme theme : all_themes)
        theme_->addItem(to_qt(name_of(theme, say_.language())), static_cast<int>(theme));
    manager_->addItem(say_("alle wegbeheerders", "all road managers"), nothing_chosen);
    for (const RoadManager manager : managers)
        manager_->addItem(to_qt(name_of(manager, say_.language())), static_cast<int>(manager));
    status_->addItem(say_("alle", "all"), QString());
    for (const ReviewWord& word : status_words(say_)) status_->addItem(word.word, QString::fromLatin1(word.code));

    for (QComboBox* combo : {municipality_, theme_, manager_, status_, from_, to_})
        connect(combo, &QComboBox::currentIndexChanged, this, [this] {
            update_clear();
            emit changed();
        });
    connect(text_, &QLineEdit::textChanged, this, [this] {
        update_clear();
        emit changed();
    });
    connect(clear_, &QPushButton::clicked, this, &FilterBar::clear);
    update_clear();
}

QComboBox* FilterBar::make_combo(const QString& name, const char* object_name) {
    auto* combo = new QComboBox(this);
    combo->setObjectName(object_name);
    combo->setAccessibleName(name);
    combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    combo->setMinimumContentsLength(5);
    return combo;
}

void FilterBar::show(const Project& project) {
    const QVariant municipality = municipality_->currentData(), from = from_->currentData(), to = to_->currentData();
    {
        const QSignalBlocker no_one(municipality_), nor(from_), either(to_);
        municipality_->clear();
        municipality_->addItem(say_("alle gemeenten", "all municipalities"), nothing_chosen);
        const auto& all = project.region->municipalities;
        for (std::size_t i = 0; i < all.size(); ++i) municipality_->addItem(to_qt(all[i].name), static_cast<int>(i));
        for (QComboBox* years : {from_, to_}) {
            years->clear();
            years->addItem(years == from_ ? say_("eerste", "first") : say_("laatste", "last"), 0);
            for (const int year : project.years) years->addItem(QString::number(year), year);
        }
        choose_data(municipality_, municipality);
        choose_data(from_, from);
        choose_data(to_, to);
    }
    update_clear();
    emit changed();
}

HotspotChoice FilterBar::choice() const {
    HotspotChoice choice;
    if (const int at = municipality_->currentData().toInt(); municipality_->currentIndex() > 0)
        choice.municipality = static_cast<std::uint32_t>(at);
    if (theme_->currentIndex() > 0) choice.theme = static_cast<Theme>(theme_->currentData().toInt());
    if (manager_->currentIndex() > 0) choice.road_manager = static_cast<RoadManager>(manager_->currentData().toInt());
    choice.status = status_->currentData().toString();
    choice.text = text_->text().trimmed();
    return choice;
}

YearSpan FilterBar::years() const { return {from_->currentData().toInt(), to_->currentData().toInt()}; }

void FilterBar::choose_municipality(std::optional<std::uint32_t> municipality) {
    choose_data(municipality_, municipality ? static_cast<int>(*municipality) : nothing_chosen);
}

void FilterBar::clear() {
    {
        const QSignalBlocker no_one(text_);
        text_->clear();
        for (QComboBox* combo : {municipality_, theme_, manager_, status_, from_, to_}) {
            const QSignalBlocker either(combo);
            combo->setCurrentIndex(0);
        }
    }
    update_clear();
    emit changed();
}

void FilterBar::focus_text() {
    text_->setFocus(Qt::ShortcutFocusReason);
    text_->selectAll();
}

void FilterBar::update_clear() {
    bool is_any = !text_->text().isEmpty();
    for (const QComboBox* combo : {municipality_, theme_, manager_, status_, from_, to_})
        is_any = is_any || combo->currentIndex() > 0;
    clear_->setEnabled(is_any);
}

}  // namespace baken
