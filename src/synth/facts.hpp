#pragma once
/// The facts in `datasets/` that the made-up region is drawn from, as values.

#include "base/random.hpp"
#include "geo/core/shape.hpp"
#include "model/event.hpp"

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace baken {

struct FactMunicipality {
    std::string code, name;
    MultiPolygon area;
};
struct FactVillage {
    std::string name;
    std::uint32_t municipality = 0;  ///< index
    MapPoint at;
    int inhabitants = 0;
};
struct FactRoad {
    std::string name;
    RoadManager manager = RoadManager::municipality;
    int limit = 0;
    std::optional<int> first_post;  ///< hectometre post at the beginning
    Line line;
};
struct Facts {
    std::vector<FactMunicipality> municipalities;
    std::vector<FactVillage> villages;
    std::vector<FactRoad> roads;
    std::vector<std::string> streets_inside, streets_outside;

    /// Index of the municipality that a point lies in.
    [[nodiscard]] std::optional<std::uint32_t> municipality_at(MapPoint) const;
};

[[nodiscard]] Facts read_facts();

/// Words with weights, as a register writes them.
class WordChoice {
public:
    void add(std::string word, double weight);
    [[nodiscard]] std::string_view draw(Rng&) const;  ///< valid as long as the choice

private:
    std::vector<std::string> words_;
    std::vector<double> until_;  ///< running sum of the weights
};

/// The words of the accident register by what they describe and when: words("aard_ongeval", "full").
class RegisterWords {
public:
    RegisterWords();
    [[nodiscard]] const WordChoice& operator()(std::string_view what, std::string_view when) const;

private:
    std::map<std::string, std::map<std::string, WordChoice, std::less<>>, std::less<>> choices_;
};

/// Columns of the register's file, in order.
[[nodiscard]] std::vector<std::string> register_columns();

/// Rows of an embedded CSV, each as column -> text.
[[nodiscard]] std::vector<std::map<std::string, std::string>> fact_rows(std::string_view dataset_name);

/// The text of an embedded file. Throws InternalError when there is none.
[[nodiscard]] std::string_view fact_text(std::string_view dataset_name);

}  // namespace baken
