#include "intake/accident_row.hpp"

#include "base/text.hpp"
#include "intake/dates.hpp"
#include "intake/profiles/bron_codes.hpp"

#include <utility>

#include <fmt/format.h>

namespace baken {

AccidentReader::AccidentReader(const RowSource& rows, const ColumnMap& map, bool needs_number)
    : rows_(rows),
      needs_number_(needs_number),
      number_(map.at("number")),
      year_(map.at("year")),
      outcome_(map.at("outcome")),
      parties_(map.at("parties")),
      first_(map.at("first_party")),
      first_remark_(map.at("first_party_remark")),
      second_(map.at("second_party")),
      second_remark_(map.at("second_party_remark")),
      link_(map.at("link")),
      built_up_(map.at("built_up")),
      speed_(map.at("speed_limit")),
      light_(map.at("light")),
      junction_(map.at("junction")),
      section_(map.at("section")),
      hectometre_(map.at("hectometre")),
      street_(map.at("street")),
      place_(map.at("place")),
      manager_(map.at("manager")),
      municipality_(map.at("municipality")),
      alcohol_(map.at("alcohol")),
      date_(map.at("date")),
      time_(map.at("time")) {}

RejectedRow AccidentReader::rejected(const Column& column, std::string reason) const {
    return {rows_.line(), column ? rows_.columns()[*column] : std::string{}, std::move(reason)};
}

std::string AccidentReader::number() const {
    const std::string_view written = text(number_);
    if (!written.empty() && !is_rounded_number(written)) return std::string(written);
    return needs_number_ ? std::string{} : fmt::format("line {:07}", rows_.line());
}

LocationKey AccidentReader::location(const Accident& accident) const {
    if (const auto id = text(junction_); !id.empty()) return {LocationKind::junction, std::string(id)};
    if (const auto id = text(section_); !id.empty()) return {LocationKind::section, std::string(id)};
    if (const auto post = text(hectometre_); !post.empty())
        return {LocationKind::hectometre, fmt::format("{}:{}", accident.street, post)};
    return {};
}

void AccidentReader::read_attributes(Accident& accident) const {
    accident.street = text(street_);
    accident.place = text(place_);
    accident.location = location(accident);
    if (const auto manager = text(manager_); !manager.empty()) accident.road_manager = road_manager_from(manager);
    if (const auto limit = parse_integer(text(speed_)); limit && *limit > 0 && *limit <= 130)
        accident.speed_limit = static_cast<int>(*limit);
    if (const auto built_up = text(built_up_); !built_up.empty()) accident.is_built_up = built_up_from(built_up);
    accident.light = light_from(text(light_));
    if (const auto alcohol = text(alcohol_); !alcohol.empty()) accident.has_alcohol = yes_or_no(alcohol);
    accident.first_party = party_from(text(first_), text(first_remark_));
    accident.second_party = party_from(text(second_), text(second_remark_));
    if (const auto parties = parse_integer(text(parties_)); parties && *parties > 0 && *parties < 1000)
        accident.parties = static_cast<int>(*parties);
}

std::variant<AccidentRow, RejectedRow> AccidentReader::read() const {
    AccidentRow row;
    Accident& accident = row.accident;
    row.line = rows_.line();

    accident.number = number();
    if (accident.number.empty())
        return rejected(
            number_, text(number_).empty()
                         ? "it has no number"
                         : fmt::format("the number '{}' was rounded by a sheet: export again with this column as text",
                                       text(number_)));
    const When when = parse_when(text(date_), text(time_));
    accident.date = when.day;
    accident.minute_of_day = when.minute_of_day;
    if (const auto year = parse_integer(text(year_)); year && *year >= 1950 && *year <= 2200) {
        accident.year = static_cast<int>(*year);
    } else if (text(year_).empty() && when.day) {
        accident.year = year_of(*when.day);
    } else {
        const Column& column = year_ ? year_ : date_;
        return rejected(column, text(column).empty() ? "it has no year" : fmt::format("'{}' is no year", text(column)));
    }
    const auto outcome = outcome_from(text(outcome_));
    if (!outcome)
        return rejected(outcome_, text(outcome_).empty()
                                      ? "it has no outcome"
                                      : fmt::format("'{}' is no outcome that is known", text(outcome_)));
    accident.outcome = *outcome;
    if (const auto written = text(link_); !written.empty()) {
        const auto link = link_level_from(written);
        if (!link) return rejected(link_, fmt::format("'{}' is no level of linking that is known", written));
        accident.link = *link;
    }
    read_attributes(accident);
    row.municipality = text(municipality_);
    row.content = rows_.content_hash();
    return row;
}

bool is_rounded_number(std::string_view text) {
    const auto e = text.find_first_of("eE");
    if (e == std::string_view::npos || e == 0 || e + 1 >= text.size() || text.size() < 4) return false;
    return text.find_first_not_of("0123456789.,") == e &&
           text.find_first_not_of("0123456789+", e + 1) == std::string_view::npos && text[e + 1] == '+';
}

}  // namespace baken
