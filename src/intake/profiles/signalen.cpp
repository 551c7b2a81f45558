#include "intake/coordinates.hpp"
#include "intake/profiles/profile.hpp"

namespace baken {

/// The export of the municipal reporting system Signalen. Times are UTC and say so.
const Profile& signalen() {
    static const Profile profile = [] {
        Profile own{"signalen", SourceKind::complaints, place_rules(), {"id", "date", "category"}};
        const std::vector<ColumnRule> rules{
            {"id", {"id", "sigid", "iddisplay", "signalid"}},
            {"date", {"incidentdatestart", "createdat", "created"}},
            {"time", {}},
            {"category", {"category", "maincategory", "main", "hoofdcategorie"}},
            {"subcategory", {"subcategory", "sub", "subcategorie"}},
            {"complainant", {"reporteremail", "reporter", "email", "reporterphone", "phone", "telephone"}},
            {"street", {"address", "addresstext", "openbareruimte", "street", "adres"}},
            {"house_number", {"huisnummer", "housenumber"}},
        };
        own.rules.insert(own.rules.end(), rules.begin(), rules.end());
        return own;
    }();
    return profile;
}

bool looks_like_signalen(const std::vector<std::string>& columns) {
    const bool has_category =
        find_column(columns, {"category", "maincategory", "main"}) && find_column(columns, {"subcategory", "sub"});
    return has_category && find_column(columns, {"createdat", "created", "incidentdatestart"}) &&
           find_column(columns, {"id", "sigid"});
}

}  // namespace baken
