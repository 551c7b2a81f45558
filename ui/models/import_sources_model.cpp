#include "ui/models/import_sources_model.hpp"

#include "ui/models/import_words.hpp"
#include "ui/models/table_alignment.hpp"

namespace baken {

ImportSourcesModel::ImportSourcesModel(Speech say, const ImportSession& session, QObject* parent)
    : QAbstractTableModel(parent), say_(say), session_(&session), shown_(static_cast<int>(session.count())) {
    connect(&session, &ImportSession::changed, this, [this] {
        beginResetModel();
        shown_ = static_cast<int>(session_->count());
        endResetModel();
    });
    connect(&session, &ImportSession::item_changed, this,
            [this](int item) { emit dataChanged(index(item, 0), index(item, column_count - 1)); });
}

int ImportSourcesModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : shown_; }
int ImportSourcesModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : column_count; }

QString ImportSourcesModel::state_text(const ImportItem& item, std::size_t row) const {
    const bool is_in = item.state == SourceState::in_project || item.state == SourceState::boundaries;
    if (is_in && !item.is_there)
        return session_->receipt_of(row) != nullptr ? say_("ingelezen; bestand is er niet", "read; file is not there")
                                                    : say_("bestand is er niet", "file is not there");
    if (!item.trouble.empty()) return say_("gaat niet", "not possible");
    switch (item.state) {
        case SourceState::waiting: return say_("wordt bekeken …", "being looked at …");
        case SourceState::failed: return say_("gaat niet", "not possible");
        case SourceState::not_added:
            return item.preview && !item.preview->problem.empty() ? say_("vraagt een keuze", "asks for a choice")
                                                                  : say_("nog niet toegevoegd", "not added yet");
        case SourceState::boundaries:
        case SourceState::in_project: break;
    }
    if (item.is_changed) return say_("gewijzigd", "changed");
    const Receipt* receipt = session_->receipt_of(row);
    if (receipt == nullptr || !session_->is_read()) return say_("nog niet ingelezen", "not read yet");
    if (receipt->rejected > 0)
        return say_("ingelezen, %1 afgekeurd", "read, %1 rejected")
            .arg(say_.whole(static_cast<long long>(receipt->rejected)));
    return say_("ingelezen", "read");
}

QVariant ImportSourcesModel::data(const QModelIndex& at, int role) const {
    if (!at.isValid()) return {};
    const auto row = static_cast<std::size_t>(at.row());
    const ImportItem& item = session_->items()[row];
    const Receipt* receipt = session_->receipt_of(row);
    if (role == Qt::TextAlignmentRole && at.column() == rows) return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole)
        return item.trouble.empty() ? to_qt(item.path.string()) : sentence_word(say_, item.trouble);
    if (role != Qt::DisplayRole) return {};
    switch (at.column()) {
        case name: return to_qt(item.path.filename().string());
        case kind:
            return item.state == SourceState::waiting || item.state == SourceState::failed ? QString()
                                                                                           : kind_word(say_, item.kind);
        case rows:
            if (receipt != nullptr) return say_.whole(static_cast<long long>(receipt->read));
            if (item.preview) return say_.whole(static_cast<long long>(item.preview->rows));
            return QString();
        case state: return state_text(item, row);
        default: return {};
    }
}

QVariant ImportSourcesModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole) return cell_alignment(section == rows);
    if (role != Qt::DisplayRole) return {};
    switch (section) {
        case name: return say_("Bestand", "File");
        case kind: return say_("Soort", "Kind");
        case rows: return say_("Rijen", "Rows");
        case state: return say_("Stand", "State");
        default: return {};
    }
}

}  // namespace baken
