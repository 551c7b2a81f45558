#include "geo/io/file_set.hpp"

#include "base/error.hpp"
#include "geo/io/small_disk.hpp"
#include "support/support.hpp"

using namespace baken;
using namespace baken::test;
using Names = std::vector<std::string>;

TEST_CASE("files that belong together appear together, in a folder that is there or is not") {
    const TempDir dir;
    for (const char* folder : {"oud", "diep/nieuw"}) {
        std::filesystem::create_directory(dir / "oud");
        {
            FileSet set(dir / folder, Overwrite::no);
            set.write("b.txt", "b");
            set.write("a.txt", "a");
            CHECK_FALSE(std::filesystem::exists(dir / folder / "a.txt"));
            CHECK(set.publish() == std::vector<std::filesystem::path>{dir / folder / "a.txt", dir / folder / "b.txt"});
        }
        CHECK(files_in(dir / folder) == Names{"a.txt", "b.txt"});
        CHECK(content_of(dir / folder / "b.txt") == "b");
    }
}

TEST_CASE("without the last word nothing is left") {
    const TempDir dir;
    {
        FileSet set(dir.path(), Overwrite::yes);
        set.write("a.txt", "a");
    }
    CHECK(files_in(dir.path()).empty());
}

TEST_CASE("when one file cannot take its place, all others go back") {
    const TempDir dir;
    dir.write("a.txt", "old a");
    dir.write("c.txt", "old c");
    FileSet set(dir.path(), Overwrite::no);
    set.write("b.txt", "new b");
    set.write("c.txt", "new c");  // c.txt came while the set was written
    CHECK(refusal([&] { set.publish(); }).find("c.txt: the file exists already") != std::string::npos);
    CHECK_FALSE(std::filesystem::exists(dir / "b.txt"));
    CHECK(content_of(dir / "c.txt") == "old c");
    CHECK(content_of(dir / "a.txt") == "old a");

    FileSet forced(dir.path(), Overwrite::yes);
    forced.write("a.txt", "new a");
    forced.write("b.txt", "new b");
    std::filesystem::create_directory(dir / "b.txt");
    CHECK(refusal([&] { forced.publish(); }).find("b.txt: this is a folder") != std::string::npos);
    CHECK(content_of(dir / "a.txt") == "old a");
}

TEST_CASE("a file that is replaced keeps its rights") {
    using std::filesystem::perms;
    const TempDir dir;
    const auto file = dir.write("a.txt", "old");
    std::filesystem::permissions(file, perms::owner_read | perms::owner_write);
    FileSet set(dir.path(), Overwrite::yes);
    set.write("a.txt", "new");
    set.publish();
    CHECK(content_of(file) == "new");
    CHECK(std::filesystem::status(file).permissions() == (perms::owner_read | perms::owner_write));
}
