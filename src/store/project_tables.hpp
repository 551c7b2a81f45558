#pragma once
/// The tables of a project that was saved, and the readers of its parts. Each adds to the project what it read, in the
/// order in which load_project calls them.

#include "base/work.hpp"
#include "geo/io/read_layer.hpp"
#include "model/project.hpp"
#include "store/cells.hpp"
#include "store/event_codes.hpp"

#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace baken {

class ProjectTables {
public:
    /// Throws what LayerFile throws.
    ProjectTables(const std::filesystem::path& file, const Work& work) : path_(file), file_(file), work_(work) {}

    [[nodiscard]] const std::filesystem::path& file() const { return path_; }
    [[nodiscard]] std::vector<std::string> names() const { return file_.names(); }
    [[nodiscard]] bool has(const std::string& name) const;
    [[nodiscard]] FeatureTable table(const std::string& name) const;
    template <class Each>
    void for_each(const std::string& name, Each&& each) const {
        const FeatureTable found = table(name);
        for (std::size_t i = 0; i < found.rows.size(); ++i) each(RowReader(found, i));
    }
    /// As for_each; nothing where the table is not there: an earlier version wrote none.
    template <class Each>
    void for_each_if_any(const std::string& name, Each&& each) const {
        if (has(name)) for_each(name, std::forward<Each>(each));
    }
    /// The one row of a table that has exactly one; throws InputError else.
    template <class Each>
    void for_one(const std::string& name, Each&& each) const {
        const FeatureTable found = table(name);
        require_one(found);
        each(RowReader(found, 0));
    }

private:
    static void require_one(const FeatureTable&);

    std::filesystem::path path_;
    LayerFile file_;
    const Work& work_;
};

/// Index by what names a thing: a municipality's code, a hotspot's id.
using Indices = std::unordered_map<std::string, std::size_t>;
[[nodiscard]] Indices municipality_indices(const Project&);
[[nodiscard]] Indices hotspot_indices(const Project&);
/// Refuses a value that names nothing known; `what` ends the sentence: "which is no municipality here".
[[nodiscard]] std::size_t index_of(const RowReader&, const std::string& column, const Indices& known,
                                   std::string_view what);

/// Of a hotspot in a file that holds no groups, until read_events has counted what its accidents tell.
inline constexpr int groups_not_counted = -1;

void read_municipalities(const ProjectTables&, Project&);
void read_roads(const ProjectTables&, Project&);
void read_hotspots(const ProjectTables&, Project&);
/// Accidents and complaints, and which hotspot answers for each.
void read_events(const ProjectTables&, Project&);
/// Speed measurements and schools; a file of an earlier version has none.
void read_measured(const ProjectTables&, Project&);
void read_checks(const ProjectTables&, Project&);
/// Certificate, unmet rules, figures of the search and of the ranking.
void read_account(const ProjectTables&, Project&);
/// Squares, pieces of road, stretches and what goes with them; a file without them has none.
void read_findings(const ProjectTables&, Project&);
void read_receipts(const ProjectTables&, Project&);
void read_provenance(const ProjectTables&, Project&);

/// The value of `all` that a column's code names; refuses a code of none.
template <class Codes>
auto coded(const RowReader& row, const std::string& column, const Codes& all) {
    const std::string code = row.text(column);
    std::string known;
    for (const auto value : all) {
        if (code_of(value) == code) return value;
        known += (known.empty() ? "" : ", ") + std::string(code_of(value));
    }
    row.refuse("'" + column + "' is '" + code + "'; known are " + known);
}

/// "2022,2023" as numbers.
[[nodiscard]] std::vector<int> numbers_in(const RowReader&, const std::string& column);

}  // namespace baken
