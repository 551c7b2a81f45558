#pragma once
/// What the pages say of how sure they are and where their figures come from.

#include "model/project.hpp"
#include "output/page.hpp"

#include <string>
#include <vector>

namespace baken {

/// The search, the chance of guessing it, and how well the places would have foretold.
[[nodiscard]] std::vector<std::string> certainty_notes(const Project&, const PageParts&);
/// What the accident register cannot say; empty where it is not among the sources.
[[nodiscard]] std::vector<std::string> register_notes(const Project&, const PageParts&);
/// Version, coordinates, hashes and inputs.
[[nodiscard]] std::string provenance_facts(const Project&, const PageParts&);
/// "3 feb 2027" or "2024": the last day that the data speak of; empty where nothing says so.
[[nodiscard]] std::string data_date(const Project&, Language);
/// "Jaar 2027 - 6 gemeenten - controles: 24 - gegevens tot en met ...", as markup.
[[nodiscard]] std::string subtitle(const Project&, const PageParts&);

}  // namespace baken
