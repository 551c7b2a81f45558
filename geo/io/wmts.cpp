#include "geo/io/wmts.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "geo/io/gdal_message.hpp"
#include "geo/io/gdal_session.hpp"

#include <algorithm>
#include <array>
#include <memory>

#include <cpl_conv.h>
#include <cpl_minixml.h>
#include <cpl_string.h>
#include <fmt/format.h>
#include <ogr_spatialref.h>

namespace baken {

namespace {

constexpr double pixel_of_standard = 0.00028;             ///< metres on the screen
constexpr double metres_per_degree = 111319.49079327358;  ///< of the equator of WGS 84, as the standard counts

struct DestroyXml {
    void operator()(CPLXMLNode* n) const { CPLDestroyXMLNode(n); }
};
struct FreeText {
    void operator()(char* text) const { CPLFree(text); }
};

std::string text_of(const CPLXMLNode* node, const char* path) { return CPLGetXMLValue(node, path, ""); }

/// The elements of one name below a node.
std::vector<const CPLXMLNode*> elements(const CPLXMLNode* node, std::string_view name) {
    std::vector<const CPLXMLNode*> found;
    for (const CPLXMLNode* child = node == nullptr ? nullptr : node->psChild; child != nullptr; child = child->psNext)
        if (child->eType == CXT_Element && name == child->pszValue) found.push_back(child);
    return found;
}

std::vector<double> numbers_in(const std::string& text) {
    std::vector<double> numbers;
    std::string word;
    for (const char c : text + " ") {
        if (c != ' ' && c != '\n' && c != '\t' && c != '\r') {
            word += c;
            continue;
        }
        if (!word.empty()) numbers.push_back(parse_number(word).value_or(0));
        word.clear();
    }
    return numbers;
}

/// "urn:ogc:def:crs:EPSG::28992" and "http://www.opengis.net/def/crs/EPSG/0/28992" -> "EPSG:28992".
std::string short_crs(const std::string& written) {
    if (written.find("CRS84") != std::string::npos) return "EPSG:4326";
    const auto last = written.find_last_of(":/");
    const std::string code = last == std::string::npos ? written : written.substr(last + 1);
    if (!parse_integer(code)) return written;
    return "EPSG:" + (code == "900913" ? "3857" : code);
}

struct Axes {
    double metres_per_unit = 1;
    bool is_y_first = false;
};
Axes axes_of(const std::string& crs, const std::string& written) {
    const GdalMessages said;
    OGRSpatialReference srs;
    if (srs.SetFromUserInput(crs.c_str(), OGRSpatialReference::SET_FROM_USER_INPUT_LIMITATIONS_get()) != OGRERR_NONE)
        return {};
    Axes axes;
    if (srs.IsGeographic() != FALSE) axes.metres_per_unit = metres_per_degree;
    const bool says_code =
        written.starts_with("urn:ogc:def:crs:EPSG") || written.find("/crs/EPSG/") != std::string::npos;
    axes.is_y_first = says_code && (srs.EPSGTreatsAsLatLong() != FALSE || srs.EPSGTreatsAsNorthingEasting() != FALSE);
    return axes;
}

std::vector<TileLevel> levels_of(const CPLXMLNode* set) {
    const std::string written = text_of(set, "SupportedCRS");
    const Axes axes = axes_of(short_crs(written), written);
    std::vector<TileLevel> levels;
    for (const CPLXMLNode* matrix : elements(set, "TileMatrix")) {
        const auto number = [&](const char* name) { return parse_number(text_of(matrix, name)).value_or(0); };
        const auto corner = numbers_in(text_of(matrix, "TopLeftCorner"));
        if (corner.size() != 2) continue;
        TileLevel level;
        level.name = text_of(matrix, "Identifier");
        level.pixel = number("ScaleDenominator") * pixel_of_standard / axes.metres_per_unit;
        level.left = corner[axes.is_y_first ? 1 : 0];
        level.top = corner[axes.is_y_first ? 0 : 1];
        level.tile_width = static_cast<int>(number("TileWidth"));
        level.tile_height = static_cast<int>(number("TileHeight"));
        level.columns = static_cast<std::int64_t>(number("MatrixWidth"));
        level.rows = static_cast<std::int64_t>(number("MatrixHeight"));
        constexpr int largest_tile = 4096;
        const bool is_sound = level.pixel > 0 && level.tile_width > 0 && level.tile_height > 0 &&
                              level.tile_width <= largest_tile && level.tile_height <= largest_tile &&
                              level.columns > 0 && level.rows > 0;
        if (is_sound) levels.push_back(std::move(level));
    }
    return levels;
}

const CPLXMLNode& chosen_layer(const CPLXMLNode* contents, const std::string& wanted) {
    std::vector<std::string> names;
    for (const CPLXMLNode* layer : elements(contents, "Layer")) {
        names.push_back(text_of(layer, "Identifier"));
        if (names.back() == wanted) return *layer;
    }
    if (names.empty()) throw InputError("the server's capabilities name no layer; check the address in the settings");
    if (wanted.empty() && names.size() == 1) return *elements(contents, "Layer").front();
    const auto near = wanted.empty() ? std::nullopt : nearest_word(wanted, names);
    if (names.size() > 30) {
        names.resize(30);
        names.emplace_back("...");
    }
    throw InputError(fmt::format(
        "{}; name one as 'layer': {}{}",
        wanted.empty() ? "the server has several layers" : fmt::format("the server has no layer '{}'", wanted),
        joined(names, ", "), near ? fmt::format(" (did you mean '{}'?)", *near) : ""));
}

/// RD before web Mercator before anything else that the layer offers.
const CPLXMLNode& chosen_set(const CPLXMLNode* contents, const CPLXMLNode& layer) {
    const CPLXMLNode* best = nullptr;
    int best_worth = -1;
    for (const CPLXMLNode* link : elements(&layer, "TileMatrixSetLink")) {
        const std::string name = text_of(link, "TileMatrixSet");
        for (const CPLXMLNode* set : elements(contents, "TileMatrixSet")) {
            if (text_of(set, "Identifier") != name || levels_of(set).empty()) continue;
            const std::string crs = short_crs(text_of(set, "SupportedCRS"));
            const int worth = crs == "EPSG:28992" ? 2 : crs == "EPSG:3857" ? 1 : 0;
            if (worth <= best_worth) continue;
            best = set;
            best_worth = worth;
        }
    }
    if (best == nullptr)
        throw InputError(fmt::format("the layer '{}' has no tile matrix set that can be used; choose another layer",
                                     text_of(&layer, "Identifier")));
    return *best;
}

std::string chosen_format(const CPLXMLNode& layer) {
    std::vector<std::string> formats;
    for (const CPLXMLNode* format : elements(&layer, "Format")) formats.push_back(text_of(format, ""));
    for (const std::string_view wanted : {"image/png", "image/png8", "image/jpeg", "image/jpgpng"})
        if (std::find(formats.begin(), formats.end(), wanted) != formats.end()) return std::string(wanted);
    throw InputError(fmt::format("the layer '{}' comes as {} and not as PNG or JPEG; choose another layer",
                                 text_of(&layer, "Identifier"), joined(formats, ", ")));
}

std::string chosen_style(const CPLXMLNode& layer) {
    std::string first;
    for (const CPLXMLNode* style : elements(&layer, "Style")) {
        if (text_of(style, "isDefault") == "true") return text_of(style, "Identifier");
        if (first.empty()) first = text_of(style, "Identifier");
    }
    return first;
}

void replace_all(std::string& text, std::string_view from, const std::string& to) {
    for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
}

/// The address of GetTile with keys and values, for servers that give no template.
std::string key_value_address(const CPLXMLNode* root) {
    for (const CPLXMLNode* metadata : elements(root, "OperationsMetadata"))
        for (const CPLXMLNode* operation : elements(metadata, "Operation")) {
            if (text_of(operation, "name") != "GetTile") continue;
            if (const std::string address = text_of(operation, "DCP.HTTP.Get.href"); !address.empty()) return address;
        }
    return "";
}

std::string address_of(const CPLXMLNode* root, const CPLXMLNode& layer, const std::string& set) {
    const std::string name = text_of(&layer, "Identifier"), style = chosen_style(layer), format = chosen_format(layer);
    for (const CPLXMLNode* resource : elements(&layer, "ResourceURL")) {
        if (text_of(resource, "resourceType") != "tile" || text_of(resource, "format") != format) continue;
        std::string address = text_of(resource, "template");
        replace_all(address, "{Style}", percent_encoded(style));
        replace_all(address, "{style}", percent_encoded(style));
        replace_all(address, "{Layer}", percent_encoded(name));
        replace_all(address, "{TileMatrixSet}", percent_encoded(set));
        for (const CPLXMLNode* dimension : elements(&layer, "Dimension"))
            replace_all(address, "{" + text_of(dimension, "Identifier") + "}",
                        percent_encoded(text_of(dimension, "Default")));
        return address;
    }
    std::string address = key_value_address(root);
    if (address.empty())
        throw InputError("the server's capabilities give no address for tiles; check the address in the settings");
    if (address.find('?') == std::string::npos) address += '?';
    if (address.back() != '?' && address.back() != '&') address += '&';
    return address + fmt::format(
                         "SERVICE=WMTS&VERSION=1.0.0&REQUEST=GetTile&LAYER={}&STYLE={}&FORMAT={}&TILEMATRIXSET={}&"
                         "TILEMATRIX={{TileMatrix}}&TILEROW={{TileRow}}&TILECOL={{TileCol}}",
                         percent_encoded(name), percent_encoded(style), percent_encoded(format), percent_encoded(set));
}

}  // namespace

std::string percent_encoded(std::string_view text) {
    const std::string copy(text);
    const std::unique_ptr<char, FreeText> encoded(
        CPLEscapeString(copy.c_str(), static_cast<int>(copy.size()), CPLES_URL));
    return encoded ? encoded.get() : "";
}

WmtsLayer wmts_layer(std::string_view capabilities, const std::string& wanted) {
    start_gdal();
    const GdalMessages said;
    const std::unique_ptr<CPLXMLNode, DestroyXml> document(CPLParseXMLString(std::string(capabilities).c_str()));
    if (document) CPLStripXMLNamespace(document.get(), nullptr, TRUE);
    const CPLXMLNode* root = document ? CPLGetXMLNode(document.get(), "=Capabilities") : nullptr;
    if (root == nullptr)
        throw InputError(
            fmt::format("the answer is no WMTS capabilities but begins with: {}; the address should end in "
                        "something like ?service=WMTS&request=GetCapabilities",
                        capabilities.substr(0, 120)));
    const CPLXMLNode* contents = CPLGetXMLNode(root, "Contents");
    const CPLXMLNode& layer = chosen_layer(contents, wanted);
    const CPLXMLNode& set = chosen_set(contents, layer);
    WmtsLayer result;
    result.title = text_of(&layer, "Title");
    if (result.title.empty()) result.title = text_of(&layer, "Identifier");
    result.crs = short_crs(text_of(&set, "SupportedCRS"));
    result.levels = levels_of(&set);
    result.address = address_of(root, layer, text_of(&set, "Identifier"));
    return result;
}

std::string tile_address(const WmtsLayer& layer, const TileAt& at) {
    std::string address = layer.address;
    replace_all(address, "{TileMatrix}", percent_encoded(layer.levels[at.level].name));
    replace_all(address, "{TileRow}", std::to_string(at.row));
    replace_all(address, "{TileCol}", std::to_string(at.column));
    return address;
}

}  // namespace baken
