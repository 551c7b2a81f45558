#include "output/report.hpp"

#include "output/page_notes.hpp"
#include "output/page_plan.hpp"
#include "output/report_sections.hpp"

namespace baken {

std::string report_page(const Project& project, PageFor target) {
    const PageParts parts(project.settings.language, target);
    PageParts::Contents contents;
    std::string body;
    const auto add = [&](std::string id, std::string title, const std::string& content, bool starts_page = false) {
        if (content.empty()) return;
        body += parts.section(id, title, content, starts_page);
        contents.emplace_back(std::move(id), std::move(title));
    };
    add("map", parts.say("De regio op de kaart", "The region on the map"), report_map(project, parts), true);
    add("events", parts.say("Ongevallen en meldingen", "Accidents and complaints"), report_events(project, parts));
    add("places", parts.say("Aandachtslocaties per gemeente", "Hotspots per municipality"),
        report_places(project, parts), true);
    add("roads", parts.say("Waar op de weg", "Where along the road"), report_findings(project, parts), true);
    add("plan", parts.say("Het jaar", "The year"), report_plan(project, parts), true);
    add("quota", parts.say("Norm en donkere dagen", "Quota and dark days"), report_quota(project, parts), true);
    add("crews", parts.say("Belasting van de ploegen", "Crew load"), report_crews(project, parts));
    add("unmet", parts.say("Wat niet lukt, en wat zou helpen", "What cannot be met, and what would help"),
        unmet_list(project, parts));
    add("unvisited", parts.say("Plekken met klachten zonder controle", "Places with complaints and no check"),
        unvisited_list(project, parts));
    add("guessing", parts.say("Voorspelbaarheid", "Predictability"), report_guessing(project, parts));
    add("method", parts.say("Werkwijze en gegevens", "Method and data"), report_method(project, parts), true);
    add("provenance", parts.say("Herkomst", "Provenance"), provenance_facts(project, parts));
    return parts.document(parts.say("Rapport", "Report"), project.settings.name, report_header(project, parts),
                          contents, body);
}

}  // namespace baken
