#include "intake/complaints.hpp"

#include "intake/accident_row.hpp"
#include "intake/account.hpp"
#include "intake/complaint_themes.hpp"
#include "intake/dates.hpp"
#include "intake/profiles/profile.hpp"
#include "intake/raw_places.hpp"

#include <cmath>
#include <utility>

#include <fmt/format.h>

namespace baken {

namespace {

constexpr std::size_t rows_between_looks = 8192;

using Column = std::optional<std::size_t>;

struct ComplaintColumns {
    Column id, date, time, category, subcategory, complainant, street, house_number;
};

struct ComplaintRow {
    Complaint complaint;  ///< without its point and its municipality
    std::string address;  ///< for the fallback key
    std::size_t line = 0;
    RawPoint point;
};

struct BadDates {
    std::size_t count = 0, first_line = 0, month_first = 0;
    std::string example;
};

class ComplaintReader {
public:
    ComplaintReader(RowSource& rows, const ColumnMap& map, const PlaceColumns& where,
                    const std::map<std::string, std::string>& themes)
        : rows_(rows),
          columns_{map.at("id"),          map.at("date"),        map.at("time"),   map.at("category"),
                   map.at("subcategory"), map.at("complainant"), map.at("street"), map.at("house_number")},
          where_(where),
          themes_(themes) {}

    std::vector<ComplaintRow> read_all(ComplaintsSoFar& so_far, Account& account, const Work& work) {
        std::vector<ComplaintRow> all;
        while (rows_.next()) {
            account.read_row();
            if (account.receipt().read % rows_between_looks == 0) {
                work.check_stop();
                work.progress("reading complaints", rows_.share());
            }
            if (!rows_.fault().empty())
                account.reject(rows_.line(), "", std::string(rows_.fault()));
            else
                read_one(all, so_far, account);
        }
        return all;
    }

    void write_notes(Account& account) const {
        if (!columns_.category && !columns_.subcategory)
            account.note("the file has no column of categories: every row counts as general safety");
        if (bad_dates_.count > 0)
            account.note(fmt::format(
                "{} rows have a date that cannot be read, such as '{}' on line {}: they count without a date",
                bad_dates_.count, bad_dates_.example, bad_dates_.first_line));
        if (bad_dates_.month_first > 0)
            account.note(
                fmt::format("{} dates have the month before the day, so that others may have been misread: export "
                            "again with dates as yyyy-mm-dd",
                            bad_dates_.month_first));
        if (rounded_ids_ > 0)
            account.note(fmt::format("{} numbers were rounded by a sheet (2.00512E+12): the line stands in for them",
                                     rounded_ids_));
        if (const auto names = themes_.never_met(); !names.empty())
            account.note(fmt::format("themes in the settings that no row has as its category: {}", listed(names)));
    }

private:
    [[nodiscard]] std::string_view text(const Column& column) const {
        return column ? rows_.field(*column) : std::string_view{};
    }

    void read_one(std::vector<ComplaintRow>& all, ComplaintsSoFar& so_far, Account& account) {
        const auto category = text(columns_.category), subcategory = text(columns_.subcategory);
        const bool has_categories = columns_.category || columns_.subcategory;
        const auto theme = has_categories ? themes_.theme_of(category, subcategory) : Theme::general_safety;
        if (!theme) {
            const std::string path = category_path(category, subcategory);
            account.filter(path.empty() ? "(no category)" : path);
            return;
        }
        ComplaintRow row;
        row.line = rows_.line();
        row.complaint.theme = *theme;
        row.complaint.category = subcategory.empty() ? category : subcategory;
        row.complaint.id = id();
        const When when = parse_when(text(columns_.date), text(columns_.time));
        row.complaint.date = when.day;
        row.complaint.minute_of_day = when.minute_of_day;
        if (!when.day && !text(columns_.date).empty()) remember_bad_date();
        row.complaint.street = street_without_number(text(columns_.street));
        row.address = text(columns_.street);
        if (const auto house = text(columns_.house_number); !house.empty()) row.address.append(1, ' ').append(house);
        row.complaint.complainant = so_far.reporters.ordinal_of(text(columns_.complainant));
        row.complaint.is_complainant_known = !row.complaint.complainant.empty();
        row.point = raw_point(rows_, where_);
        all.push_back(std::move(row));
    }

    std::string id() {
        const auto written = text(columns_.id);
        if (!written.empty() && !is_rounded_number(written)) return std::string(written);
        if (!written.empty()) ++rounded_ids_;
        return {};
    }

    void remember_bad_date() {
        if (looks_month_first(text(columns_.date))) ++bad_dates_.month_first;
        if (bad_dates_.count++ > 0) return;
        bad_dates_.first_line = rows_.line();
        bad_dates_.example = text(columns_.date);
    }

    RowSource& rows_;
    ComplaintColumns columns_;
    PlaceColumns where_;
    ComplaintThemes themes_;
    BadDates bad_dates_;
    std::size_t rounded_ids_ = 0;
};

/// Nobody is named: one complaint per address, day and category is one voice (docs/methods/complainants.md).
std::string fallback_key(const ComplaintRow& row, MapPoint point) {
    const std::string place =
        row.address.empty() ? fmt::format("{}:{}", std::llround(point.x), std::llround(point.y)) : row.address;
    const Complaint& complaint = row.complaint;
    return fmt::format("{}|{}|{}", place, complaint.date ? to_iso(*complaint.date) : std::string{}, complaint.category);
}

std::string about(const ComplaintRow& row) {
    const Complaint& complaint = row.complaint;
    return fmt::format("{}|{}|{}|{}|{}", complaint.date ? to_iso(*complaint.date) : "",
                       complaint.minute_of_day.value_or(-1), complaint.category, row.point.x, row.point.y);
}

/// True when the row is a double; otherwise its id is made its own.
bool is_double(ComplaintRow& row, ComplaintsSoFar& so_far) {
    std::string& id = row.complaint.id;
    if (id.empty()) id = fmt::format("s{}-{:07}", so_far.source + 1, row.line);
    const auto [known, is_new] = so_far.ids.try_emplace(id, ComplaintsSoFar::First{so_far.source, about(row)});
    if (is_new) return false;
    if (known->second.source == so_far.source || known->second.about == about(row)) return true;
    id = fmt::format("s{}-{}", so_far.source + 1, id);
    return !so_far.ids.try_emplace(id, ComplaintsSoFar::First{so_far.source, about(row)}).second;
}

std::vector<Complaint> sort_rows(std::vector<ComplaintRow>& rows, const Placer& placer, const PlaceColumns& where,
                                 const std::vector<std::string>& columns, const Locator& locator,
                                 ComplaintsSoFar& so_far, Account& account) {
    std::vector<Complaint> complaints;
    for (auto& row : rows) {
        const auto point = placer.at(row.point);
        if (!point) {
            const PlaceFault fault = place_fault(row.point, placer, where, columns);
            account.reject(row.line, fault.column, fault.reason);
            continue;
        }
        if (is_double(row, so_far)) {
            account.find_duplicate();
            continue;
        }
        const auto municipality = locator.by_area(*point);
        if (!municipality) {
            account.find_outside();
            continue;
        }
        Complaint& complaint = row.complaint;
        complaint.at = *point;
        complaint.municipality = *municipality;
        if (!complaint.is_complainant_known) complaint.complainant = fallback_key(row, *point);
        account.place();
        complaints.push_back(std::move(complaint));
    }
    return complaints;
}

void note_complainants(const std::vector<Complaint>& complaints, Account& account) {
    std::size_t known = 0;
    for (const auto& complaint : complaints) known += complaint.is_complainant_known ? 1 : 0;
    if (known < complaints.size())
        account.note(
            fmt::format("{} of {} complaints name nobody: the same address, day and category counts as one complainant",
                        complaints.size() - known, complaints.size()));
}

}  // namespace

ImportedComplaints import_complaints(const SourceSettings& source, const Locator& locator, ComplaintsSoFar& so_far,
                                     const Work& work) {
    OpenedFile file = open_rows(source.path, {.crs = source.crs, .encoding = source.encoding}, work);
    RowSource& rows = *file.rows;
    Account account(source, "complaints", file);
    const Profile& profile = choose_profile(source, rows.columns());
    account.receipt().profile = profile.name;
    const ColumnMap map = map_columns(rows.columns(), profile.rules, source.columns);
    require_columns(profile, map, rows.columns());
    const PlaceColumns where = require_places(rows, map, source);

    ComplaintReader reader(rows, map, where, source.themes);
    std::vector<ComplaintRow> all = reader.read_all(so_far, account, work);
    std::vector<RawPoint> points;
    points.reserve(all.size());
    for (const auto& row : all) points.push_back(row.point);
    const Placer placer = settle_places(points, where, rows, source, false, account);
    ImportedComplaints imported;
    imported.complaints = sort_rows(all, placer, where, rows.columns(), locator, so_far, account);
    reader.write_notes(account);
    note_complainants(imported.complaints, account);
    account.note_privacy(rows.columns());
    imported.receipt = account.closed(rows);
    return imported;
}

}  // namespace baken
