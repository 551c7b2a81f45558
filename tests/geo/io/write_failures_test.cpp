#include "geo/io/all_formats.hpp"
#include "geo/io/small_disk.hpp"
#include "support/support.hpp"

using namespace baken;
using namespace baken::test;

namespace {

const LayerDrawing drawing = drawn();

void write_to(const std::filesystem::path& path, LayerFormat format, Overwrite overwrite, const Work& work = {}) {
    (void)write_vector(every_value(), path,
                       {.format = format, .overwrite = overwrite, .drawing = &drawing, .language = Language::nl}, work);
}

std::filesystem::path file_for(const TempDir& dir, LayerFormat format) {
    return dir / ("plekken" + std::string(extension_of(format)));
}

}  // namespace

TEST_CASE("a file that is there is not overwritten unasked, in any format") {
    for (const LayerFormat format : all_formats()) {
        INFO(code_of(format));
        const TempDir dir;
        const auto file = dir.write(file_for(dir, format).filename().string(), "oud");
        CHECK(refusal([&] { write_to(file, format, Overwrite::no); }) ==
              file.string() + ": the file exists already; give another name, or --force to replace it");
        CHECK(content_of(file) == "oud");
        CHECK(files_in(dir.path()).size() == 1);
        CHECK(refusal([&] { write_to(file, format, Overwrite::yes); }) == "written");
        CHECK(content_of(file) != "oud");
        CHECK(layer_format_from(code_of(format)) == format);
    }
    CHECK_FALSE(layer_format_from("dwg"));
}

TEST_CASE("every file that belongs to a shapefile is asked for before it is replaced") {
    const TempDir dir;
    dir.write("plekken.dbf", "een ander");
    CHECK(refusal([&] {
              write_to(dir / "plekken.shp", LayerFormat::shapefile, Overwrite::no);
          }).find("plekken.dbf: the file exists already") != std::string::npos);
    CHECK(files_in(dir.path()) == std::vector<std::string>{"plekken.dbf"});
    CHECK(content_of(dir / "plekken.dbf") == "een ander");
}

TEST_CASE("a folder in which nobody may write is named, in any format") {
    for (const LayerFormat format : all_formats()) {
        INFO(code_of(format));
        const std::filesystem::path file = "/proc/plekken" + std::string(extension_of(format));
        CHECK(refusal([&] { write_to(file, format, Overwrite::yes); }).find("/proc") == 0);
        if (geteuid() == 0) continue;  // root may write everywhere
        const TempDir dir;
        using std::filesystem::perms;
        std::filesystem::permissions(dir.path(), perms::owner_read | perms::owner_exec);
        CHECK(refusal([&] {
                  write_to(file_for(dir, format), format, Overwrite::yes);
              }).find("choose a folder in which you may write") != std::string::npos);
        std::filesystem::permissions(dir.path(), perms::owner_all);
    }
}

TEST_CASE("a full disk leaves the old files and nothing else, in any format") {
    for (const LayerFormat format : all_formats()) {
        const TempDir dir;
        const auto file = file_for(dir, format);
        const auto files = write_vector(every_value(), file, {.format = format, .drawing = &drawing}, {});
        std::uintmax_t largest = 0;
        for (const auto& one : files) {
            largest = std::max(largest, std::filesystem::file_size(one));
            std::filesystem::remove(one);
        }
        CHECK(files_in(dir.path()).empty());
        for (const auto& one : files) dir.write(one.filename().string(), "oud");
        for (const std::uintmax_t room : {std::uintmax_t{0}, largest / 3, largest / 2, largest - 1}) {
            INFO(code_of(format) << ": " << room << " of " << largest);
            const std::string said = on_a_small_disk(room, [&] {
                (void)write_vector(every_value(), file,
                                   {.format = format, .overwrite = Overwrite::yes, .drawing = &drawing}, {});
            });
            CHECK(said.find(dir.path().string() + "/plekken") == 0);
            CHECK(said.find("make room on the disk or choose another folder") != std::string::npos);
            CHECK(said.find("partial") == std::string::npos);
            CHECK(files_in(dir.path()).size() == files.size());
            for (const auto& one : files) CHECK(content_of(one) == "oud");
        }
        INFO(code_of(format));
        CHECK(on_a_small_disk(largest, [&] {
                  (void)write_vector(every_value(), file,
                                     {.format = format, .overwrite = Overwrite::yes, .drawing = &drawing}, {});
              }) == "written");
        for (const auto& one : files) CHECK(content_of(one) != "oud");
        CHECK(files_in(dir.path()).size() == files.size());
    }
}

TEST_CASE("a stop leaves nothing, in any format") {
    for (const LayerFormat format : all_formats()) {
        INFO(code_of(format));
        const TempDir dir;
        FeatureTable many = every_value();
        while (many.rows.size() < 5000) many.rows.push_back(many.rows[many.rows.size() % 3]);
        std::stop_source stop;
        int calls = 0;
        const Work work{stop.get_token(), [&](std::string_view, double) {
                            if (++calls == 3) stop.request_stop();
                        }};
        CHECK_THROWS_AS(write_vector(many, file_for(dir, format), {.format = format, .drawing = &drawing}, work),
                        Cancelled);
        CHECK(calls == 3);
        CHECK(files_in(dir.path()).empty());
    }
}

TEST_CASE("the same layer gives the same bytes, in any format") {
    for (const LayerFormat format : all_formats()) {
        INFO(code_of(format));
        const TempDir one, other;
        const auto files =
            write_vector(every_value(), file_for(one, format), {.format = format, .drawing = &drawing}, {});
        (void)write_vector(every_value(), file_for(other, format), {.format = format, .drawing = &drawing}, {});
        for (const auto& file : files) CHECK(content_of(file) == content_of(other / file.filename().string()));
    }
}
