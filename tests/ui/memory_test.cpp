#include "ui/models/memory.hpp"

#include "support/support.hpp"

using namespace baken;
using baken::test::TempDir;

namespace {

QString ini(const TempDir& folder) { return QString::fromStdString((folder / "memory.ini").string()); }
QString file(const TempDir& folder, const char* name) {
    return QString::fromStdString(folder.write(name, "x").string());
}

}  // namespace

TEST_CASE("recent projects: the latest first, each once, those that are gone left out, ten at most") {
    const TempDir folder;
    Memory memory(ini(folder));
    const QString a = file(folder, "a.gpkg"), b = file(folder, "b.gpkg");
    memory.add_recent(a);
    memory.add_recent(b);
    memory.add_recent(a);
    memory.add_recent(QString::fromStdString((folder / "gone.gpkg").string()));
    CHECK(Memory(ini(folder)).recent() == QStringList{a, b});
    for (int i = 0; i < 20; ++i) memory.add_recent(file(folder, ("p" + std::to_string(i)).c_str()));
    CHECK(memory.recent().size() == 10);
}

TEST_CASE("the shape of a window and the open project are dropped after a start that did not end") {
    const TempDir folder;
    {
        Memory memory(ini(folder));
        memory.begin_start();
        memory.set_shape("window", "as it was");
        memory.set_open_project(file(folder, "year.gpkg"));
        memory.end_start();
    }
    {
        Memory memory(ini(folder));
        memory.begin_start();
        CHECK(memory.shape("window") == "as it was");
        CHECK(memory.open_project() == file(folder, "year.gpkg"));
        // The program crashes here: end_start() is never reached.
    }
    Memory memory(ini(folder));
    memory.begin_start();
    CHECK(memory.shape("window").isEmpty());
    CHECK(memory.open_project().isEmpty());
}

TEST_CASE("a project that is gone is not opened again") {
    const TempDir folder;
    Memory memory(ini(folder));
    memory.set_open_project(QString::fromStdString((folder / "gone.gpkg").string()));
    CHECK(memory.open_project().isEmpty());
}

TEST_CASE("what cannot be read is forgotten") {
    const TempDir folder;
    folder.write("memory.ini",
                 "[General]\nlanguage=klingon\nshade=@Invalid()\nletters=-7\nrecent=@ByteArray(\\x1)\n"
                 "folder=/no/such/folder\n[shapes]\nversion=99\nwindow=@ByteArray(zzz)\n[start]\nunder_way=maybe\n");
    Memory memory(ini(folder));
    memory.begin_start();
    CHECK_FALSE(memory.language());
    CHECK(memory.shade() == "system");
    CHECK(memory.letter_percent() == 100);
    CHECK(memory.recent().isEmpty());
    CHECK(memory.shape("window").isEmpty());
    CHECK(memory.folder() != "/no/such/folder");
}
