#include "app/project_place.hpp"

#include "app/density_raster.hpp"
#include "app/save_styled.hpp"
#include "base/hash.hpp"
#include "base/text.hpp"
#include "geo/io/append_file.hpp"
#include "geo/io/read_layer.hpp"
#include "store/journal.hpp"

#include <algorithm>
#include <chrono>
#include <system_error>
#include <vector>

#include <fmt/format.h>

namespace baken {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t versions_kept = 5;

/// "20261124T215307": names sort by time.
std::string written_at(const fs::path& file) {
    const auto age = fs::last_write_time(file);
    const auto when = std::chrono::floor<std::chrono::seconds>(std::chrono::file_clock::to_sys(age));
    std::string text = to_iso(UtcTime(when));
    std::erase_if(text, [](char c) { return c == '-' || c == ':'; });
    return text;
}

}  // namespace

fs::path ProjectPlace::journal() const { return journal_file(file_); }
fs::path ProjectPlace::lock() const { return file_.string() + ".lock"; }
fs::path ProjectPlace::versions() const { return file_.parent_path() / "versions"; }
fs::path ProjectPlace::new_file(int number) const {
    return file_.parent_path() / fmt::format(".{}.saving-{}.gpkg", file_.filename().string(), number);
}

std::string ProjectPlace::sha256() const { return sha256_hex(read_bytes(file_)); }

/// A link costs no space and no time; the name moves to the new file. A version that cannot be kept does not stand in
/// the way of saving.
void ProjectPlace::keep_version() const {
    std::error_code failure;
    if (!fs::exists(file_, failure)) return;
    fs::create_directory(versions(), failure);
    const std::string stem = file_.stem().string() + "-", extension = file_.extension().string();
    const std::string second = stem + written_at(file_);
    std::vector<fs::path> all;
    int number = 1;  // of the files of one second
    for (const auto& entry : fs::directory_iterator(versions(), failure)) {
        const std::string name = entry.path().filename().string();
        if (!name.starts_with(stem) || !name.ends_with(extension)) continue;
        all.push_back(entry.path());
        if (name.starts_with(second) && name.size() > second.size() + 1)
            number =
                std::max(number, static_cast<int>(parse_integer(name.substr(second.size() + 1, 3)).value_or(0)) + 1);
    }
    all.push_back(versions() / fmt::format("{}-{:03}{}", second, number, extension));
    fs::create_hard_link(file_, all.back(), failure);
    if (failure) fs::copy_file(file_, all.back(), failure);
    std::sort(all.begin(), all.end());
    for (std::size_t i = 0; i + versions_kept < all.size(); ++i) fs::remove(all[i], failure);
}

void ProjectPlace::put(const fs::path& new_file) const {
    keep_version();
    std::error_code failure;
    if (fs::exists(file_)) fs::permissions(new_file, fs::status(file_).permissions(), failure);
    fs::rename(new_file, file_, failure);
    if (failure) throw IoError(fmt::format("{}: cannot be replaced ({})", file_.string(), failure.message()));
    sync_folder(file_.parent_path());
}

fs::path ProjectPlace::keep_aside(const fs::path& journal) const {
    fs::path aside;
    for (int number = 1; aside.empty() || fs::exists(aside); ++number)
        aside = fmt::format("{}.kept-{}", journal.string(), number);
    std::error_code failure;
    fs::rename(journal, aside, failure);
    if (failure) throw IoError(fmt::format("{}: cannot be put aside ({})", journal.string(), failure.message()));
    sync_folder(journal.parent_path());
    return aside;
}

void ProjectPlace::clear_remains() const {
    const std::string name = file_.filename().string();
    const std::vector<std::string> beginnings{"." + name + ".saving-", ".." + name + ".saving-",
                                              "." + name + ".edits.partial-"};
    std::error_code ignored;
    std::vector<fs::path> remains;
    for (const auto& entry : fs::directory_iterator(file_.parent_path(), ignored))
        for (const auto& beginning : beginnings)
            if (entry.path().filename().string().starts_with(beginning)) remains.push_back(entry.path());
    for (const auto& path : remains) fs::remove(path, ignored);
}

std::string write_project(const Project& project, const fs::path& file, const std::string& name, const Work& work) {
    // In a pack the surface of the accidents lies beside it, which edits do not change.
    std::vector<RasterLook> rasters;
    const std::string density = raster_layer_name(DensityOf::accidents);
    std::error_code ignored;
    if (fs::is_regular_file(file.parent_path() / (density + ".tif"), ignored))
        rasters.push_back(density_raster(project, {}, work).look);
    save_styled(project, file, name, Overwrite::yes, work, rasters);
    return sha256_hex(read_bytes(file));
}

}  // namespace baken
