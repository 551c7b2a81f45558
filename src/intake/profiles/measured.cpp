#include "intake/coordinates.hpp"
#include "intake/profiles/profile.hpp"

namespace baken {

/// Speeds as counters, speed signs and loops report them, or as a municipality lists them by hand.
const Profile& generic_measurements() {
    static const Profile profile = [] {
        Profile own{"generic", SourceKind::measurements, place_rules(), {}, {"v85", "share_over", "mean_speed"}};
        const std::vector<ColumnRule> rules{
            {"id",
             {"metingid", "meetid", "metingnummer", "meting", "meetpunt", "meetpuntnummer", "meetnummer",
              "measurementid", "id", "nummer", "nr", "volgnummer", "kenmerk", "fid", "objectid"}},
            {"date",
             {"meetdatum", "datummeting", "datum", "begindatum", "datumbegin", "startdatum", "datumstart", "datumvan",
              "van", "date", "startdate", "start"}},
            {"v85",
             {"v85", "v85kmh", "v85kmu", "v85inkmh", "v85inkmu", "v85snelheid", "snelheidv85", "v85waarde",
              "85percentiel", "85epercentiel", "percentiel85", "p85", "85thpercentile", "85thpercentilespeed"}},
            {"mean_speed",
             {"gemiddeldesnelheid", "gemsnelheid", "gemiddeldesnelheidkmh", "gemiddeldesnelheidkmu",
              "snelheidgemiddeld", "vgem", "vgemiddeld", "gemiddelde", "meanspeed", "averagespeed", "avgspeed",
              "mean"}},
            {"share_over",
             {"overschrijding",
              "percentageoverschrijding",
              "overschrijdingspercentage",
              "percoverschrijding",
              "pctoverschrijding",
              "aandeeloverschrijding",
              "overtreders",
              "percentageovertreders",
              "percovertreders",
              "aandeelovertreders",
              "overtredingspercentage",
              "tehard",
              "percentagetehard",
              "perctehard",
              "aandeeltehard",
              "tesnel",
              "percentagetesnel",
              "bovenlimiet",
              "aandeelbovenlimiet",
              "percentagebovenlimiet",
              "shareover",
              "percentover",
              "percentageover",
              "pctover",
              "overlimit"}},
            {"vehicles",
             {"aantalvoertuigen", "aantalmotorvoertuigen", "motorvoertuigen", "voertuigen", "aantalmvt", "mvt",
              "passages", "aantalpassages", "aantalmetingen", "aantal", "vehicles", "numberofvehicles", "count"}},
            {"speed_limit",
             {"limiet", "snelheidslimiet", "maximumsnelheid", "maxsnelheid", "maximumsnelheidkmh", "vmax",
              "toegestanesnelheid", "snelheidsregime", "regime", "speedlimit", "limit"}},
            {"street",
             {"straat", "straatnaam", "weg", "wegnaam", "openbareruimte", "locatie", "meetlocatie", "adres", "street",
              "road", "address", "location"}},
        };
        own.rules.insert(own.rules.end(), rules.begin(), rules.end());
        return own;
    }();
    return profile;
}

/// Schools as a municipality or the national register of schools lists them.
const Profile& generic_schools() {
    static const Profile profile = [] {
        Profile own{"generic", SourceKind::schools, place_rules(), {"name"}};
        const std::vector<ColumnRule> rules{
            {"id",
             {"vestigingscode", "vestigingsnummer", "brinvestiging", "brin", "brinnummer", "brincode",
              "instellingscode", "schoolid", "schoolnummer", "id", "fid", "objectid"}},
            {"name",
             {"schoolnaam", "naamschool", "vestigingsnaam", "naamvestiging", "instellingsnaam", "school", "naam",
              "schoolname", "name"}},
        };
        own.rules.insert(own.rules.end(), rules.begin(), rules.end());
        return own;
    }();
    return profile;
}

bool looks_like_measurements(const std::vector<std::string>& columns) {
    const ColumnMap map = map_columns(columns, generic_measurements().rules, {});
    return map.has("v85") || map.has("share_over") ||
           (map.has("mean_speed") && (map.has("speed_limit") || map.has("vehicles")));
}

bool looks_like_schools(const std::vector<std::string>& columns) {
    return map_columns(columns, generic_schools().rules, {}).has("name") &&
           find_column(columns, {"vestigingscode", "vestigingsnummer", "brin", "brinnummer", "brincode",
                                 "instellingscode", "schoolid", "schoolnummer", "schoolnaam", "naamschool", "school",
                                 "schoolname", "onderwijstype", "schooltype", "soortonderwijs"});
}

}  // namespace baken
