#include "base/error.hpp"
#include "base/text.hpp"
#include "intake/coordinates.hpp"
#include "intake/profiles/profile.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace baken {

/// Accidents in a layout of somebody's own.
const Profile& generic_accidents() {
    static const Profile profile = [] {
        Profile own{"generic", SourceKind::accidents, place_rules(), {"outcome"}};
        const std::vector<ColumnRule> rules{
            {"number",
             {"ongevalnummer", "ongevalsnummer", "nummer", "id", "registratienummer", "ongevalid", "accidentindex",
              "accidentid", "crashid", "number"}},
            {"year", {"jaar", "jaarongeval", "year", "ongevaljaar", "crashyear", "accidentyear"}},
            {"outcome",
             {"afloop", "ernst", "outcome", "severity", "aflooptype", "accidentseverity", "crashseverity",
              "letselernst"}},
            {"parties", {"aantalpartijen", "partijen", "numberofvehicles"}},
            {"first_party", {"partij1", "vervoerwijze1", "objecttype1", "botspartner1"}},
            {"first_party_remark", {}},
            {"second_party", {"partij2", "vervoerwijze2", "objecttype2", "botspartner2"}},
            {"second_party_remark", {}},
            {"link", {"niveaukoppelen", "niveaukop"}},
            {"built_up", {"bebouwdekom", "bebkom"}},
            {"speed_limit", {"maximumsnelheid", "maxsnelheid", "snelheidslimiet", "speedlimit", "limiet"}},
            {"light", {"lichtgesteldheid", "licht", "light", "lightconditions"}},
            {"junction", {"junctieid", "jteid"}},
            {"section", {"wegvakid", "wvkid"}},
            {"hectometre", {"hectometer", "hmp"}},
            {"street", {"straatnaam", "straat", "weg", "wegnaam", "adres", "street", "locatie", "road"}},
            {"place", {"woonplaats", "plaats", "kern", "place"}},
            {"manager", {"wegbeheerder", "beheerder", "roadmanager"}},
            {"municipality", {"gemeente", "gemeentenaam", "municipality"}},
            {"alcohol", {"indicatiealcohol", "alcohol"}},
            {"date", {"datumongeval", "ongevaldatum", "datum", "date", "datumtijd", "pleegdatum"}},
            {"time", {"tijdstip", "tijd", "time", "uur", "tijdongeval"}},
        };
        own.rules.insert(own.rules.end(), rules.begin(), rules.end());
        return own;
    }();
    return profile;
}

/// Complaints as a municipality or a police desk keeps them, Dutch or English.
const Profile& generic_complaints() {
    static const Profile profile = [] {
        Profile own{"generic", SourceKind::complaints, place_rules(), {}};
        const std::vector<ColumnRule> rules{
            {"id",
             {"id", "meldingid", "meldingnummer", "meldingsnummer", "klachtnummer", "klachtid", "zaaknummer", "zaakid",
              "kenmerk", "referentie", "nummer", "nr", "volgnummer", "number", "reference", "fid", "objectid"}},
            {"date",
             {"datumtijd", "datum", "meldingsdatum", "melddatum", "datummelding", "datumontvangst", "ontvangstdatum",
              "aangemaakt", "aangemaaktop", "createdat", "created", "date", "datetime", "reportedat", "ingediendop",
              "crashdate"}},
            {"time", {"tijd", "tijdstip", "meldingstijd", "tijdmelding", "time", "uur"}},
            {"category",
             {"categorie", "category", "hoofdcategorie", "rubriek", "hoofdrubriek", "onderwerp", "thema",
              "soortmelding", "soortklacht", "soort", "klachttype", "meldingsoort", "type", "subject", "theme",
              "klacht"}},
            {"subcategory", {"subcategorie", "subcategory", "subrubriek", "sub", "detail"}},
            {"complainant",
             {"melderid", "melder", "email", "emailadres", "emailmelder", "meldernaam", "naammelder", "telefoon",
              "telefoonnummer", "klager", "indiener", "reporter", "reporterid", "reporteremail", "complainant", "phone",
              "naam"}},
            {"street",
             {"adres", "straat", "straatnaam", "straathuisnummer", "openbareruimte", "weg", "wegnaam", "street",
              "address", "locatie", "location", "plaatsomschrijving"}},
            {"house_number", {"huisnummer", "huisnr", "housenumber"}},
        };
        own.rules.insert(own.rules.end(), rules.begin(), rules.end());
        return own;
    }();
    return profile;
}

namespace {

std::string_view name_of(SourceKind kind) {
    switch (kind) {
        case SourceKind::accidents: return "accidents";
        case SourceKind::measurements: return "measurements";
        case SourceKind::schools: return "schools";
        default: return "complaints";
    }
}

const Profile& accident_profile(const std::string& name, const std::vector<std::string>& columns) {
    if (name == "bron-2022") return bron_2022();
    if (name == "generic") return generic_accidents();
    if (looks_like_bron_2022(columns)) return bron_2022();
    if (looks_like_bron_classic(columns))
        throw InputError(
            "this is the accident register in its layout of before 2022 (VKL_NUMMER, AP3_CODE), whose places stand in "
            "other files; "
            "use the current form with verkeersongeval_nummer and x_rd, y_rd");
    return generic_accidents();
}

}  // namespace

const Profile& choose_profile(const SourceSettings& source, const std::vector<std::string>& columns) {
    std::vector<std::string> allowed{"auto", "generic"};
    if (source.kind == SourceKind::accidents) allowed.insert(allowed.begin() + 1, "bron-2022");
    if (source.kind == SourceKind::complaints) allowed.insert(allowed.begin() + 1, "signalen");
    if (std::find(allowed.begin(), allowed.end(), source.profile) == allowed.end())
        throw SettingsError(fmt::format("profile = \"{}\" is none for {}; it can be: {}", source.profile,
                                        name_of(source.kind), joined(allowed, ", ")));
    if (source.kind == SourceKind::accidents) return accident_profile(source.profile, columns);
    if (source.kind == SourceKind::measurements) return generic_measurements();
    if (source.kind == SourceKind::schools) return generic_schools();
    if (source.profile == "signalen") return signalen();
    if (source.profile == "generic") return generic_complaints();
    return looks_like_signalen(columns) ? signalen() : generic_complaints();
}

void require_columns(const Profile& profile, const ColumnMap& map, const std::vector<std::string>& columns) {
    const auto wanted = [&](std::string_view ours) {
        for (const auto& rule : profile.rules)
            if (rule.ours == ours && !rule.theirs.empty())
                return fmt::format("{} (such as '{}')", ours, rule.theirs.front());
        return std::string(ours);
    };
    const auto refuse = [&](const std::string& missing, std::string_view first) {
        throw InputError(fmt::format(
            "no column for {}; the file has: {}; say which with columns = {{ {} = \"...\" }}, or look at it "
            "with 'baken inspect'",
            missing, listed(columns), first));
    };
    const auto has = [&](std::string_view ours) { return map.has(ours); };
    std::vector<std::string> missing;
    for (const auto ours : profile.required)
        if (!has(ours)) missing.push_back(wanted(ours));
    if (!missing.empty()) refuse(joined(missing, ", "), missing.front().substr(0, missing.front().find(' ')));
    if (profile.one_of.empty() || std::any_of(profile.one_of.begin(), profile.one_of.end(), has)) return;
    for (const auto ours : profile.one_of) missing.push_back(wanted(ours));
    refuse(joined(missing, " or "), profile.one_of.front());
}

}  // namespace baken
