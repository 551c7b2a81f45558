#include "intake/measurements.hpp"

#include "base/text.hpp"
#include "intake/account.hpp"
#include "intake/dates.hpp"
#include "intake/measured_values.hpp"
#include "intake/privacy.hpp"
#include "intake/profiles/profile.hpp"
#include "intake/raw_places.hpp"

#include <cmath>
#include <utility>

#include <fmt/format.h>

namespace baken {

namespace {

constexpr std::size_t rows_between_looks = 8192;

struct Span {
    double least, most;
};
constexpr Span possible_speed{1, 250}, possible_limit{5, 130}, possible_count{0, 1e9};

struct MeasurementRow {
    Measurement measurement;  ///< without its point, its share and its municipality
    MeasuredNumber share;
    std::size_t line = 0;
    RawPoint point;
};

class MeasurementReader {
public:
    MeasurementReader(RowSource& rows, const ColumnMap& map, const PlaceColumns& where)
        : rows_(rows), map_(map), where_(where) {}

    std::vector<MeasurementRow> read_all(Account& account, const Work& work) {
        std::vector<MeasurementRow> all;
        while (rows_.next()) {
            account.read_row();
            if (account.receipt().read % rows_between_looks == 0) {
                work.check_stop();
                work.progress("reading measurements", rows_.share());
            }
            if (!rows_.fault().empty()) {
                account.reject(rows_.line(), "", std::string(rows_.fault()));
            } else if (auto row = read_one(account)) {
                all.push_back(*std::move(row));
            }
        }
        return all;
    }

    /// Of a row that was read; false: it cannot be, and the account says so.
    bool settle_share(MeasurementRow& row, Account& account) const {
        if (row.share.is_blank) return true;
        row.measurement.share_over = unit_.share(row.share);
        if (!row.measurement.share_over)
            account.reject(row.line, name("share_over"),
                           fmt::format("{} is outside 0 to 100 %", number_text(*row.share.value)));
        return row.measurement.share_over.has_value();
    }

    void write_notes(Account& account) const {
        if (!map_.has("speed_limit"))
            account.note(
                "there is no column of speed limits: a V85 is held against the limit of the accidents near it, where "
                "these have one");
        if (map_.has("share_over"))
            if (const std::string text = unit_.note(name("share_over")); !text.empty()) account.note(text);
        if (bad_dates_ > 0)
            account.note(fmt::format(
                "{} rows have a date that cannot be read, such as '{}' on line {}: they count without a date",
                bad_dates_, bad_date_, bad_date_line_));
        if (below_mean_ > 0)
            account.note(fmt::format(
                "{} rows have a V85 below the mean speed: look whether the columns are the right ones", below_mean_));
    }

private:
    [[nodiscard]] std::string_view text(std::string_view ours) const {
        const auto column = map_.at(ours);
        return column ? rows_.field(*column) : std::string_view{};
    }
    [[nodiscard]] std::string name(std::string_view ours) const { return rows_.columns()[*map_.at(ours)]; }

    /// False: there is something, and it is no number within the span.
    bool read_number(std::string_view ours, Span span, std::optional<double>& value, Account& account) const {
        const auto written = text(ours);
        const MeasuredNumber number = measured_number(written);
        if (number.is_blank) return true;
        if (!number.value || number.is_percent) {
            account.reject(rows_.line(), name(ours), fmt::format("'{}' is not a number", written));
            return false;
        }
        if (*number.value < span.least || *number.value > span.most) {
            account.reject(rows_.line(), name(ours),
                           fmt::format("{} is outside {} to {}", number_text(*number.value), number_text(span.least),
                                       number_text(span.most)));
            return false;
        }
        value = number.value;
        return true;
    }
    bool read_whole(std::string_view ours, Span span, std::optional<int>& value, Account& account) const {
        std::optional<double> number;
        if (!read_number(ours, span, number, account)) return false;
        if (number) value = static_cast<int>(std::lround(*number));
        return true;
    }

    std::optional<MeasurementRow> read_one(Account& account) {
        MeasurementRow row;
        row.line = rows_.line();
        Measurement& measured = row.measurement;
        row.share = measured_number(text("share_over"));
        if (!read_number("v85", possible_speed, measured.v85, account) ||
            !read_number("mean_speed", possible_speed, measured.mean_speed, account) ||
            !read_whole("speed_limit", possible_limit, measured.speed_limit, account) ||
            !read_whole("vehicles", possible_count, measured.vehicles, account))
            return std::nullopt;
        if (!row.share.is_blank && !row.share.value) {
            account.reject(row.line, name("share_over"), fmt::format("'{}' is not a number", text("share_over")));
            return std::nullopt;
        }
        if (!measured.v85 && !measured.mean_speed && row.share.is_blank) {
            account.reject(row.line, "", "it has no figure of speed");
            return std::nullopt;
        }
        unit_.look(row.share);
        if (measured.v85 && measured.mean_speed && *measured.v85 < *measured.mean_speed) ++below_mean_;
        const auto date = text("date");
        measured.date = parse_when(date, {}).day;
        if (!measured.date && !date.empty() && bad_dates_++ == 0) {
            bad_date_ = date;
            bad_date_line_ = row.line;
        }
        measured.id = text("id");
        measured.street = street_without_number(text("street"));
        row.point = raw_point(rows_, where_);
        return row;
    }

    RowSource& rows_;
    const ColumnMap& map_;
    PlaceColumns where_;
    ShareUnit unit_;
    std::size_t bad_dates_ = 0, bad_date_line_ = 0, below_mean_ = 0;
    std::string bad_date_;
};

std::string content_of(const Measurement& m) {
    const auto number = [](const auto& value) {
        return value ? number_text(static_cast<double>(*value)) : std::string();
    };
    return fmt::format("{}|{}|{}|{}|{}|{}|{}|{}", m.at.x, m.at.y, m.date ? to_iso(*m.date) : "", number(m.v85),
                       number(m.mean_speed), number(m.share_over), number(m.vehicles), number(m.speed_limit));
}

/// True when the row is a double; otherwise its id is made its own.
bool is_double(MeasurementRow& row, MeasurementsSoFar& so_far) {
    if (!so_far.contents.insert(content_of(row.measurement)).second) return true;
    std::string& id = row.measurement.id;
    if (!id.empty() && so_far.ids.insert(id).second) return false;
    id += fmt::format("{}s{}-{:07}", id.empty() ? "" : "-", so_far.source + 1, row.line);
    so_far.ids.insert(id);
    return false;
}

std::vector<Measurement> sort_rows(std::vector<MeasurementRow>& rows, const MeasurementReader& reader,
                                   const Placer& placer, const PlaceColumns& where,
                                   const std::vector<std::string>& columns, const Locator& locator,
                                   MeasurementsSoFar& so_far, Account& account) {
    std::vector<Measurement> measurements;
    for (auto& row : rows) {
        const auto point = placer.at(row.point);
        if (!point) {
            const PlaceFault fault = place_fault(row.point, placer, where, columns);
            account.reject(row.line, fault.column, fault.reason);
            continue;
        }
        if (!reader.settle_share(row, account)) continue;
        row.measurement.at = *point;
        if (is_double(row, so_far)) {
            account.find_duplicate();
            continue;
        }
        const auto municipality = locator.by_area(*point);
        if (!municipality) {
            account.find_outside();
            continue;
        }
        row.measurement.municipality = *municipality;
        account.place();
        measurements.push_back(std::move(row.measurement));
    }
    return measurements;
}

}  // namespace

ImportedMeasurements import_measurements(const SourceSettings& source, const Locator& locator,
                                         MeasurementsSoFar& so_far, const Work& work) {
    OpenedFile file = open_rows(source.path, {.crs = source.crs, .encoding = source.encoding}, work);
    RowSource& rows = *file.rows;
    Account account(source, "measurements", file);
    const Profile& profile = choose_profile(source, rows.columns());
    account.receipt().profile = profile.name;
    const ColumnMap map = map_columns(rows.columns(), profile.rules, source.columns);
    require_columns(profile, map, rows.columns());
    const PlaceColumns where = require_places(rows, map, source);

    MeasurementReader reader(rows, map, where);
    std::vector<MeasurementRow> all = reader.read_all(account, work);
    std::vector<RawPoint> points;
    points.reserve(all.size());
    for (const auto& row : all) points.push_back(row.point);
    const Placer placer = settle_places(points, where, rows, source, false, account);
    ImportedMeasurements imported;
    imported.measurements = sort_rows(all, reader, placer, where, rows.columns(), locator, so_far, account);
    reader.write_notes(account);
    account.note_privacy(rows.columns());
    imported.receipt = account.closed(rows);
    return imported;
}

}  // namespace baken
