#include "output/answers.hpp"

#include "base/text.hpp"
#include "output/public_counts.hpp"
#include "output/public_names.hpp"
#include "output/public_times.hpp"

#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

namespace baken {

namespace {

constexpr std::size_t themes_named = 3;
constexpr double surely_more = 0.9, as_likely = 0.5;

/// "a", "a en b", "a, b en c".
std::string enumerated(const std::vector<std::string>& words, Language language) {
    if (words.empty()) return {};
    std::string text = words.front();
    for (std::size_t i = 1; i < words.size(); ++i)
        text +=
            (i + 1 == words.size() ? fmt::format(" {} ", says(language, "en", "and")) : std::string(", ")) + words[i];
    return text;
}

class Answerer {
public:
    explicit Answerer(const Project& project)
        : project_(project),
          language_(project.settings.language),
          k_(project.settings.privacy.k),
          names_(*project.region, k_),
          times_(public_times(project, k_)) {}

    [[nodiscard]] ComplaintAnswer about(std::size_t hotspot, const std::string& place) const {
        const Hotspot& h = project_.hotspots[hotspot];
        return {place,
                {{part("Wat is er gemeld?", "What was reported?"), reported(h)},
                 {part("Wat hebben wij gevonden?", "What did we find?"), found(h)},
                 {part("Wat gaan wij doen?", "What will we do?"), done(hotspot)},
                 {part("Bij wie kunt u terecht?", "Who can you turn to?"), turn_to(h)},
                 {part("Wat kunt u zelf doen?", "What can you do?"), own_part()}}};
    }

    [[nodiscard]] ComplaintAnswer about_elsewhere(const Municipality& municipality) const {
        return {
            fill("Andere plekken in {}", "Other places in {}", municipality.name),
            {{part("Uw melding", "Your report"),
              {say("U heeft iets gemeld over het verkeer op een plek die hierboven niet staat. Dank u wel daarvoor.",
                   "You reported something about the traffic at a place that is not named above. Thank you."),
               say("Wij hebben uw melding bekeken. Er zijn andere plekken met meer meldingen of meer ongevallen. "
                   "Daar kijken wij dit jaar het eerst.",
                   "We have looked at your report. Other places have more reports or more accidents. We look there "
                   "first this year."),
               say("Uw melding blijft wel meetellen. Komen er meer meldingen over deze plek, dan bekijken wij haar "
                   "opnieuw.",
                   "Your report still counts. If more reports about this place come in, we will look at it "
                   "again.")}},
             {part("Wat kunt u zelf doen?", "What can you do?"), own_part()}}};
    }

    /// By its public roads; by its square on the public map where there are none, or another place is called the same.
    [[nodiscard]] std::map<std::size_t, std::string> places_of(const std::vector<std::size_t>& hotspots) const {
        std::map<std::string, int> same;
        for (const std::size_t h : hotspots) ++same[names_.road_of(project_.hotspots[h])];
        std::map<std::size_t, std::string> places;
        for (const std::size_t h : hotspots) {
            const std::string road = names_.road_of(project_.hotspots[h]);
            const std::string square = Square::around(project_.hotspots[h].at).name();
            if (road.empty())
                places[h] = fill("Plek in kaartvierkant {}", "Place in map square {}", square);
            else if (same[road] > 1)
                places[h] = fill("{} (kaartvierkant {})", "{} (map square {})", road, square);
            else
                places[h] = road;
        }
        return places;
    }

private:
    [[nodiscard]] std::string say(std::string_view dutch, std::string_view english) const {
        return std::string(says(language_, dutch, english));
    }
    [[nodiscard]] std::string part(std::string_view dutch, std::string_view english) const {
        return say(dutch, english);
    }
    template <class... Parts>
    [[nodiscard]] std::string fill(std::string_view dutch, std::string_view english, const Parts&... parts) const {
        return fmt::format(fmt::runtime(says(language_, dutch, english)), parts...);
    }

    [[nodiscard]] std::vector<std::string> reported(const Hotspot& h) const {
        const std::optional<int> people = told_counts_of(h, *project_.region, k_).complainants;
        const std::optional<int> reports = told_count(
            h.complaint_rows.empty() ? static_cast<std::size_t>(std::max(0, h.complaints)) : h.complaint_rows.size(),
            k_);
        std::string text;
        if (people)
            text = fill(
                "U en anderen hebben iets gemeld over het verkeer op deze plek. Het gaat om meer dan {} mensen.",
                "You and others reported something about the traffic at this place: more than {} people.", *people);
        else
            text = say("Een of meer mensen hebben iets gemeld over het verkeer op deze plek.",
                       "One or more people reported something about the traffic at this place.");
        text += say(" Dank u wel voor uw melding.", " Thank you for your report.");
        if (people && reports && *reports > *people)
            text +=
                fill(" Samen zijn er meer dan {} meldingen.", " Together they made more than {} reports.", *reports);
        std::vector<std::string> paragraphs{text};
        std::string more = first_report(h, people.has_value());
        if (const std::string about = themes_of(h); !about.empty()) more += (more.empty() ? "" : " ") + about;
        if (!more.empty()) paragraphs.push_back(std::move(more));
        return paragraphs;
    }

    /// One person's date stays a year.
    [[nodiscard]] std::string first_report(const Hotspot& h, bool of_many) const {
        std::optional<Date> first;
        for (const std::uint32_t row : h.complaint_rows) {
            const auto& date = project_.region->complaints.at(row).date;
            if (date && (!first || *date < *first)) first = date;
        }
        if (!first) return {};
        if (!of_many) return fill("De eerste melding is uit {}.", "The first report is from {}.", year_of(*first));
        return fill("De eerste melding is van {} {}.", "The first report is from {} {}.",
                    name_of(MonthSpan{month_of(*first), month_of(*first)}, language_), year_of(*first));
    }

    [[nodiscard]] std::string themes_of(const Hotspot& h) const {
        std::map<Theme, int> counts;
        for (const std::uint32_t row : h.complaint_rows) ++counts[project_.region->complaints.at(row).theme];
        std::vector<std::pair<Theme, int>> sorted(counts.begin(), counts.end());
        std::stable_sort(sorted.begin(), sorted.end(),
                         [](const auto& a, const auto& b) { return a.second > b.second; });
        std::vector<std::string> words;
        for (std::size_t i = 0; i < std::min(themes_named, sorted.size()); ++i)
            words.emplace_back(name_of(sorted[i].first, language_));
        if (words.empty()) return {};
        return fill("De meldingen gaan over: {}.", "The reports are about: {}.", enumerated(words, language_));
    }

    [[nodiscard]] std::string period() const {
        if (project_.years.empty()) return say("In de jaren die wij bekeken", "In the years that we looked at");
        if (project_.years.size() == 1) return fill("In {}", "In {}", project_.years.front());
        return fill("In de jaren {} tot en met {}", "In the years {} to {}", project_.years.front(),
                    project_.years.back());
    }

    [[nodiscard]] std::vector<std::string> found(const Hotspot& h) const {
        const auto accidents = told_counts_of(h, *project_.region, k_).accidents;
        if (!accidents)
            return {fill("{} zijn hier weinig of geen ongevallen geregistreerd: {} of minder.",
                         "{}, few or no accidents were registered here: {} or fewer.", period(), k_),
                    say("Uw melding telt ook dan mee. Niet elk ongeval wordt geregistreerd, en een plek kan ook zonder "
                        "ongevallen gevaarlijk zijn.",
                        "Your report counts all the same. Not every accident is registered, and a place can be "
                        "dangerous without accidents.")};
        std::string text = fill("{} zijn hier meer dan {} ongevallen geregistreerd.",
                                "{}, more than {} accidents were registered here.", period(), *accidents);
        if (h.prob_above >= surely_more)
            text += say(" Dat is meer dan op andere plekken die hierop lijken.",
                        " That is more than at other places like this one.");
        else if (h.prob_above >= as_likely)
            text += say(" Dat is ongeveer zo veel als op andere plekken die hierop lijken.",
                        " That is about as many as at other places like this one.");
        else
            text += say(" Dat is niet meer dan op andere plekken die hierop lijken.",
                        " That is no more than at other places like this one.");
        return {text, say("Niet elk ongeval wordt geregistreerd. Het echte aantal kan hoger zijn.",
                          "Not every accident is registered. The real number may be higher.")};
    }

    [[nodiscard]] std::vector<std::string> done(std::size_t hotspot) const {
        const Hotspot& h = project_.hotspots[hotspot];
        if (h.enforceable == "no")
            return {
                fill("In {} komt er geen controle op deze plek.", "There will be no check at this place in {}.",
                     project_.settings.year),
                say("De politie kan hier niet goed of niet veilig controleren. Dat kan komen door de vorm van de weg, "
                    "of omdat er geen veilige plek is om auto's te laten stoppen. Een andere inrichting van de weg "
                    "helpt dan meer dan een controle.",
                    "The police cannot check here well or safely. The shape of the road may be the cause, or there "
                    "is no safe place to stop cars. Another layout of the road then helps more than a check.")};
        if (h.status == "rejected")
            return {fill("In {} komt er geen controle op deze plek.", "There will be no check at this place in {}.",
                         project_.settings.year),
                    say("De gemeente en de politie hebben de plek bekeken. Zij kiezen dit jaar voor andere plekken.",
                        "The municipality and the police have looked at the place. They choose other places this "
                        "year.")};
        std::vector<std::string> paragraphs;
        if (const auto past = times_.periods_of(hotspot, CheckStatus::done); !past.empty())
            paragraphs.push_back(fill("De politie heeft hier al gecontroleerd, {} {}.",
                                      "The police have checked here already, {} {}.", spans(past),
                                      project_.settings.year));
        if (const auto ahead = times_.periods_of(hotspot, CheckStatus::planned); !ahead.empty())
            paragraphs.push_back(
                fill("De politie controleert hier {} {}. Op welke dag en hoe laat zeggen wij niet. Een controle "
                     "werkt alleen als niemand haar verwacht.",
                     "The police will check here {} {}. We do not say on which day or at what time. A check only "
                     "works when nobody expects it.",
                     spans(ahead), project_.settings.year));
        if (!paragraphs.empty()) return paragraphs;
        if (const std::string reason = no_check_because(h); !reason.empty())
            return {fill("In {} komt er geen controle op deze plek.", "There will be no check at this place in {}.",
                         project_.settings.year),
                    reason};
        // The same words whether there is no check or one that may not be told of.
        return {
            fill("Deze plek staat op de lijst van plekken die in {} aandacht krijgen. Wij zeggen niet vooraf of en "
                 "wanneer de politie er controleert.",
                 "This place is on the list of places that get attention in {}. We do not say beforehand whether "
                 "and when the police will check there.",
                 project_.settings.year)};
    }

    /// "in mei, in november en in de periode juli tot en met september".
    [[nodiscard]] std::string spans(const std::vector<MonthSpan>& all) const {
        std::vector<std::string> months, longer;
        for (const MonthSpan& span : all) {
            const std::string first = name_of(MonthSpan{span.from, span.from}, language_);
            if (span.from == span.to)
                months.push_back(fill("in {}", "in {}", first));
            else
                longer.push_back(fill("in de periode {} tot en met {}", "in the period {} to {}", first,
                                      name_of(MonthSpan{span.to, span.to}, language_)));
        }
        months.insert(months.end(), longer.begin(), longer.end());
        return enumerated(months, language_);
    }

    /// The planner's reason in plain words; empty: the plan gives none. The planner's own text names other places and
    /// counts, and stays inside.
    [[nodiscard]] std::string no_check_because(const Hotspot& h) const {
        for (const Unmet& one : project_.plan.unvisited) {
            if (!one.id.ends_with("." + h.id.text)) continue;
            const std::string text = one.text.substr(std::min(one.text.size(), h.name.size()));
            const auto speaks_of = [&](std::string_view dutch, std::string_view english) {
                return text.find(dutch) != std::string::npos || text.find(english) != std::string::npos;
            };
            if (speaks_of("maximum", "maximum"))
                return say(
                    "Er is een afgesproken aantal controles voor elke gemeente. Dat aantal is dit jaar nodig voor "
                    "andere plekken.",
                    "There is an agreed number of checks for each municipality. This year it is needed at other "
                    "places.");
            if (speaks_of("bezet of gesloten", "taken or closed"))
                return say("Er was geen dag vrij waarop de politie hier kan controleren.",
                           "There was no free day on which the police can check here.");
            if (speaks_of("geen ruimte", "no room"))
                return say(
                    "De politie heeft niet genoeg mensen om overal te controleren. Andere plekken gaan dit jaar "
                    "voor.",
                    "The police do not have enough people to check everywhere. Other places come first this "
                    "year.");
            return say("Er was dit jaar geen ruimte voor een controle op deze plek.",
                       "There was no room for a check at this place this year.");
        }
        return {};
    }

    [[nodiscard]] std::vector<std::string> turn_to(const Hotspot& h) const {
        const std::string& municipality = project_.region->municipalities.at(h.municipality).name;
        std::string manager = fill("de gemeente {}", "the municipality of {}", municipality);
        bool is_municipality = true;
        if (h.road_manager && *h.road_manager != RoadManager::municipality && *h.road_manager != RoadManager::other) {
            is_municipality = false;
            if (*h.road_manager == RoadManager::province) manager = say("de provincie", "the province");
            if (*h.road_manager == RoadManager::water_board) manager = say("het waterschap", "the water board");
            if (*h.road_manager == RoadManager::national) manager = "Rijkswaterstaat";
        }
        std::string text = fill("Over de weg zelf gaat {}: de inrichting, de borden en de verlichting.",
                                "The road itself is looked after by {}: its layout, signs and lighting.", manager);
        if (!is_municipality)
            text += fill(" U kunt ook bij de gemeente {} terecht. Zij geeft uw vraag door.",
                         " You can also turn to the municipality of {}, which passes your question on.", municipality);
        return {text};
    }

    [[nodiscard]] std::vector<std::string> own_part() const {
        return {
            say("Ziet u het weer gebeuren? Meld het dan opnieuw bij de gemeente, en schrijf erbij op welke dagen en "
                "hoe "
                "laat het gebeurt. Dat helpt om op het goede moment te kijken.",
                "Do you see it happen again? Report it to the municipality again, with the days and the time of day. "
                "That helps us to look at the right moment."),
            say("Is er direct gevaar? Bel dan 112. Is er geen haast? Bel de politie op 0900-8844.",
                "Is there immediate danger? Call 112. Is there no hurry? Call the police on 0900-8844.")};
    }

    const Project& project_;
    Language language_;
    int k_;
    PublicNames names_;
    PublicTimes times_;
};

std::string title_of(const Project& project, const MunicipalityAnswers& answers) {
    return fmt::format(fmt::runtime(says(project.settings.language, "Antwoord op meldingen over het verkeer in {}, {}",
                                         "Answers to reports about the traffic in {}, {}")),
                       project.region->municipalities.at(answers.municipality).name, project.settings.year);
}

}  // namespace

std::vector<MunicipalityAnswers> complaint_answers(const Project& project) {
    const Answerer answerer(project);
    std::set<std::uint32_t> answered_rows;
    std::vector<std::vector<std::size_t>> hotspots(project.region->municipalities.size());
    for (std::size_t h = 0; h < project.hotspots.size(); ++h) {
        if (project.hotspots[h].complaints <= 0) continue;
        hotspots.at(project.hotspots[h].municipality).push_back(h);
        answered_rows.insert(project.hotspots[h].complaint_rows.begin(), project.hotspots[h].complaint_rows.end());
    }
    std::vector<bool> has_others(hotspots.size(), false);
    for (std::uint32_t row = 0; row < project.region->complaints.size(); ++row)
        if (!answered_rows.contains(row)) has_others.at(project.region->complaints[row].municipality) = true;

    std::vector<MunicipalityAnswers> all;
    for (std::size_t m = 0; m < hotspots.size(); ++m) {
        MunicipalityAnswers answers{static_cast<std::uint32_t>(m), {}};
        for (const auto& [hotspot, place] : answerer.places_of(hotspots[m]))
            answers.answers.push_back(answerer.about(hotspot, place));
        std::stable_sort(answers.answers.begin(), answers.answers.end(),
                         [](const ComplaintAnswer& a, const ComplaintAnswer& b) { return a.place < b.place; });
        if (has_others[m]) answers.answers.push_back(answerer.about_elsewhere(project.region->municipalities[m]));
        if (!answers.answers.empty()) all.push_back(std::move(answers));
    }
    return all;
}

std::string answers_page(const Project& project, const MunicipalityAnswers& answers) {
    std::string body;
    for (const ComplaintAnswer& answer : answers.answers) {
        body += fmt::format("<section>\n<h2>{}</h2>\n", xml_escaped(answer.place));
        for (const AnswerPart& part : answer.parts) {
            body += fmt::format("<h3>{}</h3>\n", xml_escaped(part.heading));
            for (const std::string& paragraph : part.paragraphs)
                body += fmt::format("<p>{}</p>\n", xml_escaped(paragraph));
        }
        body += "</section>\n";
    }
    const std::string title = xml_escaped(title_of(project, answers));
    return fmt::format(
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n<title>{}</title>\n<style>\n"
        "body, h1, h2, h3, p {{ font-family: \"Liberation Sans\", Arial, sans-serif }}\nbody {{ font-size: 11pt; "
        "line-height: 1.45; "
        "max-width: 42em; margin: 2em auto; padding: 0 1em; color: #1d2127; background: #fff }}\n"
        "h1 {{ font-size: 18pt; color: #1f3a6e }}\nh2 {{ font-size: 14pt; color: #1f3a6e; margin-top: 2em; border-top: "
        "1px solid "
        "#d9dce2; padding-top: 0.8em }}\nh3 {{ font-size: 11pt; margin-bottom: 0 }}\np {{ margin: 0.2em 0 0.6em }}\n"
        "@media print {{ h2, h3 {{ page-break-after: avoid }} "
        "}}\n</style>\n</head>\n<body>\n<h1>{}</h1>\n{}</body>\n</html>\n",
        says(project.settings.language, "nl", "en"), title, title, body);
}

std::string answers_text(const Project& project, const MunicipalityAnswers& answers) {
    std::string text = title_of(project, answers) + "\n";
    for (const ComplaintAnswer& answer : answers.answers) {
        text += fmt::format("\n\n== {} ==\n", answer.place);
        for (const AnswerPart& part : answer.parts) {
            text += fmt::format("\n{}\n", part.heading);
            for (const std::string& paragraph : part.paragraphs) text += paragraph + "\n";
        }
    }
    return text;
}

}  // namespace baken
