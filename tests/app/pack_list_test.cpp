#include "app/pack_list.hpp"

#include "app/staged_folder.hpp"
#include "support/catch.hpp"
#include "support/support.hpp"

#include <fstream>

using namespace baken;
using namespace baken::test;
namespace fs = std::filesystem;

namespace {

void write_file(const fs::path& path, const std::string& text) {
    fs::create_directories(path.parent_path());
    std::ofstream(path) << text;
}

}  // namespace

TEST_CASE("the list of a pack is what sha256sum reads, and comes back as it was written") {
    const TempDir folder;
    write_file(folder / "briefings/a b.txt", "abc");
    write_file(folder / "plan.json", "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq");
    const PackList list = listed_files(folder.path());
    // The digests of FIPS 180-4, appendix B.
    CHECK(list.at("briefings/a b.txt") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(list.at("plan.json") == "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    write_file(folder / pack_list_file, written(list));
    CHECK(pack_list_in(folder.path()) == list);
    CHECK(listed_files(folder.path()) == list);
}

TEST_CASE("what an earlier pack left over goes, and what is somebody's own stays") {
    const TempDir folder;
    const fs::path out = folder / "out";
    write_file(out / "briefings/old.pdf", "old");
    write_file(out / "briefings/changed.pdf", "first");
    write_file(out / "municipality/only.txt", "x");
    write_file(out / "notes.txt", "mine");
    PackList earlier = listed_files(out);
    earlier.erase("notes.txt");
    write_file(out / "briefings/changed.pdf", "with a remark of the crew");
    write_file(folder / "outside.txt", "x");
    earlier.emplace("../outside.txt", listed_files(folder.path()).at("outside.txt"));
    write_file(out / pack_list_file, written(earlier));

    remove_left_over(out, pack_list_in(out), {{"plan.json", ""}});
    CHECK_FALSE(fs::exists(out / "briefings/old.pdf"));
    CHECK_FALSE(fs::exists(out / "municipality"));
    CHECK(fs::exists(out / "briefings/changed.pdf"));
    CHECK(fs::exists(out / "notes.txt"));
    CHECK(fs::exists(folder / "outside.txt"));
}

TEST_CASE("a staged folder takes its folders along, into a new place and over an old one") {
    const TempDir folder;
    const fs::path out = folder / "out";
    for (const char* text : {"first", "second"}) {
        StagedFolder staged(out);
        write_file(staged.path() / "briefings/one.txt", text);
        write_file(staged.path() / "plan.json", text);
        const auto files = staged.publish();
        CHECK(files == std::vector<fs::path>{out / "briefings/one.txt", out / "plan.json"});
        write_file(out / "briefings/mine.txt", "kept");
    }
    CHECK(content_of(out / "briefings/one.txt") == "second");
    CHECK(content_of(out / "briefings/mine.txt") == "kept");
    CHECK(std::distance(fs::directory_iterator(folder.path()), {}) == 1);
}
