#pragma once
/// The layers of the map, top row on top: what is shown, how strongly, in which order.
///
///     auto* layers = new MapLayers(say, this);
///     layers->set_visible(MapLayers::complaints, false);
///     panel->setModel(layers);                       // rows are dragged to another place

#include <QAbstractListModel>  // before <chrono>, which moc of Qt 6.4 does not survive as the first header

#include "ui/models/speech.hpp"

#include <vector>

namespace baken {

class MapLayers : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role { KeyRole = Qt::UserRole, OpacityRole };  ///< opacity: 0..1

    static const QString names, checks, hotspots, complaints, accidents, measurements, schools, stretches,
        network_density, surface, roads, cells, municipalities, base_map;

    explicit MapLayers(Speech say, QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
    [[nodiscard]] Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    [[nodiscard]] QStringList mimeTypes() const override;
    [[nodiscard]] QMimeData* mimeData(const QModelIndexList& indexes) const override;
    bool dropMimeData(const QMimeData*, Qt::DropAction, int row, int column, const QModelIndex& parent) override;
    bool moveRows(const QModelIndex& from, int row, int count, const QModelIndex& to, int before) override;

    [[nodiscard]] bool is_visible(const QString& key) const;
    [[nodiscard]] double opacity(const QString& key) const;
    void set_visible(const QString& key, bool);
    void set_opacity(const QString& key, double);
    /// A picture from elsewhere, below the layers of points. Does nothing where the key is known.
    void add(const QString& key, const QString& name);
    [[nodiscard]] std::vector<QString> bottom_to_top() const;

    /// As text that restore takes: what a session keeps. Restore passes over what it does not know.
    [[nodiscard]] QString saved() const;
    void restore(const QString& saved);

private:
    struct Layer {
        QString key, name;
        bool is_visible = true;
        double opacity = 1;
    };
    [[nodiscard]] int row_of(const QString& key) const;  ///< -1: none

    Speech say_;
    std::vector<Layer> layers_;
};

}  // namespace baken
