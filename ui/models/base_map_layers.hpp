#pragma once
/// The base maps that the settings name, opened once and drawn for the map by a job.
///
///     auto maps = std::make_shared<BaseMapLayers>(project.settings);
///     runner.start(..., [maps, ...](const Work& work) { return maps->draw(keys, box, size, work); }, ...);

#include "app/base_map.hpp"
#include "ui/models/speech.hpp"

#include <QImage>
#include <QSize>
#include <QString>
#include <QStringList>

#include <map>
#include <mutex>
#include <vector>

namespace baken {

class BaseMapLayers {
public:
    struct Layer {
        QString key;   ///< of the map's list of layers
        QString name;  ///< "luchtfoto"
    };
    struct Drawn {
        QString key;
        QImage image;
        Box box;
        QString trouble;  ///< why there is no picture; empty: there is one
    };

    explicit BaseMapLayers(const Settings&);

    [[nodiscard]] const std::vector<Layer>& layers() const { return layers_; }
    /// From any thread; one after the other. What cannot be drawn says why and does not keep the others from it.
    [[nodiscard]] std::vector<Drawn> draw(const QStringList& keys, const Box&, QSize pixels, const Work&);

private:
    [[nodiscard]] const BaseMap& opened(std::size_t at, const Work&);

    std::vector<SourceSettings> sources_;
    std::vector<Layer> layers_;
    std::mutex mutex_;
    std::map<std::size_t, BaseMap> open_;
};

}  // namespace baken
