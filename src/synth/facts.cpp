#include "synth/facts.hpp"

#include "base/csv.hpp"
#include "base/error.hpp"
#include "base/text.hpp"
#include "datasets/embedded.hpp"
#include "geo/core/measure.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace baken {

namespace {

using Row = std::map<std::string, std::string>;

double number_in(const Row& row, const std::string& column) {
    const auto number = parse_number(row.at(column));
    if (!number) throw InternalError(fmt::format("datasets: {} is '{}', not a number", column, row.at(column)));
    return *number;
}

/// Cuts the corners of a line twice (Chaikin 1974), so that roads bend; its ends stay.
Line smoothed(Line line) {
    for (int round = 0; round < 2; ++round) {
        Line finer{line.front()};
        for (std::size_t i = 0; i + 1 < line.size(); ++i) {
            const MapPoint a = line[i], b = line[i + 1];
            finer.push_back({0.75 * a.x + 0.25 * b.x, 0.75 * a.y + 0.25 * b.y});
            finer.push_back({0.25 * a.x + 0.75 * b.x, 0.25 * a.y + 0.75 * b.y});
        }
        finer.push_back(line.back());
        line = std::move(finer);
    }
    return line;
}

std::vector<FactMunicipality> read_municipalities() {
    std::map<std::string, MapPoint> corners;
    for (const auto& row : fact_rows("region/border_points.csv"))
        corners[row.at("point")] = {number_in(row, "x"), number_in(row, "y")};
    std::vector<FactMunicipality> municipalities;
    for (const auto& row : fact_rows("region/municipalities.csv")) {
        Ring ring;
        for (const auto& corner : split(row.at("border"), ' ')) ring.push_back(corners.at(corner));
        ring.push_back(ring.front());
        municipalities.push_back({row.at("code"), row.at("name"), {{std::move(ring), {}}}});
    }
    return municipalities;
}

std::vector<FactVillage> read_villages(const std::vector<FactMunicipality>& municipalities) {
    std::vector<FactVillage> villages;
    for (const auto& row : fact_rows("region/villages.csv")) {
        const auto owner = std::find_if(municipalities.begin(), municipalities.end(), [&](const FactMunicipality& one) {
            return one.code == row.at("municipality");
        });
        if (owner == municipalities.end())
            throw InternalError("datasets: a village of no municipality: " + row.at("name"));
        villages.push_back({row.at("name"),
                            static_cast<std::uint32_t>(owner - municipalities.begin()),
                            {number_in(row, "x"), number_in(row, "y")},
                            static_cast<int>(number_in(row, "inhabitants"))});
    }
    return villages;
}

std::vector<FactRoad> read_roads() {
    std::vector<FactRoad> roads;
    for (const auto& row : fact_rows("region/roads.csv")) {
        const auto manager = road_manager_from_bron(row.at("manager"));
        if (!manager) throw InternalError("datasets: a road of no manager: " + row.at("name"));
        FactRoad road{row.at("name"), *manager, static_cast<int>(number_in(row, "limit")), std::nullopt, {}};
        if (!row.at("first_post").empty()) road.first_post = static_cast<int>(number_in(row, "first_post"));
        const auto numbers = split(row.at("line"), ' ');
        for (std::size_t i = 0; i + 1 < numbers.size(); i += 2)
            road.line.push_back({parse_number(numbers[i]).value(), parse_number(numbers[i + 1]).value()});
        road.line = smoothed(std::move(road.line));
        roads.push_back(std::move(road));
    }
    return roads;
}

}  // namespace

std::string_view fact_text(std::string_view dataset_name) {
    const std::string_view text = dataset(dataset_name);
    if (text.empty()) throw InternalError(fmt::format("datasets: no '{}'", dataset_name));
    return text;
}

std::vector<Row> fact_rows(std::string_view dataset_name) {
    CsvReader reader(fact_text(dataset_name), ',');
    reader.next();
    const std::vector<std::string> header(reader.fields().begin(), reader.fields().end());
    std::vector<Row> rows;
    while (reader.next()) {
        if (reader.fields().size() != header.size())
            throw InternalError(fmt::format("datasets: {}:{}: wrong number of fields", dataset_name, reader.line()));
        Row row;
        for (std::size_t i = 0; i < header.size(); ++i) row[header[i]] = std::string(reader.fields()[i]);
        rows.push_back(std::move(row));
    }
    return rows;
}

std::optional<std::uint32_t> Facts::municipality_at(MapPoint point) const {
    for (std::size_t i = 0; i < municipalities.size(); ++i)
        if (contains(municipalities[i].area, point)) return static_cast<std::uint32_t>(i);
    return std::nullopt;
}

Facts read_facts() {
    Facts facts;
    facts.municipalities = read_municipalities();
    facts.villages = read_villages(facts.municipalities);
    facts.roads = read_roads();
    for (const auto& row : fact_rows("region/streets.csv"))
        (row.at("kind") == "in" ? facts.streets_inside : facts.streets_outside).push_back(row.at("name"));
    return facts;
}

void WordChoice::add(std::string word, double weight) {
    words_.push_back(std::move(word));
    until_.push_back((until_.empty() ? 0.0 : until_.back()) + weight);
}

std::string_view WordChoice::draw(Rng& rng) const {
    const auto at = std::upper_bound(until_.begin(), until_.end(), rng.uniform() * until_.back()) - until_.begin();
    return words_[std::min(static_cast<std::size_t>(at), words_.size() - 1)];
}

RegisterWords::RegisterWords() {
    for (const auto& row : fact_rows("bron_2022/values.csv"))
        choices_[row.at("what")][row.at("when")].add(row.at("value"), number_in(row, "weight"));
}

const WordChoice& RegisterWords::operator()(std::string_view what, std::string_view when) const {
    if (const auto words = choices_.find(what); words != choices_.end())
        if (const auto choice = words->second.find(when); choice != words->second.end()) return choice->second;
    throw InternalError(fmt::format("datasets: no words for {} / {}", what, when));
}

std::vector<std::string> register_columns() {
    std::vector<std::string> columns;
    for (const auto& row : fact_rows("bron_2022/columns.csv")) columns.push_back(row.at("column"));
    return columns;
}

}  // namespace baken
