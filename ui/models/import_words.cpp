#include "ui/models/import_words.hpp"

#include "output/intake_words.hpp"

#include <map>

namespace baken {

namespace {

struct Words {
    const char *dutch, *english;
};

const std::map<std::string, Words>& fields() {
    static const std::map<std::string, Words> words{
        {"x", {"x of lengtegraad", "x or longitude"}},
        {"y", {"y of breedtegraad", "y or latitude"}},
        {"shape", {"punt in één kolom (WKT)", "point in one column (WKT)"}},
        {"number", {"nummer van het ongeval", "number of the accident"}},
        {"year", {"jaar", "year"}},
        {"outcome", {"afloop", "outcome"}},
        {"parties", {"aantal partijen", "number of parties"}},
        {"first_party", {"eerste partij", "first party"}},
        {"first_party_remark", {"eerste partij, overig", "first party, other"}},
        {"second_party", {"tweede partij", "second party"}},
        {"second_party_remark", {"tweede partij, overig", "second party, other"}},
        {"link", {"niveau van koppelen", "level of linking"}},
        {"built_up", {"bebouwde kom", "built-up area"}},
        {"speed_limit", {"maximumsnelheid", "speed limit"}},
        {"light", {"lichtgesteldheid", "light"}},
        {"junction", {"kruispunt (id)", "junction (id)"}},
        {"section", {"wegvak (id)", "road section (id)"}},
        {"hectometre", {"hectometer", "hectometre"}},
        {"street", {"straat of adres", "street or address"}},
        {"house_number", {"huisnummer", "house number"}},
        {"place", {"woonplaats", "place"}},
        {"manager", {"wegbeheerder", "road manager"}},
        {"municipality", {"gemeente", "municipality"}},
        {"alcohol", {"alcohol", "alcohol"}},
        {"date", {"datum", "date"}},
        {"time", {"tijdstip", "time"}},
        {"id", {"nummer", "number"}},
        {"category", {"categorie", "category"}},
        {"subcategory", {"subcategorie", "subcategory"}},
        {"complainant", {"melder", "complainant"}},
        {"name", {"naam", "name"}},
        {"v85", {"V85", "V85"}},
        {"mean_speed", {"gemiddelde snelheid", "mean speed"}},
        {"share_over", {"aandeel boven de limiet", "share above the limit"}},
        {"vehicles", {"aantal voertuigen", "number of vehicles"}},
        {"from_junction", {"kruispunt aan het begin", "junction at its beginning"}},
        {"to_junction", {"kruispunt aan het eind", "junction at its end"}},
    };
    return words;
}

}  // namespace

QString kind_word(const Speech& say, const std::string& kind) {
    if (kind == "accidents") return say("ongevallen", "accidents");
    if (kind == "complaints") return say("meldingen", "complaints");
    if (kind == "measurements") return say("snelheidsmetingen", "speed measurements");
    if (kind == "schools") return say("scholen", "schools");
    if (kind == "roads") return say("wegen", "roads");
    if (kind == "boundaries") return say("gemeentegrenzen", "boundaries");
    if (kind == "basemap") return say("achtergrondkaart", "base map");
    return say("onbekend", "unknown");
}

QString kind_word(const Speech& say, SourceKind kind) {
    switch (kind) {
        case SourceKind::accidents: return kind_word(say, "accidents");
        case SourceKind::complaints: return kind_word(say, "complaints");
        case SourceKind::measurements: return kind_word(say, "measurements");
        case SourceKind::schools: return kind_word(say, "schools");
        case SourceKind::roads: return kind_word(say, "roads");
        case SourceKind::basemap: return kind_word(say, "basemap");
    }
    return {};
}

QString profile_word(const Speech& say, const std::string& profile) {
    if (profile == "bron-2022") return say("ongevallenregister (BRON, 2022)", "accident register (BRON, 2022)");
    if (profile == "signalen") return say("meldingensysteem Signalen", "reporting system Signalen");
    if (profile == "generic") return say("eigen indeling", "a layout of its own");
    if (profile == "auto") return say("vanzelf gekozen", "chosen by itself");
    if (profile == "boundaries") return say("grenzen", "boundaries");
    return say("geen", "none");
}

QString crs_word(const Speech& say, const std::string& crs) {
    if (crs == "EPSG:28992") return QStringLiteral("RD (EPSG:28992)");
    if (crs == "EPSG:4326") return QStringLiteral("WGS 84 (EPSG:4326)");
    if (crs == "EPSG:4258") return QStringLiteral("ETRS89 (EPSG:4258)");
    return crs.empty() ? say("onbekend", "unknown") : to_qt(crs);
}

QString found_by_word(const Speech& say, const std::string& found_by) {
    if (found_by == "the values") return say("uit de getallen zelf", "from the numbers themselves");
    if (found_by == "the settings") return say("uit de instellingen", "from the settings");
    if (found_by == "the file's own shapes") return say("uit het bestand zelf", "from the file itself");
    return to_qt(found_by);
}

QString field_word(const Speech& say, const std::string& ours) {
    const auto found = fields().find(ours);
    return found == fields().end() ? to_qt(ours) : say(found->second.dutch, found->second.english);
}

QString sentence_word(const Speech& say, std::string_view english) {
    return to_qt(intake_words(english, say.language()));
}

QString size_word(const Speech& say, std::uintmax_t bytes) {
    return say.locale().formattedDataSize(static_cast<qint64>(bytes), 1, QLocale::DataSizeSIFormat);
}

std::size_t rows_of(const Receipt& receipt, RowFate fate) {
    switch (fate) {
        case RowFate::placed: return receipt.placed;
        case RowFate::unplaced: return receipt.unplaced;
        case RowFate::filtered: return receipt.filtered;
        case RowFate::outside_region: return receipt.outside_region;
        case RowFate::duplicate: return receipt.duplicate;
        case RowFate::rejected: return receipt.rejected;
    }
    return 0;
}

QString fate_word(const Speech& say, RowFate fate) {
    switch (fate) {
        case RowFate::placed: return say("geplaatst", "placed");
        case RowFate::unplaced: return say("zonder plek", "without a place");
        case RowFate::filtered: return say("weggelaten", "left out");
        case RowFate::outside_region: return say("buiten de regio", "outside the region");
        case RowFate::duplicate: return say("dubbel", "duplicate");
        case RowFate::rejected: return say("afgekeurd", "rejected");
    }
    return {};
}

QString fate_meaning(const Speech& say, RowFate fate) {
    switch (fate) {
        case RowFate::placed: return say("telt mee, met een punt op de kaart", "counts, with a point on the map");
        case RowFate::unplaced:
            return say("telt alleen in totalen: bekend tot op de straat of de gemeente",
                       "counts in totals only: known to the street or the municipality");
        case RowFate::filtered:
            return say("door een regel: de categorie gaat niet over verkeer, of is weggelaten",
                       "by a rule: its category is not about traffic, or was left out");
        case RowFate::outside_region:
            return say("ligt niet in de gemeenten van het project", "does not lie in the project's municipalities");
        case RowFate::duplicate: return say("stond er al", "was there already");
        case RowFate::rejected:
            return say("onbruikbaar; per rij staat de reden hieronder",
                       "cannot be used; the reason of each row is below");
    }
    return {};
}

}  // namespace baken
