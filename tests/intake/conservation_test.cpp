#include "base/csv.hpp"
#include "base/error.hpp"
#include "base/random.hpp"
#include "intake/intake_support.hpp"

#include <array>
#include <set>

using namespace baken;
using namespace baken::test;

namespace {

template <std::size_t N>
std::string one_of(Rng& rng, const std::array<const char*, N>& words) {
    return words[rng.below(N)];
}

std::string messy_place(Rng& rng, int low, int high) {
    static constexpr std::array<const char*, 8> junk{"", "abc", "0", "1e400", "-5", "nan", "12.34.56", "99999999999"};
    if (rng.chance(0.15)) return one_of(rng, junk);
    return std::to_string(low + static_cast<int>(rng.below(static_cast<std::uint32_t>(high - low))));
}

/// What stands around and inside the fields, without regard for the rules of quoting.
std::string messy_line(Rng& rng, std::vector<std::string> fields) {
    if (rng.chance(0.05)) fields.pop_back();
    if (rng.chance(0.05)) fields.emplace_back(rng.chance(0.5) ? "" : "meer");
    std::string line;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (i > 0) line += ';';
        const double dice = rng.uniform();
        if (dice < 0.02)
            line += '"' + fields[i];
        else if (dice < 0.05)
            line += '"' + fields[i] + "\n" + '"';
        else if (dice < 0.08)
            line += '"' + fields[i] + "\"\"x" + '"';
        else if (dice < 0.10)
            line += fields[i] + '"';
        else
            line += fields[i];
    }
    if (rng.chance(0.03)) line += "\n";
    return line + (rng.chance(0.5) ? "\r\n" : "\n");
}

std::string messy_accidents(Rng& rng) {
    static constexpr std::array<const char*, 6> outcomes{"Letsel", "Dodelijk", "Uitsluitend materiele schade",
                                                         "",       "Onbekend", "letsel"};
    static constexpr std::array<const char*, 6> links{"Ongeval exact gekoppeld op wegvak of junctie aan BN.",
                                                      "Ongeval gekoppeld op straat niveau.",
                                                      "Ongeval gekoppeld op gemeente niveau.",
                                                      "K",
                                                      "",
                                                      "??"};
    static constexpr std::array<const char*, 6> towns{"Oosterdorp",    "WESTERDORP", "Westerdorp (NH)",
                                                      "Nergenshuizen", "",           "Westerdorp (L)"};
    static constexpr std::array<const char*, 5> years{"2022", "2023", "2024", "", "twintig"};
    std::string text =
        "verkeersongeval_nummer;jaar_ongeval;verkeersongeval_afloop;niveau_koppelen;wegvak_id;gemeente;x_rd;y_rd\n";
    text += "1;2022;Letsel;E;7;Oosterdorp;185000;425000\n";
    const int rows = static_cast<int>(rng.below(60));
    for (int i = 0; i < rows; ++i)
        text += messy_line(rng, {std::to_string(rng.below(40)), one_of(rng, years), one_of(rng, outcomes),
                                 one_of(rng, links), std::to_string(rng.below(9)), one_of(rng, towns),
                                 messy_place(rng, 165000, 195000), messy_place(rng, 420000, 430000)});
    return text;
}

std::string messy_complaints(Rng& rng) {
    static constexpr std::array<const char*, 6> categories{"Te hard rijden", "Afval",  "",
                                                           "Parkeren",       "overig", "R\xFBnwei"};
    static constexpr std::array<const char*, 5> dates{"1-2-2026", "2026-02-01T10:00:00Z", "30-2-2026", "", "gisteren"};
    static constexpr std::array<const char*, 4> people{"a@x.nl", "", "anoniem", "B"};
    std::string text = "id;datum;categorie;melder;adres;x;y\n1;1-2-2026;Te hard;;Laan 1;185000;425000\n";
    const int rows = static_cast<int>(rng.below(60));
    for (int i = 0; i < rows; ++i)
        text += messy_line(
            rng, {std::to_string(rng.below(40)), one_of(rng, dates), one_of(rng, categories), one_of(rng, people),
                  "Laan 1", messy_place(rng, 165000, 195000), messy_place(rng, 420000, 430000)});
    return text;
}

std::string messy_bytes(Rng& rng, std::string text) {
    if (rng.chance(0.2)) text.resize(1 + rng.below(static_cast<std::uint32_t>(text.size())));
    for (std::uint32_t hits = rng.chance(0.3) ? rng.below(5) : 0; hits > 0; --hits)
        text[rng.below(static_cast<std::uint32_t>(text.size()))] = static_cast<char>(32 + rng.below(224));
    return text;
}

void check_account(const Region& region, std::size_t accidents, std::size_t complaints) {
    for (const auto& receipt : region.receipts) {
        REQUIRE(receipt.is_balanced());
        REQUIRE(receipt.rejected == receipt.rejected_rows.size());
        std::size_t by_rule = 0;
        for (const auto& [rule, count] : receipt.filtered_by) by_rule += count;
        REQUIRE(by_rule == receipt.filtered);
        for (const auto& row : receipt.rejected_rows) {
            REQUIRE(row.line > 1);
            REQUIRE_FALSE(row.reason.empty());
        }
    }
    REQUIRE(region.accidents.size() == accidents);
    REQUIRE(region.complaints.size() == complaints);
}

}  // namespace

TEST_CASE("whatever the file, every row is in the region or in the receipt, and the same bytes give the same account") {
    const TempDir folder;
    const auto boundaries = write_two_squares(folder);
    int imported = 0, refused = 0;
    for (std::uint64_t seed = 0; seed < 600; ++seed) {
        Rng rng(seed);
        const bool is_accidents = rng.chance(0.5);
        const auto file =
            folder.write("bestand.csv", messy_bytes(rng, is_accidents ? messy_accidents(rng) : messy_complaints(rng)));
        const Settings settings = settings_for(boundaries, {is_accidents ? accidents_in(file) : complaints_in(file)});
        INFO("seed " << seed);
        try {
            const Region region = import_region(settings, {});
            const Receipt& receipt = receipt_of(region);
            const std::size_t kept = receipt.placed + receipt.unplaced;
            check_account(region, is_accidents ? kept : 0, is_accidents ? 0 : kept);
            const Region again = import_region(settings, {});
            REQUIRE(receipt_of(again).rejected_rows.size() == receipt.rejected_rows.size());
            REQUIRE(receipt_of(again).notes == receipt.notes);
            ++imported;
        } catch (const InputError& error) {
            REQUIRE(std::string(error.what()).find("bestand.csv") != std::string::npos);
            ++refused;
        }
    }
    CHECK(imported > 400);
    CHECK(imported + refused == 600);
}

TEST_CASE("in a file without quotes as many rows are read as there are lines") {
    const TempDir folder;
    const auto boundaries = write_two_squares(folder);
    for (std::uint64_t seed = 0; seed < 100; ++seed) {
        Rng rng(seed, 7);
        std::string text = "id;categorie;x;y\n1;Te hard;185000;425000\n";
        std::size_t lines = 1;
        for (std::uint32_t i = rng.below(50); i > 0; --i) {
            const bool is_blank = rng.chance(0.1);
            text += is_blank ? "\n"
                             : std::to_string(rng.below(50)) + ";" + (rng.chance(0.3) ? "Afval" : "Te hard") + ";" +
                                   messy_place(rng, 165000, 195000) + (rng.chance(0.1) ? "\n" : ";425000\n");
            lines += is_blank ? 0 : 1;
        }
        const Region region = import_region(settings_for(boundaries, {complaints_in(folder.write("a.csv", text))}), {});
        REQUIRE(receipt_of(region).read == lines);
    }
}
