#include "output/theme_lists.hpp"

#include "model/fine_kind.hpp"

#include <algorithm>
#include <array>

namespace baken {

namespace {

using Lines = std::array<std::string_view, 5>;

struct Lists {
    Lines dutch, english;
    std::string_view equipment_nl, equipment_en;
    std::string_view public_nl, public_en;
    std::array<std::string_view, 4> fines;
};

const Lists& lists_of(Theme theme) {
    static const std::array<Lists, theme_count> all{
        // speed
        Lists{
            {"Noteer limiet, borden en opstelplaats vóór de eerste meting",
             "Meet vrij verkeer, niet in een file of bocht", "Staande houden waar het veilig kan; anders op kenteken",
             "Let bij staande houden ook op telefoon en gordel",
             "Meld aan de wegbeheerder wat de weg niet geloofwaardig maakt"},
            {"Note limit, signs and position before the first reading", "Measure free traffic, not in a queue or bend",
             "Stop where it is safe; else by number plate", "When stopping, look at phone and seat belt too",
             "Tell the road manager what makes the limit hard to believe"},
            "laser- of radargun met ijkbewijs, statief, stopbord, transparanten",
            "laser or radar gun with its certificate, tripod, stop sign, hand lamps",
            "Achteraf: hoeveel reed te hard, en wat het gevaar hier is.",
            "Afterwards: how many drove too fast, and what the danger is here.",
            {"snelheid", "telefoon", "gordel", "rijbewijs"}},
        // alcohol_drugs
        Lists{{"Blaas- en zo nodig speekseltest bij elke bestuurder die stopt",
               "Let op pupillen, spraak, geur en lachgas in de auto",
               "Houd wie omkeert of afslaat vóór de post in het oog",
               "Rijbewijs en rijontzegging van iedere bestuurder nagaan",
               "Niet langer dan het venster: de plek gaat snel rond"},
              {"Breath test, and saliva test where needed, of every driver stopped",
               "Look for pupils, speech, smell and nitrous oxide in the car",
               "Watch who turns round or off before the post", "Licence and driving ban of every driver",
               "Not longer than the window: the place is soon known"},
              "blaastesters, speekseltesten, ademanalyse op afroep, verlichting, stopbord",
              "breath testers, saliva tests, evidential breath test on call, lighting, stop sign",
              "Vooraf alleen het seizoen noemen, nooit plek of dag; achteraf het aantal testen.",
              "Beforehand name the season only, never place or day; afterwards the number of tests.",
              {"alcohol", "drugs", "rijbewijs", "overig"}},
        // distraction
        Lists{{"Kijk van boven of opzij in de auto: bus, brug of hoge stoep",
               "Apparaat in de hand telt, ook in een rij die langzaam rijdt",
               "Noteer hand, toestel en duur voordat u staande houdt", "Fietsers met telefoon ook aanspreken",
               "Waarnemer en staandehouder op zicht en portofoon"},
              {"Look into the car from above or aside: bus, bridge or high kerb",
               "A device in the hand counts, in a slow queue too",
               "Note hand, device and duration before you stop the driver", "Speak to cyclists with a phone too",
               "Spotter and stopper in sight and on the radio"},
              "onopvallend voertuig of bus, portofoons, camera volgens regels, stopbord",
              "unmarked vehicle or bus, radios, camera within the rules, stop sign",
              "Campagne MONO noemen; achteraf het aantal telefoons in de hand.",
              "Name the phone campaign; afterwards the number of phones in hand.",
              {"telefoon", "gordel", "rijbewijs", "overig"}},
        // lighting
        Lists{
            {"Auto, bromfiets en fiets: voor, achter en rem", "Staan op een verlicht stuk, ná een donker stuk weg",
             "Kleine gebreken ter plekke laten maken; lampjes uitdelen",
             "Waarschuwing of bon volgens afspraak met het OM", "Let ook op inbrekerswerktuig en rijden onder invloed"},
            {"Car, moped and bicycle: front, rear and brake", "Stand on a lit stretch, after a dark one",
             "Let small faults be mended on the spot; hand out lamps", "Warning or fine as agreed with the prosecutor",
             "Look out for burglars' tools and drink-driving too"},
            "fietslampjes, reservelampen, bandenpomp, verlichting, reflecterende hesjes",
            "bicycle lamps, spare bulbs, tyre pump, lighting, reflective vests",
            "Campagne AAN in het donker noemen; samen met school of gemeente.",
            "Name the lights-on campaign; together with school or municipality.",
            {"verlichting", "alcohol", "voertuig", "overig"}},
        // school_zone
        Lists{{"Vanaf een kwartier vóór de bel tot een kwartier erna", "Snelheid, telefoon en gordel of kinderzitje",
               "Stilstaan waar het niet mag: eerst aanspreken, dan bon", "Oversteek en klaar-overs vrij houden",
               "Spreek ouders en school aan op brengen met de auto"},
              {"From a quarter before the bell until a quarter after", "Speed, phone and seat belt or child seat",
               "Stopping where it is forbidden: speak first, then fine", "Keep the crossing and its wardens free",
               "Talk with parents and school about bringing by car"},
              "lasergun, hesjes, flyers van de school, stopbord",
              "laser gun, vests, the school's leaflets, stop sign",
              "Vooraf samen met school en gemeente; de dag zelf niet noemen.",
              "Beforehand with school and municipality; without naming the day.",
              {"snelheid", "telefoon", "gordel", "overig"}},
        // seatbelt
        Lists{{"Voor én achter, en kinderen in een goed zitje",
               "Staan waar langzaam wordt gereden en u naar binnen kijkt", "Bestelauto's en vrachtauto's horen erbij",
               "Let tegelijk op telefoon in de hand", "Leg uit waarom: kort en zonder preek"},
              {"Front and rear, and children in a proper seat", "Stand where traffic is slow and you can look inside",
               "Vans and lorries are part of it", "Look for phones in the hand too",
               "Explain why: short, without a sermon"},
              "stopbord, portofoons, folder kinderzitjes",
              "stop sign, radios, leaflet on child seats",
              "Europese gordelweek noemen; achteraf het deel zonder gordel.",
              "Name the European seat belt week; afterwards the share without a belt.",
              {"gordel", "telefoon", "rijbewijs", "voertuig"}},
        // heavy_traffic
        Lists{{"Rijtijden en tachograaf, ook van lege wagens", "Lading: vastgezet, gewicht, gevaarlijke stoffen",
               "Banden, remmen en dode-hoekspiegels", "Vergunning en route: mag hij hier rijden?",
               "Eén wagen tegelijk op de stopplaats"},
              {"Driving times and tachograph, of empty lorries too", "Load: secured, weight, dangerous goods",
               "Tyres, brakes and blind-spot mirrors", "Permit and route: may it drive here?",
               "One lorry at a time on the "
               "stopping place"},
              "uitleesapparatuur tachograaf, weegplaten of weegpunt, lange stopplaats, ILT op afroep",
              "tachograph reader, scales or weighing point, long stopping place, inspectorate on call",
              "Europese week noemen; bedrijven langs de route achteraf berichten.",
              "Name the European week; inform firms along the route afterwards.",
              {"voertuig", "snelheid", "telefoon", "overig"}},
        // general_safety
        Lists{{"Korte staandehouding: rijbewijs, verzekering, APK", "Gordel, telefoon en verlichting bij iedereen",
               "Blaastest bij twijfel en steekproefsgewijs", "Noteer wat de weg zelf onveilig maakt",
               "Spreek fietsers en voetgangers aan op gevaarlijk gedrag"},
              {"A short stop: licence, insurance, inspection", "Seat belt, phone and lights of everybody",
               "Breath test when in doubt and at random", "Note what makes the road itself unsafe",
               "Speak to cyclists and pedestrians about dangerous behaviour"},
              "stopbord, blaastesters, lasergun, kentekencontrole, verlichting",
              "stop sign, breath testers, laser gun, plate reader, lighting",
              "Achteraf samen met de gemeente: wat is gezien en wat er verandert.",
              "Afterwards with the municipality: what was seen and what will change.",
              {"rijbewijs", "telefoon", "gordel", "alcohol"}}};
    return all[index_of(theme)];
}

}  // namespace

std::vector<std::string_view> what_to_check(Theme theme, Language language) {
    const Lists& lists = lists_of(theme);
    const Lines& lines = language == Language::nl ? lists.dutch : lists.english;
    return {lines.begin(), lines.end()};
}

std::string_view equipment_for(Theme theme, Language language) {
    return says(language, lists_of(theme).equipment_nl, lists_of(theme).equipment_en);
}

std::string_view line_for_the_public(Theme theme, Language language) {
    return says(language, lists_of(theme).public_nl, lists_of(theme).public_en);
}

std::vector<std::string> fine_kinds_for(Theme theme) {
    std::vector<std::string> kinds;
    for (const std::string_view kind : lists_of(theme).fines) kinds.emplace_back(kind);
    for (const std::string& kind : usual_fine_kinds())
        if (std::find(kinds.begin(), kinds.end(), kind) == kinds.end()) kinds.push_back(kind);
    return kinds;
}

}  // namespace baken
