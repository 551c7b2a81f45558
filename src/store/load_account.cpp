#include "base/text.hpp"
#include "store/own_tables.hpp"
#include "store/project_tables.hpp"

#include <array>

#include <fmt/format.h>

namespace baken {

namespace {

constexpr std::array statuses{SolveStatus::optimal, SolveStatus::within_gap, SolveStatus::stopped};

bool has_text(const RowReader& row, const std::string& column) { return !row.text(column).empty(); }

}  // namespace

void read_account(const ProjectTables& tables, Project& project) {
    tables.for_each("baken_certificate", [&](const RowReader& row) {
        Clause clause{.id = row.text("clause"),
                      .text = row.text("text"),
                      .required = static_cast<int>(row.whole("required")),
                      .met = static_cast<int>(row.whole("met")),
                      .ok = row.yes("ok"),
                      .checks = {}};
        if (has_text(row, "checks"))
            for (auto& id : split(row.text("checks"), ' ')) clause.checks.push_back({std::move(id)});
        project.certificate.clauses.push_back(std::move(clause));
    });
    tables.for_each("baken_unmet", [&](const RowReader& row) {
        auto& list = row.text("list") == "unvisited" ? project.plan.unvisited : project.plan.unmet;
        list.push_back({row.text("clause"), row.text("text"), row.text("relaxation")});
    });
    tables.for_one("baken_solver", [&](const RowReader& row) {
        project.plan.solver = {.status = coded(row, "status", statuses),
                               .best = row.real("best"),
                               .bound = row.real("bound"),
                               .gap = row.real("gap"),
                               .value = row.real("value"),
                               .candidates = row.whole("candidates")};
        project.plan.predictability = {.plans = static_cast<int>(row.whole("plans_compared")),
                                       .same_place_and_day = row.real("same_place_and_day"),
                                       .most_likely_day = row.real("most_likely_day"),
                                       .entropy_bits = row.real("entropy_bits")};
    });
    tables.for_each("baken_foresight", [&](const RowReader& row) {
        project.foresight = Foresight{.learned_from = numbers_in(row, "learned_from"),
                                      .tested_on = static_cast<int>(row.whole("tested_on")),
                                      .accidents = static_cast<int>(row.whole("accidents")),
                                      .caught = static_cast<int>(row.whole("caught")),
                                      .share = row.real("share")};
    });
    tables.for_each_if_any("baken_darkness", [&](const RowReader& row) {
        project.darkness = DarknessOdds{.accidents = static_cast<int>(row.whole("accidents")),
                                        .in_dark = static_cast<int>(row.whole("in_dark")),
                                        .in_light = static_cast<int>(row.whole("in_light")),
                                        .ratio = row.real("ratio"),
                                        .low = row.real("low"),
                                        .high = row.real("high")};
    });
}

void read_receipts(const ProjectTables& tables, Project& project) {
    auto& receipts = project.region.edit().receipts;
    const auto count = [](const RowReader& row, const char* column) {
        return static_cast<std::size_t>(row.whole(column));
    };
    tables.for_each("baken_receipt", [&](const RowReader& row) {
        Receipt r{.source = row.text("source"),
                  .kind = row.text("kind"),
                  .profile = row.text("profile"),
                  .sha256 = row.text("sha256"),
                  .encoding = row.text("encoding"),
                  .crs = row.text("crs"),
                  .operation = row.text("operation"),
                  .read = count(row, "rows_read"),
                  .placed = count(row, "placed"),
                  .unplaced = count(row, "unplaced"),
                  .rejected = count(row, "rejected"),
                  .duplicate = count(row, "duplicate"),
                  .outside_region = count(row, "outside_region"),
                  .filtered = count(row, "filtered"),
                  .filtered_by = {},
                  .rejected_rows = {},
                  .columns = {},
                  .notes = {}};
        if (has_text(row, "notes")) r.notes = split(row.text("notes"), '\n');
        receipts.push_back(std::move(r));
    });
    const auto receipt_of = [&](const RowReader& row) -> Receipt& {
        const auto index = static_cast<std::size_t>(row.whole("receipt"));
        if (index >= receipts.size()) row.refuse(fmt::format("receipt {} is not there", index));
        return receipts[index];
    };
    tables.for_each("baken_rejected", [&](const RowReader& row) {
        receipt_of(row).rejected_rows.push_back({count(row, "line"), row.text("column_name"), row.text("reason")});
    });
    tables.for_each("baken_receipt_columns", [&](const RowReader& row) {
        receipt_of(row).columns.push_back({row.text("column_name"), count(row, "filled")});
    });
    tables.for_each("baken_receipt_filtered", [&](const RowReader& row) {
        receipt_of(row).filtered_by[row.text("rule")] = count(row, "rows_filtered");
    });
}

void read_provenance(const ProjectTables& tables, Project& project) {
    Provenance& from = project.provenance;
    tables.for_one("baken_provenance", [&](const RowReader& row) {
        from = {.version = row.text("version"),
                .libraries = row.text("libraries"),
                .operation = row.text("operation"),
                .settings_sha256 = row.text("settings_sha256"),
                .data_date = row.text("data_date"),
                .inputs = {}};
        if (row.has("notes") && !row.text("notes").empty()) from.notes = split(row.text("notes"), '\n');
    });
    tables.for_each("baken_inputs", [&](const RowReader& row) {
        from.inputs.push_back({row.text("name"), row.text("sha256"), static_cast<std::size_t>(row.whole("rows_read"))});
    });
}

}  // namespace baken
