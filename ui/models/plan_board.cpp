#include "ui/models/plan_board.hpp"

#include "app/plan_bench.hpp"
#include "output/words.hpp"
#include "ui/models/check_words.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace baken {

namespace {

/// Prohibitions have no required number, but for the agreed maximum.
bool is_broken_prohibition(const Clause& clause) { return !clause.ok && clause.met > clause.required; }

BoardTile tile_of(const Project& project, const Check& check, const std::map<CheckId, QStringList>& broken,
                  Speech say) {
    BoardTile tile;
    tile.id = check.id;
    tile.municipality = check.municipality;
    tile.date = check.date;
    tile.start = check.start;
    tile.end = check.end;
    tile.theme = check.theme;
    tile.kind = check.kind;
    tile.status = check.status;
    tile.is_locked = check.is_locked;
    tile.dark_share = check.dark_share;
    tile.day = QString::number(day_of_month(check.date));
    tile.hour = to_qt(clock_text(check.start));
    tile.name = check_name(project, check, say);
    const auto found = broken.find(check.id);
    tile.breaks_a_rule = found != broken.end();
    const QStringList lines = check_story(project, check, tile.breaks_a_rule ? found->second : QStringList(), say);
    QStringList escaped;
    for (const QString& line : lines) escaped << line.toHtmlEscaped();
    escaped[0] = "<b>" + escaped[0] + "</b>";
    tile.story = "<qt>" + escaped.join("<br>") + "</qt>";
    tile.spoken = lines.join(". ");
    return tile;
}

BoardCount count_of(const Certificate& certificate, const std::string& id) {
    for (const Clause& clause : certificate.clauses)
        if (clause.id == id) return {true, clause.met, clause.required};
    return {};
}

std::map<CheckId, QStringList> broken_rules(const Certificate& certificate) {
    std::map<CheckId, QStringList> broken;
    for (const Clause& clause : certificate.clauses)
        if (is_broken_prohibition(clause))
            for (const CheckId& id : clause.checks) broken[id] << to_qt(clause.text);
    return broken;
}

class Cut {
public:
    explicit Cut(const PlanBoard& board) : first_(board.first), last_(board.last) {}
    [[nodiscard]] bool has(Date from, Date to) const { return from <= last_ && to >= first_; }
    [[nodiscard]] Date at(Date day) const { return std::clamp(day, first_, last_); }

private:
    Date first_, last_;
};

void add_bands(PlanBoard& board, const Calendar& calendar, Speech say) {
    const Cut cut(board);
    const auto days = [&](Date from, Date to) {
        return from == to ? say.day(from) : say.short_day(from) + QStringLiteral(" – ") + say.day(to);
    };
    for (const Campaign& campaign : calendar.campaigns) {
        if (!cut.has(campaign.from, campaign.to)) continue;
        const QString standing =
            campaign.is_confirmed ? say("bevestigd", "confirmed") : say("nog niet bevestigd", "not confirmed yet");
        board.bands.push_back({.name = to_qt(campaign.name),
                               .from = cut.at(campaign.from),
                               .to = cut.at(campaign.to),
                               .theme = campaign.theme,
                               .is_confirmed = campaign.is_confirmed,
                               .story = say("Campagne %1, %2\n%3, thema %4", "Campaign %1, %2\n%3, theme %4")
                                            .arg(to_qt(campaign.name), days(campaign.from, campaign.to), standing,
                                                 to_qt(name_of(campaign.theme, say.language())))});
    }
    if (calendar.region_day)
        board.bands.push_back({.name = say("24-uursactie", "24-hour action"),
                               .from = *calendar.region_day,
                               .to = *calendar.region_day,
                               .is_region_day = true,
                               .story = say("24-uursactie, %1: elke gemeente doet mee",
                                            "24-hour action, %1: every municipality takes part")
                                            .arg(say.day(*calendar.region_day))});
}

void add_stretches(PlanBoard& board, const Calendar& calendar, Speech say) {
    const Cut cut(board);
    for (const ClosedDays& closed : calendar.closed)
        if (cut.has(closed.from, closed.to))
            board.closed.push_back({cut.at(closed.from), cut.at(closed.to), to_qt(closed.reason)});
    for (const SchoolHoliday& holiday : calendar.school_holidays)
        if (cut.has(holiday.from, holiday.to))
            board.school_holidays.push_back({cut.at(holiday.from), cut.at(holiday.to), to_qt(holiday.name)});
    for (const Season& season : calendar.seasons)
        board.dark_seasons.push_back({season.from, season.to, say("donkere dagen", "dark days")});
}

std::vector<BoardWeek> weeks_of(const PlanBoard& board) {
    std::vector<BoardWeek> weeks;
    for (Date day = board.first; day <= board.last; day += std::chrono::days{1}) {
        if (weeks.empty() || weekday_of(day) == 1) weeks.push_back({day, day, iso_week(day).week, 0});
        weeks.back().to = day;
    }
    return weeks;
}

/// There on some day besides the 24-hour action, whose checks weigh on no week.
bool has_weeks(const CrewSettings& crew, const PlanBoard& board, const Calendar& calendar) {
    for (Date day = board.first; day <= board.last; day += std::chrono::days{1}) {
        const bool is_away = std::any_of(crew.away.begin(), crew.away.end(),
                                         [day](const ClosedDays& away) { return away.from <= day && day <= away.to; });
        const bool works = std::count(crew.weekdays.begin(), crew.weekdays.end(), weekday_of(day)) > 0;
        if (works && !is_away && calendar.region_day != day) return true;
    }
    return false;
}

/// How many checks of a crew lie in each week.
std::vector<BoardWeek> load_of(std::size_t crew, const PlanBoard& board, const Project& project,
                               const Calendar& calendar) {
    std::vector<BoardWeek> weeks = weeks_of(board);
    for (const Check& check : project.plan.checks) {
        const bool is_counted = check.crew == crew && board.first <= check.date && check.date <= board.last &&
                                check.status != CheckStatus::cancelled && calendar.region_day != check.date;
        if (!is_counted) continue;
        const auto after = std::upper_bound(weeks.begin(), weeks.end(), check.date,
                                            [](Date day, const BoardWeek& week) { return day < week.from; });
        ++std::prev(after)->checks;
    }
    return weeks;
}

void add_crews(PlanBoard& board, const Project& project, const Calendar& calendar) {
    const Cut cut(board);
    const std::vector<CrewSettings> crews = crews_of(project.settings);
    for (std::size_t c = 0; c < crews.size(); ++c) {
        const CrewSettings& crew = crews[c];
        std::vector<BoardWeek> weeks = load_of(c, board, project, calendar);
        const bool is_idle = std::all_of(weeks.begin(), weeks.end(), [](const BoardWeek& w) { return w.checks == 0; });
        if (is_idle && !has_weeks(crew, board, calendar)) continue;
        board.crews.push_back({to_qt(crew.name), std::max(0, crew.checks_per_week), std::move(weeks), {}});
        for (const ClosedDays& away : crew.away)
            if (cut.has(away.from, away.to))
                board.crews.back().away.push_back({cut.at(away.from), cut.at(away.to), to_qt(away.reason)});
    }
}

}  // namespace

const BoardTile* PlanBoard::tile(const CheckId& id) const {
    for (const BoardRow& row : rows)
        for (const BoardTile& tile : row.tiles)
            if (tile.id == id) return &tile;
    return nullptr;
}

PlanBoard plan_board(const Project& project, Speech say) {
    const Calendar calendar = calendar_of(project);
    PlanBoard board;
    board.year = calendar.year;
    board.first = calendar.first_day();
    board.last = calendar.last_day();
    for (const Municipality& municipality : project.region->municipalities)
        board.rows.push_back({to_qt(municipality.name),
                              {},
                              count_of(project.certificate, "quota." + municipality.code.text),
                              count_of(project.certificate, "dark." + municipality.code.text)});
    const auto broken = broken_rules(project.certificate);
    for (const Check& check : project.plan.checks)
        if (check.municipality < board.rows.size())
            board.rows[check.municipality].tiles.push_back(tile_of(project, check, broken, say));
    for (BoardRow& row : board.rows)
        std::stable_sort(row.tiles.begin(), row.tiles.end(), [](const BoardTile& a, const BoardTile& b) {
            return std::tie(a.date, a.start) < std::tie(b.date, b.start);
        });
    add_bands(board, calendar, say);
    add_stretches(board, calendar, say);
    add_crews(board, project, calendar);
    return board;
}

}  // namespace baken
