#include "intake/accidents.hpp"

#include "intake/accident_row.hpp"
#include "intake/account.hpp"
#include "intake/profiles/profile.hpp"
#include "intake/raw_places.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <utility>

#include <fmt/format.h>

namespace baken {

namespace {

constexpr std::size_t rows_between_looks = 8192;

struct ReadRows {
    std::vector<AccidentRow> rows;
    std::vector<RawPoint> points;  ///< one per row
};

ReadRows read_rows(RowSource& rows, const AccidentReader& reader, const PlaceColumns& where, Account& account,
                   const Work& work) {
    ReadRows all;
    while (rows.next()) {
        account.read_row();
        if (account.receipt().read % rows_between_looks == 0) {
            work.check_stop();
            work.progress("reading accidents", rows.share() * 0.7);
        }
        if (!rows.fault().empty()) {
            account.reject(rows.line(), "", std::string(rows.fault()));
            continue;
        }
        auto row = reader.read();
        if (auto* bad = std::get_if<RejectedRow>(&row)) {
            account.reject(bad->line, bad->column, bad->reason);
            continue;
        }
        all.rows.push_back(std::move(std::get<AccidentRow>(row)));
        all.points.push_back(raw_point(rows, where));
    }
    return all;
}

/// A row of street or municipality level counts in totals only: its point is that of some section of the street.
bool has_point_of_its_own(const Accident& accident) {
    return accident.link == LinkLevel::exact || accident.link == LinkLevel::junction;
}

class Sorter {
public:
    Sorter(Locator& locator, AccidentNumbers& numbers, Account& account, bool is_register)
        : locator_(locator), numbers_(numbers), account_(account), is_register_(is_register) {}

    void sort(AccidentRow& row, std::optional<MapPoint> point, std::vector<Accident>& accidents) {
        if (!is_first(row)) return;
        const auto municipality = row.municipality.empty() ? by_area(point) : locator_.by_name(row.municipality, point);
        if (!municipality) {
            account_.find_outside();
            if (!row.municipality.empty()) ++outside_[row.municipality];
            return;
        }
        Accident& accident = row.accident;
        accident.municipality = *municipality;
        if (point) accident.at = *point;
        if (accident.location.id.empty() && point)
            accident.location = {LocationKind::point,
                                 fmt::format("{}:{}", std::llround(point->x), std::llround(point->y))};
        if (has_point_of_its_own(accident)) {
            account_.place();
            if (!row.municipality.empty() && locator_.by_area(*point) != municipality) ++elsewhere_;
        } else {
            account_.leave_unplaced();
        }
        accidents.push_back(std::move(accident));
    }

    void write_notes() {
        if (elsewhere_ > 0)
            account_.note(fmt::format("{} rows lie in another area than the municipality they name; the name counts",
                                      elsewhere_));
        if (outside_.empty()) return;
        std::vector<std::pair<std::string, std::size_t>> names(outside_.begin(), outside_.end());
        std::stable_sort(names.begin(), names.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
        std::string text;
        for (std::size_t i = 0; i < std::min<std::size_t>(names.size(), 5); ++i)
            text += fmt::format("{}{} ({})", i == 0 ? "" : ", ", names[i].first, names[i].second);
        account_.note(fmt::format("{} names of municipalities are not in the region: {}{}", names.size(), text,
                                  names.size() > 5 ? ", ..." : ""));
    }

private:
    [[nodiscard]] std::optional<std::uint32_t> by_area(std::optional<MapPoint> point) const {
        return point ? locator_.by_area(*point) : std::nullopt;
    }

    /// False when the row was accounted for as a double.
    bool is_first(AccidentRow& row) {
        std::string& number = row.accident.number;
        const AccidentNumbers::First here{row.line, numbers_.source, row.content, is_register_};
        const auto [known, is_new] = numbers_.first.try_emplace(number, here);
        if (is_new) return true;
        const AccidentNumbers::First& first = known->second;
        const bool is_same_accident = first.content == row.content || (is_register_ && first.is_register);
        if (first.source != numbers_.source && !is_same_accident) {
            number = fmt::format("s{}-{}", numbers_.source + 1, number);
            return is_first(row);
        }
        if (first.source == numbers_.source && first.content != row.content) {
            account_.reject(row.line, "",
                            fmt::format("number {} was on line {} with other content", number, first.line));
        } else {
            account_.find_duplicate();
        }
        return false;
    }

    Locator& locator_;
    AccidentNumbers& numbers_;
    Account& account_;
    bool is_register_;
    std::size_t elsewhere_ = 0;
    std::map<std::string, std::size_t> outside_;
};

std::vector<Accident> sort_rows(ReadRows& all, const Placer& placer, const PlaceColumns& where,
                                const std::vector<std::string>& columns, Sorter& sorter, Account& account,
                                const Work& work) {
    std::vector<Accident> accidents;
    for (std::size_t i = 0; i < all.rows.size(); ++i) {
        if (i % rows_between_looks == 0) {
            work.check_stop();
            work.progress("placing accidents",
                          0.7 + 0.3 * static_cast<double>(i) / static_cast<double>(all.rows.size()));
        }
        AccidentRow& row = all.rows[i];
        const auto point = placer.at(all.points[i]);
        if (!point && row.accident.link != LinkLevel::municipality) {
            const PlaceFault fault = place_fault(all.points[i], placer, where, columns);
            account.reject(row.line, fault.column, fault.reason);
            continue;
        }
        sorter.sort(row, point, accidents);
    }
    return accidents;
}

void note_dates(const std::vector<Accident>& accidents, const AccidentReader& reader, Account& account) {
    const auto dated = std::count_if(accidents.begin(), accidents.end(),
                                     [](const Accident& accident) { return accident.date.has_value(); });
    const auto timed = std::count_if(accidents.begin(), accidents.end(),
                                     [](const Accident& accident) { return accident.minute_of_day.has_value(); });
    if (!reader.has_dates())
        account.note("the file has no dates and hours, only years: none are made up");
    else
        account.note(fmt::format("{} of {} accidents have a date and {} a time", dated, accidents.size(), timed));
}

}  // namespace

ImportedAccidents import_accidents(const SourceSettings& source, Locator& locator, AccidentNumbers& numbers,
                                   const Work& work) {
    OpenedFile file = open_rows(source.path, {.crs = source.crs, .encoding = source.encoding}, work);
    RowSource& rows = *file.rows;
    Account account(source, "accidents", file);
    const Profile& profile = choose_profile(source, rows.columns());
    account.receipt().profile = profile.name;
    const ColumnMap map = map_columns(rows.columns(), profile.rules, source.columns);
    require_columns(profile, map, rows.columns());
    const PlaceColumns where = require_places(rows, map, source);
    const bool is_register = profile.name == bron_2022().name;
    const AccidentReader reader(rows, map, is_register);

    ReadRows all = read_rows(rows, reader, where, account, work);
    const bool has_town_rows = std::any_of(all.rows.begin(), all.rows.end(), [](const AccidentRow& row) {
        return row.accident.link == LinkLevel::municipality;
    });
    const Placer placer = settle_places(all.points, where, rows, source, has_town_rows, account);
    Sorter sorter(locator, numbers, account, is_register);
    ImportedAccidents imported;
    imported.accidents = sort_rows(all, placer, where, rows.columns(), sorter, account, work);
    sorter.write_notes();
    note_dates(imported.accidents, reader, account);
    account.note_privacy(rows.columns());
    imported.receipt = account.closed(rows);
    return imported;
}

}  // namespace baken
