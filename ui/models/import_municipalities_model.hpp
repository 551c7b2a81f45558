#pragma once
/// The municipalities of a file of boundaries, each with a tick: which belong to the region.

#include <QAbstractTableModel>

#include "app/intake_preview.hpp"
#include "ui/models/speech.hpp"

#include <string>
#include <vector>

namespace baken {

class ImportMunicipalitiesModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { name, code, column_count };

    explicit ImportMunicipalitiesModel(Speech, QObject* parent = nullptr);
    /// `chosen` as people write them; none: all.
    void show(std::vector<MunicipalityName> all, const std::vector<std::string>& chosen);
    /// The ticked ones, in the order of `chosen` first; empty when all are.
    [[nodiscard]] std::vector<std::string> chosen() const;
    [[nodiscard]] int ticked() const;
    void tick_all(bool);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex&, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex&) const override;
    bool setData(const QModelIndex&, const QVariant&, int role) override;

signals:
    void ticks_changed();

private:
    Speech say_;
    std::vector<MunicipalityName> all_;
    std::vector<bool> is_ticked_;
    std::vector<std::string> order_;  ///< as the settings had them
};

}  // namespace baken
