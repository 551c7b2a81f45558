#include "store/plan_pieces.hpp"

namespace baken {

namespace {

void write_check(PieceWriter& out, const Check& c) {
    out.text(c.id.text).whole(c.municipality).whole(static_cast<std::int64_t>(c.hotspot)).day(c.date);
    out.whole(c.start).whole(c.end).moment(c.starts_at).moment(c.ends_at);
    out.whole(static_cast<int>(c.theme)).text(c.campaign).whole(static_cast<int>(c.kind));
    out.whole(static_cast<std::int64_t>(c.crew)).text(c.partners).real(c.dark_share).real(c.value).yes(c.is_locked);
    out.text(c.reason).whole(static_cast<int>(c.status));
    out.maybe(c.result, [&](const CheckResult& result) { write_result(out, result); });
}

Check read_check(PieceReader& in) {
    Check c;
    c.id.text = in.text();
    c.municipality = static_cast<std::uint32_t>(in.whole());
    c.hotspot = static_cast<std::size_t>(in.whole());
    c.date = in.day();
    c.start = in.number();
    c.end = in.number();
    c.starts_at = in.moment();
    c.ends_at = in.moment();
    c.theme = in.choice<Theme>(theme_count);
    c.campaign = in.text();
    c.kind = in.choice<CheckKind>(4);
    c.crew = static_cast<std::size_t>(in.whole());
    c.partners = in.text();
    c.dark_share = in.real();
    c.value = in.real();
    c.is_locked = in.yes();
    c.reason = in.text();
    c.status = in.choice<CheckStatus>(3);
    c.result = in.maybe([&] { return read_result(in); });
    return c;
}

void write_unmet(PieceWriter& out, const Unmet& unmet) {
    out.text(unmet.id).text(unmet.text).text(unmet.relaxation);
    out.each(unmet.changes, [&](const SettingChange& change) { out.text(change.key).text(change.value); });
}

Unmet read_unmet(PieceReader& in) {
    Unmet unmet;
    unmet.id = in.text();
    unmet.text = in.text();
    unmet.relaxation = in.text();
    in.each([&] {
        SettingChange change;
        change.key = in.text();
        change.value = in.text();
        unmet.changes.push_back(std::move(change));
    });
    return unmet;
}

}  // namespace

void write_result(PieceWriter& out, const CheckResult& result) {
    out.whole(result.vehicles).whole(result.tests).whole(result.warnings);
    out.each(result.fines, [&](const CheckResult::Fines& fines) { out.text(fines.kind).whole(fines.count); });
    out.text(result.remark);
}

CheckResult read_result(PieceReader& in) {
    CheckResult result;
    result.vehicles = in.number();
    result.tests = in.number();
    result.warnings = in.number();
    in.each([&] {
        CheckResult::Fines fines;
        fines.kind = in.text();
        fines.count = in.number();
        result.fines.push_back(std::move(fines));
    });
    result.remark = in.text();
    return result;
}

void write_plan(PieceWriter& out, const Plan& plan) {
    out.each(plan.checks, [&](const Check& check) { write_check(out, check); });
    const SolverReport& solver = plan.solver;
    out.whole(static_cast<int>(solver.status)).real(solver.best).real(solver.bound).real(solver.gap);
    out.real(solver.value).whole(solver.candidates);
    out.each(plan.unmet, [&](const Unmet& unmet) { write_unmet(out, unmet); });
    out.each(plan.unvisited, [&](const Unmet& unmet) { write_unmet(out, unmet); });
    const Predictability& guess = plan.predictability;
    out.whole(guess.plans).real(guess.same_place_and_day).real(guess.most_likely_day).real(guess.entropy_bits);
}

Plan read_plan(PieceReader& in) {
    Plan plan;
    in.each([&] { plan.checks.push_back(read_check(in)); });
    plan.solver.status = in.choice<SolveStatus>(3);
    plan.solver.best = in.real();
    plan.solver.bound = in.real();
    plan.solver.gap = in.real();
    plan.solver.value = in.real();
    plan.solver.candidates = in.whole();
    in.each([&] { plan.unmet.push_back(read_unmet(in)); });
    in.each([&] { plan.unvisited.push_back(read_unmet(in)); });
    plan.predictability.plans = in.number();
    plan.predictability.same_place_and_day = in.real();
    plan.predictability.most_likely_day = in.real();
    plan.predictability.entropy_bits = in.real();
    return plan;
}

void write_hotspot(PieceWriter& out, const Hotspot& h) {
    const auto whole = [&](auto number) { out.whole(static_cast<std::int64_t>(number)); };
    const auto real = [&](double number) { out.real(number); };
    out.text(h.id.text).whole(h.municipality).whole(h.rank).text(h.name);
    out.real(h.at.x).real(h.at.y).real(h.lonlat.lon).real(h.lonlat.lat);
    out.whole(h.accidents).whole(h.fatal).whole(h.injury).whole(h.damage_only).each(h.accidents_per_year, whole);
    out.whole(h.complaints).whole(h.complainants).real(h.effective_complainants);
    out.real(h.weighted).real(h.expected).real(h.excess).real(h.prob_above).real(h.q_value).real(h.score);
    out.whole(h.rank_best).whole(h.rank_worst).each(h.ranks, whole);
    out.maybe(h.dark_share, real).maybe(h.alcohol_share, real).each(h.theme_weight, real);
    out.maybe(h.road_manager, whole).maybe(h.speed_limit, whole).maybe(h.is_built_up, whole);
    out.real(h.length).whole(static_cast<int>(h.quadrant)).text(h.black_spot_norm);
    out.text(h.enforceable).text(h.status).text(h.remark).text(h.reason);
    out.each(h.accident_rows, whole).each(h.complaint_rows, whole);
    out.real(h.expected_low).real(h.expected_high).maybe(h.dark_odds, real);
    out.whole(h.with_bicycle).whole(h.with_pedestrian).whole(h.with_moped);
    out.each(h.nearby, [&](const HotspotId& id) { out.text(id.text); });
}

Hotspot read_hotspot(PieceReader& in, HotspotForm written) {
    Hotspot h;
    const auto numbers = [&](auto& list) {
        in.each([&] { list.push_back(static_cast<typename std::decay_t<decltype(list)>::value_type>(in.whole())); });
    };
    h.id.text = in.text();
    h.municipality = static_cast<std::uint32_t>(in.whole());
    h.rank = in.number();
    h.name = in.text();
    h.at.x = in.real();
    h.at.y = in.real();
    h.lonlat.lon = in.real();
    h.lonlat.lat = in.real();
    for (int* count : {&h.accidents, &h.fatal, &h.injury, &h.damage_only}) *count = in.number();
    numbers(h.accidents_per_year);
    h.complaints = in.number();
    h.complainants = in.number();
    for (double* figure :
         {&h.effective_complainants, &h.weighted, &h.expected, &h.excess, &h.prob_above, &h.q_value, &h.score})
        *figure = in.real();
    h.rank_best = in.number();
    h.rank_worst = in.number();
    numbers(h.ranks);
    h.dark_share = in.maybe([&] { return in.real(); });
    h.alcohol_share = in.maybe([&] { return in.real(); });
    std::size_t theme = 0;
    in.each([&] {
        const double weight = in.real();
        if (theme < h.theme_weight.size()) h.theme_weight[theme++] = weight;
    });
    h.road_manager = in.maybe([&] { return in.choice<RoadManager>(5); });
    h.speed_limit = in.maybe([&] { return in.number(); });
    h.is_built_up = in.maybe([&] { return in.yes(); });
    h.length = in.real();
    h.quadrant = in.choice<Quadrant>(4);
    for (std::string* text : {&h.black_spot_norm, &h.enforceable, &h.status, &h.remark, &h.reason}) *text = in.text();
    numbers(h.accident_rows);
    numbers(h.complaint_rows);
    if (written == HotspotForm::first) return h;
    h.expected_low = in.real();
    h.expected_high = in.real();
    h.dark_odds = in.maybe([&] { return in.real(); });
    for (int* count : {&h.with_bicycle, &h.with_pedestrian, &h.with_moped}) *count = in.number();
    in.each([&] { h.nearby.push_back({in.text()}); });
    return h;
}

}  // namespace baken
