#include "output/briefing.hpp"

#include "base/text.hpp"
#include "model/fine_kind.hpp"
#include "output/briefing_pictures.hpp"
#include "output/briefing_words.hpp"
#include "output/html.hpp"
#include "output/ink.hpp"
#include "output/map_picture.hpp"
#include "output/reserve_date.hpp"
#include "output/text_width.hpp"
#include "output/theme_lists.hpp"
#include "output/words.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace baken {

namespace {

using html::Cell;
using html::paragraph;

// Millimetres on a sheet of 210 by 297 with margins of 11.
constexpr double sheet_width = 188, map_width = 116, highest_map = 102, lowest_map = 58, bar_height = 14,
                 chart_width = 48, chart_height = 30;

constexpr std::string_view fonts = "'Liberation Sans',Arial,'Noto Sans','DejaVu Sans',sans-serif";
constexpr std::string_view label_style = "font-size:7.5pt;color:#565d68", text_style = "font-size:9pt",
                           rule = "border-top:1px solid #d9dce2";

// A sheet of 275 mm high, in the tallest letters that a machine may have (Noto Sans: 1.36 of their size).
constexpr double sheet_height = 275, text_line = 9 * 1.36 * 25.4 / 72, small_line = 7.5 * 1.36 * 25.4 / 72;
/// All but the map, the reasons, the earlier checks and what wraps: head, facts, light, headings, gaps, form, foot.
constexpr double other_height = 132;

/// How high lines of text are that wrap within so many millimetres.
double height_of(const std::vector<std::string>& lines, double width) {
    constexpr double size = 9 * 25.4 / 72, indent = 3;
    double rows = 0;
    for (const std::string& line : lines)
        rows += std::max(1.0, std::ceil(text_width(line, size) * 1.06 / (width - indent)));
    return rows * text_line;
}

std::string escaped(std::string_view text) { return xml_escaped(text); }

class Sheet {
public:
    Sheet(const Project& project, const Check& check)
        : project_(project),
          check_(check),
          language_(project.settings.language),
          hotspot_(check.hotspot < project.hotspots.size() ? &project.hotspots[check.hotspot] : nullptr) {}

    [[nodiscard]] std::string page() const {
        const std::string title =
            fmt::format("{} {}: {}, {}", say("Briefing", "Briefing"), shortened(check_.id.text, 40), place_name(),
                        day_text(check_.date, language_));
        return fmt::format(
                   "<!DOCTYPE html>\n<html lang=\"{0}\">\n<head>\n<meta charset=\"utf-8\">\n<title>{1}</title>\n"
                   "<style>\n@page {{ size: 210mm 297mm; margin: 11mm }}\n"
                   "body {{ font-family: {2}; font-size: 8pt; color: {3}; background: #ffffff }}\n"
                   "h1, h2, p, td {{ font-family: {2}; margin: 0 }}\n</style>\n</head>\n"
                   "<body lang=\"{4}\">\n",
                   say("nl", "en"), escaped(title), fonts, ink::text, say("nl-NL", "en-GB")) +
               head() + facts() + gap() + light() + gap() + place() + gap() + reasons() + gap() + gear_and_past() +
               gap() + form() + gap() + foot() + "</body>\n</html>\n";
    }

private:
    [[nodiscard]] std::string_view say(std::string_view dutch, std::string_view english) const {
        return says(language_, dutch, english);
    }
    [[nodiscard]] std::string heading(std::string_view dutch, std::string_view english) const {
        return fmt::format(
            "<h2 style=\"margin-top:0cm;margin-bottom:1pt;font-size:9.5pt;color:{0}\"><span "
            "style=\"font-size:9.5pt\">{1}</span></h2>\n",
            ink::accent, say(dutch, english));
    }
    [[nodiscard]] static std::string gap() { return paragraph("&nbsp;", "font-size:3pt"); }
    [[nodiscard]] std::string municipality() const {
        const auto& all = project_.region->municipalities;
        return check_.municipality < all.size() ? shortened(all[check_.municipality].name, 40) : std::string();
    }
    [[nodiscard]] std::string place_name() const {
        return hotspot_ != nullptr ? shortened(hotspot_->name, 64) : municipality();
    }
    /// Hotspots are named after their road and its place: "Van Heemstraweg (hm 12,3), Beuningen".
    [[nodiscard]] std::string road_name() const {
        const std::string road = hotspot_->name.substr(0, hotspot_->name.find(", "));
        return road.substr(0, road.find(" ("));
    }
    [[nodiscard]] static std::string bullets(const std::vector<std::string>& lines, std::string_view mark) {
        std::string text;
        for (const std::string& line : lines)
            text += paragraph(fmt::format("{}&nbsp;{}", mark, escaped(line)),
                              "font-size:9pt;margin-left:8pt;text-indent:-8pt");
        return text;
    }

    [[nodiscard]] std::string head() const {
        const std::string left =
            paragraph(fmt::format("{} <b>{}</b>", say("Briefing verkeerscontrole", "Briefing traffic check"),
                                  escaped(shortened(check_.id.text, 40))),
                      fmt::format("font-size:9pt;color:{}", ink::accent));
        const std::string right =
            paragraph(escaped(shortened(project_.settings.name, 50)), "font-size:9pt;color:#565d68;text-align:right");
        const std::string name = place_name();
        return html::table({{Cell{62, left}, Cell{38, right}}}, 1) +
               fmt::format(
                   "<h1 style=\"margin-top:0cm;margin-bottom:2pt;font-size:{0}pt;color:{1}\"><span "
                   "style=\"font-size:{0}pt\">{2}</span></h1>\n",
                   name.size() > 44 ? 13 : 17, ink::text, escaped(name));
    }

    [[nodiscard]] std::string fact(std::string_view label, const std::string& value, const std::string& below) const {
        return paragraph(label, label_style) + paragraph("<b>" + escaped(value) + "</b>", "font-size:11pt") +
               paragraph(below.empty() ? "&nbsp;" : escaped(below), label_style);
    }

    [[nodiscard]] std::string facts() const {
        const auto minutes = check_.end - check_.start;
        const std::string hours =
            fmt::format("{} {}", fixed_text(minutes / 60.0, minutes % 60 == 0 ? 0 : 1, language_ == Language::nl),
                        say("uur", minutes == 60 ? "hour" : "hours"));
        const std::string after_midnight(check_.end > 1440 ? say(", tot na middernacht", ", past midnight")
                                                           : std::string_view());
        std::string theme_below(name_of(check_.kind, language_));
        if (!check_.campaign.empty())
            theme_below =
                fmt::format("{}; {} {}", theme_below, say("campagne", "campaign"), shortened(check_.campaign, 34));
        constexpr std::string_view back = "background-color:#f4f5f8";
        return html::table(
            {{Cell{23, fact(say("Datum", "Date"), day_text(check_.date, language_), municipality()), std::string(back)},
              Cell{20, fact(say("Tijd", "Time"), window_text(check_), hours + after_midnight), std::string(back)},
              Cell{34, fact(say("Thema", "Theme"), std::string(name_of(check_.theme, language_)), theme_below),
                   std::string(back)},
              Cell{23, reserve(), std::string(back)}}},
            4);
    }

    [[nodiscard]] std::string reserve() const {
        const std::string_view label = say("Reservedatum", "Reserve date");
        if (check_.kind == CheckKind::region_day)
            return fact(label, std::string(say("geen", "none")),
                        std::string(say("regiodag: één dag", "region day: one day")));
        const Calendar calendar =
            make_calendar(project_.settings.year, project_.settings.calendar, project_.settings.rules.dark_days,
                          project_.campaigns, project_.school_holidays);
        const auto day = reserve_date(project_, calendar, check_);
        if (!day)
            return fact(label, std::string(say("geen", "none")),
                        std::string(check_.campaign.empty()
                                        ? say("geen vrije dag dit jaar", "no free day this year")
                                        : say("geen vrije dag in de campagne", "no free day in the campaign")));
        return fact(label, day_text(*day, language_), std::string(say("zelfde tijd en ploeg", "same time and crew")));
    }

    [[nodiscard]] std::string light() const {
        const LonLat where = hotspot_ != nullptr ? hotspot_->lonlat
                             : check_.municipality < project_.region->municipalities.size()
                                 ? project_.region->municipalities[check_.municipality].centre
                                 : LonLat{5.4, 52.2};
        const SunBar bar = sun_bar(check_.date, check_.start, check_.end, where);
        const double width = page_units(sheet_width), height = page_units(bar_height);
        const std::string words =
            fmt::format(fmt::runtime(say("Balk van de dag: {}; {} van de controle is in het donker.",
                                         "Bar of the day: {}; {} of the check is in the dark.")),
                        sun_words(bar, language_), percent_text(check_.dark_share, 0, language_));
        return paragraph(html::picture(sun_bar_picture(bar, width, height, language_), width, height, words),
                         "font-size:4pt");
    }

    // -- the place -------------------------------------------------------------------------------------------------

    /// What the words leave, so that a long-winded sheet stays one page.
    [[nodiscard]] double map_height() const {
        const std::vector<std::string> points = check_points(project_, check_);
        const double reasons_height = std::max({height_of(why_lines(project_, check_.hotspot), sheet_width * 0.33 - 2),
                                                height_of(points, sheet_width * 0.38 - 2), chart_height + small_line});
        const double wraps = height_of({sources_line(project_)}, sheet_width * 1.45) - text_line +
                             (check_.campaign.empty() ? 0 : small_line);
        const double left = sheet_height - other_height - reasons_height - wraps - height_of_gear_and_past();
        return std::clamp(left, lowest_map, highest_map);
    }

    [[nodiscard]] MapPicture map() const {
        const double map_height = this->map_height();
        MapPicture picture{.view = {}, .width = page_units(map_width), .height = page_units(map_height)};
        picture.hotspot = check_.hotspot;
        picture.paper_width = map_width;
        // 1:2,500 where that shows most of the events; else 1:5,000.
        for (const double scale : {2500.0, 5000.0}) {
            const double half_x = map_width / 2000 * scale, half_y = map_height / 2000 * scale;
            picture.view = {hotspot_->at.x - half_x, hotspot_->at.y - half_y, hotspot_->at.x + half_x,
                            hotspot_->at.y + half_y};
            if (share_in_sight(picture.view) >= 0.6) break;
        }
        return picture;
    }
    [[nodiscard]] double share_in_sight(const Box& box) const {
        int all = 0, seen = 0;
        const auto see = [&](MapPoint at) {
            ++all;
            seen += box.contains(at) ? 1 : 0;
        };
        for (const auto row : hotspot_->accident_rows)
            if (row < project_.region->accidents.size()) see(project_.region->accidents[row].at);
        for (const auto row : hotspot_->complaint_rows)
            if (row < project_.region->complaints.size()) see(project_.region->complaints[row].at);
        return all == 0 ? 1 : static_cast<double>(seen) / all;
    }

    [[nodiscard]] std::string place() const {
        if (hotspot_ == nullptr)
            return paragraph(say("De plek van deze controle staat niet in het project.",
                                 "The place of this check is not in the project."),
                             text_style);
        const MapPicture asked = map();
        const std::string picture =
            html::picture(map_picture(project_, asked), asked.width, asked.height, map_words(project_, asked));
        return html::table(
            {{Cell{63, paragraph(picture, "font-size:4pt")}, Cell{37, place_facts(asked.view) + gap() + deployment()}}},
            2);
    }

    [[nodiscard]] std::string place_facts(const Box& view) const {
        std::vector<std::vector<Cell>> rows;
        const auto row = [&](std::string_view label, const std::string& text) {
            rows.push_back({Cell{36, paragraph(label, label_style), std::string(rule)},
                            Cell{64, paragraph(text, text_style), std::string(rule)}});
        };
        const auto roads = road_names_in(project_, view, hotspot_->at);
        row(say("Weg", "Road"), escaped(shortened(road_name(), 36)));
        for (const BriefingLine& line : place_lines(project_, *hotspot_)) row(line.label, escaped(line.text));
        row(say("Aanrijden, afvoer", "Approach, escape"), approach(roads));
        if (!hotspot_->remark.empty()) row(say("Opmerking", "Remark"), escaped(shortened(hotspot_->remark, 64)));
        row(say("Veilige stopplaats", "Safe stopping place"), "&nbsp;<br>&nbsp;");
        for (Cell& cell : rows.back()) cell.style += ";border-bottom:1px solid #d9dce2";
        return heading("De plek", "The place") + html::table(rows, 2) +
               paragraph(fmt::format("RD {:.0f}, {:.0f} &middot; {:.5f} N, {:.5f} {}", hotspot_->at.x, hotspot_->at.y,
                                     hotspot_->lonlat.lat, hotspot_->lonlat.lon, say("O", "E")),
                         label_style);
    }

    [[nodiscard]] std::string approach(const std::vector<std::string>& roads) const {
        constexpr std::size_t most = 4;
        std::vector<std::string> names;
        for (const std::string& road : roads)
            if (names.size() < most && road != road_name()) names.push_back(shortened(road, 30));
        if (!names.empty()) return escaped(joined(names, ", "));
        return std::string(say("op de kaart in te tekenen", "to be drawn on the map"));
    }

    // -- why and what ----------------------------------------------------------------------------------------------

    [[nodiscard]] std::string reasons() const {
        if (hotspot_ == nullptr) return html::table({{Cell{100, what_to_look_at()}}}, 2);
        const AccidentYears years = accident_years(project_, {.hotspot = check_.hotspot});
        const std::string why =
            heading("Waarom hier", "Why here") + bullets(why_lines(project_, check_.hotspot), "&ndash;");
        if (!years.has_sources || years.total == 0)
            return html::table({{Cell{55, why}, Cell{45, what_to_look_at()}}}, 2);
        const double width = page_units(chart_width), height = page_units(chart_height);
        const std::string chart =
            paragraph(html::picture(accident_years_picture(years, width, height, language_), width, height,
                                    fmt::format("{}: {}", say("Ongevallen per jaar", "Accidents per year"),
                                                accident_years_words(years, language_))),
                      "font-size:4pt");
        return html::table(
            {{Cell{33, why},
              Cell{29,
                   paragraph(say("Ongevallen per jaar, naar afloop", "Accidents per year, by outcome"), label_style) +
                       chart},
              Cell{38, what_to_look_at()}}},
            2);
    }

    [[nodiscard]] std::string what_to_look_at() const {
        return heading("Waar u op let", "What to look at") + bullets(check_points(project_, check_), "&#9633;");
    }

    [[nodiscard]] static std::string labelled(std::string_view label, std::string_view text) {
        return paragraph(fmt::format("<span style=\"color:#565d68\">{}:</span> {}", label, text), text_style);
    }
    [[nodiscard]] std::string deployment() const {
        const std::string partners = check_.partners.empty() ? std::string(say("geen afgesproken", "none agreed"))
                                                             : shortened(check_.partners, 40);
        return heading("Inzet", "Deployment") +
               labelled(say("Ploeg", "Crew"),
                        fmt::format("{}, {}", escaped(shortened(project_.settings.crew_name(check_.crew), 40)),
                                    window_text(check_))) +
               labelled(say("Leiding", "In charge"), "__________________") +
               labelled(say("Partners", "Partners"), escaped(partners));
    }

    [[nodiscard]] std::string gear_and_past() const {
        const std::string gear =
            heading("Materieel en communicatie", "Equipment and communication") +
            labelled(say("Mee", "Take along"), equipment_for(check_.theme, language_)) +
            labelled(say("Naar buiten", "To the public"), line_for_the_public(check_.theme, language_));
        const auto lines = earlier_checks(project_, check_, 2);
        const std::string past =
            heading("Eerdere controles hier", "Earlier checks here") +
            (lines.empty()
                 ? paragraph(say("Dit plan heeft hier geen eerdere controle.", "This plan has no earlier check here."),
                             text_style)
                 : bullets(lines, "&ndash;"));
        return html::table({{Cell{50, gear}, Cell{50, past}}}, 2);
    }
    [[nodiscard]] double height_of_gear_and_past() const {
        const std::vector<std::string> gear{
            "Take along: " + std::string(equipment_for(check_.theme, language_)),
            "To the public: " + std::string(line_for_the_public(check_.theme, language_))};
        const double width = sheet_width / 2 - 2;
        return std::max(height_of(gear, width), height_of(earlier_checks(project_, check_, 2), width));
    }

    // -- the form --------------------------------------------------------------------------------------------------

    [[nodiscard]] std::string form() const {
        const std::string box = "border:1px solid #868d98";
        const auto field = [&](std::string_view label, int percent, int columns = 1) {
            return Cell{percent, paragraph(label, label_style) + paragraph("&nbsp;", "font-size:16pt"), box, columns};
        };
        std::vector<Cell> counts{field(say("Voertuigen", "Vehicles"), 17), field(say("Testen", "Tests"), 17),
                                 field(say("Waarschuwingen", "Warnings"), 17)};
        std::vector<Cell> fines;
        const auto kinds = fine_kinds_for(check_.theme);
        for (std::size_t i = 0; i < 6; ++i)
            (i < 3 ? counts : fines)
                .push_back(field(fmt::format("{}: {}", say("Bon", "Fine"), fine_name(kinds[i], language_)),
                                 i % 3 == 0 ? 17 : 16));
        fines.insert(fines.end(),
                     {field(say("Andere bonnen (soort en aantal)", "Other fines (kind and number)"), 51, 3)});
        std::vector<Cell> last{field(say("Opmerking", "Remark"), 67, 4),
                               field(say("Ingevuld door, datum", "Filled in by, date"), 33, 2)};
        return heading("Uitslag", "Result") + html::table({counts, fines, last}, 2);
    }

    [[nodiscard]] std::string foot() const {
        constexpr std::string_view small = "font-size:6pt;color:#565d68";
        return paragraph(escaped(sources_line(project_)), "font-size:6pt;color:#565d68") +
               paragraph(escaped(limits_line(project_)), small) + paragraph(escaped(made_line(project_)), small);
    }

    const Project& project_;
    const Check& check_;
    Language language_;
    const Hotspot* hotspot_;
};

/// As folded(), with a hyphen where words meet.
std::string file_words(std::string_view text) {
    std::string words;
    for (const auto& word : split(replaced(std::string(text), "-", " "), ' '))
        if (const std::string part = folded(word); !part.empty()) words += (words.empty() ? "" : "-") + part;
    return words;
}

/// The id keeps its capitals: it is what people search for. All but letters, digits and hyphens becomes a hyphen.
std::string file_id(std::string_view id) {
    std::string text;
    for (const char c : id) {
        const bool is_plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        text += is_plain ? c : '-';
    }
    return text;
}

}  // namespace

std::string briefing_page(const Project& project, const Check& check) { return Sheet(project, check).page(); }

std::string briefing_name(const Project& project, const Check& check) {
    const auto& all = project.region->municipalities;
    std::string where = check.municipality < all.size() ? file_words(all[check.municipality].name) : std::string();
    if (where.size() > 40) where.resize(40);
    return to_iso(check.date) + (where.empty() ? "" : "-" + where) + "-" + file_id(check.id.text).substr(0, 60);
}

}  // namespace baken
