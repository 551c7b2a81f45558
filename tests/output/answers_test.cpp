#include "output/answers.hpp"

#include "base/text.hpp"
#include "support/catch.hpp"
#include "support/sample_project.hpp"

#include <algorithm>
#include <set>

using namespace baken;
using namespace baken::test;

namespace {

/// The sample with its complaints given to hotspots: the second and the fourth get reports of eight people, the first
/// of one.
Project project_with_complaints(Language language = Language::nl) {
    Project project = sample_project();
    project.settings.language = language;
    for (const char* road :
         {"Van Heemstraweg", "Nijmeegsebaan", "Graafseweg", "Rijksstraatweg", "'t Zand \"Oost\" <N322> & co"})
        project.region.edit().roads.push_back({.id = road, .name = road, .manager = {}, .line = {}});
    for (std::uint32_t row = 0; row < project.region->complaints.size(); ++row) {
        const Complaint& complaint = project.region->complaints[row];
        const std::uint32_t at = row % 25;
        if (at < 16)
            project.hotspots[complaint.municipality * 6 + 1 + 2 * (at / 8)].complaint_rows.push_back(row);
        else if (at == 20)
            project.hotspots[complaint.municipality * 6].complaint_rows.push_back(row);
    }
    for (Hotspot& h : project.hotspots) h.complaints = static_cast<int>(h.complaint_rows.size());
    return project;
}

std::string all_of(const Project& project) {
    std::string text;
    for (const auto& municipality : complaint_answers(project)) text += answers_text(project, municipality);
    return text;
}

std::string part_of(const ComplaintAnswer& answer, const std::string& heading) {
    for (const auto& part : answer.parts)
        if (part.heading == heading) return joined(part.paragraphs, " ");
    return {};
}

const ComplaintAnswer& answer_at(const std::vector<MunicipalityAnswers>& all, std::uint32_t m,
                                 const std::string& place) {
    for (const auto& municipality : all)
        if (municipality.municipality == m)
            for (const auto& answer : municipality.answers)
                if (answer.place == place) return answer;
    FAIL("no answer about " << place);
    return all.front().answers.front();
}

std::string what_we_do(const Project& project, std::uint32_t m, const std::string& place) {
    return part_of(answer_at(complaint_answers(project), m, place), "Wat gaan wij doen?");
}

/// As people write a day, without the year and with it.
std::vector<std::string> written_forms(Date day) {
    static const std::vector<std::vector<std::string>> months{{"januari", "January", "jan", "Jan"},
                                                              {"februari", "February", "feb", "Feb"},
                                                              {"maart", "March", "mrt", "Mar"},
                                                              {"april", "April", "apr", "Apr"},
                                                              {"mei", "May", "mei", "May"},
                                                              {"juni", "June", "jun", "Jun"},
                                                              {"juli", "July", "jul", "Jul"},
                                                              {"augustus", "August", "aug", "Aug"},
                                                              {"september", "September", "sep", "Sep"},
                                                              {"oktober", "October", "okt", "Oct"},
                                                              {"november", "November", "nov", "Nov"},
                                                              {"december", "December", "dec", "Dec"}};
    const std::string d = std::to_string(day_of_month(day)), m = std::to_string(month_of(day));
    const std::string dd = (d.size() < 2 ? "0" : "") + d, mm = (m.size() < 2 ? "0" : "") + m;
    std::vector<std::string> forms{to_iso(day)};
    for (const char* mark : {"-", "/", ".", " "})
        for (const auto& [a, b] : {std::pair(d, m), std::pair(dd, mm), std::pair(d, mm), std::pair(dd, m)})
            forms.push_back(a + mark + b + mark + "2027");
    for (const std::string& month : months[month_of(day) - 1])
        for (const std::string& one : {d, dd}) {
            forms.push_back(one + " " + month);
            forms.push_back(month + " " + one + " ");
            forms.push_back(month + " " + one + ",");
        }
    return forms;
}

}  // namespace

TEST_CASE("no answer names the day or the hour of a check, in any way of writing it") {
    for (const Language language : {Language::nl, Language::en}) {
        const Project project = project_with_complaints(language);
        std::string text = all_of(project);
        for (const auto& municipality : complaint_answers(project)) text += answers_page(project, municipality);
        CHECK(text.size() > 10'000);
        for (const Check& check : project.plan.checks) {
            for (const std::string& form : written_forms(check.date)) {
                INFO(form);
                CHECK(text.find(form) == std::string::npos);
            }
            CHECK(text.find(clock_text(check.start)) == std::string::npos);
            CHECK(text.find(check.id.text) == std::string::npos);
            CHECK(text.find(check.reason) == std::string::npos);
        }
        for (const Hotspot& h : project.hotspots) CHECK(text.find(h.id.text) == std::string::npos);
        for (const char* secret :
             {"Basisteam", "Ploeg Oost", "BOB <winter>", "BOB &lt;winter", "18446744", "secret-hash", "Geheimstraat",
              "racen", "SIG-", "stopplaats; ", "te smal", "/home/"}) {
            INFO(secret);
            CHECK(text.find(secret) == std::string::npos);
        }
    }
}

TEST_CASE("an answer names the months of the checks at the place") {
    Project project = project_with_complaints();
    // Rank 2 of the first municipality: one in May; rank 4 none.
    std::set<unsigned> months;
    for (const Check& check : project.plan.checks)
        if (check.hotspot == 1) months.insert(month_of(check.date));
    REQUIRE(months == std::set<unsigned>{5});
    const std::string zand = "'t Zand \"Oost\" <N322> & co";
    CHECK(what_we_do(project, 0, zand).starts_with("De politie controleert hier in mei 2027."));
    for (Check& check : project.plan.checks)
        if (check.hotspot == 1) check.status = CheckStatus::done;
    CHECK(what_we_do(project, 0, zand) == "De politie heeft hier al gecontroleerd, in mei 2027.");
    for (Check& check : project.plan.checks)
        if (check.hotspot == 1) check.status = CheckStatus::cancelled;
    CHECK(what_we_do(project, 0, zand).starts_with("Deze plek staat op de lijst"));
}

TEST_CASE("a place that is rejected or cannot be enforced is promised nothing, in neutral words") {
    Project project = project_with_complaints();
    project.hotspots[1].status = "rejected";
    project.hotspots[1].remark = "Klager overdrijft";
    project.hotspots[7].enforceable = "no";
    const std::string zand = "'t Zand \"Oost\" <N322> & co";
    for (const std::uint32_t m : {0U, 1U}) {
        const std::string text = what_we_do(project, m, zand);
        CHECK(text.starts_with("In 2027 komt er geen controle op deze plek."));
        for (const char* promise : {"controleert hier in", " mei ", "Klager", "Wij zeggen niet vooraf"})
            CHECK(text.find(promise) == std::string::npos);
    }
    CHECK(what_we_do(project, 1, zand).find("geen veilige plek is om auto's te laten stoppen") != std::string::npos);
    CHECK(what_we_do(project, 0, zand).find("kiezen dit jaar voor andere plekken") != std::string::npos);
}

TEST_CASE("a place without a check gets the plan's reason, without what the planner's own words give away") {
    Project project = project_with_complaints();
    std::erase_if(project.plan.checks, [](const Check& check) { return check.hotspot == 3; });
    const auto because = [&](const std::string& reason) {
        project.plan.unvisited = {{"complaints." + project.hotspots[3].id.text,
                                   project.hotspots[3].name + ": 8 melders, geen controle; " + reason + ".",
                                   "",
                                   {}}};
        return what_we_do(project, 0, "Graafseweg");
    };
    const std::string no_room = because("de ploegen hebben geen ruimte meer; wel een controle op 640 m, bij Kerkpad");
    CHECK(no_room ==
          "In 2027 komt er geen controle op deze plek. De politie heeft niet genoeg mensen om overal te controleren. "
          "Andere "
          "plekken gaan dit jaar voor.");
    CHECK(because("de gemeente zit aan haar maximum van 6").find("afgesproken aantal") != std::string::npos);
    CHECK(because("al haar dagen zijn bezet of gesloten").find("geen dag vrij") != std::string::npos);
    CHECK(because("iets anders").find("geen ruimte voor een controle") != std::string::npos);
}

TEST_CASE("a check that may not be told of reads like no check at all") {
    Project project = project_with_complaints();
    std::erase_if(project.plan.checks, [](const Check& check) { return check.hotspot == 3; });
    const std::string graafseweg = what_we_do(project, 0, "Graafseweg");
    project.settings.calendar.region_day = make_date(2027, 10, 8);
    Check check = project.plan.checks.front();
    check.hotspot = 3;
    check.municipality = 0;
    check.date = make_date(2027, 10, 8);
    check.kind = CheckKind::region_day;
    project.plan.checks.push_back(check);
    CHECK(what_we_do(project, 0, "Graafseweg") == graafseweg);
    CHECK(graafseweg.starts_with("Deze plek staat op de lijst"));
}

TEST_CASE("what was reported is told in multiples of k, and of few people only that there are some") {
    const Project project = project_with_complaints();
    const auto answers = complaint_answers(project);
    // Eight reports by eight people; one report by one.
    CHECK(
        part_of(answer_at(answers, 0, "'t Zand \"Oost\" <N322> & co"), "Wat is er gemeld?").find("meer dan 5 mensen") !=
        std::string::npos);
    const std::string one = part_of(answer_at(answers, 0, "Van Heemstraweg"), "Wat is er gemeld?");
    CHECK(one.starts_with("Een of meer mensen hebben iets gemeld"));
    CHECK(one.find("De eerste melding is uit 2026.") != std::string::npos);
    CHECK(part_of(answer_at(answers, 0, "Van Heemstraweg"), "Wat hebben wij gevonden?")
              .starts_with("In de jaren 2022 tot en met 2024 zijn hier meer dan 15 ongevallen geregistreerd."));
    // Whoever the manager of the road is.
    CHECK(part_of(answer_at(answers, 0, "Graafseweg"), "Bij wie kunt u terecht?").find("de provincie") !=
          std::string::npos);
    CHECK(part_of(answer_at(answers, 0, "Van Heemstraweg"), "Bij wie kunt u terecht?").find("de gemeente Berkendam") !=
          std::string::npos);
    // No number in an answer but years, multiples of k, and telephone numbers.
    for (const auto& municipality : answers)
        for (const auto& answer : municipality.answers)
            for (const auto& part : answer.parts) {
                std::string text = replaced(replaced(joined(part.paragraphs, " "), "0900-8844", ""), "112", "");
                for (std::size_t i = 0; i < text.size();) {
                    if (std::isdigit(static_cast<unsigned char>(text[i])) == 0) {
                        ++i;
                        continue;
                    }
                    std::size_t length = 0;
                    const int number = std::stoi(text.substr(i), &length);
                    CHECK((number % 5 == 0 || (number >= 2020 && number <= 2027)));
                    i += length;
                }
            }
}

TEST_CASE("every place with complaints is answered, and the reports of other places together") {
    const Project project = project_with_complaints();
    const auto answers = complaint_answers(project);
    REQUIRE(answers.size() == 6);
    for (const auto& municipality : answers) {
        CHECK(municipality.answers.size() == 4);
        CHECK(municipality.answers.back().place.starts_with("Andere plekken in "));
    }
    Project none = project;
    none.region.edit().complaints.clear();
    for (Hotspot& h : none.hotspots) {
        h.complaints = 0;
        h.complaint_rows.clear();
    }
    CHECK(complaint_answers(none).empty());
}

TEST_CASE("two places of one name are told apart by their squares, one of an unknown road is named by it") {
    Project project = project_with_complaints();
    project.hotspots[3].name = "Van Heemstraweg, Dorp";
    project.hotspots[1].name = "Achterom 12, Dorp";
    int told_apart = 0, by_square = 0;
    const auto answers = complaint_answers(project);
    for (const auto& answer : answers.front().answers) {
        told_apart += answer.place.starts_with("Van Heemstraweg (kaartvierkant E") ? 1 : 0;
        by_square += answer.place.starts_with("Plek in kaartvierkant E") ? 1 : 0;
    }
    CHECK(told_apart == 2);
    CHECK(by_square == 1);
}

TEST_CASE("the page escapes what others wrote, and is nothing but headings and paragraphs") {
    const Project project = project_with_complaints();
    const auto answers = complaint_answers(project);
    const std::string page = answers_page(project, answers[2]);
    CHECK(page.find("t Hof &lt;b&gt;") != std::string::npos);
    CHECK(page.find("<b>") == std::string::npos);
    CHECK(page.find("<N322>") == std::string::npos);
    CHECK(page.find("<html lang=\"nl\">") != std::string::npos);
    std::set<std::string> elements;
    for (std::size_t at = page.find("<body>"); at != std::string::npos; at = page.find('<', at + 1)) {
        const auto end = page.find_first_of(" >", at + 1);
        if (page[at + 1] != '/') elements.insert(page.substr(at + 1, end - at - 1));
    }
    CHECK(elements == std::set<std::string>{"body", "h1", "section", "h2", "h3", "p"});
    const Project english = project_with_complaints(Language::en);
    const std::string text = all_of(english);
    for (const char* there : {"What was reported?", "The police will check here in May 2027.", "more than 5 people"}) {
        INFO(there);
        CHECK(text.find(there) != std::string::npos);
    }
    for (const char* dutch : {"melding", "controle", " wij ", "mensen"}) CHECK(text.find(dutch) == std::string::npos);
}
