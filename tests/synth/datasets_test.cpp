#include "base/csv.hpp"
#include "base/text.hpp"
#include "datasets/embedded.hpp"
#include "support/support.hpp"

#include <algorithm>
#include <filesystem>

using namespace baken;
namespace fs = std::filesystem;

namespace {

const fs::path folder = fs::path(BAKEN_SOURCE_DIR) / "datasets";

std::vector<fs::path> dataset_files() {
    std::vector<fs::path> files;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        const std::string extension = entry.path().extension().string();
        const bool is_data = extension == ".csv" || extension == ".toml" || extension == ".txt";
        if (is_data && entry.path().filename() != "CMakeLists.txt") files.push_back(entry.path());
    }
    return files;
}

}  // namespace

TEST_CASE("the program carries every dataset, byte for byte") {
    REQUIRE(dataset_files().size() > 12);
    for (const auto& file : dataset_files()) {
        const std::string name = fs::relative(file, folder).generic_string();
        INFO(name);
        CHECK_FALSE(dataset(name).empty());
        CHECK(dataset(name) == test::content_of(file));
    }
    CHECK(dataset("no/such.csv").empty());
    CHECK(dataset("").empty());
}

TEST_CASE("every dataset says what it is, whence, and under which licence") {
    for (const auto& entry : fs::directory_iterator(folder)) {
        if (!entry.is_directory()) continue;
        INFO(entry.path());
        const std::string about = test::content_of(entry.path() / "dataset.toml");
        for (const char* key :
             {"name = ", "description = ", "source = \"", "licence = \"CC0-1.0\"", "crs = ", "schematic = "})
            CHECK(("\n" + about).find(std::string("\n") + key) != std::string::npos);
        for (const auto& file : fs::directory_iterator(entry.path())) {
            const std::string name = file.path().filename().string();
            if (name != "dataset.toml") CHECK(about.find("[files.\"" + name + "\"]") != std::string::npos);
        }
    }
}

TEST_CASE("the columns of each table are those that its dataset.toml describes") {
    for (const auto& file : dataset_files()) {
        if (file.extension() != ".csv") continue;
        INFO(file);
        const std::string text = test::content_of(file), about = test::content_of(file.parent_path() / "dataset.toml");
        CHECK(is_valid_utf8(text));
        CHECK(text.back() == '\n');
        const std::string head = "[files.\"" + file.filename().string() + "\"]\n";
        REQUIRE(about.find(head) != std::string::npos);
        std::vector<std::string> described;
        for (const auto& line : split(std::string_view(about).substr(about.find(head) + head.size()), '\n')) {
            if (line.empty()) break;
            described.emplace_back(trimmed(std::string_view(line).substr(0, line.find('='))));
        }
        CsvReader reader(text, ',');
        REQUIRE(reader.next());
        const std::vector<std::string> columns(reader.fields().begin(), reader.fields().end());
        CHECK(columns == described);
        while (reader.next()) {
            INFO("line " << reader.line());
            CHECK(reader.is_closed());
            CHECK(reader.fields().size() == columns.size());
        }
    }
}

TEST_CASE("embedding leaves every byte alone") {
    const test::TempDir work;
    const std::string odd("a;b[c];\"d\" \\n ${x} @y@ )BAKEN\" \xC3\xA9\xE2\x82\xAC \x01 %s\r\n\ttail ;;[[ ", 52);
    const std::string longer(20001, ';');
    work.write("facts/odd.txt", odd);
    work.write("facts/deep/long.csv", longer);
    work.write("facts/empty.toml", "");
    work.write("datasets/embedded.hpp", test::content_of(folder / "embedded.hpp"));
    work.write("main.cpp", R"(
#include "datasets/embedded.hpp"
#include <fstream>
int main() {
    std::ofstream("odd.out", std::ios::binary) << baken::dataset("odd.txt");
    std::ofstream("long.out", std::ios::binary) << baken::dataset("deep/long.csv");
    return baken::dataset("empty.toml").empty() ? 0 : 1;
})");
    const auto made =
        test::run({"cmake", "-DFACTS=odd.txt;deep/long.csv;empty.toml", "-DFOLDER=" + (work / "facts").string(),
                   "-DOUT=" + (work / "embedded.cpp").string(), "-P", (folder / "embed.cmake").string()});
    INFO(made.err);
    REQUIRE(made.exit_code == 0);
    const auto built =
        test::run({"c++", "-std=c++20", "-I.", "main.cpp", "embedded.cpp", "-o", "reader"}, {.folder = work.path()});
    INFO(built.err);
    REQUIRE(built.exit_code == 0);
    REQUIRE(test::run({"./reader"}, {.folder = work.path()}).exit_code == 0);
    CHECK(test::content_of(work / "odd.out") == odd);
    CHECK(test::content_of(work / "long.out") == longer);
}
