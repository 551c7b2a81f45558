#include "store/own_tables.hpp"

#include "base/text.hpp"
#include "store/cells.hpp"
#include "store/event_tables.hpp"
#include "store/findings_layers.hpp"
#include "store/project_file.hpp"

#include <array>

#include <fmt/format.h>

namespace baken {

namespace {

constexpr FieldType text_type = FieldType::text, whole_type = FieldType::integer, real_type = FieldType::real;

FeatureTable table(std::string name, std::vector<Field> fields) {
    return {.name = std::move(name), .shape_type = ShapeType::none, .fields = std::move(fields), .rows = {}};
}

void add(FeatureTable& to, std::vector<Value> values) { to.rows.push_back({std::move(values), {}}); }

template <class Number>
std::string listed(const std::vector<Number>& numbers) {
    std::vector<std::string> parts;
    for (const auto number : numbers) parts.push_back(std::to_string(number));
    return joined(parts, ",");
}

FeatureTable settings_table(const Project& project) {
    FeatureTable made = table("baken_settings", {{"schema_version", whole_type},
                                                 {"name", text_type},
                                                 {"file", text_type},
                                                 {"toml", text_type},
                                                 {"sha256", text_type},
                                                 {"seed", text_type},
                                                 {"language", text_type},
                                                 {"years", text_type}});
    add(made, {whole_cell(schema_version), text_cell(project.settings.name),
               text_cell(project.settings.file.filename().string()), text_cell(project.settings_text),
               text_cell(project.settings.sha256), text_cell(std::to_string(project.seed)),
               text_cell(says(project.settings.language, "nl", "en")), text_cell(listed(project.years))});
    return made;
}

FeatureTable campaigns_table(const Project& project) {
    FeatureTable made = table("baken_campaigns", {{"name", text_type},
                                                  {"theme", text_type},
                                                  {"first_day", FieldType::date},
                                                  {"last_day", FieldType::date},
                                                  {"confirmed", FieldType::boolean},
                                                  {"source", text_type}});
    for (const auto& campaign : project.campaigns)
        add(made, {text_cell(campaign.name), text_cell(code_of(campaign.theme)), campaign.from, campaign.to,
                   campaign.is_confirmed, text_cell(campaign.source)});
    return made;
}

FeatureTable school_holidays_table(const Project& project) {
    FeatureTable made = table("baken_school_holidays",
                              {{"name", text_type}, {"first_day", FieldType::date}, {"last_day", FieldType::date}});
    for (const auto& holiday : project.school_holidays) add(made, {text_cell(holiday.name), holiday.from, holiday.to});
    return made;
}

/// What the hotspots layer leaves out because no person reads it, and the plan is weighed by.
FeatureTable hotspots_table(const Project& project) {
    FeatureTable made = table("baken_hotspots", {{"hotspot_id", text_type},
                                                 {"accidents_per_year", text_type},
                                                 {"effective_complainants", real_type},
                                                 {"score", real_type},
                                                 {"ranks", text_type},
                                                 {"built_up", FieldType::boolean}});
    for (const Theme theme : all_themes) made.fields.push_back({"theme_" + std::string(code_of(theme)), real_type});
    for (const auto& hotspot : project.hotspots) {
        std::vector<Value> values{text_cell(hotspot.id.text),
                                  text_cell(listed(hotspot.accidents_per_year)),
                                  hotspot.effective_complainants,
                                  hotspot.score,
                                  text_cell(listed(hotspot.ranks)),
                                  cell_or_null(hotspot.is_built_up, [](bool built_up) { return built_up; })};
        for (const double weight : hotspot.theme_weight) values.emplace_back(weight);
        add(made, std::move(values));
    }
    return made;
}

void add_receipt_tables(std::vector<FeatureTable>& tables, const Project& project) {
    FeatureTable receipts = table("baken_receipt", {{"receipt", whole_type},
                                                    {"source", text_type},
                                                    {"kind", text_type},
                                                    {"profile", text_type},
                                                    {"sha256", text_type},
                                                    {"encoding", text_type},
                                                    {"crs", text_type},
                                                    {"operation", text_type},
                                                    {"rows_read", whole_type},
                                                    {"placed", whole_type},
                                                    {"unplaced", whole_type},
                                                    {"rejected", whole_type},
                                                    {"duplicate", whole_type},
                                                    {"outside_region", whole_type},
                                                    {"filtered", whole_type},
                                                    {"notes", text_type}});
    FeatureTable rejected =
        table("baken_rejected",
              {{"receipt", whole_type}, {"line", whole_type}, {"column_name", text_type}, {"reason", text_type}});
    FeatureTable columns =
        table("baken_receipt_columns", {{"receipt", whole_type}, {"column_name", text_type}, {"filled", whole_type}});
    FeatureTable filtered =
        table("baken_receipt_filtered", {{"receipt", whole_type}, {"rule", text_type}, {"rows_filtered", whole_type}});
    for (std::size_t i = 0; i < project.region->receipts.size(); ++i) {
        const Receipt& r = project.region->receipts[i];
        add(receipts, {whole_cell(i), text_cell(r.source), text_cell(r.kind), text_cell(r.profile), text_cell(r.sha256),
                       text_cell(r.encoding), text_cell(r.crs), text_cell(r.operation), whole_cell(r.read),
                       whole_cell(r.placed), whole_cell(r.unplaced), whole_cell(r.rejected), whole_cell(r.duplicate),
                       whole_cell(r.outside_region), whole_cell(r.filtered), text_cell(joined(r.notes, "\n"))});
        for (const auto& row : r.rejected_rows)
            add(rejected, {whole_cell(i), whole_cell(row.line), text_cell(row.column), text_cell(row.reason)});
        for (const auto& column : r.columns)
            add(columns, {whole_cell(i), text_cell(column.column), whole_cell(column.filled)});
        for (const auto& [rule, rows] : r.filtered_by)
            add(filtered, {whole_cell(i), text_cell(rule), whole_cell(rows)});
    }
    for (auto* made : {&receipts, &rejected, &columns, &filtered}) tables.push_back(std::move(*made));
}

FeatureTable certificate_table(const Project& project) {
    FeatureTable made = table("baken_certificate", {{"clause", text_type},
                                                    {"text", text_type},
                                                    {"required", whole_type},
                                                    {"met", whole_type},
                                                    {"ok", FieldType::boolean},
                                                    {"checks", text_type}});
    for (const auto& clause : project.certificate.clauses) {
        std::vector<std::string> checks;
        for (const auto& check : clause.checks) checks.push_back(check.text);
        add(made, {text_cell(clause.id), text_cell(clause.text), whole_cell(clause.required), whole_cell(clause.met),
                   clause.ok, text_cell(joined(checks, " "))});
    }
    return made;
}

FeatureTable unmet_table(const Project& project) {
    FeatureTable made = table(
        "baken_unmet", {{"list", text_type}, {"clause", text_type}, {"text", text_type}, {"relaxation", text_type}});
    const auto add_all = [&](std::string_view list, const std::vector<Unmet>& found) {
        for (const auto& unmet : found)
            add(made, {text_cell(list), text_cell(unmet.id), text_cell(unmet.text), text_cell(unmet.relaxation)});
    };
    add_all("unmet", project.plan.unmet);
    add_all("unvisited", project.plan.unvisited);
    return made;
}

FeatureTable solver_table(const Project& project) {
    FeatureTable made = table("baken_solver", {{"status", text_type},
                                               {"value", real_type},
                                               {"best", real_type},
                                               {"bound", real_type},
                                               {"gap", real_type},
                                               {"candidates", whole_type},
                                               {"plans_compared", whole_type},
                                               {"same_place_and_day", real_type},
                                               {"most_likely_day", real_type},
                                               {"entropy_bits", real_type}});
    const SolverReport& solver = project.plan.solver;
    const Predictability& guess = project.plan.predictability;
    add(made, {text_cell(code_of(solver.status)), solver.value, solver.best, solver.bound, solver.gap,
               whole_cell(solver.candidates), whole_cell(guess.plans), guess.same_place_and_day, guess.most_likely_day,
               guess.entropy_bits});
    return made;
}

FeatureTable foresight_table(const Project& project) {
    FeatureTable made = table("baken_foresight", {{"learned_from", text_type},
                                                  {"tested_on", whole_type},
                                                  {"accidents", whole_type},
                                                  {"caught", whole_type},
                                                  {"share", real_type}});
    if (project.foresight) {
        const Foresight& f = *project.foresight;
        add(made, {text_cell(listed(f.learned_from)), whole_cell(f.tested_on), whole_cell(f.accidents),
                   whole_cell(f.caught), f.share});
    }
    return made;
}

FeatureTable darkness_table(const Project& project) {
    FeatureTable made = table("baken_darkness", {{"accidents", whole_type},
                                                 {"in_dark", whole_type},
                                                 {"in_light", whole_type},
                                                 {"ratio", real_type},
                                                 {"low", real_type},
                                                 {"high", real_type}});
    if (project.darkness) {
        const DarknessOdds& d = *project.darkness;
        add(made, {whole_cell(d.accidents), whole_cell(d.in_dark), whole_cell(d.in_light), d.ratio, d.low, d.high});
    }
    return made;
}

void add_provenance_tables(std::vector<FeatureTable>& tables, const Project& project) {
    const Provenance& from = project.provenance;
    FeatureTable made = table("baken_provenance", {{"version", text_type},
                                                   {"libraries", text_type},
                                                   {"operation", text_type},
                                                   {"settings_sha256", text_type},
                                                   {"data_date", text_type},
                                                   {"notes", text_type}});
    add(made, {text_cell(from.version), text_cell(from.libraries), text_cell(from.operation),
               text_cell(from.settings_sha256), text_cell(from.data_date), text_cell(joined(from.notes, "\n"))});
    FeatureTable inputs =
        table("baken_inputs", {{"name", text_type}, {"sha256", text_type}, {"rows_read", whole_type}});
    for (const auto& input : from.inputs)
        add(inputs, {text_cell(input.name), text_cell(input.sha256), whole_cell(input.rows)});
    tables.push_back(std::move(made));
    tables.push_back(std::move(inputs));
}

FeatureTable log_table(const Project& project, UtcTime stamp) {
    FeatureTable made =
        table("baken_log",
              {{"stamp", FieldType::date_time}, {"action", text_type}, {"version", text_type}, {"what", text_type}});
    add(made, {stamp, text_cell("planned"), text_cell(project.provenance.version),
               text_cell(fmt::format("{} sources imported, {} hotspots, {} checks", project.region->receipts.size(),
                                     project.hotspots.size(), project.plan.checks.size()))});
    return made;
}

}  // namespace

std::string_view code_of(SolveStatus status) {
    static constexpr std::array<std::string_view, 3> codes{"optimal", "within_gap", "stopped"};
    return codes[static_cast<std::size_t>(status)];
}

std::vector<FeatureTable> own_tables(const Project& project, UtcTime stamp) {
    std::vector<FeatureTable> tables{settings_table(project), campaigns_table(project), school_holidays_table(project),
                                     hotspots_table(project), accidents_table(project), complaints_table(project)};
    add_receipt_tables(tables, project);
    tables.push_back(certificate_table(project));
    tables.push_back(unmet_table(project));
    tables.push_back(solver_table(project));
    tables.push_back(foresight_table(project));
    tables.push_back(darkness_table(project));
    for (auto& made : findings_tables(project)) tables.push_back(std::move(made));
    add_provenance_tables(tables, project);
    tables.push_back(log_table(project, stamp));
    return tables;
}

}  // namespace baken
