#include "ui/models/findings_lines.hpp"

#include "output/findings_words.hpp"
#include "output/look.hpp"
#include "ui/models/map_words.hpp"

#include <QStringList>

namespace baken {

namespace {

QString lines(const QStringList& all) { return QStringLiteral("<qt>%1</qt>").arg(all.join(QStringLiteral("<br>"))); }

QString name_of(const StretchFinding& stretch, const Speech& say) {
    return to_qt(stretch_name(stretch, say.language()));
}

/// A junction has no length worth telling.
QString accidents_of(const StretchFinding& stretch, const Speech& say) {
    QString text = say("%1 ongevallen", "%1 accidents").arg(to_qt(parts_text(stretch.accidents, say.language())));
    if (stretch.method != StretchFinding::Method::junction)
        text += say(" op %1", " on %1").arg(length_words(stretch.length, say));
    if (stretch.injury > 0) text += say(" (%1 met letsel)", " (%1 with injury)").arg(say.whole(stretch.injury));
    return text;
}

QString kind_of(const StretchFinding& stretch, const Speech& say) {
    return stretch.method == StretchFinding::Method::junction ? say("Kruispunt", "Junction")
                                                              : say("Traject", "Stretch");
}

QString against_chance(const StretchFinding& stretch, const Speech& say) {
    return say("%1 keer zo veel als bij toeval (%2), q %3", "%1 times as many as by chance (%2), q %3")
        .arg(say.number(stretch.ratio, 1), say.number(stretch.expected, 1),
             to_qt(small_text(stretch.q_value, say.language())));
}

QString accidents_in(const CellFinding& cell, const Speech& say) {
    return cell.accidents == 1 ? say("1 ongeval", "1 accident")
                               : say("%1 ongevallen", "%1 accidents").arg(say.whole(cell.accidents));
}

}  // namespace

QString word_of(CellEvidence evidence, const Speech& say) {
    return to_qt(code_word("cells", "evidence", code_of(evidence), say.language()));
}
QString word_of(StretchFinding::Method method, const Speech& say) {
    return to_qt(code_word("stretches", "method", code_of(method), say.language()));
}

QString word_of(const RoadDensityClass& one, const Speech& say) { return to_qt(words_of(one, say.language())); }

QString no_stretches_words(const Project& project, const Speech& say) {
    return to_qt(no_stretches(project, say.language()));
}

QString stretch_count_words(const Project& project, const Speech& say) {
    return project.findings->stretches.empty() ? say("geen trajecten", "no stretches")
                                               : to_qt(places_words(*project.findings, say.language()));
}

QString pattern_words(const Project& project, const Speech& say) {
    return project.findings->pattern ? to_qt(pattern_sentence(*project.findings, say.language())) : QString();
}

QString stretch_line(const MapStretch& at, const Findings& findings, const Speech& say) {
    const StretchFinding& stretch = findings.stretches[at.row];
    return QStringLiteral("%1 %2. %3 (%4): %5, %6")
        .arg(kind_of(stretch, say))
        .arg(at.rank)
        .arg(name_of(stretch, say), at.municipality_name, accidents_of(stretch, say), against_chance(stretch, say));
}

QString stretch_tip(const MapStretch& at, const Findings& findings, const Speech& say) {
    const StretchFinding& stretch = findings.stretches[at.row];
    return lines({QStringLiteral("<b>%1. %2</b>").arg(at.rank).arg(name_of(stretch, say).toHtmlEscaped()),
                  at.municipality_name.toHtmlEscaped(), accidents_of(stretch, say),
                  against_chance(stretch, say).toHtmlEscaped(), word_of(stretch.method, say)});
}

QString stretch_words(const Project& project, const std::string& id, const Speech& say) {
    const std::vector<StretchFinding>& all = project.findings->stretches;
    const std::vector<int> ranks = ranks_of_stretches(*project.findings);
    for (std::size_t row = 0; row < all.size(); ++row) {
        if (all[row].id != id) continue;
        const QString place = to_qt(project.region->municipalities.at(all[row].municipality).name);
        return QStringList{
            QStringLiteral("%1 %2. %3, %4")
                .arg(kind_of(all[row], say))
                .arg(ranks[row])
                .arg(name_of(all[row], say), place),
            accidents_of(all[row], say), against_chance(all[row], say),
            say("Methode: %1", "Method: %1").arg(word_of(all[row].method, say)),
            say("Dit is geen aandachtslocatie: het laat zien waar het bewijs zich onderscheidt van toeval. Hoe "
                "druk de weg is, telt niet mee.",
                "This is no hotspot: it shows where the evidence stands out against chance. How busy the road is "
                "does not count.")}
            .join(QStringLiteral("\n\n"));
    }
    return {};
}

QString stretch_label(const MapStretch& at, const Findings& findings, const Speech& say) {
    return QStringLiteral("%1 (%2\u00d7)").arg(at.rank).arg(say.number(findings.stretches[at.row].ratio, 1));
}

QString piece_line(const LixelFinding& lixel, const Speech& say) {
    const QString figure = say("%1 ongevallen per km per jaar", "%1 accidents per km and year")
                               .arg(say.number(lixel.density, lixel.density < 1 ? 2 : 1));
    return lixel.name.empty() ? figure : QStringLiteral("%1: %2").arg(to_qt(lixel.name), figure);
}

QString cell_line(const CellFinding& cell, const Speech& say) {
    return say("Vierkant van %1: %2, %3", "Square of %1: %2, %3")
        .arg(length_words(cell.side, say), accidents_in(cell, say), word_of(evidence_of(cell), say));
}

QString cell_tip(const CellFinding& cell, const Speech& say) {
    return lines({QStringLiteral("<b>%1</b>").arg(accidents_in(cell, say)),
                  word_of(evidence_of(cell), say).toHtmlEscaped(),
                  say("Gi* z %1, q %2", "Gi* z %1, q %2")
                      .arg(say.number(cell.gi_z, 1), to_qt(small_text(cell.q_value, say.language())).toHtmlEscaped()),
                  say("lokale Moran %1", "local Moran %1").arg(say.number(cell.moran, 2))});
}

}  // namespace baken
