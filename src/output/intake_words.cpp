#include "output/intake_words.hpp"

#include <algorithm>
#include <optional>

namespace baken {

namespace {

struct Piece {
    std::string_view literal;
    bool is_hole = false, is_sentence = false;
};

std::vector<Piece> pieces_of(std::string_view pattern) {
    std::vector<Piece> pieces;
    while (!pattern.empty()) {
        const auto whole = pattern.find("{}"), sentence = pattern.find("{s}");
        const auto at = std::min(whole, sentence);
        if (at > 0) pieces.push_back({pattern.substr(0, at)});
        if (at == std::string_view::npos) break;
        pieces.push_back({{}, true, sentence < whole});
        pattern.remove_prefix(at + (sentence < whole ? 3 : 2));
    }
    return pieces;
}

struct Pattern {
    std::vector<Piece> english, dutch;
};

/// What stands in the holes; nothing where the text is not of this pattern.
std::optional<std::vector<std::string_view>> holes_of(std::string_view text, const std::vector<Piece>& pieces) {
    if (!pieces.front().is_hole && !text.starts_with(pieces.front().literal)) return std::nullopt;
    std::vector<std::string_view> holes;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        if (!pieces[i].is_hole) {
            if (!text.starts_with(pieces[i].literal)) return std::nullopt;
            text.remove_prefix(pieces[i].literal.size());
            continue;
        }
        const bool is_last = i + 1 == pieces.size();
        const auto end = is_last                  ? text.size()
                         : i + 2 == pieces.size() ? text.rfind(pieces[i + 1].literal)
                                                  : text.find(pieces[i + 1].literal);
        if (end == std::string_view::npos) return std::nullopt;
        holes.push_back(text.substr(0, end));
        text.remove_prefix(end);
    }
    if (!text.empty()) return std::nullopt;
    return holes;
}

}  // namespace

std::string intake_words(std::string_view english, Language language) {
    if (language == Language::en) return std::string(english);
    static const std::vector<Pattern> patterns = [] {
        std::vector<Pattern> all;
        for (const auto& sentence : intake_sentences())
            all.push_back({pieces_of(sentence.english), pieces_of(sentence.dutch)});
        return all;
    }();
    for (const auto& pattern : patterns) {
        const auto holes = holes_of(english, pattern.english);
        if (!holes) continue;
        std::string dutch;
        std::size_t next = 0;
        for (const auto& piece : pattern.dutch) {
            if (!piece.is_hole) {
                dutch += piece.literal;
                continue;
            }
            const std::string_view hole = (*holes)[next++];
            dutch += piece.is_sentence ? intake_words(hole, language) : std::string(hole);
        }
        return dutch;
    }
    return std::string(english);
}

const std::vector<IntakeSentence>& intake_sentences() {
    // A pattern with a literal beginning goes before one that begins with a hole; the first that fits counts.
    static const std::vector<IntakeSentence> sentences{
        {"looking at {}: {s}", "{} bekijken: {s}"},
        {"reading boundaries {}: {s}", "gemeentegrenzen {} lezen: {s}"},
        {"reading {}: {s}", "{} lezen: {s}"},
        // Rows
        {"it has no coordinates", "er zijn geen coördinaten"},
        {"it has no year", "er is geen jaar"},
        {"it has no number", "er is geen nummer"},
        {"it has no outcome", "er is geen afloop"},
        {"it has no name", "er is geen naam"},
        {"it has no area", "er is geen vlak"},
        {"it has no line", "er is geen lijn"},
        {"it has no figure of speed", "er is geen snelheidscijfer"},
        {"the row is empty", "de rij is leeg"},
        {"a quote is opened and not closed on this line",
         "een aanhalingsteken wordt op deze regel geopend en niet gesloten"},
        {"the row has {} fields and the header {}", "de rij heeft {} velden en de kop {}"},
        {"number {} was on line {} with other content", "nummer {} stond met een andere inhoud op regel {}"},
        {"the number '{}' was rounded by a sheet: export again with this column as text",
         "het nummer ‘{}’ is door een rekenblad afgerond: exporteer opnieuw met deze kolom als tekst"},
        // Notes of a receipt
        {"the file has no dates and hours, only years: none are made up",
         "het bestand heeft geen datums en tijden, alleen jaren: er worden er geen verzonnen"},
        {"there is no column of speed limits: a V85 is held against the limit of the accidents near it, where these "
         "have one",
         "er is geen kolom met snelheidslimieten: een V85 wordt vergeleken met de limiet van de ongevallen in de "
         "buurt, "
         "als die er een hebben"},
        {"the file has no column of categories: every row counts as general safety",
         "het bestand heeft geen kolom met categorieën: elke rij telt als algemene verkeersveiligheid"},
        {"themes in the settings that no row has as its category: {}",
         "thema's in de instellingen waarvan geen rij de categorie heeft: {}"},
        {"not kept, for privacy: {}", "niet bewaard, vanwege de privacy: {}"},
        {"nothing of this file lies in the region: {} rows lie outside it",
         "niets uit dit bestand ligt in de regio: {} rijen liggen erbuiten"},
        {"no category of this file is about traffic: name the right column with columns = { category = \"...\" } or "
         "give "
         "categories their theme under themes",
         "geen categorie van dit bestand gaat over verkeer: kies een andere kolom voor de categorie, of geef "
         "categorieën "
         "zelf een thema"},
        {"axes were swapped: {} hold longitude and latitude in the other order",
         "de assen zijn omgewisseld: {} bevatten lengte- en breedtegraad in de andere volgorde"},
        {"axes were swapped: {} hold RD x and y in the other order",
         "de assen zijn omgewisseld: {} bevatten RD-x en -y in de andere volgorde"},
        {"only {} of {} rows with coordinates lie in the Netherlands",
         "slechts {} van {} rijen met coördinaten liggen in Nederland"},
        {"no column of codes is known here: the names serve as codes; say which with code_column",
         "er is geen bekende kolom met codes: de namen dienen als code"},
        {"no column of street names is known here; say which with columns = { name = \"...\" }",
         "er is geen bekende kolom met straatnamen; kies er zelf een"},
        {"the file ends in the middle of a character: it may have been cut off",
         "het bestand eindigt midden in een teken: het kan zijn afgebroken"},
        // Warnings of an inspection
        {"there are no dates and hours, only years: the hours of checks will rest on complaints and light",
         "er zijn geen datums en tijden, alleen jaren: de uren van controles berusten op meldingen en licht"},
        {"there is no column of categories: every row would count as general safety",
         "er is geen kolom met categorieën: elke rij zou tellen als algemene verkeersveiligheid"},
        {"there is no column of dates: every complaint would count as new",
         "er is geen kolom met datums: elke melding zou tellen als nieuw"},
        {"there is a header and no rows", "er is een kop en er zijn geen rijen"},
        {"nobody is named: the same address, day and category would count as one complainant",
         "niemand is genoemd: hetzelfde adres met dezelfde dag en categorie zou tellen als één melder"},
        {"columns with nothing in them: {}", "kolommen waarin niets staat: {}"},
        {"columns that are not kept, for privacy: {}", "kolommen die niet worden bewaard, vanwege de privacy: {}"},
        {"this is the accident register in its layout of before 2022, whose places stand in other files: it is not "
         "read",
         "dit is het ongevallenregister in de indeling van vóór 2022, waarvan de plekken in andere bestanden staan: "
         "het "
         "wordt niet gelezen"},
        {"this is the accident register in its layout of before 2022 (VKL_NUMMER, AP3_CODE), whose places stand in "
         "other "
         "files; use the current form with verkeersongeval_nummer and x_rd, y_rd",
         "dit is het ongevallenregister in de indeling van vóór 2022 (VKL_NUMMER, AP3_CODE), waarvan de plekken in "
         "andere "
         "bestanden staan; gebruik de huidige vorm met verkeersongeval_nummer en x_rd, y_rd"},
        {"the file has several layers: {}", "het bestand heeft meer dan één laag: {}"},
        {"no columns of places are known here: name them with columns = { x = \"...\", y = \"...\" }",
         "er zijn geen bekende kolommen met een plek: kies de kolommen voor x en y"},
        // Refusals
        {"no columns of places are known here; the file has: {}; say which with columns = { x = \"...\", y = \"...\" "
         "}, "
         "or look at it with 'baken inspect'",
         "er zijn geen bekende kolommen met een plek: kies de kolommen voor x en y; het bestand heeft: {}"},
        {"no column for {}; the file has: {}; say which with columns = { {} = \"...\" }, or look at it with 'baken "
         "inspect'",
         "er is geen kolom voor {}: kies er een; het bestand heeft: {} (sleutel: {})"},
        {"no row has coordinates: {} hold no numbers", "geen rij heeft coördinaten: {} bevatten geen getallen"},
        {"nothing lies in the Netherlands: {} run from {} to {} and from {} to {}; {s}",
         "niets ligt in Nederland: {} lopen van {} tot {} en van {} tot {}; {s}"},
        {"the axes look swapped (latitudes beyond 90 degrees), but the other way round it lies outside the Netherlands "
         "and "
         "the region too; {s}",
         "de assen lijken omgewisseld (breedtes boven 90 graden), maar andersom ligt het ook buiten Nederland en de "
         "regio; "
         "{s}"},
        {"the file's own CRS may be wrong: say which with crs = \"EPSG:...\"",
         "het coördinatenstelsel van het bestand kan verkeerd zijn: kies een ander"},
        {"name the right columns with columns = { x = \"...\", y = \"...\" } or the CRS with crs = \"EPSG:...\"",
         "kies de juiste kolommen voor x en y, of een ander coördinatenstelsel"},
        {"crs = \"{}\" puts no row in the Netherlands, but the values fit {}: leave crs out",
         "met {} ligt geen rij in Nederland, maar de getallen passen bij {}: laat Baken het zelf vinden"},
        {"encoding = \"{}\", but line {} is not: leave encoding out, or choose another",
         "gelezen als {} gaat regel {} mis: laat Baken de tekens zelf vinden, of kies een andere codering"},
        {"encoding = \"{}\", but the file is {}: leave encoding out, or choose another",
         "gelezen als {} gaat het mis, want het bestand is {}: laat Baken de tekens zelf vinden, of kies een andere "
         "codering"},
        {"encoding = \"{}\", but it holds zero bytes: leave encoding out, or choose another",
         "gelezen als {} gaat het mis, want er staan nulbytes in: laat Baken de tekens zelf vinden, of kies een andere "
         "codering"},
        {"profile = \"{}\" is none for {}; it can be: {}", "de indeling {} past niet bij {}; mogelijk zijn: {}"},
        {"the file holds no lines: roads are lines", "het bestand bevat geen lijnen: wegen zijn lijnen"},
        {"the file has a header and no rows; its columns are: {}",
         "het bestand heeft een kop en geen rijen; de kolommen zijn: {}"},
        {"the file has a header and no rows", "het bestand heeft een kop en geen rijen"},
        {"the file is empty: not even a header row is in it", "het bestand is leeg: er staat zelfs geen kop in"},
        {"this is no text: it is {s}", "dit is geen tekst: het is {s}"},
        {"this is no text: it holds control characters; save the data as .csv, .xlsx, .gpkg or .geojson",
         "dit is geen tekst: er staan stuurtekens in; bewaar de gegevens als .csv, .xlsx, .gpkg of .geojson"},
        {"this is no text: it holds zero bytes; save the data as .csv, .xlsx, .gpkg or .geojson",
         "dit is geen tekst: er staan nulbytes in; bewaar de gegevens als .csv, .xlsx, .gpkg of .geojson"},
        {"none of its {} rows can be used; {}; the file has the columns: {}; 'baken inspect' shows how it is read",
         "geen van de {} rijen is bruikbaar; {}; het bestand heeft de kolommen: {}"},
        {"no row has a name and an area; the file has {} rows and the columns: {}",
         "geen rij heeft een naam en een vlak; het bestand heeft {} rijen en de kolommen: {}"},
        {"no column of names is known here; the file has: {}; say which with name_column = \"...\"",
         "er is geen bekende kolom met namen; het bestand heeft: {}"},
        {"no row of {} has a line; roads need a layer of lines; the file has the columns: {}",
         "geen van de {} rijen heeft een lijn; wegen vragen een laag met lijnen; het bestand heeft de kolommen: {}"},
        {"municipalities: '{}' is not in the boundaries; did you mean '{}'?",
         "de gemeente ‘{}’ staat niet in het bestand met grenzen; bedoelt u ‘{}’?"},
        {"municipalities: '{}' is not in the boundaries; {}",
         "de gemeente ‘{}’ staat niet in het bestand met grenzen; {}"},
        // Beginning with what is taken over
        {"'{}' is no year", "‘{}’ is geen jaar"},
        {"'{}' is not a number", "‘{}’ is geen getal"},
        {"{} is outside 0 to 100 %", "{} ligt niet tussen 0 en 100 %"},
        {"{} is outside {} to {}", "{} ligt niet tussen {} en {}"},
        {"{} holds percentages: its numbers go up to {}", "{} bevat percentages: de getallen gaan tot {}"},
        {"{} holds shares from 0 to 1: none of its numbers is above {}",
         "{} bevat aandelen van 0 tot 1: geen getal is hoger dan {}"},
        {"{} rows have a V85 below the mean speed: look whether the columns are the right ones",
         "{} rijen hebben een V85 onder de gemiddelde snelheid: kijk of het de juiste kolommen zijn"},
        {"'{}' is no outcome that is known", "‘{}’ is geen bekende afloop"},
        {"'{}' is no level of linking that is known", "‘{}’ is geen bekend niveau van koppelen"},
        {"{} lies outside the Netherlands; the axes of this row look swapped",
         "{} ligt buiten Nederland; de assen van deze rij lijken omgewisseld"},
        {"{} lies outside the Netherlands", "{} ligt buiten Nederland"},
        {"{} rows lie outside the Netherlands", "{} rijen liggen buiten Nederland"},
        {"{} rows lie in another area than the municipality they name; the name counts",
         "{} rijen liggen in een ander gebied dan de gemeente die ze noemen; de naam telt"},
        {"{} names of municipalities are not in the region: {}", "{} gemeentenamen horen niet bij de regio: {}"},
        {"{} of {} accidents have a date and {} a time", "{} van {} ongevallen hebben een datum en {} een tijd"},
        {"{} rows have a date that cannot be read, such as '{}' on line {}: they count without a date",
         "{} rijen hebben een datum die niet te lezen is, zoals ‘{}’ op regel {}: ze tellen zonder datum"},
        {"{} dates have the month before the day, so that others may have been misread: export again with dates as "
         "yyyy-mm-dd",
         "{} datums hebben de maand vóór de dag, waardoor andere verkeerd gelezen kunnen zijn: exporteer opnieuw met "
         "datums als jjjj-mm-dd"},
        {"{} numbers were rounded by a sheet (2.00512E+12): the line stands in for them",
         "{} nummers zijn door een rekenblad afgerond (2.00512E+12): de regel komt ervoor in de plaats"},
        {"{} numbers were rounded by a sheet (like 2.00512E+12): export again with that column as text",
         "{} nummers zijn door een rekenblad afgerond (zoals 2.00512E+12): exporteer opnieuw met die kolom als tekst"},
        {"{} of {} complaints name nobody: the same address, day and category counts as one complainant",
         "{} van {} meldingen noemen niemand: hetzelfde adres met dezelfde dag en categorie telt als één melder"},
        {"{} hold RD in kilometres or with points as thousands: read as metres",
         "{} bevatten RD in kilometers of met punten als duizendtallen: gelezen als meters"},
        {"{} hold RD metres (EPSG:28992) and not degrees: read as RD",
         "{} bevatten RD-meters (EPSG:28992) en geen graden: gelezen als RD"},
        {"{} hold degrees (EPSG:4326) and not RD metres: read as degrees",
         "{} bevatten graden (EPSG:4326) en geen RD-meters: gelezen als graden"},
        {"{} rows repeat a number that came before: doubles are read once",
         "{} rijen herhalen een eerder nummer: dubbele worden één keer gelezen"},
        {"{} dates cannot be read, such as '{}' on line {}", "{} datums zijn niet te lezen, zoals ‘{}’ op regel {}"},
        {"{} rows have no coordinates", "{} rijen hebben geen coördinaten"},
        {"{} of {} rows have a category about traffic; the others are left out (settings: themes)",
         "{} van {} rijen hebben een categorie over verkeer; de andere worden weggelaten"},
        {"{} rows cannot be used as they stand; line {}: {s}",
         "{} rijen zijn niet bruikbaar zoals ze zijn; regel {}: {s}"},
        {"{} lines with accents are UTF-8 and {} are Windows-1252: each was read as what it is",
         "{} regels met accenten zijn UTF-8 en {} zijn Windows-1252: elk is gelezen als wat het is"},
        {"{} line(s) of title stand above the header and were passed over",
         "{} titelregel(s) staan boven de kop en zijn overgeslagen"},
        {"{}: there is no such file; check the name and the folder", "{}: dit bestand is er niet; kijk naam en map na"},
        // What a file is that is no text
        {"a zip archive or a workbook; save the sheet as .csv, or keep the name ending in .xlsx or .ods",
         "een ziparchief of een werkmap; bewaar het blad als .csv, of laat de naam op .xlsx of .ods eindigen"},
        {"a picture", "een plaatje"},
        {"a PDF", "een pdf"},
        {"a rar archive", "een rararchief"},
        {"a database; give a GeoPackage a name that ends in .gpkg",
         "een database; geef een GeoPackage een naam die op .gpkg eindigt"},
        {"packed with gzip; give it a name that ends in .gz",
         "ingepakt met gzip; geef het een naam die op .gz eindigt"},
        {"an old Office file (.xls, .doc); save it as .csv",
         "een oud Office-bestand (.xls, .doc); bewaar het als .csv"},
    };
    return sentences;
}

}  // namespace baken
