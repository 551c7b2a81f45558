#include "ui/models/evaluation_lines.hpp"

#include <algorithm>

namespace baken {

namespace {

QString municipality_name(const Project& project, std::optional<std::uint32_t> municipality, const Speech& say) {
    return municipality ? to_qt(project.region->municipalities.at(*municipality).name)
                        : say("Hele regio", "Whole region");
}

QString capitalised(QString text) {
    if (!text.isEmpty()) text[0] = text[0].toUpper();
    return text;
}

QString tally_words(const Tally& tally, int missing, const Speech& say) {
    QString words = say("%1 van %2 uitgevoerd", "%1 of %2 done").arg(tally.done).arg(tally.required);
    if (tally.planned > 0) words += say(", %1 gepland", ", %1 planned").arg(tally.planned);
    if (tally.cancelled > 0) words += say(", %1 vervallen", ", %1 cancelled").arg(tally.cancelled);
    if (missing > 0) words += say(", %1 te weinig", ", %1 short").arg(missing);
    return words;
}

std::optional<RateLine> rate_line(const QString& name, const HitRate& rate, RatePer per, const Speech& say) {
    const auto& estimate = per == RatePer::vehicle ? rate.per_vehicle : rate.per_test;
    if (!estimate) return std::nullopt;
    const QString checks =
        rate.checks == 1 ? say("1 controle", "1 check") : say("%1 controles", "%1 checks").arg(say.whole(rate.checks));
    const QString words =
        per == RatePer::vehicle
            ? say("%1 bonnen bij %2 voertuigen in %3", "%1 fines on %2 vehicles in %3")
                  .arg(say.whole(rate.fines), say.whole(rate.vehicles), checks)
            : say("%1 bonnen voor alcohol of drugs bij %2 testen in %3", "%1 alcohol or drug fines on %2 tests in %3")
                  .arg(say.whole(rate.fines_by_test), say.whole(rate.tests), checks);
    return RateLine{.name = name,
                    .estimate = *estimate,
                    .value = QStringLiteral("%1 (%2–%3)")
                                 .arg(say.percent(estimate->value, 1), say.number(estimate->interval.low * 100, 1),
                                      say.number(estimate->interval.high * 100, 1)),
                    .words = words};
}

}  // namespace

std::vector<ProgressLine> progress_lines(const Project& project, const Evaluation& evaluation, const Speech& say) {
    std::vector<ProgressLine> lines;
    // One municipality's surplus does not fill another's gap: the region lacks what its municipalities lack.
    int quota_missing = 0, dark_missing = 0;
    for (const QuotaProgress& here : evaluation.progress) {
        if (!here.municipality) continue;
        quota_missing += here.quota.missing();
        dark_missing += here.dark_days.missing();
    }
    for (const QuotaProgress& here : evaluation.progress) {
        const bool is_whole = !here.municipality;
        QString words = tally_words(here.quota, is_whole ? quota_missing : here.quota.missing(), say);
        if (here.dark_days.required > 0 || here.dark_days.done > 0)
            words += say("; donkere dagen %1", "; dark days %1")
                         .arg(tally_words(here.dark_days, is_whole ? dark_missing : here.dark_days.missing(), say));
        lines.push_back({.name = municipality_name(project, here.municipality, say),
                         .quota = here.quota,
                         .dark_days = here.dark_days,
                         .words = words,
                         .is_whole = is_whole});
    }
    return lines;
}

std::vector<RateLine> rate_lines(const Project& project, const Evaluation& evaluation, RateGroup group, RatePer per,
                                 const Speech& say) {
    std::vector<RateLine> lines;
    const auto add = [&](const QString& name, const HitRate& rate) {
        if (auto line = rate_line(name, rate, per, say)) lines.push_back(std::move(*line));
    };
    switch (group) {
        case RateGroup::theme:
            for (const auto& [theme, rate] : evaluation.hits.by_theme)
                add(capitalised(to_qt(name_of(theme, say.language()))), rate);
            break;
        case RateGroup::municipality:
            for (const auto& [municipality, rate] : evaluation.hits.by_municipality)
                add(municipality_name(project, municipality, say), rate);
            break;
        case RateGroup::place:
            for (const auto& [hotspot, rate] : evaluation.hits.by_hotspot)
                add(to_qt(project.hotspots.at(hotspot).name), rate);
            break;
    }
    std::stable_sort(lines.begin(), lines.end(),
                     [](const RateLine& a, const RateLine& b) { return a.estimate.value > b.estimate.value; });
    if (auto whole = rate_line(say("Alle controles", "All checks"), evaluation.hits.all, per, say)) {
        whole->is_whole = true;
        lines.insert(lines.begin(), std::move(*whole));
    }
    return lines;
}

std::vector<TrendLine> trend_lines(const Project& project, const Evaluation& evaluation, CountedAccidents counted,
                                   const Speech& say) {
    std::vector<TrendLine> lines;
    for (const Trend& trend : evaluation.trends)
        if (trend.counted == counted)
            lines.push_back({.name = municipality_name(project, trend.municipality, say),
                             .years = trend.years,
                             .sentence = to_qt(trend.sentence),
                             .is_distinguishable = trend.is_distinguishable,
                             .is_whole = !trend.municipality});
    return lines;
}

std::vector<ComparisonLine> comparison_lines(const Project& project, const Evaluation& evaluation, const Speech& say) {
    std::vector<ComparisonLine> lines;
    const bool has_after = !evaluation.years_after.empty();
    for (const BeforeAfter& found : evaluation.before_after) {
        ComparisonLine line;
        line.is_whole = !found.hotspot;
        line.name = found.hotspot ? to_qt(project.hotspots.at(*found.hotspot).name)
                    : found.places == 1
                        ? say("De ene plek met een controle", "The one place with a check")
                        : say("Alle %1 plekken met een controle", "All %1 places with a check").arg(found.places);
        line.counts = say("%1 vooraf", "%1 before").arg(say.whole(found.before));
        if (found.expected_before && !line.is_whole)
            line.counts += say(" (%1 te verwachten)", " (%1 expected)").arg(say.number(*found.expected_before, 1));
        if (has_after) line.counts += say(", %1 erna", ", %1 after").arg(say.whole(found.after));
        if (found.against_expected)
            line.ratio = found.against_expected->estimate;
        else if (found.against_rest)
            line.ratio = found.against_rest->estimate;
        line.is_distinguishable = found.is_distinguishable;
        QStringList sentences;
        // What holds for each place alike is said once, for all of them.
        if (line.is_whole || has_after) sentences << to_qt(found.finding);
        sentences << to_qt(found.power);
        if (line.is_whole && !found.warning.empty()) sentences << to_qt(found.warning);
        line.words = sentences.join(' ');
        lines.push_back(std::move(line));
    }
    return lines;
}

QString summary_of(const Evaluation& evaluation, const Speech& say) {
    if (evaluation.progress.empty()) return {};
    const QuotaProgress& all = evaluation.progress.front();
    // More checks than agreed in one municipality do not make up for another: counted per municipality.
    int quota = 0, dark = 0;
    for (std::size_t i = 1; i < evaluation.progress.size(); ++i) {
        quota += std::min(evaluation.progress[i].quota.done, evaluation.progress[i].quota.required);
        dark += std::min(evaluation.progress[i].dark_days.done, evaluation.progress[i].dark_days.required);
    }
    QString text = say("Norm: %1 van %2 uitgevoerd", "Quota: %1 of %2 done").arg(quota).arg(all.quota.required);
    if (all.dark_days.required > 0)
        text += say("  ·  donkere dagen: %1 van %2", "  ·  dark days: %1 of %2").arg(dark).arg(all.dark_days.required);
    if (evaluation.without_result == 1)
        text += say("  ·  1 uitslag open", "  ·  1 result missing");
    else if (evaluation.without_result > 1)
        text += say("  ·  %1 uitslagen open", "  ·  %1 results missing").arg(evaluation.without_result);
    return text;
}

}  // namespace baken
