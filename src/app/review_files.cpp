#include "app/review_files.hpp"

#include "app/review_table.hpp"
#include "geo/io/read_layer.hpp"

namespace baken {

void write_review(const Project& project, std::string_view municipality, const std::filesystem::path& file,
                  Overwrite overwrite) {
    write_bytes(file, review_table(project, municipality), overwrite);
}

std::size_t take_review(Desk& desk, std::string_view municipality, const std::filesystem::path& file) {
    const auto reviews = with_context("reading " + file.filename().string(),
                                      [&] { return reviews_in(desk.project(), read_bytes(file), municipality); });
    for (const auto& review : reviews) desk.perform(review);
    return reviews.size();
}

}  // namespace baken
