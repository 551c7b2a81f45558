#include "ui/models/import_receipt_models.hpp"

#include "ui/models/import_words.hpp"

#include <QFont>

#include <algorithm>

namespace baken {

namespace {

constexpr int to_the_right = int(Qt::AlignRight | Qt::AlignVCenter);
constexpr int to_the_left = int(Qt::AlignLeft | Qt::AlignVCenter);

QString share_text(const Speech& say, std::size_t part, std::size_t all) {
    if (all == 0) return {};
    const double share = static_cast<double>(part) / static_cast<double>(all);
    const bool is_small = part > 0 && share < 0.001;
    return is_small ? QStringLiteral("< ") + say.percent(0.001, 1) : say.percent(share, 1);
}

}  // namespace

void ReceiptTable::show(std::optional<SharedReceipt> receipt) {
    beginResetModel();
    receipt_ = std::move(receipt);
    rearrange();
    endResetModel();
}

int ImportBalanceModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() || !receipt_ ? 0 : static_cast<int>(all_fates.size()) + 1;
}
int ImportBalanceModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : column_count; }

QVariant ImportBalanceModel::data(const QModelIndex& at, int role) const {
    if (!at.isValid()) return {};
    const auto row = static_cast<std::size_t>(at.row());
    const bool is_sum = row == all_fates.size();
    const Receipt& receipt = **receipt_;
    const std::size_t count = is_sum ? receipt.read : rows_of(receipt, all_fates[row]);
    if (role == Qt::TextAlignmentRole) return at.column() == rows || at.column() == share ? to_the_right : to_the_left;
    if (role == Qt::FontRole && is_sum) {
        QFont font;
        font.setBold(true);
        return font;
    }
    if (role != Qt::DisplayRole) return {};
    switch (at.column()) {
        case fate: return is_sum ? say_("gelezen", "read") : fate_word(say_, all_fates[row]);
        case rows: return say_.whole(static_cast<long long>(count));
        case share: return share_text(say_, count, receipt.read);
        case meaning:
            return is_sum
                       ? say_("de som hiervan: elke rij is verantwoord", "the sum of these: every row is accounted for")
                       : fate_meaning(say_, all_fates[row]);
        default: return {};
    }
}

QVariant ImportBalanceModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole) return section == rows || section == share ? to_the_right : to_the_left;
    if (role != Qt::DisplayRole) return {};
    switch (section) {
        case fate: return say_("Rijen die zijn", "Rows that are");
        case rows: return say_("Aantal", "Number");
        case share: return say_("Deel", "Share");
        case meaning: return say_("Wat dat betekent", "What it means");
        default: return {};
    }
}

int ImportColumnsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() || !receipt_ ? 0 : static_cast<int>((*receipt_)->columns.size());
}
int ImportColumnsModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : column_count; }

QVariant ImportColumnsModel::data(const QModelIndex& at, int role) const {
    if (!at.isValid()) return {};
    const Receipt& receipt = **receipt_;
    const ColumnFill& one = receipt.columns[static_cast<std::size_t>(at.row())];
    if (role == Qt::TextAlignmentRole) return at.column() == column ? to_the_left : to_the_right;
    if (role == Qt::UserRole && at.column() == share)
        return receipt.read == 0 ? 0.0 : static_cast<double>(one.filled) / static_cast<double>(receipt.read);
    if (role != Qt::DisplayRole) return {};
    switch (at.column()) {
        case column: return to_qt(one.column);
        case filled: return say_.whole(static_cast<long long>(one.filled));
        case share: return share_text(say_, one.filled, receipt.read);
        default: return {};
    }
}

QVariant ImportColumnsModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole) return section == column ? to_the_left : to_the_right;
    if (role != Qt::DisplayRole) return {};
    switch (section) {
        case column: return say_("Kolom", "Column");
        case filled: return say_("Ingevuld", "Filled in");
        case share: return say_("Deel", "Share");
        default: return {};
    }
}

void ImportLeftOutModel::rearrange() {
    rules_.clear();
    if (!receipt_) return;
    rules_.assign((*receipt_)->filtered_by.begin(), (*receipt_)->filtered_by.end());
    std::stable_sort(rules_.begin(), rules_.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
}

int ImportLeftOutModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(rules_.size());
}
int ImportLeftOutModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : column_count; }

QVariant ImportLeftOutModel::data(const QModelIndex& at, int role) const {
    if (!at.isValid()) return {};
    const auto& [name, count] = rules_[static_cast<std::size_t>(at.row())];
    if (role == Qt::TextAlignmentRole) return at.column() == rows ? to_the_right : to_the_left;
    if (role != Qt::DisplayRole) return {};
    if (at.column() == rows) return say_.whole(static_cast<long long>(count));
    return name.empty() || name == "(no category)" ? say_("(geen categorie)", "(no category)") : to_qt(name);
}

QVariant ImportLeftOutModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole) return section == rows ? to_the_right : to_the_left;
    if (role != Qt::DisplayRole) return {};
    return section == rule ? say_("Categorie of regel", "Category or rule") : say_("Rijen", "Rows");
}

void ImportRejectedModel::rearrange() {
    shown_.clear();
    if (!receipt_) return;
    const auto& all = (*receipt_)->rejected_rows;
    shown_.reserve(all.size());
    for (std::uint32_t i = 0; i < all.size(); ++i) {
        const RejectedRow& row = all[i];
        if (filter_.isEmpty() || sentence_word(say_, row.reason).contains(filter_, Qt::CaseInsensitive) ||
            to_qt(row.column).contains(filter_, Qt::CaseInsensitive) || QString::number(row.line).contains(filter_))
            shown_.push_back(i);
    }
    const auto is_before = [&](std::uint32_t a, std::uint32_t b) {
        const RejectedRow &one = all[a], &other = all[b];
        if (by_ == column && one.column != other.column) return one.column < other.column;
        if (by_ == reason && one.reason != other.reason) return one.reason < other.reason;
        return one.line < other.line;
    };
    std::stable_sort(shown_.begin(), shown_.end(), is_before);
    if (order_ == Qt::DescendingOrder) std::reverse(shown_.begin(), shown_.end());
}

void ImportRejectedModel::set_filter(const QString& filter) {
    if (filter.trimmed() == filter_) return;
    beginResetModel();
    filter_ = filter.trimmed();
    rearrange();
    endResetModel();
}

void ImportRejectedModel::sort(int by, Qt::SortOrder order) {
    if (by < 0 || by >= column_count) return;
    beginResetModel();
    by_ = by;
    order_ = order;
    rearrange();
    endResetModel();
}

int ImportRejectedModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(shown_.size());
}
int ImportRejectedModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : column_count; }

QVariant ImportRejectedModel::data(const QModelIndex& at, int role) const {
    if (!at.isValid()) return {};
    const RejectedRow& row = (*receipt_)->rejected_rows[shown_[static_cast<std::size_t>(at.row())]];
    if (role == Qt::TextAlignmentRole) return at.column() == line ? to_the_right : to_the_left;
    if (role == Qt::ToolTipRole) return sentence_word(say_, row.reason);
    if (role != Qt::DisplayRole) return {};
    switch (at.column()) {
        case line: return say_.whole(static_cast<long long>(row.line));
        case column: return row.column.empty() ? say_("(hele rij)", "(whole row)") : to_qt(row.column);
        case reason: return sentence_word(say_, row.reason);
        default: return {};
    }
}

QVariant ImportRejectedModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole) return section == line ? to_the_right : to_the_left;
    if (role != Qt::DisplayRole) return {};
    switch (section) {
        case line: return say_("Regel", "Line");
        case column: return say_("Kolom", "Column");
        case reason: return say_("Reden", "Reason");
        default: return {};
    }
}

void ImportRowsModel::show(const SourcePreview& preview) {
    beginResetModel();
    columns_ = preview.columns;
    rows_ = preview.first_rows;
    endResetModel();
}

int ImportRowsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}
int ImportRowsModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(columns_.size());
}

QVariant ImportRowsModel::data(const QModelIndex& at, int role) const {
    if (!at.isValid() || (role != Qt::DisplayRole && role != Qt::ToolTipRole)) return {};
    const auto& row = rows_[static_cast<std::size_t>(at.row())];
    const auto column = static_cast<std::size_t>(at.column());
    if (column >= row.size()) return QString();
    const QString text = to_qt(row[column]);
    return role == Qt::ToolTipRole ? text : text.simplified().left(120);
}

QVariant ImportRowsModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (role != Qt::DisplayRole) return {};
    if (orientation == Qt::Vertical) return section + 1;
    return to_qt(columns_[static_cast<std::size_t>(section)].name);
}

}  // namespace baken
