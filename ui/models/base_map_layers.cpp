#include "ui/models/base_map_layers.hpp"

#include "ui/models/map_pictures.hpp"

namespace baken {

BaseMapLayers::BaseMapLayers(const Settings& settings) {
    for (const std::size_t source : base_maps(settings)) {
        layers_.push_back({QStringLiteral("base_map_%1").arg(source), to_qt(base_map_name(settings.sources[source]))});
        sources_.push_back(settings.sources[source]);
    }
}

const BaseMap& BaseMapLayers::opened(std::size_t at, const Work& work) {
    const auto found = open_.find(at);
    return found != open_.end() ? found->second : open_.emplace(at, BaseMap(sources_[at], work)).first->second;
}

std::vector<BaseMapLayers::Drawn> BaseMapLayers::draw(const QStringList& keys, const Box& box, QSize pixels,
                                                      const Work& work) {
    const std::scoped_lock one_at_a_time(mutex_);
    std::vector<Drawn> drawn;
    for (std::size_t i = 0; i < layers_.size(); ++i) {
        if (!keys.contains(layers_[i].key)) continue;
        work.check_stop();
        Drawn one{layers_[i].key, {}, box, {}};
        try {
            const MapImage image = opened(i, work).image(box, pixels.width(), pixels.height(), work);
            one.image = qimage_of(image);
            one.box = image.box;
        } catch (const Error& error) {
            one.trouble = QString::fromUtf8(error.what());
        }
        drawn.push_back(std::move(one));
    }
    return drawn;
}

}  // namespace baken
