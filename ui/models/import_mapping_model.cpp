#include "ui/models/import_mapping_model.hpp"

#include "ui/models/import_words.hpp"
#include "ui/models/table_alignment.hpp"

#include <QFont>

#include <algorithm>

namespace baken {

namespace {

QMap<QString, QString> in_qt(const std::map<std::string, std::string>& texts) {
    QMap<QString, QString> map;
    for (const auto& [key, value] : texts) map.insert(to_qt(key), to_qt(value));
    return map;
}

}  // namespace

ImportMappingModel::ImportMappingModel(Speech say, QObject* parent) : QAbstractTableModel(parent), say_(say) {}

void ImportMappingModel::show(const SourcePreview& preview) {
    const bool is_same_shape = fields_.size() == preview.fields.size() &&
                               std::equal(fields_.begin(), fields_.end(), preview.fields.begin(),
                                          [](const FieldChoice& a, const FieldChoice& b) { return a.ours == b.ours; });
    if (!is_same_shape) beginResetModel();
    fields_ = preview.fields;
    columns_ = preview.columns;
    asked_ = preview.asked.columns;
    if (!is_same_shape) {
        // What is needed and what was found come first: the rest is for who looks for it.
        endResetModel();
    } else if (!fields_.empty()) {
        emit dataChanged(index(0, 0), index(rowCount() - 1, column_count - 1));
    }
}

QStringList ImportMappingModel::choices() const {
    QStringList all{say_("— vanzelf —", "— by itself —")};
    for (const auto& column : columns_) all << to_qt(column.name);
    return all;
}

int ImportMappingModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(fields_.size());
}
int ImportMappingModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : column_count; }

QString ImportMappingModel::values_of(const std::string& column) const {
    for (const auto& one : columns_) {
        if (one.name != column) continue;
        QStringList texts;
        for (const auto& value : one.values) texts << to_qt(value).simplified().left(40);
        if (texts.isEmpty()) return say_("(niets ingevuld)", "(nothing filled in)");
        return texts.join(QStringLiteral("  ·  "));
    }
    return {};
}

QVariant ImportMappingModel::data(const QModelIndex& at, int role) const {
    if (!at.isValid()) return {};
    const FieldChoice& choice = fields_[static_cast<std::size_t>(at.row())];
    const bool is_missing = choice.is_needed && choice.theirs.empty();
    if (role == Qt::FontRole && at.column() == theirs && asked_.contains(choice.ours)) {
        QFont font;
        font.setBold(true);  // chosen by a person
        return font;
    }
    if (role == Qt::ToolTipRole && at.column() == theirs && asked_.contains(choice.ours))
        return say_("Zelf gekozen; vanzelf zou dit ‘%1’ zijn.", "Your choice; by itself it would be ‘%1’.")
            .arg(choice.proposed.empty() ? QStringLiteral("—") : to_qt(choice.proposed));
    if (role == Qt::ToolTipRole && at.column() == values) return values_of(choice.theirs);
    if (role == Qt::EditRole && at.column() == theirs) return to_qt(choice.theirs);
    if (role != Qt::DisplayRole) return {};
    switch (at.column()) {
        case field: return field_word(say_, choice.ours) + (choice.is_needed ? QStringLiteral(" *") : QString());
        case theirs:
            if (is_missing) return say_("⚠ kies een kolom", "⚠ choose a column");
            return choice.theirs.empty() ? QStringLiteral("—") : to_qt(choice.theirs);
        case values: return values_of(choice.theirs);
        default: return {};
    }
}

QVariant ImportMappingModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole) return int(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole) return {};
    switch (section) {
        case field: return say_("Wat Baken zoekt", "What Baken looks for");
        case theirs: return say_("Kolom in het bestand", "Column in the file");
        case values: return say_("Eerste waarden", "First values");
        default: return {};
    }
}

Qt::ItemFlags ImportMappingModel::flags(const QModelIndex& at) const {
    Qt::ItemFlags flags = QAbstractTableModel::flags(at);
    if (at.isValid() && at.column() == theirs) flags |= Qt::ItemIsEditable;
    return flags;
}

bool ImportMappingModel::setData(const QModelIndex& at, const QVariant& value, int role) {
    if (!at.isValid() || role != Qt::EditRole || at.column() != theirs) return false;
    FieldChoice& choice = fields_[static_cast<std::size_t>(at.row())];
    const std::string column = from_qt(value.toString());
    const bool is_known =
        std::any_of(columns_.begin(), columns_.end(), [&](const ColumnSample& one) { return one.name == column; });
    if (!column.empty() && !is_known) return false;
    if (column == choice.theirs && !column.empty()) return false;
    if (column.empty() || column == choice.proposed)
        asked_.erase(choice.ours);
    else
        asked_[choice.ours] = column;
    choice.theirs = column.empty() ? choice.proposed : column;
    emit dataChanged(index(at.row(), 0), index(at.row(), column_count - 1));
    emit chosen(in_qt(asked_));
    return true;
}

ImportCategoriesModel::ImportCategoriesModel(Speech say, QObject* parent) : QAbstractTableModel(parent), say_(say) {}

void ImportCategoriesModel::show(const SourcePreview& preview) {
    beginResetModel();
    categories_ = preview.categories;
    asked_ = preview.asked.themes;
    endResetModel();
}

QStringList ImportCategoriesModel::choices() const {
    QStringList all{say_("weglaten", "leave out")};
    for (const Theme one : all_themes) all << to_qt(name_of(one, say_.language()));
    return all;
}

std::string ImportCategoriesModel::code_at(int choice) {
    return choice <= 0 ? "none" : std::string(code_of(all_themes.at(static_cast<std::size_t>(choice - 1))));
}

int ImportCategoriesModel::choice_of(const CategoryCount& count) const {
    const auto asked = asked_.find(count.category);
    std::optional<Theme> chosen = count.by_rule;
    if (asked != asked_.end()) chosen = theme_from_code(asked->second);
    return chosen ? static_cast<int>(index_of(*chosen)) + 1 : 0;
}

std::size_t ImportCategoriesModel::rows_that_count() const {
    std::size_t count = 0;
    for (const auto& one : categories_) count += choice_of(one) > 0 ? one.rows : 0;
    return count;
}
std::size_t ImportCategoriesModel::rows_in_all() const {
    std::size_t count = 0;
    for (const auto& one : categories_) count += one.rows;
    return count;
}

int ImportCategoriesModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(categories_.size());
}
int ImportCategoriesModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : column_count; }

QVariant ImportCategoriesModel::data(const QModelIndex& at, int role) const {
    if (!at.isValid()) return {};
    const CategoryCount& one = categories_[static_cast<std::size_t>(at.row())];
    if (role == Qt::TextAlignmentRole && at.column() == rows) return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role == Qt::FontRole && at.column() == theme && asked_.contains(one.category)) {
        QFont font;
        font.setBold(true);
        return font;
    }
    if (role == Qt::EditRole && at.column() == theme) return choice_of(one);
    if (role == Qt::EditRole && at.column() == rows) return static_cast<qulonglong>(one.rows);
    if (role != Qt::DisplayRole && role != Qt::EditRole) return {};
    switch (at.column()) {
        case category: return one.category.empty() ? say_("(geen categorie)", "(no category)") : to_qt(one.category);
        case rows: return say_.whole(static_cast<long long>(one.rows));
        case theme: return choices().at(choice_of(one));
        default: return {};
    }
}

QVariant ImportCategoriesModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole) return cell_alignment(section == rows);
    if (role != Qt::DisplayRole) return {};
    switch (section) {
        case category: return say_("Categorie in het bestand", "Category in the file");
        case rows: return say_("Rijen", "Rows");
        case theme: return say_("Thema van een controle", "Theme of a check");
        default: return {};
    }
}

Qt::ItemFlags ImportCategoriesModel::flags(const QModelIndex& at) const {
    Qt::ItemFlags flags = QAbstractTableModel::flags(at);
    if (at.isValid() && at.column() == theme && !categories_[static_cast<std::size_t>(at.row())].category.empty())
        flags |= Qt::ItemIsEditable;
    return flags;
}

bool ImportCategoriesModel::setData(const QModelIndex& at, const QVariant& value, int role) {
    if (!at.isValid() || role != Qt::EditRole || at.column() != theme) return false;
    const int choice = value.toInt();
    if (choice < 0 || choice > static_cast<int>(theme_count)) return false;
    const CategoryCount& one = categories_[static_cast<std::size_t>(at.row())];
    if (choice == choice_of(one)) return false;
    const int by_rule = one.by_rule ? static_cast<int>(index_of(*one.by_rule)) + 1 : 0;
    if (choice == by_rule)
        asked_.erase(one.category);
    else
        asked_[one.category] = code_at(choice);
    emit dataChanged(index(at.row(), 0), index(at.row(), column_count - 1));
    emit chosen(in_qt(asked_));
    return true;
}

}  // namespace baken
