#include "app/desk.hpp"
#include "base/text.hpp"
#include "cli/common.hpp"
#include "cli/exit_code.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>

namespace baken {

namespace {

struct Written {
    std::string project, check, status = "done", fines, remark;
    int vehicles = 0, tests = 0, warnings = 0;
};

/// "snelheid=12,telefoon=3"; a kind that comes twice is added up.
std::vector<CheckResult::Fines> fines_from(const std::string& text) {
    std::vector<CheckResult::Fines> fines;
    if (trimmed(text).empty()) return fines;
    for (const auto& part : split(text, ',')) {
        const auto equals = part.rfind('=');
        const std::string kind(trimmed(part.substr(0, equals)));
        const long long count =
            equals == std::string::npos ? -1 : parse_integer(trimmed(part.substr(equals + 1))).value_or(-1);
        if (kind.empty() || count < 0 || count > 100000)
            throw SettingsError(fmt::format("--fines has '{}'; write kind=number, as snelheid=12,telefoon=3", part));
        const auto same = std::find_if(fines.begin(), fines.end(), [&](const auto& f) { return f.kind == kind; });
        if (same == fines.end())
            fines.push_back({kind, static_cast<int>(count)});
        else
            same->count += static_cast<int>(count);
    }
    std::erase_if(fines, [](const auto& f) { return f.count == 0; });
    return fines;
}

/// The check that is meant; a wrong id is answered with the nearest one.
const Check& check_named(const Project& project, const std::string& id) {
    std::vector<std::string> ids;
    for (const Check& check : project.plan.checks) {
        if (check.id.text == id) return check;
        ids.push_back(check.id.text);
    }
    const auto nearest = nearest_word(id, ids);
    throw SettingsError(fmt::format("no check is called '{}'{}", id,
                                    nearest ? fmt::format("; did you mean {}?", *nearest) : std::string()));
}

RecordResult record_from(const Written& written, const Project& project) {
    RecordResult record{.check = check_named(project, written.check).id,
                        .status = written.status == "cancelled" ? CheckStatus::cancelled : CheckStatus::done,
                        .result = CheckResult{.vehicles = written.vehicles,
                                              .tests = written.tests,
                                              .warnings = written.warnings,
                                              .fines = fines_from(written.fines),
                                              .remark = written.remark}};
    if (record.status == CheckStatus::cancelled &&
        (written.vehicles > 0 || written.tests > 0 || written.warnings > 0 || !record.result->fines.empty()))
        throw SettingsError(
            "a check that was cancelled has no numbers; give "
            "--remark alone, or --status done");
    if (*record.result == CheckResult{}) record.result.reset();
    return record;
}

}  // namespace

void add_results_command(CLI::App& app, Session& session) {
    auto* command = app.add_subcommand(
        "results", session.help("schrijf op wat een controle opleverde", "write down what a check gave"));
    const auto written = std::make_shared<Written>();
    const auto number = [&](const char* name, int& value, const std::string& help) {
        command->add_option(name, value, help)->check(CLI::Range(0, 100000))->type_name("N");
    };
    command
        ->add_option("project", written->project,
                     session.help("het project (.gpkg) van een run", "the project (.gpkg) of a run"))
        ->required()
        ->type_name("PROJECT");
    command
        ->add_option("--check", written->check,
                     session.help("de controle, zoals GM0225-2027-03", "the check, as GM0225-2027-03"))
        ->required()
        ->type_name("ID");
    command->add_option("--status", written->status, session.help("uitgevoerd of vervallen", "done or cancelled"))
        ->check(CLI::IsMember({"done", "cancelled"}))
        ->type_name("done|cancelled");
    number("--vehicles", written->vehicles, session.help("gecontroleerde voertuigen", "vehicles checked"));
    number("--tests", written->tests, session.help("blaas- en speekseltesten", "breath and saliva tests"));
    number("--warnings", written->warnings, session.help("waarschuwingen", "warnings"));
    command
        ->add_option("--fines", written->fines,
                     session.help("bonnen per soort, zoals \"snelheid=12,telefoon=3\"",
                                  "fines per kind, as \"snelheid=12,telefoon=3\""))
        ->type_name("KIND=N,...");
    command->add_option("--remark", written->remark, session.help("opmerking", "remark"))->type_name("TEXT");
    command->footer(
        session.help("Voorbeelden:\n  baken results plan.gpkg --check GM0225-2027-03 "
                     "--vehicles 148 --fines \"snelheid=12,telefoon=3\"\n"
                     "  baken results plan.gpkg --check GM0225-2027-04 --status cancelled "
                     "--remark gladheid",
                     "Examples:\n  baken results plan.gpkg --check GM0225-2027-03 --vehicles "
                     "148 --fines \"snelheid=12,telefoon=3\"\n"
                     "  baken results plan.gpkg --check GM0225-2027-04 --status cancelled "
                     "--remark \"black ice\""));
    command->callback([&session, written] {
        session.command = [&session, written] {
            const Work work = session.work();
            Desk desk = Desk::open(written->project, work);
            const Language language = session.language_of(desk.project());
            if (desk.recovery())
                throw InputError(
                    "this project has edits that a crash left behind; "
                    "open it in baken-desktop first and take "
                    "or leave them");
            const RecordResult record = record_from(*written, desk.project());
            if (record.result && record.result->tests > record.result->vehicles)
                session.terminal.message(
                    says(language, "Let op: meer testen dan voertuigen.", "Note: more tests than vehicles."));
            const std::string words = words_of(desk.project(), record, language);
            desk.perform(record);
            desk.save(work);
            session.terminal.result(words + "\n");
            return exit_code::done;
        };
    });
}

}  // namespace baken
