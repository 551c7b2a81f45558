#include "ui/models/clause_list.hpp"

#include "output/certificate_groups.hpp"
#include "ui/models/table_alignment.hpp"

#include <map>

namespace baken {

namespace {

constexpr quintptr is_group = 0;  // else the group's number plus one

}  // namespace

ClauseList::ClauseList(Speech say, QObject* parent) : QAbstractItemModel(parent), say_(say) {}

void ClauseList::show(const Project& project) {
    beginResetModel();
    groups_.clear();
    std::map<CheckId, const Check*> check_of;
    for (const Check& check : project.plan.checks) check_of.emplace(check.id, &check);
    const auto checks_text = [&](const Clause& clause) {
        QStringList words;
        for (const CheckId& id : clause.checks) {
            const auto found = check_of.find(id);
            words << (found == check_of.end() ? to_qt(id.text) : say_.short_day(found->second->date));
        }
        return words.join(", ");
    };
    for (const ClauseSection& section : sections_of(project.certificate)) {
        const bool forbids = section.group == ClauseGroup::prohibitions;
        Group group{{to_qt(title_of(section.group, say_.language())),
                     forbids ? QString() : QString::number(section.required()),
                     forbids ? QString() : QString::number(section.met()),
                     {},
                     {},
                     section.ok()},
                    {}};
        for (const Clause* clause : section.clauses)
            group.clauses.push_back({to_qt(clause->text),
                                     clause->required == 0 ? QString() : QString::number(clause->required),
                                     QString::number(clause->met), checks_text(*clause), clause->id, clause->ok});
        groups_.push_back(std::move(group));
    }
    endResetModel();
}

QModelIndex ClauseList::index(int row, int column, const QModelIndex& parent) const {
    if (!hasIndex(row, column, parent)) return {};
    return createIndex(row, column, parent.isValid() ? static_cast<quintptr>(parent.row()) + 1 : is_group);
}

QModelIndex ClauseList::parent(const QModelIndex& child) const {
    if (!child.isValid() || child.internalId() == is_group) return {};
    return createIndex(static_cast<int>(child.internalId()) - 1, 0, is_group);
}

int ClauseList::rowCount(const QModelIndex& parent) const {
    if (!parent.isValid()) return static_cast<int>(groups_.size());
    if (parent.internalId() != is_group || parent.column() != 0) return 0;
    return static_cast<int>(groups_[static_cast<std::size_t>(parent.row())].clauses.size());
}

int ClauseList::columnCount(const QModelIndex&) const { return columns; }

const ClauseList::Row& ClauseList::row(const QModelIndex& index) const {
    const auto at = static_cast<std::size_t>(index.row());
    if (index.internalId() == is_group) return groups_[at].head;
    return groups_[static_cast<std::size_t>(index.internalId()) - 1].clauses[at];
}

QVariant ClauseList::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const Row& shown = row(index);
    switch (role) {
        case ok_role: return shown.is_ok;
        case clause_role: return to_qt(shown.clause);
        case Qt::ToolTipRole: return index.column() == checks ? shown.checks : shown.text;
        case Qt::TextAlignmentRole: return cell_alignment(index.column() == required || index.column() == met);
        case Qt::DisplayRole: break;
        default: return {};
    }
    switch (index.column()) {
        case text: return (shown.is_ok ? QStringLiteral("\u2713  ") : QStringLiteral("\u2717  ")) + shown.text;
        case required: return shown.required;
        case met: return shown.met;
        case checks: return shown.checks;
        default: return {};
    }
}

QVariant ClauseList::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation == Qt::Vertical) return {};
    if (role == Qt::TextAlignmentRole) return cell_alignment(section == required || section == met);
    if (role != Qt::DisplayRole) return {};
    switch (section) {
        case text: return say_("bepaling", "clause");
        case required: return say_("vereist", "required");
        case met: return say_("gehaald", "met");
        case checks: return say_("controles", "checks");
        default: return {};
    }
}

}  // namespace baken
