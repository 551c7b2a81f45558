#include "print/office.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "geo/io/read_layer.hpp"
#include "geo/io/write_layer.hpp"
#include "print/child.hpp"
#include "print/scratch_folder.hpp"
#include "print/steady.hpp"

#include <algorithm>
#include <memory>
#include <thread>

#include <fmt/format.h>

namespace baken {

namespace fs = std::filesystem;

namespace {

using Clock = std::chrono::steady_clock;

struct Kind {
    std::string_view ending, filter;
};
constexpr Kind pdf{"pdf", R"(pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"},)"
                          R"("ExportBookmarks":{"type":"boolean","value":"true"},)"
                          R"("DisplayPDFDocumentTitle":{"type":"boolean","value":"true"}})"};
constexpr Kind docx{"docx", "docx:MS Word 2007 XML"};

/// In the scratch folder pages have numbers for names: whatever they are called, LibreOffice reads them.
std::string number_name(std::size_t job, std::string_view ending) { return fmt::format("{:05}.{}", job, ending); }

/// One run of LibreOffice over many pages.
class Conversion {
public:
    Conversion(const Kind& kind, std::vector<std::size_t> jobs, const fs::path& scratch)
        : kind_(kind), jobs_(std::move(jobs)), scratch_(scratch), out_(scratch / kind.ending) {}

    void start(const fs::path& office) {
        fs::create_directory(out_);
        // A profile of its own: another LibreOffice that is open has nothing to do with us, nor we with its settings.
        const fs::path profile = scratch_ / fmt::format("profile-{}", kind_.ending);
        std::vector<std::string> command{office.string(),
                                         "-env:UserInstallation=file://" + profile.string(),
                                         "--headless",
                                         "--norestore",
                                         "--nolockcheck",
                                         "--nodefault",
                                         "--infilter=HTML (StarWriter)",
                                         "--convert-to",
                                         std::string(kind_.filter),
                                         "--outdir",
                                         out_.string()};
        for (const std::size_t job : jobs_) command.push_back((scratch_ / number_name(job, "html")).string());
        child_ = std::make_unique<Child>(command, log(), scratch_);
    }
    [[nodiscard]] bool is_started() const { return child_ != nullptr; }
    [[nodiscard]] bool is_running() { return child_ != nullptr && !child_->ended(); }
    void end() { child_->end(); }

    /// Files are made in the order of the jobs: those before the first that is missing are done.
    [[nodiscard]] std::size_t made() {
        while (made_ < jobs_.size() && fs::exists(made_file(jobs_[made_]))) ++made_;
        return made_;
    }
    [[nodiscard]] std::size_t wanted() const { return jobs_.size(); }
    [[nodiscard]] fs::path made_file(std::size_t job) const { return out_ / number_name(job, kind_.ending); }
    [[nodiscard]] const std::vector<std::size_t>& jobs() const { return jobs_; }

    /// The last lines that it said, for an error.
    [[nodiscard]] std::string said() const {
        std::error_code none;
        if (!fs::exists(log(), none)) return {};
        std::vector<std::string> lines;
        for (const auto& line : split(read_bytes(log()), '\n'))
            if (const auto words = trimmed(line);
                !words.empty() && !words.starts_with("convert ") && words.find("javaldx") == std::string_view::npos)
                lines.emplace_back(words);
        if (lines.size() > 3) lines.erase(lines.begin(), lines.end() - 3);
        return joined(lines, "; ");
    }

private:
    [[nodiscard]] fs::path log() const { return scratch_ / fmt::format("log-{}", kind_.ending); }

    Kind kind_;
    std::vector<std::size_t> jobs_;
    fs::path scratch_, out_;
    std::unique_ptr<Child> child_;
    std::size_t made_ = 0;
};

class Office {
public:
    Office(std::span<const PrintJob> jobs, fs::path office, const Printer& printer, const Work& work)
        : jobs_(jobs), office_(std::move(office)), printer_(printer), work_(work), scratch_(printer.scratch) {
        std::vector<std::size_t> pdfs, docxs;
        for (std::size_t i = 0; i < jobs.size(); ++i) {
            if (jobs[i].pdf) pdfs.push_back(i);
            if (jobs[i].docx) docxs.push_back(i);
            if (jobs[i].pdf || jobs[i].docx)
                write_bytes(scratch_.path() / number_name(i, "html"), read_bytes(jobs[i].html), Overwrite::no);
        }
        if (!pdfs.empty()) conversions_.emplace_back(pdf, std::move(pdfs), scratch_.path());
        if (!docxs.empty()) conversions_.emplace_back(docx, std::move(docxs), scratch_.path());
    }

    std::vector<fs::path> print() {
        // Two at once where there are two processors for them.
        const std::size_t together = work_.threads > 1 ? 2 : 1;
        for (std::size_t first = 0; first < conversions_.size(); first += together)
            run(first, std::min(first + together, conversions_.size()));
        return collect();
    }

private:
    void run(std::size_t first, std::size_t last) {
        for (std::size_t i = first; i < last; ++i) conversions_[i].start(office_);
        std::size_t made = all_made();
        Clock::time_point last_news = Clock::now();
        for (;;) {
            bool is_running = false;
            for (std::size_t i = first; i < last; ++i) is_running = conversions_[i].is_running() || is_running;
            if (!is_running) return;
            if (work_.stop.stop_requested()) {
                for (std::size_t i = first; i < last; ++i) conversions_[i].end();
                throw Cancelled();
            }
            if (const std::size_t now = all_made(); now != made) {
                made = now;
                last_news = Clock::now();
                tell(made);
            }
            if (Clock::now() - last_news > printer_.patience) {
                for (std::size_t i = first; i < last; ++i) conversions_[i].end();
                throw IoError(fmt::format("{} made nothing new for {} seconds and was ended", office_.string(),
                                          printer_.patience.count()));
            }
            std::this_thread::sleep_for(std::chrono::milliseconds(30));
        }
    }

    [[nodiscard]] std::size_t all_made() {
        std::size_t made = 0;
        for (Conversion& conversion : conversions_) made += conversion.made();
        return made;
    }

    void tell(std::size_t made) const {
        std::size_t wanted = 0;
        for (const Conversion& conversion : conversions_) wanted += conversion.wanted();
        work_.progress("print", static_cast<double>(made) / static_cast<double>(wanted));
    }

    /// What LibreOffice could not make is known by its absence: it ends with 0 all the same.
    [[nodiscard]] std::string finished(const Conversion& conversion, std::size_t job,
                                       std::string_view beginning) const {
        const fs::path file = conversion.made_file(job);
        std::string bytes = fs::exists(file) ? read_bytes(file) : std::string();
        if (bytes.starts_with(beginning)) return bytes;
        const std::string said = conversion.said();
        throw IoError(fmt::format("{} could not print {}{}", office_.string(), jobs_[job].html.string(),
                                  said.empty() ? "" : ": " + said));
    }

    std::vector<fs::path> collect() {
        std::vector<std::pair<std::size_t, fs::path>> written;
        for (const Conversion& conversion : conversions_)
            for (const std::size_t job : conversion.jobs()) {
                work_.check_stop();
                const bool is_pdf = conversion.made_file(job).extension() == ".pdf";
                std::string bytes = finished(conversion, job, is_pdf ? "%PDF-" : "PK");
                const fs::path& target = is_pdf ? *jobs_[job].pdf : *jobs_[job].docx;
                write_bytes(target,
                            is_pdf ? steady_pdf(std::move(bytes), printer_.stamp) : steady_zip(std::move(bytes)),
                            Overwrite::yes);
                written.emplace_back(job, target);
            }
        std::stable_sort(written.begin(), written.end(),
                         [](const auto& a, const auto& b) { return a.first < b.first; });
        std::vector<fs::path> files;
        for (auto& [job, file] : written) files.push_back(std::move(file));
        return files;
    }

    std::span<const PrintJob> jobs_;
    fs::path office_;
    const Printer& printer_;
    const Work& work_;
    ScratchFolder scratch_;  ///< outlives the children in it
    std::vector<Conversion> conversions_;
};

}  // namespace

std::vector<fs::path> print_with_office(std::span<const PrintJob> jobs, const fs::path& office, const Printer& printer,
                                        const Work& work) {
    return Office(jobs, office, printer, work).print();
}

}  // namespace baken
