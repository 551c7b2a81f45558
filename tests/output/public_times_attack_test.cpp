// Someone who has the public layers, the calendar, the crews' days and hours, and the way in which it is all made, goes
// after the days of the checks.
#include "calendar/calendar.hpp"
#include "base/text.hpp"
#include "output/public_times.hpp"
#include "output/public_world.hpp"
#include "support/catch.hpp"

#include <algorithm>
#include <set>

using namespace baken;
using namespace baken::test;

namespace {

/// Written anew, so that a slip in the layer is not repeated here.
class PublicKnowledge {
public:
    explicit PublicKnowledge(const Project& project)
        : project_(project),
          calendar_(make_calendar(2027, project.settings.calendar, project.settings.rules.dark_days, project.campaigns,
                                  project.school_holidays)) {}

    /// Whether a check of the municipality can begin in this part of the day.
    [[nodiscard]] bool can_be(std::uint32_t m, Date day, DayPart part) const {
        if (calendar_.closed_because(day)) return false;
        for (const CrewSettings& crew : project_.settings.crews) {
            bool is_there = crew.municipalities.empty();
            for (const auto& name : crew.municipalities) is_there |= name == project_.region->municipalities[m].name;
            bool works = false;
            for (const unsigned weekday : crew.weekdays) works |= weekday == weekday_of(day);
            for (const auto& away : crew.away) works = works && (day < away.from || day > away.to);
            for (const DayBlock& block : calendar_.blocks)
                if (is_there && works && part_of(block.from) == part && block.from >= crew.from &&
                    block.until <= crew.until)
                    return true;
        }
        return false;
    }
    [[nodiscard]] bool is_region_day(Date day) const { return calendar_.region_day == day; }
    static DayPart part_of(int minute) {
        const int hour = minute / 60 % 24;
        return hour < 6 || hour >= 23 ? DayPart::night
               : hour < 12            ? DayPart::morning
               : hour < 18            ? DayPart::afternoon
                                      : DayPart::evening;
    }

private:
    const Project& project_;
    Calendar calendar_;
};

const std::vector<std::string>& month_words() {
    static const std::vector<std::string> words{"januari", "februari", "maart",     "april",   "mei",      "juni",
                                                "juli",    "augustus", "september", "oktober", "november", "december"};
    return words;
}

/// "maart, oktober\u2013december" -> {3, 3}, {10, 12}; as anyone reads it.
std::vector<std::pair<unsigned, unsigned>> periods_in(const std::string& text) {
    std::vector<std::pair<unsigned, unsigned>> periods;
    const auto month = [](std::string word) {
        word.erase(0, word.find_first_not_of(' '));
        const auto found = std::find(month_words().begin(), month_words().end(), word);
        REQUIRE(found != month_words().end());
        return static_cast<unsigned>(found - month_words().begin()) + 1;
    };
    for (const std::string& part : split(text, ',')) {
        const auto dash = part.find("\u2013");
        if (dash == std::string::npos)
            periods.emplace_back(month(part), month(part));
        else
            periods.emplace_back(month(part.substr(0, dash)), month(part.substr(dash + std::string("\u2013").size())));
    }
    return periods;
}

std::set<DayPart> parts_in(const std::string& text) {
    const std::map<std::string, DayPart> words{{"ochtend", DayPart::morning},
                                               {"middag", DayPart::afternoon},
                                               {"avond", DayPart::evening},
                                               {"nacht", DayPart::night}};
    std::set<DayPart> parts;
    for (std::string word : split(text, ',')) {
        word.erase(0, word.find_first_not_of(' '));
        parts.insert(words.at(word));
    }
    return parts;
}

/// Crews with few days, closed weeks, campaigns of all lengths, a region day, and checks where they may be.
Project random_plan(std::uint64_t seed) {
    Rng rng(seed, 7);
    Project project = bare_project(2, 10, 10, 3 + static_cast<int>(rng.below(8)));
    Settings& settings = project.settings;
    const auto day = [&](int from, int to) {
        return make_date(2027, 1, 1) +
               std::chrono::days{from + static_cast<int>(rng.below(static_cast<std::uint32_t>(to - from)))};
    };
    settings.calendar.region_day = make_date(2027, 10, 8);
    for (int i = 0; i < 3; ++i) {
        const Date from = day(0, 330);
        if (from > make_date(2027, 9, 1)) continue;
        settings.calendar.closed.push_back({from, from + std::chrono::days{rng.below(25)}, "dicht"});
        std::erase_if(settings.calendar.closed, [&](const ClosedDays& c) {
            return c.from <= *settings.calendar.region_day && *settings.calendar.region_day <= c.to;
        });
    }
    for (int i = 0; i < 2; ++i) {
        CrewSettings crew{.name = "Ploeg " + std::to_string(i + 1)};
        crew.weekdays.clear();
        for (unsigned weekday = 1; weekday <= 7; ++weekday)
            if (rng.chance(i == 0 ? 0.5 : 0.2)) crew.weekdays.push_back(weekday);
        if (crew.weekdays.empty()) crew.weekdays = {5};
        if (i == 1) crew.municipalities = {"Gemeente 1"};
        if (rng.chance(0.4)) crew.from = 16 * 60;
        if (rng.chance(0.5)) {
            const Date from = day(0, 300);
            crew.away.push_back({from, from + std::chrono::days{20 + rng.below(40)}, "weg"});
        }
        settings.crews.push_back(std::move(crew));
    }
    for (int i = 0; i < 4; ++i) {
        const Date from = day(0, 350);
        project.campaigns.push_back(
            {.name = "Campagne " + std::to_string(i + 1),
             .theme = all_themes[rng.below(theme_count)],
             .from = from,
             .to = from + std::chrono::days{rng.below(2) == 0 ? rng.below(7) : 10 + rng.below(40)},
             .is_confirmed = true,
             .source = ""});
    }
    for (std::uint32_t m = 0; m < 2; ++m)
        for (int rank = 1; rank <= 4; ++rank) {
            Hotspot hotspot;
            hotspot.id = {"H" + std::to_string(m) + std::to_string(rank)};
            hotspot.municipality = m;
            hotspot.rank = rank;
            hotspot.name = "Plek, Dorp";
            hotspot.at = middle_of(project, m, 2 * rank, 2 * rank);
            hotspot.accidents = 30;
            for (const Theme theme : all_themes) hotspot.theme_weight[index_of(theme)] = rng.uniform();
            project.hotspots.push_back(std::move(hotspot));
        }
    return project;
}

/// The check on another day: what it then is follows from the calendar.
Check on(const Project& project, Check check, Date day) {
    check.date = day;
    check.kind = project.settings.calendar.region_day == day ? CheckKind::region_day : CheckKind::targeted;
    check.campaign.clear();
    for (const Campaign& campaign : project.campaigns)
        if (campaign.theme == check.theme && campaign.from <= day && day <= campaign.to) check.campaign = campaign.name;
    return check;
}

void add_checks(Project& project, std::uint64_t seed) {
    Rng rng(seed, 8);
    const PublicKnowledge known(project);
    for (int tries = 0; tries < 400 && project.plan.checks.size() < 9; ++tries) {
        Check check;
        check.hotspot = rng.below(static_cast<std::uint32_t>(project.hotspots.size()));
        check.municipality = project.hotspots[check.hotspot].municipality;
        const auto& blocks = project.settings.calendar.blocks;
        check.start = blocks[rng.below(static_cast<std::uint32_t>(blocks.size()))].from;
        check.theme = all_themes[rng.below(theme_count)];
        const Date day = make_date(2027, 1, 1) + std::chrono::days{rng.below(365)};
        if (!known.can_be(check.municipality, day, PublicKnowledge::part_of(check.start))) continue;
        check.id = {"C" + std::to_string(tries)};
        project.plan.checks.push_back(on(project, check, day));
    }
    // One on the region day in each municipality, at a place that may have others too.
    for (std::uint32_t m = 0; m < 2; ++m) {
        Check check;
        check.id = {"R" + std::to_string(m)};
        check.municipality = m;
        check.hotspot = m * 4 + rng.below(4);
        check.start = 18 * 60;
        project.plan.checks.push_back(on(project, check, *project.settings.calendar.region_day));
    }
}

Project random_project(std::uint64_t seed) {
    Project project = random_plan(seed);
    add_checks(project, seed);
    return project;
}

using Publish = std::function<std::string(const Project&)>;

std::string honest(const Project& project) { return text_of_tables({public_layers(project)[2]}); }

/// For the tests of the attack: per hotspot the periods that a rule gives each check.
std::string by_rule(const Project& project, const std::function<std::string(const Check&)>& period) {
    std::string text;
    for (std::size_t h = 0; h < project.hotspots.size(); ++h) {
        std::set<std::string> periods, parts;
        for (const Check& check : project.plan.checks)
            if (check.hotspot == h) {
                periods.insert(period(check));
                parts.insert(std::to_string(static_cast<int>(PublicKnowledge::part_of(check.start))));
            }
        for (const auto& one : periods) text += one + " ";
        for (const auto& one : parts) text += one + " ";
        text += "\n";
    }
    return text;
}

/// The fewest days that one of the checks could be on without a word of the release being another, among those checks
/// that the release speaks of: without them it would read differently. Counted up to k; 1000 where it speaks of none.
int fewest_days(const Project& project, const Publish& publish) {
    const PublicKnowledge known(project);
    const std::string release = publish(project);
    int fewest = 1000;
    for (std::size_t c = 0; c < project.plan.checks.size(); ++c) {
        Project other = project;
        other.plan.checks.erase(other.plan.checks.begin() + static_cast<std::ptrdiff_t>(c));
        if (publish(other) == release) continue;
        const Check& check = project.plan.checks[c];
        int days = 0;
        other = project;
        for (int i = 0; i < 365 && days < project.settings.privacy.k; ++i) {
            // From the check's own month on, where most of them are.
            const auto first = (make_date(2027, month_of(check.date), 1) - make_date(2027, 1, 1)).count();
            const Date day = make_date(2027, 1, 1) + std::chrono::days{(first + i) % 365};
            if (!known.can_be(check.municipality, day, PublicKnowledge::part_of(check.start))) continue;
            other.plan.checks[c] = on(project, check, day);
            if (publish(other) == release) ++days;
        }
        fewest = std::min(fewest, days);
    }
    return fewest;
}

}  // namespace

TEST_CASE("every check that is told of could be on k days at least without a word being another") {
    int told = 0;
    for (std::uint64_t seed = 1; seed <= 25; ++seed) {
        INFO("seed " << seed);
        const Project project = random_project(seed);
        const int fewest = fewest_days(project, honest);
        CHECK(fewest >= project.settings.privacy.k);
        told += fewest < 1000 ? 1 : 0;
    }
    CHECK(told >= 15);  // a release that tells nothing is safe and useless
}

TEST_CASE("every period that is told leaves k days, and so does every part of the day in it") {
    int periods_read = 0;
    for (std::uint64_t seed = 1; seed <= 120; ++seed) {
        INFO("seed " << seed);
        const Project project = random_project(seed);
        const PublicKnowledge known(project);
        const FeatureTable places = public_layers(project)[2];
        REQUIRE(places.rows.size() == project.hotspots.size());
        for (const Feature& row : places.rows) {
            const std::string months = text_of(row.values[places.field("months")]);
            const std::string day_parts = text_of(row.values[places.field("day_parts")]);
            CHECK(months.empty() == day_parts.empty());
            if (months.empty()) continue;
            const std::uint32_t m = text_of(row.values[places.field("municipality_code")]) == "GM0001" ? 0 : 1;
            for (const auto& [from, to] : periods_in(months)) {
                ++periods_read;
                int in_any = 0;
                for (const DayPart part : parts_in(day_parts)) {
                    int days = 0;
                    for (Date day = make_date(2027, from, 1); year_of(day) == 2027 && month_of(day) <= to;
                         day += std::chrono::days{1})
                        if (known.can_be(m, day, part) && !known.is_region_day(day)) ++days;
                    CHECK((days == 0 || days >= project.settings.privacy.k));
                    in_any = std::max(in_any, days);
                }
                CHECK(in_any >= project.settings.privacy.k);
            }
        }
    }
    CHECK(periods_read > 300);
}

TEST_CASE("the place of a region-day check cannot be told from the layers") {
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        Project project = random_project(seed);
        const std::string release = honest(project);
        for (Check& check : project.plan.checks)
            if (check.kind == CheckKind::region_day) check.hotspot = check.municipality * 4 + (check.hotspot + 1) % 4;
        CHECK(honest(project) == release);
        std::erase_if(project.plan.checks, [](const Check& check) { return check.kind == CheckKind::region_day; });
        CHECK(honest(project) == release);
    }
}

TEST_CASE("a plan that changes tells no more in two releases than in each") {
    for (std::uint64_t seed = 1; seed <= 12; ++seed) {
        INFO("seed " << seed);
        const Project first = random_project(seed);
        Project second = first;
        Rng rng(seed, 11);
        const PublicKnowledge known(first);
        Check& moved = second.plan.checks[rng.below(static_cast<std::uint32_t>(second.plan.checks.size() - 2))];
        for (int tries = 0; tries < 1000; ++tries) {
            const Date day = make_date(2027, 1, 1) + std::chrono::days{rng.below(365)};
            if (!known.can_be(moved.municipality, day, PublicKnowledge::part_of(moved.start))) continue;
            moved = on(second, moved, day);
            break;
        }
        CHECK(fewest_days(second, honest) >= second.settings.privacy.k);
        // Done or still planned reads alike; a check that was cancelled is gone.
        Project done = first;
        for (Check& check : done.plan.checks) check.status = CheckStatus::done;
        CHECK(honest(done) == honest(first));
    }
}

TEST_CASE("the attack finds the day where the rule is naive") {
    int by_month = 0, by_need = 0, by_day = 0;
    for (std::uint64_t seed = 1; seed <= 12; ++seed) {
        const Project project = random_project(seed);
        const int k = project.settings.privacy.k;
        const PublicKnowledge known(project);
        const auto days_in_month = [&](const Check& check) {
            int days = 0;
            for (Date day = make_date(2027, month_of(check.date), 1); month_of(day) == month_of(check.date);
                 day += std::chrono::days{1})
                days += known.can_be(check.municipality, day, PublicKnowledge::part_of(check.start)) ? 1 : 0;
            return days;
        };
        const auto month = [](const Check& check) { return std::to_string(month_of(check.date)); };
        // Always the month.
        by_month += fewest_days(project, [&](const Project& p) { return by_rule(p, month); }) < k ? 1 : 0;
        // The quarter where the check's own month has too few days, or it is on the region day: the longer name then
        // says which of the three months it is.
        by_need +=
            fewest_days(project,
                        [&](const Project& p) {
                            return by_rule(p, [&](const Check& check) {
                                const bool needs = check.kind == CheckKind::region_day || days_in_month(check) < k;
                                return needs ? "Q" + std::to_string((month_of(check.date) - 1) / 3) : month(check);
                            });
                        }) < k
                ? 1
                : 0;
        by_day += fewest_days(project,
                              [&](const Project& p) {
                                  return by_rule(p, [](const Check& check) { return to_iso(check.date); });
                              }) < k
                      ? 1
                      : 0;
    }
    CHECK(by_day == 12);
    CHECK(by_month >= 3);
    CHECK(by_need >= 6);
}
