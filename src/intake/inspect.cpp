#include "intake/inspect.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "geo/io/read_layer.hpp"
#include "intake/accident_row.hpp"
#include "intake/complaint_themes.hpp"
#include "intake/dates.hpp"
#include "intake/municipalities.hpp"
#include "intake/privacy.hpp"
#include "intake/profiles/profile.hpp"
#include "intake/raw_places.hpp"
#include "intake/roads.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>

namespace baken {

namespace {

constexpr std::size_t rows_shown = 5;

std::string name_of_crs(const std::string& crs) {
    if (crs == "EPSG:28992") return "EPSG:28992 (RD New)";
    if (crs == "EPSG:4326") return "EPSG:4326 (WGS 84)";
    return crs;
}

/// The profile that a file of points would be read with; nothing where none fits.
const Profile* fitting_profile(const std::vector<std::string>& columns, bool has_places) {
    if (looks_like_bron_2022(columns)) return &bron_2022();
    if (looks_like_signalen(columns)) return &signalen();
    const ColumnMap as_accidents = map_columns(columns, generic_accidents().rules, {});
    if (as_accidents.has("outcome") && (as_accidents.has("year") || as_accidents.has("date")) && has_places)
        return &generic_accidents();
    if (has_places && looks_like_measurements(columns)) return &generic_measurements();
    if (has_places && looks_like_schools(columns)) return &generic_schools();
    return has_places ? &generic_complaints() : nullptr;
}

std::string_view kind_of(const Profile& profile) {
    switch (profile.kind) {
        case SourceKind::accidents: return "accidents";
        case SourceKind::measurements: return "measurements";
        case SourceKind::schools: return "schools";
        default: return "complaints";
    }
}

/// What goes by while the rows of a file of points are read.
class RowInspector {
public:
    RowInspector(const RowSource& rows, const Profile& profile, Inspection& result)
        : rows_(rows), profile_(profile), map_(map_columns(rows.columns(), profile.rules, {})), result_(result) {
        where_ = find_place_columns(rows.columns(), map_, {});
        propose_mapping();
    }

    void look() {
        points_.push_back(has_places() ? raw_point(rows_, where_) : RawPoint{});
        if (const auto number = text(profile_.kind == SourceKind::accidents ? "number" : "id"); !number.empty()) {
            if (is_rounded_number(number))
                ++rounded_;
            else if (!numbers_.insert(std::string(number)).second && is_number_its_own())
                ++repeated_;
        }
        if (const auto date = text("date"); !date.empty() && !parse_when(date, {}).day && bad_dates_++ == 0)
            first_bad_date_ = fmt::format("'{}' on line {}", date, rows_.line());
        if (map_.has("category") && profile_.kind == SourceKind::complaints &&
            themes_.theme_of(text("category"), text("subcategory")))
            ++about_traffic_;
    }

    void conclude() {
        conclude_places();
        std::vector<std::string>& warnings = result_.warnings;
        if (rounded_ > 0)
            warnings.push_back(fmt::format(
                "{} numbers were rounded by a sheet (like 2.00512E+12): export again with that column as text",
                rounded_));
        if (repeated_ > 0)
            warnings.push_back(
                fmt::format("{} rows repeat a number that came before: doubles are read once", repeated_));
        if (bad_dates_ > 0)
            warnings.push_back(fmt::format("{} dates cannot be read, such as {}", bad_dates_, first_bad_date_));
        if (!is_usable_) return;
        if (profile_.kind == SourceKind::complaints) conclude_complaints();
        if (profile_.kind == SourceKind::accidents && !map_.has("date"))
            warnings.emplace_back(
                "there are no dates and hours, only years: the hours of checks will rest on complaints and light");
        if (profile_.kind == SourceKind::measurements && !map_.has("speed_limit"))
            warnings.emplace_back(
                "there is no column of speed limits: a V85 is held against the limit of the accidents near it, where "
                "these have one");
    }

    /// False when nothing in the file has a place in the Netherlands.
    [[nodiscard]] bool is_usable() const { return is_usable_; }

private:
    [[nodiscard]] bool has_places() const { return where_.are_found() || rows_.has_places(); }
    /// Counters measure more than once and institutions have several buildings.
    [[nodiscard]] bool is_number_its_own() const {
        return profile_.kind == SourceKind::accidents || profile_.kind == SourceKind::complaints;
    }
    [[nodiscard]] std::string_view text(std::string_view ours) const {
        const auto column = map_.at(ours);
        return column ? rows_.field(*column) : std::string_view{};
    }

    void propose_mapping() {
        const auto& columns = rows_.columns();
        for (const auto& [ours, column] : map_.all()) result_.mapping[ours] = columns[column];
        if (where_.x && where_.y) {
            result_.mapping["x"] = columns[*where_.x];
            result_.mapping["y"] = columns[*where_.y];
            result_.mapping.erase("shape");
        }
    }

    void conclude_places() {
        if (!has_places()) {
            is_usable_ = false;
            result_.crs = "unknown: no columns of places were found";
            result_.warnings.emplace_back(
                "no columns of places are known here: name them with columns = { x = \"...\", y = \"...\" }");
            return;
        }
        const PlaceReading reading = read_places(points_, where_, rows_.columns(), "");
        if (reading.fitting == 0) {
            is_usable_ = false;
            result_.crs = "unknown: nothing lies in the Netherlands";
            if (!points_.empty()) result_.warnings.push_back(nowhere_message(points_, where_, rows_.columns()));
            return;
        }
        result_.crs = fmt::format("{}, found by {} ({} of {} rows with coordinates fit)", name_of_crs(reading.crs),
                                  reading.found_by, reading.fitting, reading.given);
        result_.warnings.insert(result_.warnings.end(), reading.notes.begin(), reading.notes.end());
        if (reading.given < points_.size())
            result_.warnings.push_back(fmt::format("{} rows have no coordinates", points_.size() - reading.given));
        if (reading.fitting < reading.given)
            result_.warnings.push_back(
                fmt::format("{} rows lie outside the Netherlands", reading.given - reading.fitting));
    }

    void conclude_complaints() {
        if (map_.has("category"))
            result_.warnings.push_back(
                fmt::format("{} of {} rows have a category about traffic; the others are left out (settings: themes)",
                            about_traffic_, points_.size()));
        else
            result_.warnings.emplace_back("there is no column of categories: every row would count as general safety");
        if (!map_.has("date"))
            result_.warnings.emplace_back("there is no column of dates: every complaint would count as new");
        if (!map_.has("complainant"))
            result_.warnings.emplace_back(
                "nobody is named: the same address, day and category would count as one complainant");
    }

    const RowSource& rows_;
    const Profile& profile_;
    ColumnMap map_;
    Inspection& result_;
    PlaceColumns where_;
    bool is_usable_ = true;
    ComplaintThemes themes_{{}};
    std::vector<RawPoint> points_;
    std::set<std::string> numbers_;
    std::size_t rounded_ = 0, repeated_ = 0, bad_dates_ = 0, about_traffic_ = 0;
    std::string first_bad_date_;
};

void show_row(const RowSource& rows, Inspection& result) {
    if (result.first_rows.size() == rows_shown) return;
    std::vector<std::string> fields;
    for (std::size_t i = 0; i < rows.columns().size(); ++i) fields.emplace_back(rows.field(i));
    result.first_rows.push_back(std::move(fields));
}

void warn_of_columns(const RowSource& rows, const std::string& used, Inspection& result) {
    std::vector<std::string> empty;
    for (const auto& [column, filled] : rows.fills())
        if (filled == 0) empty.push_back(column);
    if (!empty.empty() && result.rows > 0)
        result.warnings.push_back(fmt::format("columns with nothing in them: {}", listed(empty)));
    auto names = private_columns(rows.columns());
    std::erase(names, used);
    if (!names.empty())
        result.warnings.push_back(fmt::format("columns that are not kept, for privacy: {}", listed(names)));
}

void inspect_points(OpenedFile& file, Inspection& result, const Work& work) {
    RowSource& rows = *file.rows;
    result.columns = rows.columns();
    const bool has_places =
        rows.has_places() ||
        find_place_columns(rows.columns(), map_columns(rows.columns(), place_rules(), {}), {}).are_found();
    const Profile* profile = fitting_profile(rows.columns(), has_places);
    result.profile = profile != nullptr ? profile->name : "none";
    if (looks_like_bron_classic(rows.columns()))
        result.warnings.emplace_back(
            "this is the accident register in its layout of before 2022, whose places stand in other files: it is not "
            "read");
    RowInspector inspector(rows, profile != nullptr ? *profile : generic_complaints(), result);
    std::size_t faults = 0;
    std::string first_fault;
    while (rows.next()) {
        if (++result.rows % 8192 == 0) {
            work.check_stop();
            work.progress("looking", rows.share());
        }
        if (!rows.fault().empty()) {
            if (faults++ == 0) first_fault = fmt::format("line {}: {}", rows.line(), rows.fault());
            continue;
        }
        show_row(rows, result);
        inspector.look();
    }
    if (result.rows == 0) result.warnings.emplace_back("there is a header and no rows");
    if (faults > 0)
        result.warnings.push_back(fmt::format("{} rows cannot be used as they stand; {}", faults, first_fault));
    if (result.rows > 0) inspector.conclude();
    const bool is_schools = profile != nullptr && profile->kind == SourceKind::schools;
    warn_of_columns(rows, is_schools ? result.mapping["name"] : std::string(), result);
    if (profile != nullptr && inspector.is_usable()) {
        result.kind = kind_of(*profile);
        result.warnings.push_back(fmt::format("to use it: kind = \"{}\"", result.kind));
    }
}

/// Lines are roads, areas are boundaries.
void inspect_shapes(const std::filesystem::path& path, const FeatureTable& table, Inspection& result) {
    for (const auto& field : table.fields) result.columns.push_back(field.name);
    result.rows = table.rows.size();
    result.crs = "EPSG:28992 (RD New), turned into from the file's own CRS";
    for (const auto& row : table.rows) {
        if (result.first_rows.size() == rows_shown) break;
        std::vector<std::string> fields;
        for (const auto& value : row.values) fields.push_back(text_of(value));
        result.first_rows.push_back(std::move(fields));
    }
    const bool is_lines = table.shape_type == ShapeType::line;
    result.profile = "generic";
    result.kind = is_lines ? "roads" : "boundaries";
    result.warnings.push_back(
        is_lines ? std::string("to use it: kind = \"roads\"")
                 : fmt::format("to use it: boundaries = \"{}\" under [region]", path.filename().string()));
    const ColumnMap map = map_columns(result.columns, is_lines ? road_rules() : boundary_rules(), {});
    for (const auto& [ours, column] : map.all()) result.mapping[ours] = result.columns[column];
}

Inspection inspect(const std::filesystem::path& path, const Work& work) {
    Inspection result;
    result.format = format_of(path);
    if (!is_text_file(path)) {
        const auto layers = layer_names(path);
        if (layers.size() > 1)
            result.warnings.push_back(fmt::format("the file has several layers: {}", listed(layers)));
        const FeatureTable table = read_layer(path, {}, work);
        if (table.shape_type == ShapeType::line || table.shape_type == ShapeType::area) {
            inspect_shapes(path, table, result);
            return result;
        }
    }
    OpenedFile file = open_rows(path, {}, work);
    result.encoding = file.encoding;
    result.separator = file.separator;
    result.warnings.insert(result.warnings.end(), file.notes.begin(), file.notes.end());
    inspect_points(file, result, work);
    return result;
}

}  // namespace

Inspection inspect_file(const std::filesystem::path& path, const Work& work) {
    return with_context("looking at " + path.filename().string(), [&] { return inspect(path, work); });
}

}  // namespace baken
