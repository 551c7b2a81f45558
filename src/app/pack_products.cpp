#include "app/pack_products.hpp"

#include "app/brief.hpp"
#include "app/export_density.hpp"
#include "app/export_layer.hpp"
#include "app/named_work.hpp"
#include "app/save_styled.hpp"
#include "output/answers.hpp"
#include "output/calendar_file.hpp"
#include "output/certificate.hpp"
#include "output/json.hpp"
#include "output/public_layer.hpp"
#include "output/report.hpp"
#include "output/workbook.hpp"

#include <algorithm>

namespace baken {

namespace fs = std::filesystem;

PackProducts::PackProducts(const Project& project, fs::path folder, const PackOptions& options, const Work& work)
    : project_(project),
      language_(project.settings.language),
      stamp_(make_date(project.settings.year, 1, 1)),
      folder_(std::move(folder)),
      options_(options),
      work_(work) {}

Work PackProducts::begin(std::string_view dutch, std::string_view english) const {
    work_.check_stop();
    Work work = named_work(work_, language_, dutch, english);
    work.progress("", 0);
    return work;
}

void PackProducts::note(const std::string& words) {
    if (!words.empty() && std::find(notes_.begin(), notes_.end(), words) == notes_.end()) notes_.push_back(words);
}

void PackProducts::project_file() {
    const Work work = begin("kaartlagen en project schrijven", "writing map layers and project");
    const std::string name = file_stem(project_) + ".gpkg";
    const DensityRaster density = density_raster(project_, {.of = DensityOf::accidents}, work);
    write_density(density, file(density.look.name + ".tif"), work);
    write_bytes(file(density.look.name + ".qml"), raster_qml(density.look), Overwrite::no);
    save_styled(project_, file(name), name, Overwrite::no, work, {density.look});
    write_bytes(file(file_stem(project_) + ".qgz"), project_qgz(project_, name, {density.look}), Overwrite::no);
}

void PackProducts::partner_layers() {
    const Work work = begin("kaartlagen schrijven", "writing map layers");
    std::vector<LayerExport> layers;
    for (const char* layer : {"municipalities", "hotspots", "checks"})
        layers.push_back({.layer = layer, .profile = Profile::partner});
    if (!project_.findings->stretches.empty()) layers.push_back({.layer = "stretches", .profile = Profile::partner});
    export_layers(project_, layers, file(file_stem(project_) + ".gpkg"), Overwrite::no, work);
}

void PackProducts::plan_json() {
    const Work work = begin("plan als JSON schrijven", "writing the plan as JSON");
    write_bytes(file("plan.json"), baken::plan_json(project_), Overwrite::no);
}

void PackProducts::workbook() {
    const Work work = begin("werkmap schrijven", "writing the workbook");
    write_workbook(workbook_of(project_), file("plan.xlsx"), Overwrite::no);
}

void PackProducts::calendars(const std::vector<std::string>& told) {
    const Work work = begin("agenda's schrijven", "writing the calendars");
    write_bytes(file("plan.ics"), plan_calendar(project_, told), Overwrite::no);
    if (!project_.campaigns.empty()) write_bytes(file("campaigns.ics"), campaign_calendar(project_), Overwrite::no);
    if (!project_.settings.calendar.meetings.empty())
        write_bytes(file("meetings.ics"), meeting_calendar(project_), Overwrite::no);
}

void PackProducts::pages() {
    write_pages({{"certificate", certificate_page(project_), certificate_page(project_, PageFor::print)},
                 {"report", report_page(project_), report_page(project_, PageFor::print)}},
                "certificaat en rapport maken", "making certificate and report");
}

void PackProducts::certificate() {
    write_pages({{"certificate", certificate_page(project_), certificate_page(project_, PageFor::print)}},
                "certificaat maken", "making the certificate");
}

void PackProducts::write_pages(const std::vector<Page>& pages, std::string_view dutch, std::string_view english) {
    const Work work = begin(dutch, english);
    std::vector<PrintJob> jobs;
    std::vector<fs::path> for_paper;
    for (const Page& page : pages) {
        write_bytes(file(page.name + ".html"), page.screen, Overwrite::no);
        if (!options_.printer) continue;
        for_paper.push_back(file(page.name + "-paper.html"));
        write_bytes(for_paper.back(), page.print, Overwrite::no);
        PrintJob job{.html = for_paper.back()};
        if (page.has_pdf) job.pdf = file(page.name + ".pdf");
        if (page.has_docx) job.docx = file(page.name + ".docx");
        jobs.push_back(std::move(job));
    }
    if (jobs.empty()) return;
    Printer printer = *options_.printer;
    printer.language = language_;
    printer.stamp = stamp_;
    note(print_pages(jobs, printer, work).remark);
    for (const fs::path& page : for_paper) fs::remove(page);
}

void PackProducts::answers() {
    std::vector<Page> pages;
    for (const MunicipalityAnswers& one : complaint_answers(project_)) {
        const std::string name = "answers/" + name_stem(project_.region->municipalities.at(one.municipality).name);
        const std::string page = answers_page(project_, one);
        if (pages.empty()) fs::create_directories(file("answers"));
        write_bytes(file(name + ".txt"), answers_text(project_, one), Overwrite::no);
        pages.push_back({.name = name, .screen = page, .print = page, .has_pdf = false, .has_docx = true});
    }
    write_pages(pages, "antwoorden aan melders schrijven", "writing answers to complainants");
}

void PackProducts::public_layer() {
    const Work work = begin("openbare laag schrijven", "writing the public layer");
    std::vector<LayerExport> layers;
    for (const std::string& layer : public_layer_names())
        layers.push_back({.layer = layer, .profile = Profile::for_public});
    export_layers(project_, layers, file("public.gpkg"), Overwrite::no, work);
}

void PackProducts::briefings() {
    const Work work = begin("briefings maken", "making briefing sheets");
    std::vector<const Check*> checks;
    for (const Check& check : project_.plan.checks)
        if (check.status != CheckStatus::cancelled) checks.push_back(&check);
    if (checks.empty()) return;
    const bool is_printed = options_.printer.has_value();
    const BriefFormats formats = is_printed ? BriefFormats{} : BriefFormats{BriefFormat::html};
    note(write_briefings(project_, checks, formats, file("briefings"), options_.printer.value_or(Printer{}), work)
             .remark);
}

}  // namespace baken
