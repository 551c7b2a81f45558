#include "planning/relaxation.hpp"

#include <algorithm>
#include <map>

namespace baken::planning {

namespace {

constexpr double tolerance = 1e-7;
constexpr double worth_adding = 1e-8;
constexpr int row_rounds = 400;

std::size_t at_day(std::size_t item, int days, int day) {
    return item * static_cast<std::size_t>(days) + static_cast<std::size_t>(day);
}

}  // namespace

/// What the rows charge a candidate, summed so that pricing one takes a handful of look-ups.
struct Relaxation::Duals {
    std::vector<double> place;                ///< hotspot x theme x day: windows, groups, maximum, complaints
    std::vector<double> crew;                 ///< crew x day, not for the region day
    std::vector<double> quota, dark, region;  ///< per municipality
    std::vector<double> campaign;             ///< name x theme x day
    std::vector<std::pair<const WindowRow*, double>> moments;
};

Relaxation::Relaxation(const Problem& problem, const CandidateSet& set)
    : problem_(&problem),
      set_(&set),
      windows_(problem, set),
      column_of_(set.all.size(), -1),
      group_row_(problem.groups.size(), -1) {
    for (const Requirement& requirement : problem.requirements) {
        const bool is_lock = requirement.kind == RequirementKind::lock;
        requirement_row_.push_back(program_.add_row(requirement.need, is_lock ? requirement.need : unbounded));
    }
    for (const int most : problem.maximum) maximum_row_.push_back(program_.add_row(-unbounded, most));
    for (std::size_t r = 0; r < problem.requirements.size(); ++r)
        slack_.push_back(program_.add_column(-problem.requirements[r].weight, 0, problem.requirements[r].need,
                                             {{requirement_row_[r], 1}}));
    std::vector<CandidateId> locked(set.first_free);
    for (std::size_t i = 0; i < locked.size(); ++i) locked[i] = static_cast<CandidateId>(i);
    add(locked);
    bound_ = plain_bound();
}

double Relaxation::plain_bound() const {
    double best = 0, total = 0;
    for (const Candidate& c : set_->all) best = std::max(best, c.value);
    for (const int most : problem_->maximum) total += most * best;
    return total;
}

std::vector<Entry> Relaxation::entries_of(const Candidate& c) const {
    std::map<int, double> rows;
    problem_->for_each_requirement(c, [&](std::size_t r) { rows[requirement_row_[r]] += 1; });
    rows[maximum_row_[problem_->municipality_of(c)]] += 1;
    for (const std::size_t group :
         {problem_->groups_of_pair(c), problem_->group_of_hotspot(c.hotspot), problem_->group_of_cluster(c.hotspot)})
        if (group_row_[group] >= 0) rows[group_row_[group]] += 1;
    for (const auto& [window, row] : window_rows_)
        if (windows_.holds(window, c)) rows[row] += 1;
    std::vector<Entry> entries;
    for (const auto& [row, coefficient] : rows) entries.push_back({row, coefficient});
    return entries;
}

void Relaxation::add(const std::vector<CandidateId>& ids) {
    for (const CandidateId id : ids) {
        if (column_of_[id] >= 0) continue;
        column_of_[id] = program_.add_column((*set_)[id].value, 0, 1, entries_of((*set_)[id]));
        columns_.push_back(id);
        column_at_.push_back(column_of_[id]);
    }
}

int Relaxation::column_of(CandidateId id) const { return column_of_[id]; }

std::vector<Share> Relaxation::solution() const {
    std::vector<Share> shares;
    for (std::size_t i = 0; i < columns_.size(); ++i)
        if (const double share = program_.value(column_at_[i]); share > 1e-7) shares.emplace_back(columns_[i], share);
    return shares;
}

int Relaxation::add_count_row(const std::vector<CandidateId>& members) {
    std::vector<Entry> entries;
    for (const CandidateId id : members) entries.push_back({column_of_[id], 1});
    return program_.add_row(-unbounded, unbounded, entries);
}

/// sum of the group's checks - increments <= 1: the first is free, the r-th costs its loss. Losses grow, so increments
/// fill in order.
void Relaxation::add_group_row(std::size_t group) {
    std::vector<Entry> entries;
    std::vector<bool> takes_part(problem_->municipality_count, false);
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        const Candidate& c = (*set_)[columns_[i]];
        if (group == problem_->groups_of_pair(c) || group == problem_->group_of_hotspot(c.hotspot) ||
            group == problem_->group_of_cluster(c.hotspot)) {
            entries.push_back({column_at_[i], 1});
        }
    }
    for (std::size_t h = 0; h < problem_->hotspot_count; ++h) {
        const bool is_member = group == problem_->group_of_hotspot(h) || group == problem_->group_of_cluster(h) ||
                               group / theme_count == h;
        if (is_member) takes_part[problem_->municipality_of_hotspot[h]] = true;
    }
    int most = 0;
    for (std::size_t m = 0; m < takes_part.size(); ++m) most += takes_part[m] ? problem_->maximum[m] : 0;
    group_row_[group] = program_.add_row(-unbounded, 1, entries);
    for (int rank = 2; rank <= most; ++rank)
        program_.add_column(-problem_->groups[group].loss(rank), 0, 1, {{group_row_[group], -1}});
}

bool Relaxation::add_broken_rows() {
    const std::vector<Share> shares = solution();
    bool is_any = false;
    for (const WindowRow& window : windows_.broken(shares)) {
        if (!known_.insert(window).second) continue;
        std::vector<Entry> entries;
        for (std::size_t i = 0; i < columns_.size(); ++i)
            if (windows_.holds(window, (*set_)[columns_[i]])) entries.push_back({column_at_[i], 1});
        window_rows_.emplace_back(window, program_.add_row(-unbounded, window.cap, entries));
        is_any = true;
    }
    std::map<std::size_t, double> sums;
    for (const auto& [id, share] : shares) {
        const Candidate& c = (*set_)[id];
        for (const std::size_t group : {problem_->groups_of_pair(c), problem_->group_of_hotspot(c.hotspot),
                                        problem_->group_of_cluster(c.hotspot)})
            if (group_row_[group] < 0) sums[group] += share;
    }
    for (const auto& [group, sum] : sums) {
        if (sum <= 1 + tolerance || problem_->groups[group].reference <= 0) continue;
        add_group_row(group);
        is_any = true;
    }
    return is_any;
}

bool Relaxation::solve() {
    for (int round = 0; round < row_rounds; ++round) {
        if (!program_.solve()) return false;
        if (!add_broken_rows()) return true;
    }
    return true;  // a row that is missing only loosens the bound
}

Relaxation::Duals Relaxation::duals() const {
    const Problem& p = *problem_;
    const auto days = static_cast<std::size_t>(p.days);
    Duals d;
    std::vector<double> gap(p.municipality_count * days, 0), revisit(p.hotspot_count * days, 0);
    d.place.assign(p.hotspot_count * theme_count * days, 0);
    d.crew.assign(p.crews.size() * days, 0);
    d.quota.assign(p.municipality_count, 0);
    d.dark = d.region = d.quota;
    d.campaign.assign(p.campaign_names.size() * theme_count * days, 0);
    std::vector<double> complaint(p.hotspot_count, 0);
    const auto dual_of_requirement = [&](int r) {
        return r >= 0 ? program_.dual(requirement_row_[static_cast<std::size_t>(r)]) : 0.0;
    };

    for (std::size_t m = 0; m < p.municipality_count; ++m) {
        d.quota[m] = dual_of_requirement(p.quota_requirement[m]);
        d.dark[m] = dual_of_requirement(p.dark_requirement[m]);
        d.region[m] = dual_of_requirement(p.region_requirement[m]);
    }
    for (std::size_t name = 0; name < p.campaign_names.size(); ++name)
        for (const auto& window : p.campaign_days[name])
            for (int day = std::max(0, window.from); day <= std::min(p.days - 1, window.to); ++day)
                d.campaign[at_day(name * theme_count + static_cast<std::size_t>(window.theme), p.days, day)] +=
                    program_.dual(requirement_row_[window.requirement]);
    for (const auto& [row, at] : window_rows_) {
        const double dual = program_.dual(at);
        if (dual == 0) continue;
        const int first = std::max(0, row.from), last = std::min(p.days - 1, row.to);
        if (row.family == RowFamily::crew_moment) d.moments.emplace_back(&row, dual);
        for (int day = first; day <= last; ++day) switch (row.family) {
                case RowFamily::gap: gap[at_day(row.index, p.days, day)] += dual; break;
                case RowFamily::revisit: revisit[at_day(row.index, p.days, day)] += dual; break;
                case RowFamily::region_day: break;  // below: its days hold checks of that kind only
                case RowFamily::crew_day:
                case RowFamily::crew_week: d.crew[at_day(row.index, p.days, day)] += dual; break;
                case RowFamily::spacing:
                    for (const std::size_t h : windows_.cliques()[row.index])
                        d.place[at_day(h * theme_count + static_cast<std::size_t>(row.theme), p.days, day)] += dual;
                    break;
                case RowFamily::crew_moment: break;
            }
        if (row.family == RowFamily::region_day) d.region[row.index] += dual;
    }
    const auto dual_of_group = [&](std::size_t group) {
        return group_row_[group] >= 0 ? program_.dual(group_row_[group]) : 0.0;
    };
    for (std::size_t h = 0; h < p.hotspot_count; ++h) {
        const std::uint32_t m = p.municipality_of_hotspot[h];
        const double fixed = program_.dual(maximum_row_[m]) + dual_of_requirement(p.complaint_requirement[h]) +
                             dual_of_group(p.group_of_hotspot(h)) + dual_of_group(p.group_of_cluster(h));
        for (std::size_t theme = 0; theme < theme_count; ++theme) {
            const double pair = fixed + dual_of_group(h * theme_count + theme);
            for (int day = 0; day < p.days; ++day)
                d.place[at_day(h * theme_count + theme, p.days, day)] +=
                    pair + gap[at_day(m, p.days, day)] + revisit[at_day(h, p.days, day)];
        }
    }
    return d;
}

template <class Visit>
void Relaxation::price(Visit&& visit) const {
    const Problem& p = *problem_;
    const Duals d = duals();
    for (const CandidateId id : set_->undominated) {
        if (id < set_->first_free) continue;
        const Candidate& c = (*set_)[id];
        const std::uint32_t m = p.municipality_of(c);
        double reduced = c.value - d.place[at_day(c.hotspot * theme_count + c.theme, p.days, c.day)];
        reduced -= c.kind == CheckKind::dark_days ? (p.in_head_season[c.day] ? d.dark[m] : 0.0) : d.quota[m];
        if (c.on_region_day())
            reduced -= d.region[m];
        else
            reduced -= d.crew[at_day(c.crew, p.days, c.day)];
        if (c.campaign != nothing)
            reduced -= d.campaign[at_day(static_cast<std::size_t>(c.campaign) * theme_count + c.theme, p.days, c.day)];
        for (const auto& [row, dual] : d.moments)
            if (windows_.holds(*row, c)) reduced -= dual;
        visit(id, reduced);
    }
}

bool Relaxation::generate(int rounds, const Work& work) {
    for (int round = 0; round < rounds; ++round) {
        if (!solve()) return false;
        // The best of each hotspot and month, and what the whole year's checks could gain at most.
        std::vector<std::pair<double, CandidateId>> best(problem_->hotspot_count * 12, {worth_adding, 0});
        std::vector<double> most(problem_->municipality_count, 0);
        price([&](CandidateId id, double reduced) {
            if (column_of_[id] >= 0)
                return;  // its gain is in the objective; at its upper bound it keeps a positive one
            const Candidate& c = (*set_)[id];
            most[problem_->municipality_of(c)] = std::max(most[problem_->municipality_of(c)], reduced);
            auto& here = best[c.hotspot * 12 + static_cast<std::size_t>(c.day * 12 / problem_->days)];
            if (reduced > here.first) here = {reduced, id};
        });
        double excess = 0;
        for (std::size_t m = 0; m < most.size(); ++m) excess += problem_->maximum[m] * most[m];
        const double now = program_.objective() + excess;
        bound_ = round == 0 ? now : std::min(bound_, now);
        std::vector<CandidateId> fresh;
        for (const auto& [reduced, id] : best)
            if (reduced > worth_adding) fresh.push_back(id);
        if (fresh.empty() || work.stop.stop_requested()) return true;
        add(fresh);
    }
    return solve();
}

std::vector<CandidateId> Relaxation::candidates_above(double least) const {
    std::vector<CandidateId> found;
    price([&](CandidateId id, double reduced) {
        if (reduced >= least) found.push_back(id);
    });
    return found;
}

void Relaxation::bound_value_given_penalty(double penalty) {
    std::vector<Entry> entries;
    for (std::size_t r = 0; r < slack_.size(); ++r) {
        program_.set_cost(slack_[r], 0);
        entries.push_back({slack_[r], problem_->requirements[r].weight});
    }
    program_.add_row(-unbounded, penalty, entries);
    bound_ = plain_bound();
}

}  // namespace baken::planning
