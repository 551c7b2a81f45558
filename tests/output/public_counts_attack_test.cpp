// Someone with all that was published, the way in which it is made, and time, goes after the counts.
#include "output/public_world.hpp"
#include "support/catch.hpp"

#include <algorithm>
#include <set>

using namespace baken;
using namespace baken::test;

namespace {

// ---- Every world there can be: what is left possible is worked out by trying all of them.

using Counts = std::vector<int>;  ///< per square of one small municipality
using Publish = std::function<std::string(const Counts&)>;

constexpr int k = 3, squares = 3, most = 2 * k + 2;

std::string honest(const Counts& counts, bool is_of_complaints) {
    Project project = bare_project(1, squares, 1, k);
    int person = 0;
    for (int c = 0; c < squares; ++c)
        for (int i = 0; i < counts[static_cast<std::size_t>(c)]; ++i) {
            const MapPoint at = middle_of(project, 0, c, 0);
            if (is_of_complaints)
                add_complaint(project, 0, at, "m" + std::to_string(++person));
            else
                add_accident(project, 0, at);
        }
    return text_of_tables(public_layers(project));
}

/// Releases as they would be with other rules. Each line: what is told of a square, and last the total.
std::string by_rule(const Counts& counts, const std::function<int(int)>& told,
                    const std::function<int(int)>& told_total) {
    std::string text;
    int sum = 0;
    for (const int count : counts) {
        text += std::to_string(told(count)) + ",";
        sum += count;
    }
    return text + std::to_string(told_total(sum));
}

template <class Each>
void for_each_world(Each&& each) {
    Counts counts(squares, 0);
    for (counts[0] = 0; counts[0] <= most; ++counts[0])
        for (counts[1] = 0; counts[1] <= most; ++counts[1])
            for (counts[2] = 0; counts[2] <= most; ++counts[2]) each(counts);
}

struct Found {
    int recovered = 0;     ///< counts of 1 to k-1 that only one world leaves
    int seen_to_hold = 0;  ///< squares of at most k that are known not to be empty
};

void look_at(Found& found, const std::map<std::string, std::vector<std::set<int>>>& possible) {
    for (const auto& [release, of_squares] : possible)
        for (const auto& counts : of_squares) {
            if (counts.size() == 1 && *counts.begin() >= 1 && *counts.begin() < k) ++found.recovered;
            if (*counts.begin() > 0 && *counts.begin() <= k) ++found.seen_to_hold;
        }
}

/// From one release.
Found attack_one(const Publish& publish) {
    std::map<std::string, std::vector<std::set<int>>> possible;
    for_each_world([&](const Counts& counts) {
        // At the edge of what is tried there would be worlds missing.
        auto& of_release = possible[publish(counts)];
        of_release.resize(squares);
        for (std::size_t c = 0; c < squares; ++c) of_release[c].insert(counts[c]);
    });
    Found found;
    look_at(found, possible);
    return found;
}

/// From two releases by one who knows that exactly one event came in between, because it was their own: the counts of
/// both.
Found attack_two(const Publish& publish) {
    std::map<Counts, std::string> releases;
    for_each_world([&](const Counts& counts) { releases[counts] = publish(counts); });
    std::map<std::string, std::vector<std::set<int>>> before, after;
    for (const auto& [counts, release] : releases)
        for (std::size_t c = 0; c < squares; ++c) {
            Counts next = counts;
            ++next[c];
            const auto found = releases.find(next);
            if (found == releases.end()) continue;
            const std::string both = release + "##" + found->second;
            before[both].resize(squares);
            after[both].resize(squares);
            for (std::size_t i = 0; i < squares; ++i) {
                before[both][i].insert(counts[i]);
                after[both][i].insert(next[i]);
            }
        }
    Found found;
    look_at(found, before);
    look_at(found, after);
    return found;
}

}  // namespace

TEST_CASE("from one release no small count can be worked out, and no square is seen to hold anything") {
    for (const bool is_of_complaints : {false, true}) {
        const Found found = attack_one([&](const Counts& counts) { return honest(counts, is_of_complaints); });
        CHECK(found.recovered == 0);
        CHECK(found.seen_to_hold == 0);
    }
}

TEST_CASE("one who adds a report and compares two releases finds no small count either") {
    for (const bool is_of_complaints : {false, true})
        CHECK(attack_two([&](const Counts& counts) { return honest(counts, is_of_complaints); }).recovered == 0);
}

TEST_CASE("the attack finds what is wrong in releases that are made otherwise") {
    const auto exact = [](int count) { return count; };
    const auto at_least = [](int count) { return count / k * k; };
    const auto over = [](int count) { return count > k ? (count - 1) / k * k : 0; };
    // True counts.
    CHECK(attack_one([&](const Counts& c) { return by_rule(c, exact, exact); }).recovered > 0);
    // Small counts hidden, the total left as it is: the classical subtraction.
    CHECK(attack_one([&](const Counts& c) {
              return by_rule(
                  c, [](int n) { return n >= k ? n : 0; }, exact);
          }).recovered > 0);
    // "At least": the report that lifts a square to k tells that there were k-1.
    CHECK(attack_two([&](const Counts& c) { return by_rule(c, at_least, at_least); }).recovered > 0);
    // "More than", but with a total that is not held back: squares are seen to hold something.
    CHECK(attack_one([&](const Counts& c) { return by_rule(c, over, over); }).seen_to_hold > 0);
}

namespace {

// ---- Larger worlds: what is known of each square is an interval, made narrower by every sum.

struct Interval {
    long long low = 0, high = 0;
};
/// "More than `told`", up to k more; nothing told: up to k.
Interval interval_of(std::optional<long long> told, long long step) {
    return told ? Interval{*told + 1, *told + step} : Interval{0, step};
}

struct Release {
    std::map<std::string, std::map<std::string, std::optional<long long>>> squares;  ///< municipality, square
    std::map<std::string, std::optional<long long>> totals;
};

/// One of the two counts, as published.
Release read_release(const std::vector<FeatureTable>& tables, const std::string& field) {
    Release release;
    const FeatureTable &cells = tables[0], &municipalities = tables[1];
    for (const Feature& row : cells.rows)
        release
            .squares[text_of(row.values[cells.field("municipality_code")])][text_of(row.values[cells.field("cell")])] =
            number_in(row, cells.field(field));
    for (const Feature& row : municipalities.rows)
        release.totals[text_of(row.values[municipalities.field("code")])] = number_in(row, municipalities.field(field));
    return release;
}

/// What the attacker knows of the map: all squares of each municipality, by name.
using Map = std::map<std::string, std::vector<std::string>>;
using Known = std::map<std::pair<std::string, std::string>, Interval>;

/// A total that is told is smaller than the sum; of people it may be smaller by more, for one can complain twice. A
/// total that is not told may have been held back.
void propagate(Known& known, const Map& map, const Release& release) {
    for (bool has_changed = true; has_changed;) {
        has_changed = false;
        for (const auto& [municipality, names] : map) {
            const auto total = release.totals.at(municipality);
            if (!total) continue;
            long long all_high = 0;
            for (const auto& name : names) all_high += known[{municipality, name}].high;
            for (const auto& name : names) {
                Interval& one = known[{municipality, name}];
                const long long least = *total + 1 - (all_high - one.high);
                if (least > one.low) {
                    one.low = least;
                    has_changed = true;
                }
            }
        }
    }
}

Known known_from(const Map& map, const Release& release, long long step) {
    Known known;
    for (const auto& [municipality, names] : map)
        for (const auto& name : names) {
            const auto of_municipality = release.squares.find(municipality);
            std::optional<long long> told;
            if (of_municipality != release.squares.end() && of_municipality->second.contains(name))
                told = of_municipality->second.at(name);
            known[{municipality, name}] = interval_of(told, step);
        }
    propagate(known, map, release);
    return known;
}

/// One event came in somewhere, or none: each square of the second release has what it had, or one more.
void compare(Known& before, Known& after) {
    for (auto& [place, first] : before) {
        Interval& second = after[place];
        second.low = std::max(second.low, first.low);
        second.high = std::min(second.high, first.high + 1);
        first.low = std::max(first.low, second.low - 1);
        first.high = std::min(first.high, second.high);
    }
}

std::string square_name(MapPoint at) {
    return "E" + std::to_string(static_cast<int>(at.x) / 100) + "N" + std::to_string(static_cast<int>(at.y) / 100);
}

struct World {
    Project project;
    Map map;
    std::map<std::pair<std::string, std::string>, int> accidents;
};

constexpr int columns = 6, rows = 5;

World random_world(std::uint64_t seed) {
    Rng rng(seed);
    World world{bare_project(3, columns, rows, 3 + static_cast<int>(rng.below(8))), {}, {}};
    const auto& municipalities = world.project.region->municipalities;
    for (std::uint32_t m = 0; m < 3; ++m)
        for (int column = 0; column < columns; ++column)
            for (int row = 0; row < rows; ++row)
                world.map[municipalities[m].code.text].push_back(square_name(middle_of(world.project, m, column, row)));
    const double crowded = rng.uniform(0.2, 3.0) * world.project.settings.privacy.k;
    for (std::uint32_t m = 0; m < 3; ++m)
        for (int column = 0; column < columns; ++column)
            for (int row = 0; row < rows; ++row) {
                const MapPoint at = middle_of(world.project, m, column, row);
                const int accidents = rng.chance(0.4) ? 0 : rng.poisson(crowded);
                for (int i = 0; i < accidents; ++i) add_accident(world.project, m, at);
                const int people = rng.chance(0.6) ? 0 : rng.poisson(crowded);
                for (int i = 0; i < people; ++i)
                    add_complaint(world.project, m, at, "m" + std::to_string(rng.below(400)));
            }
    return world;
}

std::map<std::pair<std::string, std::string>, std::set<std::string>> truth(const Project& project, bool of_complaints) {
    std::map<std::pair<std::string, std::string>, std::set<std::string>> found;
    const auto code = [&](std::uint32_t m) { return project.region->municipalities[m].code.text; };
    if (of_complaints)
        for (const auto& c : project.region->complaints)
            found[{code(c.municipality), square_name(c.at)}].insert(c.complainant);
    else
        for (const auto& a : project.region->accidents)
            found[{code(a.municipality), square_name(a.at)}].insert(a.number);
    return found;
}

/// Small counts that the attacker has to the last one, over both releases.
int recovered(const Map& map, const Project& first, const Project& second, const std::vector<FeatureTable>& told_first,
              const std::vector<FeatureTable>& told_second) {
    int sum = 0;
    const long long step = first.settings.privacy.k;
    for (const bool of_complaints : {false, true}) {
        const std::string field = of_complaints ? "complainants_over" : "accidents_over";
        const Release one = read_release(told_first, field), two = read_release(told_second, field);
        Known before = known_from(map, one, step), after = known_from(map, two, step);
        for (int round = 0; round < 4; ++round) {
            compare(before, after);
            propagate(before, map, one);
            propagate(after, map, two);
        }
        const auto real_before = truth(first, of_complaints), real_after = truth(second, of_complaints);
        const auto count = [&](const Known& known, const auto& real) {
            for (const auto& [place, interval] : known) {
                const auto found = real.find(place);
                const long long is = found == real.end() ? 0 : static_cast<long long>(found->second.size());
                REQUIRE(interval.low <= is);  // an attacker who is wrong proves nothing
                REQUIRE(is <= interval.high);
                if (interval.low == interval.high && is >= 1 && is < step) ++sum;
            }
        };
        count(before, real_before);
        count(after, real_after);
    }
    return sum;
}

/// Every number of the layers.
std::set<long long> numbers_in(const std::vector<FeatureTable>& tables) {
    std::set<long long> numbers;
    for (const FeatureTable& table : tables)
        for (const Feature& row : table.rows)
            for (const Value& value : row.values)
                if (const auto* number = std::get_if<std::int64_t>(&value)) numbers.insert(*number);
    return numbers;
}

/// The layers as they would be with every square told to the last one.
std::vector<FeatureTable> unfloored(const World& world) {
    auto tables = public_layers(world.project);
    FeatureTable& cells = tables[0];
    cells.rows.clear();
    for (const auto& [place, events] : truth(world.project, false))
        // "More than", so that the attacker's own reading, from one more on, is right where k is one.
        cells.rows.push_back(
            {{place.second, place.first, Value(), static_cast<std::int64_t>(events.size()) - 1, Value(), Value()}, {}});
    return tables;
}

}  // namespace

TEST_CASE(
    "no small count is recovered from the layers of many projects, nor from two releases that differ by one event") {
    for (std::uint64_t seed = 1; seed <= 150; ++seed) {
        INFO("seed " << seed);
        const World world = random_world(seed);
        World next = world;
        Rng rng(seed, 99);
        const auto m = rng.below(3);
        const MapPoint at =
            middle_of(next.project, m, static_cast<int>(rng.below(columns)), static_cast<int>(rng.below(rows)));
        if (rng.chance(0.5))
            add_accident(next.project, m, at);
        else
            add_complaint(next.project, m, at, "nieuw");
        const auto told = public_layers(world.project), told_next = public_layers(next.project);
        CHECK(recovered(world.map, world.project, next.project, told, told_next) == 0);

        const long long step = world.project.settings.privacy.k;
        std::set<long long> numbers = numbers_in(told);
        numbers.merge(numbers_in(told_next));
        numbers.insert(0);
        for (const long long a : numbers)
            for (const long long b : numbers) CHECK((a - b) % step == 0);
        // Sums and what is left of a total: of multiples, so multiples too; here worked out all the same.
        for (const char* field : {"accidents_over", "complainants_over"}) {
            const Release release = read_release(told, field);
            for (const auto& [municipality, total] : release.totals) {
                long long rest = total.value_or(0);
                if (const auto of_it = release.squares.find(municipality); of_it != release.squares.end())
                    for (const auto& [name, count] : of_it->second) rest -= count.value_or(0);
                const long long left = rest < 0 ? -rest : rest;
                CHECK((left == 0 || left >= step));
            }
        }
    }
}

TEST_CASE("no square that is not told is known to hold anything") {
    for (std::uint64_t seed = 1; seed <= 150; ++seed) {
        const World world = random_world(seed);
        const auto told = public_layers(world.project);
        for (const char* field : {"accidents_over", "complainants_over"}) {
            const Release release = read_release(told, field);
            for (const auto& [place, interval] : known_from(world.map, release, world.project.settings.privacy.k)) {
                const auto of_municipality = release.squares.find(place.first);
                const bool is_told = of_municipality != release.squares.end() &&
                                     of_municipality->second.contains(place.second) &&
                                     of_municipality->second.at(place.second).has_value();
                if (!is_told) CHECK(interval.low == 0);
            }
        }
    }
}

TEST_CASE("the attacker on many projects notices counts that were not floored") {
    int all_read = 0;
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        const World world = random_world(seed);
        const auto told = unfloored(world);
        // Each number is read as it is meant: exactly so many.
        const Known known = known_from(world.map, read_release(told, "accidents_over"), 1);
        for (const auto& [place, events] : truth(world.project, false)) {
            const Interval& found = known.at(place);
            CHECK(found.low == found.high);
            CHECK(found.low == static_cast<long long>(events.size()));
            if (static_cast<int>(events.size()) < world.project.settings.privacy.k) ++all_read;
        }
        bool has_remainder = false;
        for (const long long number : numbers_in(told)) has_remainder |= number % world.project.settings.privacy.k != 0;
        CHECK(has_remainder);
    }
    CHECK(all_read > 100);
}
