#include "ui/views/add_check_dialog.hpp"

#include "ui/models/check_words.hpp"
#include "ui/views/look.hpp"
#include "ui/views/words_label.hpp"

#include <QComboBox>
#include <QDateEdit>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QPushButton>

#include <algorithm>

namespace baken {

namespace {

QDate to_qdate(Date day) {
    return {year_of(day), static_cast<int>(month_of(day)), static_cast<int>(day_of_month(day))};
}
Date from_qdate(QDate day) {
    return make_date(day.year(), static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
}

}  // namespace

AddCheckDialog::AddCheckDialog(Speech say, const Project& project, const PlanBench& bench, std::uint32_t municipality,
                               Date day, QWidget* parent)
    : QDialog(parent), say_(say), project_(project), bench_(bench) {
    setObjectName("add_check");
    setWindowTitle(say_("Controle toevoegen in %1", "Add a check in %1")
                       .arg(to_qt(project.region->municipalities.at(municipality).name)));
    const auto combo = [this](const QString& name, const char* object_name) {
        auto* made = new QComboBox(this);
        made->setAccessibleName(name);
        made->setObjectName(object_name);
        connect(made, &QComboBox::currentIndexChanged, this, &AddCheckDialog::show_price);
        return made;
    };
    day_ = new QDateEdit(to_qdate(day), this);
    day_->setObjectName("add_day");
    day_->setAccessibleName(say_("Dag", "Day"));
    day_->setDisplayFormat(QStringLiteral("ddd d MMM yyyy"));
    day_->setCalendarPopup(true);
    day_->setLocale(say_.locale());
    connect(day_, &QDateEdit::dateChanged, this, &AddCheckDialog::show_price);
    place_ = combo(say_("Plek", "Place"), "add_place");
    hours_ = combo(say_("Uren", "Hours"), "add_hours");
    theme_ = combo(say_("Thema", "Theme"), "add_theme");
    kind_ = combo(say_("Soort", "Kind"), "add_kind");
    crew_ = combo(say_("Ploeg", "Crew"), "add_crew");
    price_ = new WordsLabel({}, this);
    price_->setObjectName("add_price");
    price_->setMinimumHeight(fontMetrics().lineSpacing() * 4);
    price_->setAlignment(Qt::AlignTop);
    for (const Hotspot& hotspot : project.hotspots)
        if (hotspot.municipality == municipality && hotspot.status != "rejected")
            place_->addItem(QStringLiteral("%1  %2").arg(hotspot.rank).arg(to_qt(hotspot.name)),
                            to_qt(hotspot.id.text));
    for (const DayBlock& block : bench.blocks())
        hours_->addItem(QStringLiteral("%1  %2\u2013%3")
                            .arg(to_qt(block.name), to_qt(clock_text(block.from)), to_qt(clock_text(block.until))),
                        QList<QVariant>{block.from, block.until});
    for (const CheckKind kind : {CheckKind::targeted, CheckKind::integrated, CheckKind::dark_days})
        kind_->addItem(to_qt(name_of(kind, say_.language())), static_cast<int>(kind));
    for (std::size_t i = 0; i < project.settings.crews.size(); ++i)
        crew_->addItem(to_qt(project.settings.crews[i].name), static_cast<int>(i));
    if (crew_->count() == 0) crew_->addItem(QStringLiteral("Team 1"), 0);
    fill_themes();
    connect(place_, &QComboBox::currentIndexChanged, this, &AddCheckDialog::fill_themes);

    auto* buttons = new QDialogButtonBox(this);
    add_ = buttons->addButton(say_("Toevoegen", "Add"), QDialogButtonBox::AcceptRole);
    add_->setObjectName("add_accept");
    buttons->addButton(say_("Niet doen", "Do not"), QDialogButtonBox::RejectRole);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* form = new QFormLayout(this);
    form->setSpacing(gap_2);
    form->addRow(say_("Dag", "Day"), day_);
    form->addRow(say_("Plek", "Place"), place_);
    form->addRow(say_("Uren", "Hours"), hours_);
    form->addRow(say_("Thema", "Theme"), theme_);
    form->addRow(say_("Soort", "Kind"), kind_);
    form->addRow(say_("Ploeg", "Crew"), crew_);
    form->addRow(price_);
    form->addRow(buttons);
    show_price();
}

void AddCheckDialog::fill_themes() {
    // The heaviest theme of the place first.
    const std::string id = from_qt(place_->currentData().toString());
    const auto found = std::find_if(project_.hotspots.begin(), project_.hotspots.end(),
                                    [&](const Hotspot& hotspot) { return hotspot.id.text == id; });
    if (found == project_.hotspots.end()) return;
    std::vector<Theme> themes(all_themes.begin(), all_themes.end());
    std::stable_sort(themes.begin(), themes.end(), [&](Theme a, Theme b) {
        return found->theme_weight[index_of(a)] > found->theme_weight[index_of(b)];
    });
    theme_->clear();
    for (const Theme theme : themes) theme_->addItem(to_qt(name_of(theme, say_.language())), static_cast<int>(theme));
}

AddCheck AddCheckDialog::edit() const {
    const QList<QVariant> hours = hours_->currentData().toList();
    return {.hotspot = {from_qt(place_->currentData().toString())},
            .date = from_qdate(day_->date()),
            .start = hours.value(0).toInt(),
            .end = hours.value(1).toInt(),
            .theme = static_cast<Theme>(theme_->currentData().toInt()),
            .kind = static_cast<CheckKind>(kind_->currentData().toInt()),
            .crew = static_cast<std::size_t>(crew_->currentData().toInt())};
}

void AddCheckDialog::show_price() {
    if (add_ == nullptr || place_->count() == 0 || theme_->count() == 0) return;
    const Trial trial = bench_.tried(project_.plan.checks, edit());
    add_->setEnabled(trial.refusal.empty());
    if (!trial.refusal.empty()) {
        price_->setText(to_qt(trial.refusal));
        return;
    }
    const double share = trial.value_before > 0 ? trial.value / trial.value_before - 1 : 0;
    QString words =
        say_("Waarde van het plan: %1%2", "Value of the plan: %1%2")
            .arg(share < 0 ? QStringLiteral("\u2212") : QStringLiteral("+"), say_.percent(std::abs(share), 1));
    for (const std::string& why : trial.because) words += QStringLiteral("\n\u2717  ") + to_qt(why);
    price_->setText(words);
}

std::optional<AddCheck> ask_new_check(QWidget* over, const Speech& say, const Project& project, const PlanBench& bench,
                                      std::uint32_t municipality, Date day) {
    AddCheckDialog dialog(say, project, bench, municipality, day, over);
    if (dialog.exec() != QDialog::Accepted) return std::nullopt;
    return dialog.edit();
}

}  // namespace baken
