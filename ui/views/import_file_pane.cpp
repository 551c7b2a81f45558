#include "ui/views/import_file_pane.hpp"

#include "ui/models/import_words.hpp"
#include "ui/views/choice_delegate.hpp"
#include "ui/views/import_table.hpp"
#include "ui/views/look.hpp"

#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QRegularExpressionValidator>
#include <QTabWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace baken {

namespace {

std::map<std::string, std::string> in_std(const QMap<QString, QString>& texts) {
    std::map<std::string, std::string> map;
    for (auto at = texts.begin(); at != texts.end(); ++at) map[from_qt(at.key())] = from_qt(at.value());
    return map;
}

void select(QComboBox* box, const QString& data) {
    int at = box->findData(data);
    if (at < 0) {
        box->addItem(data, data);
        at = box->count() - 1;
    }
    box->setCurrentIndex(at);
}

constexpr const char* bullet = "•  ";

}  // namespace

ImportFilePane::ImportFilePane(Speech say, QWidget* parent)
    : QWidget(parent), say_(say), mapping_(say), categories_(say) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, gap_3, 0, 0);
    layout->setSpacing(gap_2);
    facts_ = new QLabel(this);
    facts_->setWordWrap(true);
    problem_ = new QLabel(this);
    problem_->setWordWrap(true);
    problem_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    problem_->setFocusPolicy(Qt::NoFocus);
    warnings_ = new QLabel(this);
    warnings_->setWordWrap(true);
    layout->addWidget(facts_);
    layout->addWidget(problem_);
    choices_ = choices();
    layout->addWidget(choices_);
    layout->addWidget(warnings_);

    tabs_ = new QTabWidget(this);
    tabs_->setDocumentMode(true);
    tabs_->setAccessibleName(say_("Kolommen, categorieën en rijen", "Columns, categories and rows"));
    mapping_table_ =
        import_table(mapping_, say_("Kolommen kiezen", "Choose the columns"), ImportMappingModel::values, tabs_);
    mapping_table_->setEditTriggers(QAbstractItemView::AllEditTriggers);
    mapping_table_->setSelectionMode(QAbstractItemView::SingleSelection);
    mapping_table_->setItemDelegateForColumn(
        ImportMappingModel::theirs,
        new ChoiceDelegate([this] { return mapping_.choices(); }, ChoiceDelegate::Gives::text,
                           say_("Kolom in het bestand", "Column in the file"), mapping_table_));
    tabs_->addTab(mapping_table_, say_("Kolommen", "Columns"));

    categories_tab_ = new QWidget(tabs_);
    auto* inside = new QVBoxLayout(categories_tab_);
    inside->setContentsMargins(0, gap_2, 0, 0);
    traffic_ = new QLabel(categories_tab_);
    traffic_->setWordWrap(true);
    categories_table_ = import_table(categories_, say_("Thema's van categorieën", "Themes of categories"),
                                     ImportCategoriesModel::category, categories_tab_);
    categories_table_->setEditTriggers(QAbstractItemView::AllEditTriggers);
    categories_table_->setSelectionMode(QAbstractItemView::SingleSelection);
    categories_table_->setItemDelegateForColumn(
        ImportCategoriesModel::theme,
        new ChoiceDelegate([this] { return categories_.choices(); }, ChoiceDelegate::Gives::index,
                           say_("Thema van een controle", "Theme of a check"), categories_table_));
    inside->addWidget(traffic_);
    inside->addWidget(categories_table_, 1);
    tabs_->addTab(categories_tab_, say_("Categorieën", "Categories"));

    rows_table_ = import_table(rows_, say_("Eerste rijen", "First rows"), -1, tabs_);
    rows_table_->verticalHeader()->show();
    tabs_->addTab(rows_table_, say_("Eerste rijen", "First rows"));
    layout->addWidget(tabs_, 1);
    layout->addWidget(actions());
    layout->addStretch(0);  // takes the room where there is nothing to show

    connect(&mapping_, &ImportMappingModel::chosen, this, [this](const QMap<QString, QString>& columns) {
        correct([&](SourceSettings& source) { source.columns = in_std(columns); });
    });
    connect(&categories_, &ImportCategoriesModel::chosen, this, [this](const QMap<QString, QString>& themes) {
        correct([&](SourceSettings& source) { source.themes = in_std(themes); });
    });
    dress();
}

QWidget* ImportFilePane::choices() {
    auto* box = new QWidget(this);
    auto* grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(gap_2);
    grid->setVerticalSpacing(gap_1);
    int place = 0;
    const auto add = [&](const QString& words) {
        auto* combo = new QComboBox(box);
        combo->setAccessibleName(words);
        combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        combo->setMinimumContentsLength(14);
        auto* label = new QLabel(words, box);
        label->setBuddy(combo);
        const int row = place / 2, column = (place % 2) * 2;
        grid->addWidget(label, row, column);
        grid->addWidget(combo, row, column + 1);
        ++place;
        return combo;
    };
    kind_ = add(say_("&Soort", "&Kind"));
    crs_ = add(say_("&Coördinaten", "&Coordinates"));
    profile_ = add(say_("&Indeling", "&Layout"));
    encoding_ = add(say_("&Tekens", "&Encoding"));
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(3, 1);
    crs_->setEditable(true);
    crs_->setInsertPolicy(QComboBox::NoInsert);
    crs_->setToolTip(say_("Kies, of typ een code als EPSG:25831", "Choose, or type a code such as EPSG:25831"));
    crs_->lineEdit()->setAccessibleName(say_("Coördinatenstelsel", "Coordinate system"));

    connect(kind_, &QComboBox::activated, this, [this] { emit kind_chosen(kind_->currentData().toString()); });
    connect(profile_, &QComboBox::activated, this, [this] {
        correct([&](SourceSettings& source) {
            source.profile = from_qt(profile_->currentData().toString());
            source.columns.clear();
        });
    });
    connect(crs_, &QComboBox::activated, this,
            [this] { correct([&](SourceSettings& source) { source.crs = from_qt(crs_->currentData().toString()); }); });
    connect(crs_->lineEdit(), &QLineEdit::returnPressed, this, [this] {
        static const QRegularExpression code(QStringLiteral("^\\s*(?:EPSG:)?(\\d{4,6})\\s*$"),
                                             QRegularExpression::CaseInsensitiveOption);
        const auto match = code.match(crs_->currentText());
        if (!match.hasMatch()) return;
        correct([&](SourceSettings& source) { source.crs = "EPSG:" + from_qt(match.captured(1)); });
    });
    connect(encoding_, &QComboBox::activated, this, [this] {
        correct([&](SourceSettings& source) { source.encoding = from_qt(encoding_->currentData().toString()); });
    });
    return box;
}

QWidget* ImportFilePane::actions() {
    auto* bar = new QWidget(this);
    auto* layout = new QHBoxLayout(bar);
    layout->setContentsMargins(0, 0, 0, 0);
    revert_ = new QPushButton(say_("Terug naar het voorstel", "Back to the proposal"), bar);
    accept_ = new QPushButton(bar);
    accept_->setDefault(true);
    layout->addStretch(1);
    layout->addWidget(revert_);
    layout->addWidget(accept_);
    revert_->setAccessibleName(revert_->text());
    connect(accept_, &QPushButton::clicked, this, &ImportFilePane::accepted);
    connect(revert_, &QPushButton::clicked, this, &ImportFilePane::reverted);
    return bar;
}

void ImportFilePane::correct(const std::function<void(SourceSettings&)>& change) {
    if (is_filling_) return;
    SourceSettings source = item_.source;
    change(source);
    emit corrected(source);
}

void ImportFilePane::show_item(const ImportItem& item, bool has_project) {
    const bool is_other_file = item.path != item_.path;
    item_ = item;
    has_project_ = has_project;
    fill_choices();
    if (item.preview) {
        SourcePreview preview = *item.preview;
        preview.asked = item.source;  // corrections that were not looked at yet
        mapping_.show(preview);
        categories_.show(preview);
        rows_.show(preview);
        for (auto* table : {mapping_table_, categories_table_, rows_table_}) fit_columns(*table);
    } else {
        mapping_.show({});
        categories_.show({});
        rows_.show({});
    }
    const bool has_categories = categories_.rowCount() > 0;
    tabs_->setTabVisible(tabs_->indexOf(categories_tab_), has_categories);
    tabs_->setTabText(tabs_->indexOf(categories_tab_),
                      say_("Categorieën (%1)", "Categories (%1)").arg(say_.whole(categories_.rowCount())));
    tabs_->setTabVisible(tabs_->indexOf(mapping_table_), item.kind != "boundaries");
    tabs_->setVisible(item.preview.has_value());
    choices_->setVisible(item.preview.has_value());
    if (is_other_file) tabs_->setCurrentIndex(0);
    show_words();
    dress();
}

void ImportFilePane::fill_choices() {
    is_filling_ = true;
    const SourceSettings& source = item_.source;
    const auto* preview = item_.preview ? &*item_.preview : nullptr;
    const bool is_boundaries = item_.kind == "boundaries";
    const auto found = [&](const QString& what) { return say_("vanzelf: %1", "found: %1").arg(what); };

    kind_->clear();
    for (const char* kind : {"accidents", "complaints", "measurements", "schools", "roads", "boundaries"})
        kind_->addItem(kind_word(say_, std::string(kind)), QString::fromUtf8(kind));
    select(kind_, to_qt(item_.kind));
    kind_->setEnabled(item_.state != SourceState::in_project);

    profile_->clear();
    profile_->addItem(preview != nullptr ? found(profile_word(say_, preview->profile)) : profile_word(say_, "auto"),
                      QStringLiteral("auto"));
    if (source.kind == SourceKind::accidents)
        profile_->addItem(profile_word(say_, "bron-2022"), QStringLiteral("bron-2022"));
    if (source.kind == SourceKind::complaints)
        profile_->addItem(profile_word(say_, "signalen"), QStringLiteral("signalen"));
    profile_->addItem(profile_word(say_, "generic"), QStringLiteral("generic"));
    select(profile_, to_qt(source.profile));
    profile_->setEnabled(!is_boundaries && source.kind != SourceKind::roads);

    crs_->clear();
    crs_->addItem(preview != nullptr && source.crs.empty() ? found(crs_word(say_, preview->crs))
                                                           : say_("vanzelf gevonden", "found by itself"),
                  QString());
    for (const char* crs : {"EPSG:28992", "EPSG:4326", "EPSG:4258"})
        crs_->addItem(crs_word(say_, crs), QString::fromUtf8(crs));
    select(crs_, to_qt(source.crs));
    crs_->setEnabled(!is_boundaries);

    const bool is_text = preview != nullptr && !preview->encoding.empty();
    encoding_->clear();
    encoding_->addItem(is_text && source.encoding.empty() ? found(to_qt(preview->encoding))
                                                          : say_("vanzelf gevonden", "found by itself"),
                       QString());
    for (const char* encoding : {"UTF-8", "Windows-1252", "CP850", "UTF-16"})
        encoding_->addItem(QString::fromUtf8(encoding), QString::fromUtf8(encoding));
    select(encoding_, to_qt(source.encoding));
    encoding_->setEnabled(is_text || !source.encoding.empty());
    is_filling_ = false;
}

QString ImportFilePane::traffic_words() const {
    return say_("%1 van %2 rijen tellen mee, naar hun categorie.", "%1 of %2 rows count, by their category.")
        .arg(say_.whole(static_cast<long long>(categories_.rows_that_count())),
             say_.whole(static_cast<long long>(categories_.rows_in_all())));
}

void ImportFilePane::show_words() {
    const auto* preview = item_.preview ? &*item_.preview : nullptr;
    QStringList facts;
    if (item_.look) facts << to_qt(item_.look->inspection.format);
    if (preview != nullptr) {
        if (!preview->encoding.empty()) facts << to_qt(preview->encoding);
        if (!preview->separator.empty())
            facts << say_("gescheiden door %1", "separated by %1")
                         .arg(preview->separator == "tab" ? say_("tabs", "tabs") : to_qt(preview->separator));
        facts << say_("%1 rijen, %2 kolommen", "%1 rows, %2 columns")
                     .arg(say_.whole(static_cast<long long>(preview->rows)),
                          say_.whole(static_cast<long long>(preview->columns.size())));
        if (preview->fitting > 0)
            facts << say_("%1 op de kaart, %2 %3", "%1 on the map, %2 %3")
                         .arg(say_.whole(static_cast<long long>(preview->fitting)), crs_word(say_, preview->crs),
                              found_by_word(say_, preview->found_by));
    }
    facts_->setText(facts.join(QStringLiteral("  ·  ")));

    QString problem;
    if (!item_.trouble.empty())
        problem = sentence_word(say_, item_.trouble);
    else if (preview != nullptr)
        problem = sentence_word(say_, preview->problem);
    problem_->setText(problem.isEmpty() ? QString() : QStringLiteral("⚠  ") + problem);
    problem_->setVisible(!problem.isEmpty());

    QStringList warnings;
    if (item_.look)
        for (const auto& warning : item_.look->inspection.warnings) {
            // The file alone knows nothing of the themes that were chosen: the categories below say what counts.
            const bool is_of_file_alone = warning.find("have a category about traffic") != std::string::npos;
            if (warning.rfind("to use it:", 0) == 0 || (is_of_file_alone && preview != nullptr)) continue;
            warnings << sentence_word(say_, warning);
        }
    if (preview != nullptr && !preview->categories.empty()) warnings << traffic_words();
    if (preview != nullptr && !item_.look)
        for (const auto& note : preview->notes) warnings << sentence_word(say_, note);
    const auto is_said = [&](const QString& warning) {  // by the problem above
        return problem.contains(warning) ||
               (!problem.isEmpty() && problem.startsWith(warning.section(QLatin1Char(':'), 0, 0)));
    };
    warnings.erase(std::remove_if(warnings.begin(), warnings.end(), is_said), warnings.end());
    for (auto& warning : warnings) warning.prepend(QString::fromUtf8(bullet));
    warnings_->setText(warnings.join(QLatin1Char('\n')));
    warnings_->setVisible(!warnings.isEmpty());

    traffic_->setText(traffic_words() + QLatin1Char(' ') + say_("Vet is wat u zelf koos.", "Bold is what you chose."));

    const bool is_in = item_.state == SourceState::in_project;
    accept_->setText(is_in ? say_("Wijziging bewaren", "Keep the change")
                     : item_.kind == "boundaries"
                         ? say_("Als grenzen van het project gebruiken", "Use as the project's boundaries")
                     : has_project_ ? say_("Aan het project toevoegen", "Add to the project")
                                    : say_("Nieuw project hiermee …", "New project with this …"));
    accept_->setAccessibleName(accept_->text());
    accept_->setVisible(is_in ? item_.is_changed : true);
    accept_->setEnabled(preview != nullptr && (preview->problem.empty() || item_.kind == "boundaries") &&
                        item_.trouble.empty());
    const bool is_corrected = is_in ? item_.is_changed
                                    : item_.look && (item_.source.columns != item_.look->source.columns ||
                                                     item_.source.themes != item_.look->source.themes ||
                                                     item_.source.crs != item_.look->source.crs ||
                                                     item_.source.encoding != item_.look->source.encoding ||
                                                     item_.source.profile != item_.look->source.profile ||
                                                     item_.source.kind != item_.look->source.kind);
    revert_->setText(is_in ? say_("Wijziging laten vallen", "Drop the change")
                           : say_("Terug naar het voorstel", "Back to the proposal"));
    revert_->setAccessibleName(revert_->text());
    revert_->setVisible(is_corrected);
}

void ImportFilePane::dress() {
    const Look look = Look::of(palette());
    const auto paint = [&](QLabel* label, const QColor& colour) {
        QPalette own = palette();
        own.setColor(QPalette::WindowText, colour);
        label->setPalette(own);
    };
    paint(facts_, look.soft);
    paint(problem_, look.bad);
    paint(warnings_, look.warn);
    paint(traffic_, look.soft);
    facts_->setFont(secondary_font(font()));
    warnings_->setFont(secondary_font(font()));
}

void ImportFilePane::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) dress();
    QWidget::changeEvent(event);
}

}  // namespace baken
