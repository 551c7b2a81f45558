#pragma once
/// What stands in a pack, product by product. Each product names itself in the progress.
///
///     PackProducts products(project, folder, options, work);
///     products.project_file();
///     products.pages();
///     return products.finish();

#include "app/outputs.hpp"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace baken {

class PackProducts {
public:
    /// `folder` is there and empty. The project must outlive this.
    PackProducts(const Project&, std::filesystem::path folder, const PackOptions&, const Work&);

    void project_file();    ///< NAME.gpkg with its QGIS project, inside and beside, and density.tif with its style
    void partner_layers();  ///< NAME.gpkg with the layers as a partner gets them
    void plan_json();
    void workbook();
    void calendars(const std::vector<std::string>& told);  ///< plan.ics counts on from what was told
    void pages();                                          ///< certificate and report
    void certificate();
    void briefings();
    void answers();       ///< answers/: to the complainants of each municipality
    void public_layer();  ///< public.gpkg

    [[nodiscard]] const std::vector<std::string>& notes() const { return notes_; }

private:
    struct Page {
        std::string name;           ///< of the file, without its ending
        std::string screen, print;  ///< HTML
        bool has_pdf = true, has_docx = false;
    };
    void write_pages(const std::vector<Page>&, std::string_view dutch, std::string_view english);
    [[nodiscard]] Work begin(std::string_view dutch, std::string_view english) const;
    void note(const std::string&);
    [[nodiscard]] std::filesystem::path file(std::string_view name) const { return folder_ / name; }

    const Project& project_;
    Language language_;
    UtcTime stamp_;
    std::filesystem::path folder_;
    const PackOptions& options_;
    const Work& work_;
    std::vector<std::string> notes_;
};

}  // namespace baken
