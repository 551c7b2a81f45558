// A project with a mark in every place that holds what must stay inside, and a search for the marks in all that goes
// out: every layer for partners and for the public, in every format, and the answers to complainants.
#include "app/export_layer.hpp"

#include "base/text.hpp"
#include "output/answers.hpp"
#include "output/public_layer.hpp"
#include "support/sample_project.hpp"
#include "support/support.hpp"

#include <algorithm>
#include <set>

using namespace baken;
using namespace baken::test;

namespace {

constexpr std::uint64_t seed = 0xC0FFEE1234567ULL;

/// The seed as text, as long as it says more than a few digits by chance.
std::vector<std::string> seed_in_all_bases() {
    std::vector<std::string> all;
    for (unsigned base = 2; base <= 36; ++base) {
        std::string digits;
        for (std::uint64_t rest = seed; rest > 0; rest /= base) {
            const auto digit = static_cast<char>(rest % base);
            digits.insert(digits.begin(), static_cast<char>(digit < 10 ? '0' + digit : 'a' + digit - 10));
        }
        all.push_back(digits);
        std::transform(digits.begin(), digits.end(), digits.begin(),
                       [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
        all.push_back(digits);
    }
    return all;
}

struct Marks {
    std::vector<std::string> never;         ///< neither for partners nor for the public
    std::vector<std::string> public_never;  ///< partners may know
};

Project marked(Marks& marks) {
    Project project = sample_project();
    const auto mark = [&](const std::string& what) {
        marks.never.push_back("kanarie" + what);
        return marks.never.back();
    };
    const auto inside_only = [&](const std::string& what) {
        marks.public_never.push_back("kanarie" + what);
        return marks.public_never.back();
    };
    project.seed = seed;
    project.settings.seed = seed;
    marks.never = seed_in_all_bases();
    project.settings.file = "/home/" + mark("gebruiker") + "/plannen/plan.toml";
    project.settings_text += "# " + mark("instellingen") + "\nseed = " + std::to_string(seed) + "\n";
    project.settings.sources.push_back({.kind = SourceKind::complaints, .path = "/home/x/" + mark("bronpad") + ".csv"});
    project.settings.locks.push_back(
        {.municipality = mark("afspraak"), .date = make_date(2027, 3, 1), .site = {}, .theme = {}, .start = {}});
    Region& region = project.region.edit();
    for (std::size_t i = 0; i < region.complaints.size(); ++i) {
        Complaint& complaint = region.complaints[i];
        complaint.complainant = "kanariemelder" + std::to_string(i % 40);
        complaint.id = "kanariemelding" + std::to_string(i);
        complaint.category = "kanarievrijetekst, mijn buurman rijdt te hard";
        complaint.street = "Kanariestraat 12";
    }
    for (const char* one : {"kanariemelder", "kanariemelding", "kanarievrijetekst", "mijn buurman"})
        marks.never.emplace_back(one);
    marks.public_never.emplace_back("Kanariestraat");
    for (std::size_t i = 0; i < region.accidents.size(); ++i) {
        region.accidents[i].number = "kanarieongeval" + std::to_string(i);
        region.accidents[i].location.id = "kanariesleutel" + std::to_string(i);
    }
    marks.never.emplace_back("kanarieongeval");
    marks.never.emplace_back("kanariesleutel");
    for (Receipt& receipt : region.receipts) {
        receipt.source = "/srv/" + mark("ontvangst") + "/" + receipt.source;
        receipt.rejected_rows.push_back({3, "", mark("afgekeurd")});
        receipt.notes.push_back(mark("notitie"));
    }
    project.provenance.inputs.front().name = mark("invoer");
    for (std::size_t i = 0; i < project.hotspots.size(); ++i) {
        Hotspot& h = project.hotspots[i];
        h.remark = "kanarieopmerking" + std::to_string(i);
        h.complaint_rows.clear();
        // One place is called by the street of a report.
        if (h.rank == 2) h.name = "Kanariestraat 12, Dorp";
    }
    marks.never.emplace_back("kanarieopmerking");
    for (std::uint32_t row = 0; row < region.complaints.size(); ++row)
        project.hotspots[region.complaints[row].municipality * 6 + row % 3].complaint_rows.push_back(row);
    for (std::size_t i = 0; i < project.plan.checks.size(); ++i) {
        Check& check = project.plan.checks[i];
        check.reason = "kanariereden" + std::to_string(i);
        check.campaign = "kanariecampagne";
        check.id.text = "kanariecontrole" + std::to_string(i);
        check.status = i % 2 == 0 ? CheckStatus::done : CheckStatus::planned;
        if (i % 2 == 0)
            check.result =
                CheckResult{.vehicles = 1, .tests = 0, .warnings = 0, .fines = {}, .remark = "kanarieuitslag"};
    }
    marks.never.emplace_back("kanarieuitslag");
    for (const char* one : {"kanariereden", "kanariecampagne", "kanariecontrole"}) marks.public_never.emplace_back(one);
    project.settings.crews[0].name = inside_only("ploeg");
    project.plan.unmet[0].text = inside_only("nietgehaald");
    project.plan.unvisited = {{"complaints." + project.hotspots[1].id.text,
                               inside_only("klachtplek") + ": 7 melders, geen controle; geen ruimte",
                               "",
                               {}}};
    for (Hotspot& h : project.hotspots) h.reason = "kanariewaarom";
    marks.public_never.emplace_back("kanariewaarom");
    return project;
}

/// Sixteen-bit text too: some formats keep it so.
bool holds(const std::string& bytes, const std::string& mark) {
    if (bytes.find(mark) != std::string::npos) return true;
    std::string wide;
    for (const char c : mark) {
        wide += c;
        wide += '\0';
    }
    return bytes.find(wide) != std::string::npos;
}

std::string first_found(const std::string& bytes, const std::vector<std::string>& marks) {
    for (const std::string& mark : marks)
        if (holds(bytes, mark)) return mark;
    return {};
}

const std::vector<LayerFormat>& formats() {
    static const std::vector<LayerFormat> all{LayerFormat::geopackage, LayerFormat::geojson, LayerFormat::kml,
                                              LayerFormat::csv, LayerFormat::csv_nl};
    return all;
}

std::string exported(const TempDir& dir, const Project& project, const LayerExport& asked) {
    const auto file = dir / ("laag" + std::string(extension_of(asked.format)));
    (void)export_layer(project, asked, file, Overwrite::yes, {});
    return content_of(file);
}

}  // namespace

TEST_CASE("nothing that must stay inside is in a layer for partners, whatever the format") {
    Marks marks;
    const Project project = marked(marks);
    const TempDir dir;
    for (const std::string& layer : layer_names()) {
        if (layer == "complaints") continue;  // refused, see export_layer_test
        for (const LayerFormat format : formats()) {
            INFO(layer << " " << code_of(format));
            CHECK(first_found(exported(dir, project, {.layer = layer, .format = format, .profile = Profile::partner}),
                              marks.never) == "");
        }
    }
}

TEST_CASE("nothing that must stay inside is in a layer for the public or in an answer") {
    Marks marks;
    const Project project = marked(marks);
    std::vector<std::string> all = marks.never;
    all.insert(all.end(), marks.public_never.begin(), marks.public_never.end());
    const TempDir dir;
    for (const std::string& layer : public_layer_names())
        for (const LayerFormat format : formats()) {
            INFO(layer << " " << code_of(format));
            const std::string bytes =
                exported(dir, project, {.layer = layer, .format = format, .profile = Profile::for_public});
            CHECK(bytes.size() > 40);
            CHECK(first_found(bytes, all) == "");
        }
    std::vector<std::string> in_answers = all;
    for (const Language language : {Language::nl, Language::en}) {
        Project speaking = project;
        speaking.settings.language = language;
        const auto answers = complaint_answers(speaking);
        REQUIRE(answers.size() == 6);
        for (const auto& municipality : answers) {
            CHECK(first_found(answers_page(speaking, municipality), in_answers) == "");
            CHECK(first_found(answers_text(speaking, municipality), in_answers) == "");
        }
    }
}

TEST_CASE("the search finds the marks where they may be") {
    Marks marks;
    const Project project = marked(marks);
    const TempDir dir;
    // Each mark that a layer of ours can hold is found in it, so that a search that finds nothing has looked.
    std::set<std::string> found;
    for (const std::string& layer : layer_names())
        for (const LayerFormat format : {LayerFormat::geopackage, LayerFormat::csv}) {
            const std::string bytes = exported(dir, project, {.layer = layer, .format = format});
            for (const auto& list : {marks.never, marks.public_never})
                for (const std::string& mark : list)
                    if (holds(bytes, mark)) found.insert(mark);
        }
    for (const char* one :
         {"kanarieongeval", "kanariesleutel", "kanarieopmerking", "kanarieuitslag", "kanariereden", "kanariecampagne",
          "kanariecontrole", "kanarieploeg", "kanariewaarom", "kanarievrijetekst", "Kanariestraat"}) {
        INFO(one);
        CHECK(found.contains(one));
    }
    CHECK(holds("seed " + std::to_string(seed), first_found("x" + std::to_string(seed), marks.never)));
    CHECK_FALSE(first_found("C0FFEE1234567", marks.never).empty());
}
