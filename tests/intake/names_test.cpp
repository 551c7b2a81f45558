#include "base/error.hpp"
#include "intake/column_map.hpp"
#include "intake/complaint_themes.hpp"
#include "intake/dates.hpp"
#include "intake/intake_support.hpp"
#include "intake/municipalities.hpp"
#include "intake/privacy.hpp"
#include "intake/profiles/bron_codes.hpp"

using namespace baken;
using namespace baken::test;

TEST_CASE("municipalities are found under the names that registers, maps and people give them") {
    const MunicipalityNames names({"Bergen (L.)", "Bergen (NH.)", "Hengelo", "Beuningen", "Súdwest-Fryslân",
                                   "'s-Gravenhage", "Berg en Dal", "Laren (NH.)"});
    CHECK(names.find("Bergen (NH)") == 1U);
    CHECK(names.find("Bergen NH") == 1U);
    CHECK(names.find("bergen (l)") == 0U);
    CHECK_FALSE(names.find("Bergen"));  // which of the two?
    CHECK(names.find("Hengelo (O)") == 2U);
    CHECK(names.find("Laren") == 7U);
    CHECK(names.find("BEUNINGEN") == 3U);
    CHECK(names.find("Beuningen Gld") == 3U);
    CHECK(names.find("Sudwest Fryslan") == 4U);
    CHECK(names.find("Den Haag") == 5U);
    CHECK(names.find("berg en dal") == 6U);
    CHECK_FALSE(names.find("Nijmegen"));
    CHECK_FALSE(names.find(""));
    CHECK_FALSE(MunicipalityNames({"Bergen (NH.)"}).find("Bergen (L)"));
    CHECK(joined_into("Voorne aan Zee") == std::vector<std::string>{"Brielle", "Hellevoetsluis", "Westvoorne"});
}

TEST_CASE("dates are read as people and programs write them, and never guessed") {
    const Date day = make_date(2024, 3, 5);
    for (const char* text :
         {"2024-03-05", "5-3-2024", "05-03-2024", "05/03/2024", "5.3.2024", "20240305", "05-03-24", "5 mrt 2024",
          "5 maart 2024", "5-mar-2024", "2024/03/05", "45356", "2024-03-05T10:00:00", "05-03-2024 10:00"})
        CHECK(parse_when(text, "").day == day);
    CHECK(parse_when("05/03/2024 21:30", "").minute_of_day == 21 * 60 + 30);
    CHECK(parse_when("5-3-24 21:30", "").minute_of_day == 21 * 60 + 30);
    CHECK(parse_when("2024-03-05", "21.30").minute_of_day == 21 * 60 + 30);
    CHECK(parse_when("2024-03-05", "2130").minute_of_day == 21 * 60 + 30);
    CHECK(parse_when("2024-03-05", "9 uur").minute_of_day == 9 * 60);
    CHECK(parse_when("45356,5", "").minute_of_day == 12 * 60);
    for (const char* text :
         {"", "31-02-2024", "vorige week", "2024-13-01", "12345678901", "1", "99-99-9999", "32-1-2024"})
        CHECK_FALSE(parse_when(text, "").day);
    CHECK_FALSE(parse_when("2024-03-05", "25:00").minute_of_day);
}

TEST_CASE("a date with the month first is told from one with the day first") {
    CHECK(looks_month_first("03/25/2026"));
    CHECK(looks_month_first("3-25-2026 10:00"));
    CHECK_FALSE(looks_month_first("25/03/2026"));
    CHECK_FALSE(looks_month_first("03/04/2026"));
    CHECK_FALSE(looks_month_first("99/99/2026"));
    CHECK_FALSE(looks_month_first("gisteren"));
    CHECK_FALSE(looks_month_first(""));
}

TEST_CASE("moments in UTC become local, over midnight and over the change of the clock") {
    const When winter = parse_when("2025-12-04T23:33:55.866267+00:00", "");
    CHECK(winter.day == make_date(2025, 12, 5));
    CHECK(winter.minute_of_day == 33);
    const When summer = parse_when("2025-06-18T07:47:34.63123+00:00", "");
    CHECK(summer.day == make_date(2025, 6, 18));
    CHECK(summer.minute_of_day == 9 * 60 + 47);
    CHECK(parse_when("2025-06-18 07:47", "").minute_of_day == 7 * 60 + 47);
    CHECK(parse_when("2025-12-04T09:00:00+01:00", "").minute_of_day == 9 * 60);
}

TEST_CASE("categories become themes by the table, and the settings go before it") {
    ComplaintThemes themes({{"Hondenpoep", "speed"}, {"Verkeer / Parkeren", "none"}});
    CHECK(themes.theme_of("Te hard rijden", "") == Theme::speed);
    CHECK(themes.theme_of("Verkeer", "Snelheidsovertreding") == Theme::speed);
    CHECK(themes.theme_of("Rijden onder invloed", "") == Theme::alcohol_drugs);
    CHECK(themes.theme_of("Lachgas", "") == Theme::alcohol_drugs);
    CHECK(themes.theme_of("Telefoon achter het stuur", "") == Theme::distraction);
    CHECK(themes.theme_of("Zonder gordel", "") == Theme::seatbelt);
    CHECK(themes.theme_of("Overlast vrachtverkeer", "") == Theme::heavy_traffic);
    CHECK(themes.theme_of("Schoolomgeving", "") == Theme::school_zone);
    CHECK(themes.theme_of("Fietsers zonder licht", "") == Theme::lighting);
    CHECK(themes.theme_of("Door rood licht", "") == Theme::general_safety);
    CHECK(themes.theme_of("Foutparkeren", "") == Theme::general_safety);
    CHECK_FALSE(themes.theme_of("Wegen, verkeer en straatmeubilair", "Straatverlichting"));
    CHECK(themes.theme_of("Wegen, verkeer en straatmeubilair", "Onveilige verkeerssituatie") == Theme::general_safety);
    CHECK_FALSE(themes.theme_of("Wegen, verkeer en straatmeubilair", "Bank"));
    CHECK_FALSE(themes.theme_of("Wegen, verkeer en straatmeubilair", "Onderhoud straat, fietspad en stoep"));
    CHECK_FALSE(themes.theme_of("Afval", "Dumping"));
    CHECK_FALSE(themes.theme_of("Openbaar groen en water", "Boom"));
    CHECK_FALSE(themes.theme_of("", ""));
    CHECK(themes.never_met() == std::vector<std::string>{"Hondenpoep", "Verkeer / Parkeren"});
    CHECK(themes.theme_of("hondenpoep", "") == Theme::speed);
    CHECK_FALSE(themes.theme_of("Verkeer", "Parkeren"));
    CHECK(themes.never_met().empty());
    CHECK(message_of<SettingsError>([] {
              return ComplaintThemes(std::map<std::string, std::string>{{"Afval", "sped"}});
          }).find("did you mean 'speed'") != std::string::npos);
}

TEST_CASE("the register's words become values") {
    CHECK(outcome_from("Dodelijk") == Outcome::fatal);
    CHECK(outcome_from("uitsluitend materiële schade") == Outcome::damage_only);
    CHECK(outcome_from("LET") == Outcome::injury);
    CHECK(outcome_from("Serious Crash") == Outcome::injury);
    CHECK_FALSE(outcome_from("onbekend"));
    CHECK(link_level_from("Ongeval gekoppeld op straat niveau.") == LinkLevel::street);
    CHECK(link_level_from("S") == LinkLevel::street);
    CHECK_FALSE(link_level_from("ergens"));
    CHECK(road_manager_from("G") == RoadManager::municipality);
    CHECK(road_manager_from("Waterschap") == RoadManager::water_board);
    CHECK(built_up_from("Binnen") == true);
    CHECK(yes_or_no("Nee") == false);
    CHECK(party_from("Personenauto", "") == Party::car);
    CHECK(party_from("", "FATBIKE") == Party::bicycle);
    CHECK(party_from("", "E-STEP") == Party::moped);
    CHECK(party_from("", "SPEED PEDELEC") == Party::moped);
    CHECK(party_from("", "BEDRIJFSAUTOVRACHTAUTO") == Party::lorry);
    CHECK(party_from("", "PARTIJ ONTBREEKT") == Party::none);
    CHECK(party_from("", "") == Party::none);
    CHECK(party_from("Landbouwvoertuig", "") == Party::tractor);
}

TEST_CASE("columns are found by folded name, and a wrong choice says what there is") {
    const std::vector<std::string> columns{"Meldings-ID", "Datum Melding", "X-coördinaat"};
    const std::vector<ColumnRule> rules{
        {"id", {"meldingsid"}}, {"date", {"datummelding"}}, {"x", {"xcoordinaat"}}, {"category", {"categorie"}}};
    const ColumnMap map = map_columns(columns, rules, {{"category", "Datum Melding"}});
    CHECK(map.at("id") == 0U);
    CHECK(map.at("x") == 2U);
    CHECK(map.at("category") == 1U);
    const std::string missing = message_of<SettingsError>([&] {
        return map_columns(columns, rules, {{"date", "Datum Meldin"}});
    });
    CHECK(missing.find("did you mean 'Datum Melding'") != std::string::npos);
    CHECK(message_of<SettingsError>([&] {
              return map_columns(columns, rules, {{"dat", "Datum Melding"}});
          }).find("did you mean 'date'") != std::string::npos);
}

TEST_CASE("reporters become ordinals, and nobody stays nobody") {
    Reporters reporters;
    CHECK(reporters.ordinal_of("Jan@Voorbeeld.nl ") == "m1");
    CHECK(reporters.ordinal_of("06 1234 5678") == "m2");
    CHECK(reporters.ordinal_of("jan@voorbeeld.nl") == "m1");
    CHECK(reporters.ordinal_of("+31 6 12345678") == "m2");
    CHECK(reporters.ordinal_of("Anoniem").empty());
    CHECK(reporters.ordinal_of(" - ").empty());
    CHECK(private_columns({"id", "Naam melder", "E-mail", "categorie", "Toelichting"}) ==
          std::vector<std::string>{"Naam melder", "E-mail", "Toelichting"});
}
