#pragma once
/// The certificate as it is read: groups, and in each its clauses with the checks that meet them.

#include <QAbstractItemModel>

#include "model/project.hpp"
#include "ui/models/speech.hpp"

#include <vector>

namespace baken {

class ClauseList : public QAbstractItemModel {
    Q_OBJECT

public:
    enum Column { text, required, met, checks, columns };
    enum Role { ok_role = Qt::UserRole, clause_role };  ///< clause_role: the id, empty for a group

    explicit ClauseList(Speech, QObject* parent = nullptr);
    void show(const Project&);

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex&) const override;
    using QObject::parent;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex&, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation, int role) const override;

private:
    struct Row {
        QString text, required, met, checks;
        std::string clause;
        bool is_ok = true;
    };
    struct Group {
        Row head;
        std::vector<Row> clauses;
    };
    [[nodiscard]] const Row& row(const QModelIndex&) const;

    Speech say_;
    std::vector<Group> groups_;
};

}  // namespace baken
