#include "intake/coordinates.hpp"
#include "intake/profiles/profile.hpp"

namespace baken {

/// The public form of 2022 and later, and police copies of it, which also have dates and times.
const Profile& bron_2022() {
    static const Profile profile = [] {
        Profile bron{"bron-2022", SourceKind::accidents, place_rules(), {"number", "year", "outcome"}};
        const std::vector<ColumnRule> own{
            {"number", {"verkeersongevalnummer"}},
            {"year", {"jaarongeval"}},
            {"outcome", {"verkeersongevalafloop"}},
            {"parties", {"aantalpartijen"}},
            {"first_party", {"partij1objecttype"}},
            {"first_party_remark", {"partij1objecttypeoverig"}},
            {"second_party", {"partij2objecttype"}},
            {"second_party_remark", {"partij2objecttypeoverig"}},
            {"link", {"niveaukoppelen"}},
            {"built_up", {"bebouwdekom"}},
            {"speed_limit", {"maximumsnelheid"}},
            {"light", {"lichtgesteldheid"}},
            {"junction", {"junctieid"}},
            {"section", {"wegvakid"}},
            {"hectometre", {"hectometer"}},
            {"street", {"straatnaam"}},
            {"place", {"woonplaats"}},
            {"manager", {"wegbeheerder"}},
            {"municipality", {"gemeente"}},
            {"alcohol", {"indicatiealcohol"}},
            {"date", {"datumongeval", "ongevaldatum", "datum", "datumvkl"}},
            {"time", {"tijdstip", "tijdstipongeval", "tijdongeval", "tijd", "uur", "uurongeval"}},
        };
        bron.rules.insert(bron.rules.end(), own.begin(), own.end());
        return bron;
    }();
    return profile;
}

bool looks_like_bron_2022(const std::vector<std::string>& columns) {
    return find_column(columns, {"verkeersongevalnummer"}) && find_column(columns, {"verkeersongevalafloop"});
}

bool looks_like_bron_classic(const std::vector<std::string>& columns) {
    return find_column(columns, {"vklnummer"}) &&
           (find_column(columns, {"ap3code"}) || find_column(columns, {"jaarvkl"}));
}

}  // namespace baken
