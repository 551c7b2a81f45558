#include "ui/models/import_municipalities_model.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace baken {

namespace {

bool is_meant(const MunicipalityName& one, const std::string& written) {
    return folded(one.name) == folded(written) || folded(one.code) == folded(written);
}

}  // namespace

ImportMunicipalitiesModel::ImportMunicipalitiesModel(Speech say, QObject* parent)
    : QAbstractTableModel(parent), say_(say) {}

void ImportMunicipalitiesModel::show(std::vector<MunicipalityName> all, const std::vector<std::string>& chosen) {
    beginResetModel();
    all_ = std::move(all);
    order_ = chosen;
    is_ticked_.assign(all_.size(), chosen.empty());
    for (std::size_t i = 0; i < all_.size(); ++i)
        for (const auto& written : chosen)
            if (is_meant(all_[i], written)) is_ticked_[i] = true;
    endResetModel();
    emit ticks_changed();
}

std::vector<std::string> ImportMunicipalitiesModel::chosen() const {
    if (ticked() == static_cast<int>(all_.size())) return {};
    std::vector<std::string> names;
    for (const auto& written : order_)
        for (std::size_t i = 0; i < all_.size(); ++i)
            if (is_ticked_[i] && is_meant(all_[i], written)) names.push_back(written);
    for (std::size_t i = 0; i < all_.size(); ++i) {
        const bool is_named = std::any_of(order_.begin(), order_.end(),
                                          [&](const std::string& written) { return is_meant(all_[i], written); });
        if (is_ticked_[i] && !is_named) names.push_back(all_[i].name);
    }
    return names;
}

int ImportMunicipalitiesModel::ticked() const {
    return static_cast<int>(std::count(is_ticked_.begin(), is_ticked_.end(), true));
}

void ImportMunicipalitiesModel::tick_all(bool is_ticked) {
    if (all_.empty()) return;
    is_ticked_.assign(all_.size(), is_ticked);
    emit dataChanged(index(0, 0), index(rowCount() - 1, 0), {Qt::CheckStateRole});
    emit ticks_changed();
}

int ImportMunicipalitiesModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(all_.size());
}
int ImportMunicipalitiesModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : column_count;
}

QVariant ImportMunicipalitiesModel::data(const QModelIndex& at, int role) const {
    if (!at.isValid()) return {};
    const auto row = static_cast<std::size_t>(at.row());
    if (role == Qt::CheckStateRole && at.column() == name)
        return static_cast<int>(is_ticked_[row] ? Qt::Checked : Qt::Unchecked);
    if (role != Qt::DisplayRole) return {};
    return to_qt(at.column() == name ? all_[row].name : all_[row].code);
}

QVariant ImportMunicipalitiesModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole) return int(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole) return {};
    return section == name ? say_("Gemeente", "Municipality") : say_("Code", "Code");
}

Qt::ItemFlags ImportMunicipalitiesModel::flags(const QModelIndex& at) const {
    Qt::ItemFlags flags = QAbstractTableModel::flags(at);
    if (at.isValid() && at.column() == name) flags |= Qt::ItemIsUserCheckable;
    return flags;
}

bool ImportMunicipalitiesModel::setData(const QModelIndex& at, const QVariant& value, int role) {
    if (!at.isValid() || role != Qt::CheckStateRole || at.column() != name) return false;
    is_ticked_[static_cast<std::size_t>(at.row())] = value.toInt() == Qt::Checked;
    emit dataChanged(at, at, {Qt::CheckStateRole});
    emit ticks_changed();
    return true;
}

}  // namespace baken
