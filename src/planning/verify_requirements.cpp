#include "planning/clause_ids.hpp"
#include "planning/verify_bench.hpp"

namespace baken::verification {

namespace {

void municipality_clauses(const Bench& bench, std::vector<Clause>& clauses) {
    const Rules& rules = bench.rules();
    const Calendar& calendar = bench.input.calendar;
    for (std::size_t m = 0; m < bench.input.municipalities.size(); ++m) {
        const Municipality& municipality = bench.input.municipalities[m];
        const auto here = [m](const Check& check) { return check.municipality == m; };
        if (rules.checks_per_municipality > 0)
            clauses.push_back(at_least(
                bench, planning::quota_clause(municipality.code),
                bench.text("Gemeente {}: ten minste {} controles in {}.", "Municipality {}: at least {} checks in {}.",
                           municipality.name, rules.checks_per_municipality, calendar.year),
                rules.checks_per_municipality, [&](const Check& check) {
                    return here(check) && check.kind != CheckKind::dark_days && year_of(check.date) == calendar.year;
                }));
        if (rules.dark_days.checks_per_municipality > 0)
            clauses.push_back(at_least(
                bench, planning::dark_clause(municipality.code),
                bench.text("Gemeente {}: donkere-dagencontroles in het seizoen dat in {} begint, geheel in het "
                           "donker: ten minste {}.",
                           "Municipality {}: dark-days checks in the season that begins in {}, wholly in the dark: at "
                           "least {}.",
                           municipality.name, calendar.year, rules.dark_days.checks_per_municipality),
                rules.dark_days.checks_per_municipality, [&](const Check& check) {
                    if (!here(check) || check.kind != CheckKind::dark_days || true_dark_share(bench, check) < 1)
                        return false;
                    for (const Season& season : calendar.seasons)
                        if (season.starts_in == calendar.year && season.from <= check.date && check.date <= season.to)
                            return true;
                    return false;
                }));
        if (calendar.region_day)
            clauses.push_back(at_least(bench, planning::region_day_clause(municipality.code),
                                       bench.text("Gemeente {} doet mee aan de 24-uursactie op {}.",
                                                  "Municipality {} takes part in the 24-hour action on {}.",
                                                  municipality.name, to_iso(*calendar.region_day)),
                                       1, [&](const Check& check) {
                                           return here(check) && check.kind == CheckKind::region_day &&
                                                  bench.is_on_region_day(check);
                                       }));
    }
}

void campaign_clauses_into(const Bench& bench, std::vector<Clause>& clauses) {
    const auto& campaigns = bench.input.calendar.campaigns;
    const std::vector<std::string> ids = planning::campaign_clauses(campaigns);
    const int required = bench.rules().checks_per_campaign;
    for (std::size_t i = 0; i < campaigns.size(); ++i) {
        const Campaign& campaign = campaigns[i];
        if (!campaign.is_confirmed || required <= 0) continue;
        clauses.push_back(at_least(bench, ids[i],
                                   bench.text("Campagne {} ({} t/m {}): controles op het thema {}: ten minste {}.",
                                              "Campaign {} ({} to {}): checks on the theme {}: at least {}.",
                                              campaign.name, to_iso(campaign.from), to_iso(campaign.to),
                                              name_of(campaign.theme, bench.input.settings.language), required),
                                   required, [&](const Check& check) {
                                       return check.campaign == campaign.name && check.theme == campaign.theme &&
                                              campaign.from <= check.date && check.date <= campaign.to;
                                   }));
    }
}

void lock_clauses(const Bench& bench, std::vector<Clause>& clauses) {
    for (std::size_t i = 0; i < bench.input.settings.locks.size(); ++i) {
        const Lock& lock = bench.input.settings.locks[i];
        clauses.push_back(at_least(bench, planning::lock_clause(i),
                                   bench.text("Afspraak: controle in {} op {}.", "Agreed: a check in {} on {}.",
                                              lock.municipality, to_iso(lock.date)),
                                   1, [&](const Check& check) { return is_as_agreed(bench, lock, check); }));
    }
}

/// A site without a visit is a finding, explained in the plan; it does not make the certificate fail.
void complaint_clauses(const Bench& bench, std::vector<Clause>& clauses) {
    const int threshold = bench.rules().complainants_for_a_visit;
    if (threshold <= 0) return;
    for (std::size_t h = 0; h < bench.input.hotspots.size(); ++h) {
        const Hotspot& hotspot = bench.input.hotspots[h];
        if (hotspot.complainants < threshold) continue;
        Clause clause = at_least(
            bench, planning::complaints_clause(hotspot.id),
            bench.text("{}: {} melders, dus een controle of een reden waarom niet.",
                       "{}: {} complainants, so a check or a reason why not.", hotspot.name, hotspot.complainants),
            1, [h](const Check& check) { return check.hotspot == h; });
        clause.ok = true;
        clauses.push_back(std::move(clause));
    }
}

}  // namespace

std::vector<Clause> requirement_clauses(const Bench& bench) {
    std::vector<Clause> clauses;
    municipality_clauses(bench, clauses);
    campaign_clauses_into(bench, clauses);
    lock_clauses(bench, clauses);
    complaint_clauses(bench, clauses);
    return clauses;
}

}  // namespace baken::verification
