#include "architecture/includes.hpp"

#include "base/text.hpp"
#include "support/support.hpp"

#include <algorithm>
#include <fstream>
#include <map>
#include <set>

namespace baken::test {

namespace fs = std::filesystem;

namespace {

struct Room {
    std::vector<std::string> may_include;  ///< rooms, besides itself
    std::vector<std::string> foreign_cpp;  ///< prefixes of foreign headers, in .cpp files only
};

/// The table of docs/architecture.md.
const std::map<std::string, Room>& rooms() {
    static const std::vector<std::string> all_below_app{"base",   "geo/core",   "model",  "geo/io",   "geo/network",
                                                        "config", "calendar",   "intake", "hotspots", "planning",
                                                        "synth",  "evaluation", "store",  "output",   "print"};
    static const std::map<std::string, Room> table{
        {"base", {{}, {"fmt/", "spdlog/", "openssl/"}}},
        {"geo/core", {{"base"}, {"Eigen/"}}},
        {"model", {{"base", "geo/core"}, {"fmt/"}}},
        {"geo/io",
         {{"base", "geo/core"},
          {"fmt/", "gdal", "ogr", "cpl_", "proj", "geos_c.h", "fcntl.h", "sys/", "unistd.h", "sqlite3.h", "curl/"}}},
        {"geo/network", {{"base", "geo/core"}, {"fmt/"}}},
        {"config", {{"base", "model"}, {"fmt/", "toml++/"}}},
        {"calendar", {{"base", "model"}, {"fmt/"}}},
        {"synth", {{"base", "geo/core", "geo/io", "model", "datasets"}, {"fmt/"}}},
        {"intake", {{"base", "geo/core", "geo/io", "geo/network", "model", "calendar"}, {"fmt/"}}},
        {"hotspots", {{"base", "geo/core", "geo/network", "model", "calendar"}, {"fmt/", "Eigen/"}}},
        {"planning", {{"base", "geo/core", "model", "calendar"}, {"fmt/", "Clp", "Coin"}}},
        {"evaluation", {{"base", "model"}, {"fmt/", "Eigen/"}}},
        {"store", {{"base", "geo/core", "geo/io", "geo/network", "model", "config", "calendar"}, {"fmt/"}}},
        {"output",
         {{"base", "geo/core", "geo/io", "geo/network", "model", "calendar"},
          {"fmt/", "nlohmann/", "libical/", "xlsxwriter"}}},
        {"print", {{"base", "geo/io"}, {"fmt/", "Q", "fcntl.h", "signal.h", "spawn.h", "sys/", "unistd.h"}}},
        {"app", {all_below_app, {"fmt/"}}},
        {"cli", {{"app", "output", "config", "model", "base"}, {"fmt/", "CLI/", "unistd.h", "sys/"}}},
        {"ui/models", {{"app", "output", "model", "calendar", "geo/core", "base"}, {"fmt/", "Q"}}},
        {"ui/views", {{"ui/models", "model", "base"}, {"Q"}}},
        {"ui", {{"ui/models", "ui/views", "app", "base"}, {"Q"}}},
    };
    return table;
}

/// Foreign headers that may stand in one .cpp file of their room only.
const std::map<std::string, std::string>& single_gates() {
    static const std::map<std::string, std::string> gates{{"Clp", "src/planning/"},
                                                          {"nlohmann/", "src/output/"},
                                                          {"libical/", "src/output/"},
                                                          {"xlsxwriter", "src/output/"},
                                                          {"curl/", "geo/io/"}};
    return gates;
}

const std::set<std::string>& standard_headers() {
    static const std::set<std::string> headers{"algorithm",     "any",          "array",
                                               "atomic",        "bit",          "bitset",
                                               "cassert",       "cctype",       "cerrno",
                                               "cfloat",        "charconv",     "chrono",
                                               "cinttypes",     "climits",      "cmath",
                                               "compare",       "concepts",     "condition_variable",
                                               "csignal",       "cstddef",      "cstdint",
                                               "cstdio",        "cstdlib",      "cstring",
                                               "ctime",         "deque",        "exception",
                                               "filesystem",    "forward_list", "fstream",
                                               "functional",    "future",       "initializer_list",
                                               "iomanip",       "ios",          "iosfwd",
                                               "iostream",      "istream",      "iterator",
                                               "limits",        "list",         "locale",
                                               "map",           "memory",       "mutex",
                                               "new",           "numbers",      "numeric",
                                               "optional",      "ostream",      "queue",
                                               "random",        "ranges",       "ratio",
                                               "regex",         "set",          "shared_mutex",
                                               "span",          "sstream",      "stack",
                                               "stdexcept",     "stop_token",   "streambuf",
                                               "string",        "string_view",  "system_error",
                                               "thread",        "tuple",        "type_traits",
                                               "typeindex",     "typeinfo",     "unordered_map",
                                               "unordered_set", "utility",      "valarray",
                                               "variant",       "vector"};
    return headers;
}

/// "src/planning/solve.cpp" -> "planning", "geo/io/crs.cpp" -> "geo/io"; empty: none.
std::string room_of(const std::string& file) {
    const std::string path = file.starts_with("src/") ? file.substr(4) : file;
    std::string best;
    for (const auto& [name, room] : rooms())
        if (path.starts_with(name + "/") && name.size() > best.size()) best = name;
    if (path.starts_with("datasets/")) best = "datasets";
    return best;
}

std::string reason_against(const std::string& file, const std::string& included, bool is_angled) {
    const std::string here = room_of(file);
    const Room& room = rooms().at(here);
    if (const std::string there = room_of(included); !is_angled || !there.empty()) {
        if (there.empty()) return "no room of ours has this file";
        const bool is_allowed =
            there == here || std::count(room.may_include.begin(), room.may_include.end(), there) > 0;
        return is_allowed ? "" : here + " may not use " + there;
    }
    if (standard_headers().contains(included)) return "";
    for (const auto& prefix : room.foreign_cpp)
        if (included.starts_with(prefix))
            return file.ends_with(".cpp") || prefix == "Q" ? "" : "a foreign header may stand in .cpp files only";
    return "not a library of " + here;
}

}  // namespace

std::vector<ForbiddenInclude> forbidden_includes(const fs::path& root) {
    std::vector<ForbiddenInclude> found;
    std::map<std::string, std::set<std::string>> users_of_gate;
    for (const char* top : {"src", "geo", "ui"}) {
        if (!fs::exists(root / top)) continue;
        for (const auto& entry : fs::recursive_directory_iterator(root / top)) {
            const std::string extension = entry.path().extension().string();
            if (extension != ".hpp" && extension != ".cpp") continue;
            const std::string file = fs::relative(entry.path(), root).generic_string();
            if (room_of(file).empty()) {
                found.push_back({file, 1, "", "this folder is no room of the layer table"});
                continue;
            }
            std::ifstream in(entry.path());
            std::size_t line = 0;
            for (std::string text; std::getline(in, text);) {
                ++line;
                const std::string_view code = trimmed(text);
                if (!code.starts_with("#")) continue;
                const std::string_view directive = trimmed(code.substr(1));
                if (!directive.starts_with("include")) continue;
                const auto open = directive.find_first_of("<\"");
                const auto close = open == std::string_view::npos ? open : directive.find_first_of(">\"", open + 1);
                if (close == std::string_view::npos) continue;
                const std::string included(directive.substr(open + 1, close - open - 1));
                if (const std::string why = reason_against(file, included, directive[open] == '<'); !why.empty())
                    found.push_back({file, line, included, why});
                for (const auto& [prefix, folder] : single_gates())
                    if (included.starts_with(prefix) && file.starts_with(folder)) users_of_gate[prefix].insert(file);
            }
        }
    }
    for (const auto& [prefix, files] : users_of_gate)
        if (files.size() > 1)
            for (const auto& file : files)
                found.push_back({file, 0, prefix,
                                 "this library has one gate, and " + std::to_string(files.size()) + " files use it"});
    return found;
}

}  // namespace baken::test

using namespace baken::test;

TEST_CASE("no file includes what its layer may not use") {
    for (const auto& found : forbidden_includes(BAKEN_SOURCE_DIR))
        FAIL_CHECK(found.file << ":" << found.line << ": includes '" << found.included << "': " << found.why);
}

TEST_CASE("a forbidden include is named with its file and line") {
    const TempDir tree;
    tree.write("src/base/text.hpp", "#pragma once\n#include <string>\n");
    tree.write("src/model/event.hpp", "#pragma once\n\n#include \"base/text.hpp\"\n#include \"planning/plan.hpp\"\n");
    tree.write("src/hotspots/find.cpp", "#include <ogr_api.h>\n#include \"geo/io/crs.hpp\"\n#include <vector>\n");
    tree.write("src/planning/plan.hpp", "#include <ClpSimplex.hpp>\n");
    tree.write("src/attic/old.cpp", "int x;\n");

    std::set<std::string> named;
    for (const auto& found : forbidden_includes(tree.path()))
        named.insert(found.file + ":" + std::to_string(found.line));
    CHECK(named == std::set<std::string>{"src/model/event.hpp:4", "src/hotspots/find.cpp:1", "src/hotspots/find.cpp:2",
                                         "src/planning/plan.hpp:1", "src/attic/old.cpp:1"});
}

TEST_CASE("a library with one gate may not be used in two files") {
    const TempDir tree;
    tree.write("src/planning/solver_clp.cpp", "#include <ClpSimplex.hpp>\n");
    CHECK(forbidden_includes(tree.path()).empty());
    tree.write("src/planning/bound.cpp", "#include <ClpSimplex.hpp>\n");
    CHECK(forbidden_includes(tree.path()).size() == 2);
}
