#pragma once
/// What can be exported and how it is written, for the window.

#include "app/export_layer.hpp"  // IWYU pragma: export
#include "app/find_printer.hpp"  // IWYU pragma: export
#include "app/outputs.hpp"       // IWYU pragma: export
#include "ui/models/speech.hpp"

#include <QString>

#include <string>
#include <vector>

namespace baken {

struct ExportWord {
    QString code, name;
    QString ending;  ///< of a file: ".geojson"; empty for what is no format
};

[[nodiscard]] std::vector<ExportWord> export_layers(Profile, const Speech&);
[[nodiscard]] std::vector<ExportWord> export_formats(const Speech&);
[[nodiscard]] std::vector<ExportWord> export_profiles(const Speech&);
/// That rows of this layer can have; empty: the layer has no status.
[[nodiscard]] std::vector<ExportWord> export_statuses(const std::string& layer, const Speech&);
/// The files of a whole pack, each with what it is for.
[[nodiscard]] QString pack_words(const Project&, const Speech&);

}  // namespace baken
