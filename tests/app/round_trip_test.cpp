#include "app/desk_world.hpp"
#include "app/outputs.hpp"
#include "store/edit_text.hpp"

using namespace baken;
using namespace baken::test;

namespace fs = std::filesystem;

namespace {

/// Every field of every hotspot, to the last digit.
std::string told_hotspots(const std::vector<Hotspot>& hotspots) {
    Project only;
    only.hotspots = hotspots;
    return edited_part_text(only);
}

std::map<std::string, std::string> content_by_name(const fs::path& folder) {
    std::map<std::string, std::string> content;
    for (const auto& entry : fs::recursive_directory_iterator(folder))
        if (entry.is_regular_file())
            content.emplace(fs::relative(entry.path(), folder).string(), content_of(entry.path()));
    return content;
}

}  // namespace

TEST_CASE("a search for hotspots in a project that was read back finds what was saved, to the last digit") {
    const TempDir folder;
    const Project project = planned_sample();
    bool has_complained_street = false;  // the names of some hotspots come from complaints alone
    for (const auto& complaint : project.region->complaints)
        for (const auto& h : project.hotspots)
            has_complained_street = has_complained_street || h.name.starts_with(complaint.street);
    REQUIRE(has_complained_street);
    (void)write_outputs(project, folder / "out", {}, {});
    const Project back = saved_project(folder / "out" / (file_stem(project) + ".gpkg"), {});
    CHECK(told_hotspots(back.hotspots) == told_hotspots(project.hotspots));
    CHECK(told_hotspots(with_hotspots(back, {}).hotspots) == told_hotspots(project.hotspots));
}

TEST_CASE("the outputs of a project that was read back are those of the project, byte for byte") {
    const TempDir folder;
    Project project = planned_sample();
    project.plan.checks[0].status = CheckStatus::done;
    project.plan.checks[0].result = CheckResult{.vehicles = 7, .fines = {{"telefoon", 2}}, .remark = "regen"};
    (void)write_outputs(project, folder / "first", {}, {});
    const Project back = saved_project(folder / "first" / (file_stem(project) + ".gpkg"), {});
    (void)write_outputs(back, folder / "second", {}, {});
    const auto first = content_by_name(folder / "first"), second = content_by_name(folder / "second");
    REQUIRE(first.size() >= 4);
    REQUIRE(second.size() == first.size());
    for (const auto& [name, bytes] : first) {
        INFO(name);
        CHECK((second.at(name) == bytes));
    }
}
