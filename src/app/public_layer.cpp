#include "app/public_layer.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "output/public_layer.hpp"

#include <fmt/format.h>

namespace baken {

FeatureTable public_layer(const Project& project, const std::string& name) {
    for (FeatureTable& table : public_layers(project))
        if (table.name == name) return std::move(table);
    throw SettingsError(fmt::format(
        fmt::runtime(says(project.settings.language,
                          "de laag {} heeft losse plekken en is niet openbaar; voor het publiek zijn er: {}",
                          "the layer {} has single places and is not for the public, who can have: {}")),
        name, joined(public_layer_names(), ", ")));
}

}  // namespace baken
