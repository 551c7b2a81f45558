#include "ui/models/map_layers.hpp"

#include <QMimeData>
#include <QStringList>

#include <algorithm>

namespace baken {

namespace {

const QString row_type = QStringLiteral("application/x-baken-map-layer");

}  // namespace

const QString MapLayers::names = QStringLiteral("names");
const QString MapLayers::checks = QStringLiteral("checks");
const QString MapLayers::hotspots = QStringLiteral("hotspots");
const QString MapLayers::complaints = QStringLiteral("complaints");
const QString MapLayers::accidents = QStringLiteral("accidents");
const QString MapLayers::measurements = QStringLiteral("measurements");
const QString MapLayers::schools = QStringLiteral("schools");
const QString MapLayers::stretches = QStringLiteral("stretches");
const QString MapLayers::network_density = QStringLiteral("network_density");
const QString MapLayers::cells = QStringLiteral("cells");
const QString MapLayers::surface = QStringLiteral("surface");
const QString MapLayers::roads = QStringLiteral("roads");
const QString MapLayers::municipalities = QStringLiteral("municipalities");
const QString MapLayers::base_map = QStringLiteral("base_map");

MapLayers::MapLayers(Speech say, QObject* parent) : QAbstractListModel(parent), say_(say) {
    layers_ = {{names, say_("Namen", "Names")},
               {checks, say_("Controles", "Checks")},
               {hotspots, say_("Aandachtslocaties", "Hotspots")},
               {complaints, say_("Meldingen", "Complaints")},
               {accidents, say_("Ongevallen", "Accidents")},
               {measurements, say_("Snelheidsmetingen", "Speed measurements")},
               {schools, say_("Scholen", "Schools")},
               {stretches, say_("Trajecten", "Stretches of road")},
               {network_density, say_("Dichtheid langs de weg", "Density along the road"), false},
               {surface, say_("Dichtheid van ongevallen", "Accident density"), false, 0.7},
               {roads, say_("Wegen", "Roads")},
               {cells, say_("Vierkanten", "Squares"), false},
               {municipalities, say_("Gemeenten", "Municipalities")},
               {base_map, say_("Achtergrondkaart", "Base map")}};
}

int MapLayers::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(layers_.size());
}

QVariant MapLayers::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const Layer& layer = layers_[static_cast<std::size_t>(index.row())];
    switch (role) {
        case Qt::DisplayRole: return layer.name;
        case Qt::CheckStateRole: return layer.is_visible ? Qt::Checked : Qt::Unchecked;
        case Qt::ToolTipRole:
            return layer.key == municipalities
                       ? say_("De gemeenten staan altijd op de kaart.", "The municipalities are always on the map.")
                       : QVariant();
        case Qt::AccessibleTextRole:
            return say_("%1, %2, dekking %3", "%1, %2, opacity %3")
                .arg(layer.name, layer.is_visible ? say_("zichtbaar", "shown") : say_("verborgen", "hidden"),
                     say_.percent(layer.opacity));
        case KeyRole: return layer.key;
        case OpacityRole: return layer.opacity;
        default: return {};
    }
}

bool MapLayers::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return false;
    Layer& layer = layers_[static_cast<std::size_t>(index.row())];
    if (role == Qt::CheckStateRole && (flags(index) & Qt::ItemIsUserCheckable))
        layer.is_visible = value.toInt() == Qt::Checked;
    else if (role == OpacityRole)
        layer.opacity = std::clamp(value.toDouble(), 0.0, 1.0);
    else
        return false;
    emit dataChanged(index, index, {role, Qt::AccessibleTextRole});
    return true;
}

Qt::ItemFlags MapLayers::flags(const QModelIndex& index) const {
    if (!index.isValid()) return Qt::ItemIsDropEnabled;
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsDragEnabled | Qt::ItemNeverHasChildren;
    // The municipalities are what is always there: a map is never empty.
    if (index.data(KeyRole) != municipalities) flags |= Qt::ItemIsUserCheckable;
    return flags;
}

QHash<int, QByteArray> MapLayers::roleNames() const {
    QHash<int, QByteArray> roles = QAbstractListModel::roleNames();
    roles.insert(KeyRole, "key");
    roles.insert(OpacityRole, "opacity");
    return roles;
}

QStringList MapLayers::mimeTypes() const { return {row_type}; }

QMimeData* MapLayers::mimeData(const QModelIndexList& indexes) const {
    if (indexes.isEmpty()) return nullptr;
    auto* mime = new QMimeData;
    mime->setData(row_type, indexes.front().data(KeyRole).toString().toUtf8());
    return mime;
}

bool MapLayers::dropMimeData(const QMimeData* mime, Qt::DropAction action, int row, int, const QModelIndex& parent) {
    if (!mime || action != Qt::MoveAction || !mime->hasFormat(row_type)) return false;
    const int from = row_of(QString::fromUtf8(mime->data(row_type)));
    const int before = row >= 0 ? row : parent.isValid() ? parent.row() : rowCount();
    if (from >= 0) moveRows({}, from, 1, {}, before);
    // The rows have been moved: the view must not take the old one away as well.
    return false;
}

bool MapLayers::moveRows(const QModelIndex& from, int row, int count, const QModelIndex& to, int before) {
    if (from.isValid() || to.isValid() || count != 1 || row < 0 || row >= rowCount() || before < 0 ||
        before > rowCount() || before == row || before == row + 1)
        return false;
    if (!beginMoveRows({}, row, row, {}, before)) return false;
    const auto at = layers_.begin() + row;
    if (before < row)
        std::rotate(layers_.begin() + before, at, at + 1);
    else
        std::rotate(at, at + 1, layers_.begin() + before);
    endMoveRows();
    return true;
}

int MapLayers::row_of(const QString& key) const {
    const auto at = std::find_if(layers_.begin(), layers_.end(), [&](const Layer& l) { return l.key == key; });
    return at == layers_.end() ? -1 : static_cast<int>(at - layers_.begin());
}

bool MapLayers::is_visible(const QString& key) const {
    const int row = row_of(key);
    return row >= 0 && layers_[static_cast<std::size_t>(row)].is_visible;
}

double MapLayers::opacity(const QString& key) const {
    const int row = row_of(key);
    return row < 0 ? 0 : layers_[static_cast<std::size_t>(row)].opacity;
}

void MapLayers::set_visible(const QString& key, bool is_shown) {
    if (const int row = row_of(key); row >= 0)
        setData(index(row), is_shown ? Qt::Checked : Qt::Unchecked, Qt::CheckStateRole);
}

void MapLayers::set_opacity(const QString& key, double opacity) {
    if (const int row = row_of(key); row >= 0) setData(index(row), opacity, OpacityRole);
}

void MapLayers::add(const QString& key, const QString& name) {
    if (row_of(key) >= 0) return;
    const int row = row_of(roads);
    beginInsertRows({}, row, row);
    layers_.insert(layers_.begin() + row, {key, name});
    endInsertRows();
}

std::vector<QString> MapLayers::bottom_to_top() const {
    std::vector<QString> keys;
    for (auto layer = layers_.rbegin(); layer != layers_.rend(); ++layer) keys.push_back(layer->key);
    return keys;
}

QString MapLayers::saved() const {
    QStringList parts;
    for (const auto& layer : layers_)
        parts << QStringLiteral("%1:%2:%3").arg(layer.key).arg(layer.is_visible ? 1 : 0).arg(layer.opacity, 0, 'f', 2);
    return parts.join(QLatin1Char(';'));
}

void MapLayers::restore(const QString& saved) {
    int place = 0;
    for (const auto& part : saved.split(QLatin1Char(';'))) {
        const QStringList fields = part.split(QLatin1Char(':'));
        const int row = row_of(fields.front());
        if (fields.size() != 3 || row < place) continue;
        bool is_number = false;
        const double opacity = fields[2].toDouble(&is_number);
        if (row != place) moveRows({}, row, 1, {}, place);
        set_visible(fields[0], fields[1] == QLatin1String("1"));
        if (is_number) set_opacity(fields[0], opacity);
        ++place;
    }
}

}  // namespace baken
