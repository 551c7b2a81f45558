#include "app/brief.hpp"

#include "app/named_work.hpp"
#include "app/outputs.hpp"
#include "app/staged_folder.hpp"
#include "base/text.hpp"
#include "output/briefing.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace baken {

namespace fs = std::filesystem;

namespace {

constexpr std::array<std::string_view, 3> format_codes{"pdf", "docx", "html"};

/// Of the whole work, making the pages; printing them takes the rest.
constexpr double share_of_pages = 0.15;

[[noreturn]] void refuse(Language language, const std::string& dutch, const std::string& english) {
    throw SettingsError(std::string(says(language, dutch, english)));
}

std::uint32_t municipality_meant(const Project& project, const std::string& written) {
    const auto& all = project.region->municipalities;
    const auto found = std::find_if(all.begin(), all.end(), [&](const Municipality& m) {
        return m.code.text == written || folded(m.name) == folded(written);
    });
    if (found != all.end()) return static_cast<std::uint32_t>(found - all.begin());
    std::vector<std::string> names;
    for (const Municipality& m : all) names.push_back(m.name);
    refuse(project.settings.language,
           fmt::format("er is geen gemeente '{}' in dit plan; er zijn: {}", written, joined(names, ", ")),
           fmt::format("there is no municipality '{}' in this plan; there are: {}", written, joined(names, ", ")));
}

void require_known(const Project& project, const std::vector<std::string>& asked) {
    std::vector<std::string> ids;
    for (const Check& check : project.plan.checks) ids.push_back(check.id.text);
    for (const std::string& id : asked) {
        if (std::count(ids.begin(), ids.end(), id) > 0) continue;
        const auto near = nearest_word(id, ids);
        refuse(project.settings.language,
               fmt::format("er is geen controle '{}' in dit plan{}", id,
                           near ? fmt::format("; bedoelde u {}?", *near) : std::string()),
               fmt::format("there is no check '{}' in this plan{}", id,
                           near ? fmt::format("; did you mean {}?", *near) : std::string()));
    }
}

/// One name per check, also where two ids differ in signs that no file name keeps.
std::vector<std::string> names_of(const Project& project, std::span<const Check* const> checks) {
    std::vector<std::string> names;
    std::set<std::string> taken;
    for (const Check* check : checks) {
        const std::string name = briefing_name(project, *check);
        std::string free = name;
        for (int i = 2; !taken.insert(free).second; ++i) free = name + "-" + std::to_string(i);
        names.push_back(free);
    }
    return names;
}

Work part_of(const Work& work, double from, double to) {
    Work part = work;
    if (work.on_progress)
        part.on_progress = [tell = work.on_progress, from, to](std::string_view doing, double share) {
            tell(doing, share < 0 ? share : from + (to - from) * share);
        };
    return part;
}

bool has(const BriefFormats& formats, BriefFormat format) { return formats.contains(format); }

}  // namespace

std::string_view code_of(BriefFormat format) { return format_codes[static_cast<std::size_t>(format)]; }

std::optional<BriefFormat> brief_format_from(std::string_view code) {
    for (std::size_t i = 0; i < format_codes.size(); ++i)
        if (format_codes[i] == code) return static_cast<BriefFormat>(i);
    return std::nullopt;
}

std::vector<const Check*> checks_to_brief(const Project& project, const BriefChoice& choice) {
    require_known(project, choice.checks);
    std::optional<std::uint32_t> municipality;
    if (!choice.municipality.empty()) municipality = municipality_meant(project, choice.municipality);
    std::vector<const Check*> chosen;
    for (const Check& check : project.plan.checks) {
        const bool is_named = std::count(choice.checks.begin(), choice.checks.end(), check.id.text) > 0;
        if (!choice.checks.empty() && !is_named) continue;
        if (municipality && check.municipality != *municipality) continue;
        if (check.status != CheckStatus::cancelled || is_named) chosen.push_back(&check);
    }
    if (chosen.empty())
        refuse(project.settings.language, "hier is geen controle om een briefing van te maken",
               "there is no check to make a briefing sheet of");
    return chosen;
}

BriefReport write_briefings(const Project& project, std::span<const Check* const> checks, const BriefFormats& asked,
                            const fs::path& folder, const Printer& printer_given, const Work& work) {
    const Language language = project.settings.language;
    const BriefFormats formats = asked.empty() ? BriefFormats{BriefFormat::pdf, BriefFormat::docx} : asked;
    Printer printer = printer_given;
    printer.language = language;
    printer.stamp = make_date(project.settings.year, 1, 1);
    fs::create_directories(folder);

    const Work making =
        named_work(part_of(work, 0, share_of_pages), language, "briefings opmaken", "composing briefings");
    const auto names = names_of(project, checks);
    std::vector<PrintJob> jobs;
    std::vector<fs::path> pages;
    for (std::size_t i = 0; i < checks.size(); ++i) {
        work.check_stop();
        making.progress("", static_cast<double>(i) / static_cast<double>(checks.size()));
        pages.push_back(folder / (names[i] + ".html"));
        write_bytes(pages.back(), briefing_page(project, *checks[i]), Overwrite::yes);
        PrintJob job{.html = pages.back()};
        if (has(formats, BriefFormat::pdf)) job.pdf = folder / (names[i] + ".pdf");
        if (has(formats, BriefFormat::docx)) job.docx = folder / (names[i] + ".docx");
        if (job.pdf || job.docx) jobs.push_back(std::move(job));
    }

    const Work printing =
        named_work(part_of(work, share_of_pages, 1), language, "briefings afdrukken", "printing briefings");
    const PrintReport printed = print_pages(jobs, printer, printing);
    BriefReport report{.by = printed.by, .written = {}, .remark = printed.remark};
    // Something must come of every sheet: without PDF and .docx the page itself stays.
    const bool keeps_pages = has(formats, BriefFormat::html) || printed.written.empty();
    if (keeps_pages && !has(formats, BriefFormat::html))
        report.remark +=
            says(language, " In plaats van Word is HTML geschreven.", " HTML was written instead of Word.");
    for (const fs::path& page : pages)
        if (!keeps_pages) fs::remove(page);
    report.written = printed.written;
    if (keeps_pages) report.written.insert(report.written.end(), pages.begin(), pages.end());
    std::stable_sort(report.written.begin(), report.written.end(),
                     [](const fs::path& a, const fs::path& b) { return a.stem() < b.stem(); });
    return report;
}

BriefReport brief(const Project& project, const BriefChoice& choice, const BriefFormats& formats,
                  const fs::path& folder, Overwrite overwrite, const Printer& printer, const Work& work) {
    const auto checks = checks_to_brief(project, choice);
    require_free(folder, overwrite);
    StagedFolder staged(folder);
    BriefReport report = write_briefings(project, checks, formats, staged.path(), printer, work);
    work.check_stop();
    report.written = staged.publish();
    return report;
}

}  // namespace baken
