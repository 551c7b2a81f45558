#pragma once
/// The list of a project's files: the boundaries, the sources in their order, and files that are not in it yet.

#include <QAbstractTableModel>

#include "ui/models/import_session.hpp"

namespace baken {

class ImportSourcesModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { name, kind, rows, state, column_count };

    ImportSourcesModel(Speech, const ImportSession&, QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex&, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation, int role) const override;

private:
    [[nodiscard]] QString state_text(const ImportItem&, std::size_t row) const;

    Speech say_;
    const ImportSession* session_;
    int shown_ = 0;  ///< lines that the views know of
};

}  // namespace baken
