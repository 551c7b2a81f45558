#include "output/answers.hpp"
#include "support/python.hpp"
#include "support/sample_project.hpp"
#include "support/support.hpp"

#include <nlohmann/json.hpp>

using namespace baken;
using namespace baken::test;

namespace {

constexpr const char* read_docx = R"(
import json, sys, zipfile, xml.etree.ElementTree as xml
w = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
out = []
for p in xml.fromstring(zipfile.ZipFile(sys.argv[1]).read("word/document.xml")).iter(w + "p"):
    style = p.find(f"{w}pPr/{w}pStyle")
    out.append(["" if style is None else style.get(w + "val"), "".join(t.text or "" for t in p.iter(w + "t"))])
print(json.dumps(out))
)";

}  // namespace

TEST_CASE("a word processor takes the answers with their headings and every paragraph") {
    const auto python = python_with("zipfile");
    if (!python || run({"soffice", "--version"}).exit_code != 0) {
        WARN("SKIPPED: LibreOffice and Python are not both here (packages libreoffice-writer, python3)");
        return;
    }
    const Project project = sample_project();
    const auto answers = complaint_answers(project);
    REQUIRE_FALSE(answers.empty());
    const TempDir dir;
    const auto page = dir.write("antwoorden.html", answers_page(project, answers.front()));
    const Ran office =
        run({"soffice", "-env:UserInstallation=file://" + (dir / "profile").string(), "--headless",
             "--infilter=HTML (StarWriter)", "--convert-to", "docx", "--outdir", dir.path().string(), page.string()});
    INFO(office.err);
    REQUIRE(office.exit_code == 0);
    const Ran read = run({*python, "-c", read_docx, (dir / "antwoorden.docx").string()});
    INFO(read.err);
    REQUIRE(read.exit_code == 0);
    std::vector<std::pair<std::string, std::string>> seen;
    for (const auto& paragraph : nlohmann::json::parse(read.out))
        if (!paragraph[1].get<std::string>().empty()) seen.emplace_back(paragraph[0], paragraph[1]);
    std::vector<std::pair<std::string, std::string>> written;
    for (const auto& answer : answers.front().answers) {
        written.emplace_back("Heading2", answer.place);
        for (const auto& part : answer.parts) {
            written.emplace_back("Heading3", part.heading);
            for (const auto& paragraph : part.paragraphs) written.emplace_back("TextBody", paragraph);
        }
    }
    REQUIRE(seen.size() == written.size() + 1);
    CHECK(seen.front().first == "Heading1");
    for (std::size_t i = 0; i < written.size(); ++i) {
        CHECK(seen[i + 1].first == written[i].first);
        CHECK(seen[i + 1].second == written[i].second);
    }
}
