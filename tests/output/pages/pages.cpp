/// Writes the pages of a saved project into a folder, for looking at:
///
///     pages demo/uitvoer/demo-tweestromenland-2027.gpkg pages
///
/// gives report.html and certificate.html for a screen, and report-print.html and certificate-print.html as a word
/// processor gets them, in the project's language; with `en` or `nl` behind it in that one.

#include "geo/io/write_layer.hpp"
#include "output/certificate.hpp"
#include "output/report.hpp"
#include "store/project_file.hpp"

#include <filesystem>
#include <iostream>

int main(int count, char** words) {
    using namespace baken;
    if (count < 3) {
        std::cerr << "usage: pages PROJECT FOLDER [nl|en]\n";
        return 2;
    }
    try {
        Project project = load_project(words[1], {});
        if (count > 3) project.settings.language = std::string_view(words[3]) == "en" ? Language::en : Language::nl;
        const std::filesystem::path folder = words[2];
        std::filesystem::create_directories(folder);
        write_bytes(folder / "report.html", report_page(project), Overwrite::yes);
        write_bytes(folder / "certificate.html", certificate_page(project), Overwrite::yes);
        write_bytes(folder / "report-print.html", report_page(project, PageFor::print), Overwrite::yes);
        write_bytes(folder / "certificate-print.html", certificate_page(project, PageFor::print), Overwrite::yes);
    } catch (const std::exception& error) {
        std::cerr << error.what() << '\n';
        return 1;
    }
}
