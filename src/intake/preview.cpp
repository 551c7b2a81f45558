#include "intake/preview.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "geo/io/read_layer.hpp"
#include "intake/complaint_themes.hpp"
#include "intake/profiles/profile.hpp"
#include "intake/raw_places.hpp"
#include "intake/roads.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <unordered_map>

namespace baken {

namespace {

constexpr std::size_t rows_shown = 50, values_shown = 3, rows_between_looks = 8192;

void add_sample(ColumnSample& sample, std::string_view value) {
    if (value.empty()) return;
    ++sample.filled;
    if (sample.values.size() < values_shown &&
        std::find(sample.values.begin(), sample.values.end(), value) == sample.values.end())
        sample.values.emplace_back(value);
}

/// What the settings name that the file has not is left out, so that the rest can be shown.
ColumnMap map_of_what_is_there(const SourceSettings& source, const std::vector<std::string>& columns,
                               const std::vector<ColumnRule>& rules, std::string& problem) {
    try {
        return map_columns(columns, rules, source.columns);
    } catch (const SettingsError& error) {
        problem = error.what();
    }
    std::map<std::string, std::string> known;
    for (const auto& [ours, theirs] : source.columns) {
        const bool is_ours =
            std::any_of(rules.begin(), rules.end(),
                        [&, name = std::string_view(ours)](const ColumnRule& rule) { return rule.ours == name; });
        if (is_ours && std::find(columns.begin(), columns.end(), theirs) != columns.end()) known[ours] = theirs;
    }
    return map_columns(columns, rules, known);
}

std::vector<FieldChoice> fields_of(const std::vector<ColumnRule>& rules, const std::vector<std::string_view>& needed,
                                   const std::vector<std::string>& columns, const ColumnMap& map) {
    const ColumnMap proposed = map_columns(columns, rules, {});
    std::vector<FieldChoice> fields;
    const auto name = [&](const ColumnMap& from, std::string_view ours) {
        const auto at = from.at(ours);
        return at ? columns[*at] : std::string{};
    };
    for (const auto& rule : rules)
        fields.push_back({std::string(rule.ours), name(map, rule.ours), name(proposed, rule.ours),
                          std::find(needed.begin(), needed.end(), rule.ours) != needed.end()});
    return fields;
}

/// The pair that belongs together goes before what each name says alone.
void set_places(std::vector<FieldChoice>& fields, const PlaceColumns& where, const PlaceColumns& proposed,
                const std::vector<std::string>& columns, bool has_shapes) {
    const auto name = [&](std::optional<std::size_t> at) { return at ? columns[*at] : std::string{}; };
    for (auto& field : fields) {
        const auto set = [&](std::optional<std::size_t> chosen, std::optional<std::size_t> found) {
            field.theirs = name(chosen);
            field.proposed = name(found);
            field.is_needed = !has_shapes && !where.wkt && field.ours != "shape";
        };
        if (field.ours == "x") set(where.x, proposed.x);
        if (field.ours == "y") set(where.y, proposed.y);
        if (field.ours == "shape") set(where.x && where.y ? std::nullopt : where.wkt, proposed.wkt);
    }
    if (has_shapes)
        std::erase_if(fields, [](const FieldChoice& f) { return f.ours == "x" || f.ours == "y" || f.ours == "shape"; });
}

class CategoryCounter {
public:
    CategoryCounter(const RowSource& rows, const ColumnMap& map)
        : rows_(rows), category_(map.at("category")), subcategory_(map.at("subcategory")) {}

    void look() {
        if (!category_ && !subcategory_) return;
        ++counts_[{std::string(text(category_)), std::string(text(subcategory_))}];
    }
    [[nodiscard]] std::vector<CategoryCount> counted(const std::map<std::string, std::string>& chosen) const {
        std::vector<CategoryCount> counts;
        ComplaintThemes themes(chosen);
        for (const auto& [names, rows] : counts_) {
            const std::string path = category_path(names.first, names.second);
            std::map<std::string, std::string> others = chosen;
            const bool is_named =
                std::erase_if(others, [&](const auto& one) { return folded(one.first) == folded(path); }) > 0;
            counts.push_back({path, rows,
                              is_named ? ComplaintThemes(others).theme_of(names.first, names.second)
                                       : themes.theme_of(names.first, names.second)});
        }
        std::stable_sort(counts.begin(), counts.end(),
                         [](const CategoryCount& a, const CategoryCount& b) { return a.rows > b.rows; });
        return counts;
    }

private:
    [[nodiscard]] std::string_view text(std::optional<std::size_t> column) const {
        return column ? rows_.field(*column) : std::string_view{};
    }

    const RowSource& rows_;
    std::optional<std::size_t> category_, subcategory_;
    std::map<std::pair<std::string, std::string>, std::size_t> counts_;
};

/// Runs a check of the import; its refusal becomes the problem, unless there is one.
void try_it(SourcePreview& preview, const std::function<void()>& check) {
    try {
        check();
    } catch (const SettingsError& error) {
        if (preview.problem.empty()) preview.problem = error.what();
    } catch (const InputError& error) {
        if (preview.problem.empty()) preview.problem = error.what();
    }
}

const Profile& chosen_profile(SourcePreview& preview, const std::vector<std::string>& columns) {
    const Profile* profile = preview.asked.kind == SourceKind::accidents      ? &generic_accidents()
                             : preview.asked.kind == SourceKind::measurements ? &generic_measurements()
                             : preview.asked.kind == SourceKind::schools      ? &generic_schools()
                                                                              : &generic_complaints();
    try_it(preview, [&] {
        profile = &choose_profile(preview.asked, columns);
        preview.profile = profile->name;
    });
    return *profile;
}

void settle(SourcePreview& preview, const std::vector<RawPoint>& points, const PlaceColumns& where,
            const std::vector<std::string>& columns) {
    const PlaceReading reading = read_places(points, where, columns, preview.asked.crs);
    preview.given = reading.given;
    preview.fitting = reading.fitting;
    if (reading.fitting > 0) {
        preview.crs = reading.crs;
        preview.found_by = reading.found_by;
        preview.notes.insert(preview.notes.end(), reading.notes.begin(), reading.notes.end());
        return;
    }
    if (points.empty() || !preview.problem.empty()) return;
    if (!preview.asked.crs.empty())
        if (const PlaceReading free = read_places(points, where, columns, ""); free.fitting > 0) {
            preview.problem = "crs = \"" + preview.asked.crs +
                              "\" puts no row in the Netherlands, but the values fit " + free.crs + ": leave crs out";
            return;
        }
    preview.problem = nowhere_message(points, where, columns);
}

void preview_rows(OpenedFile& file, SourcePreview& preview, const Work& work) {
    RowSource& rows = *file.rows;
    const auto& columns = rows.columns();
    const Profile& profile = chosen_profile(preview, columns);
    const ColumnMap map = map_of_what_is_there(preview.asked, columns, profile.rules, preview.problem);
    const PlaceColumns where = find_place_columns(columns, map, preview.asked.columns);
    preview.fields = fields_of(profile.rules, profile.required, columns, map);
    set_places(preview.fields, where, find_place_columns(columns, map_columns(columns, profile.rules, {}), {}), columns,
               rows.has_places());
    try_it(preview, [&] { require_columns(profile, map, columns); });
    try_it(preview, [&] { (void)require_places(rows, map, preview.asked); });

    for (const auto& column : columns) preview.columns.push_back({column, 0, {}});
    const bool has_places = where.are_found() || rows.has_places();
    std::vector<RawPoint> points;
    CategoryCounter categories(rows, map);
    while (rows.next()) {
        if (++preview.rows % rows_between_looks == 0) {
            work.check_stop();
            work.progress("looking", rows.share());
        }
        if (!rows.fault().empty()) {
            ++preview.faulty;
            continue;
        }
        for (std::size_t i = 0; i < columns.size(); ++i) add_sample(preview.columns[i], rows.field(i));
        if (preview.first_rows.size() < rows_shown) {
            auto& fields = preview.first_rows.emplace_back();
            for (std::size_t i = 0; i < columns.size(); ++i) fields.emplace_back(rows.field(i));
        }
        if (has_places) points.push_back(raw_point(rows, where));
        if (preview.asked.kind == SourceKind::complaints) categories.look();
    }
    if (has_places) settle(preview, points, where, columns);
    try_it(preview, [&] { preview.categories = categories.counted(preview.asked.themes); });
    if (preview.rows == 0 && preview.problem.empty()) preview.problem = "the file has a header and no rows";
}

void preview_lines(SourcePreview& preview, const Work& work) {
    ReadOptions options;
    if (!preview.asked.crs.empty()) options.crs = preview.asked.crs;
    const FeatureTable table = read_layer(preview.asked.path, options, work);
    std::vector<std::string> columns;
    for (const auto& field : table.fields) {
        columns.push_back(field.name);
        preview.columns.push_back({field.name, 0, {}});
    }
    for (const auto& row : table.rows) {
        std::vector<std::string> fields;
        for (std::size_t i = 0; i < columns.size(); ++i) {
            fields.push_back(text_of(row.values[i]));
            add_sample(preview.columns[i], fields.back());
        }
        if (preview.first_rows.size() < rows_shown) preview.first_rows.push_back(std::move(fields));
    }
    preview.rows = preview.given = preview.fitting = table.rows.size();
    preview.profile = "generic";
    preview.crs = "EPSG:28992";
    preview.found_by = "the file's own shapes";
    preview.fields = fields_of(road_rules(), {}, columns,
                               map_of_what_is_there(preview.asked, columns, road_rules(), preview.problem));
    if (table.shape_type != ShapeType::line && preview.problem.empty())
        preview.problem = "the file holds no lines: roads are lines";
}

}  // namespace

SourcePreview preview_source(const SourceSettings& source, const Work& work) {
    return with_context("looking at " + source.path.filename().string(), [&] {
        SourcePreview preview;
        preview.asked = source;
        if (source.kind == SourceKind::roads && !is_text_file(source.path)) {
            preview_lines(preview, work);
            return preview;
        }
        OpenedFile file = open_rows(source.path, {.crs = source.crs, .encoding = source.encoding}, work);
        preview.encoding = file.encoding;
        preview.separator = file.separator;
        preview.notes = file.notes;
        preview_rows(file, preview, work);
        if (source.kind == SourceKind::roads) preview.problem = "the file holds no lines: roads are lines";
        return preview;
    });
}

}  // namespace baken
