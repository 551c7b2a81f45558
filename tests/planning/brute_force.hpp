#pragma once
/// The best plan by trying all of them. It lists the allowed checks itself, asks the verifier what breaks a rule, and
/// has its own sums.

#include "base/text.hpp"
#include "calendar/local_time.hpp"
#include "geo/core/sun.hpp"
#include "planning/candidates.hpp"
#include "planning/clause_ids.hpp"
#include "world.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

namespace baken::test {

struct BruteCheck {
    Check check;
    int lock = -1;
    double value = 0;
    std::vector<std::size_t> requirements;
};

class BruteForce {
public:
    BruteForce(const World& world, const planning::Problem& problem) : world_(world), problem_(problem) {}

    /// One that may be in a plan; the value is the solver's, everything else is worked out here.
    void offer(const planning::Candidate& c) {
        BruteCheck brute;
        brute.check = as_check(c);
        brute.lock = c.lock;
        brute.value = c.value;
        checks_.push_back(std::move(brute));
    }

    [[nodiscard]] Check as_check(const planning::Candidate& c) const {
        Check check;
        check.id.text = "x";
        check.municipality = world_.hotspots[c.hotspot].municipality;
        check.hotspot = c.hotspot;
        check.date = world_.calendar.first_day() + std::chrono::days{c.day};
        check.start = problem_.slots[c.slot].start;
        check.end = problem_.slots[c.slot].end;
        check.starts_at = to_utc(check.date, check.start);
        check.ends_at = to_utc(check.date, check.end);
        check.theme = all_themes[c.theme];
        check.kind = c.kind;
        check.crew = c.crew;
        if (c.campaign >= 0) check.campaign = problem_.campaign_names[static_cast<std::size_t>(c.campaign)];
        check.partners = c.kind == CheckKind::region_day ? "gemeente" : "";
        check.dark_share = dark_share(check.starts_at, check.ends_at, world_.hotspots[c.hotspot].lonlat);
        return check;
    }

    /// Best value less penalty.
    double best() {
        std::stable_sort(checks_.begin(), checks_.end(),
                         [](const BruteCheck& a, const BruteCheck& b) { return a.value > b.value; });
        list_requirements();
        list_exclusions();
        best_ = -1e300;
        search(0, 0, 0);
        return best_;
    }

private:
    /// From the certificate: its requirement clauses know which single checks count.
    void list_requirements() {
        for (const planning::Requirement& requirement : problem_.requirements) {
            needs_.push_back(requirement.need);
            weights_.push_back(requirement.weight);
            names_.push_back(requirement.clause);
        }
        met_.assign(needs_.size(), 0);
        for (BruteCheck& brute : checks_) {
            const Certificate alone = verify_plan(world_.input(), {brute.check});
            for (std::size_t r = 0; r < names_.size(); ++r) {
                const bool is_lock = names_[r].starts_with("lock.");
                const bool counts =
                    is_lock
                        ? brute.lock >= 0 && names_[r] == planning::lock_clause(static_cast<std::size_t>(brute.lock))
                        : clause(alone, names_[r]).met > 0;
                if (counts) brute.requirements.push_back(r);
            }
        }
    }

    void list_exclusions() {
        const std::size_t n = checks_.size();
        excludes_.assign(n * n, 0);
        for (std::size_t i = 0; i < n; ++i)
            for (std::size_t j = i + 1; j < n; ++j) {
                const bool is_excluded =
                    (checks_[i].lock >= 0 && checks_[i].lock == checks_[j].lock) || verifier_excludes(i, j);
                excludes_[i * n + j] = excludes_[j * n + i] = is_excluded ? 1 : 0;
            }
    }

    /// Most pairs are alike in all that pair rules look at: the verifier is asked once for each kind of pair.
    bool verifier_excludes(std::size_t i, std::size_t j) {
        static const std::set<std::string> of_pairs{"gap",      "revisit",      "spacing",
                                                    "crew_day", "crew_overlap", "region_day_only"};
        const Check &a = checks_[i].check, &b = checks_[j].check;
        const bool are_agreed =
            checks_[i].lock >= 0 && checks_[j].lock >= 0;  // their day and municipality are not ours to choose
        const auto [found, is_new] =
            pairs_.try_emplace({face_of(a), face_of(b), a.theme == b.theme, are_agreed}, false);
        if (is_new)
            for (const std::string& id : broken_clauses(verify_plan(world_.input(), {a, b})))
                found->second = found->second || (of_pairs.contains(id) && !(are_agreed && id == "gap"));
        return found->second;
    }

    using Face = std::tuple<std::size_t, Date, int, std::size_t, bool>;
    static Face face_of(const Check& c) {
        return {c.hotspot, c.date, c.start, c.crew, c.kind == CheckKind::region_day};
    }

    [[nodiscard]] double penalty() const {
        double sum = 0;
        for (std::size_t r = 0; r < needs_.size(); ++r) sum += weights_[r] * std::max(0, needs_[r] - met_[r]);
        return sum;
    }

    /// Own words for the diminishing returns: the r-th visit of a pair, a hotspot and a cluster loses a growing share.
    [[nodiscard]] double loss_of_adding(const Check& check) const {
        const Hotspot& here = world_.hotspots[check.hotspot];
        int pair = 0, hotspot = 0, cluster = 0;
        for (const std::size_t at : chosen_) {
            const Check& other = checks_[at].check;
            pair += other.hotspot == check.hotspot && other.theme == check.theme;
            hotspot += other.hotspot == check.hotspot;
            cluster += problem_.cluster[other.hotspot] == problem_.cluster[check.hotspot];
        }
        double members = 0, scores = 0;
        for (std::size_t h = 0; h < world_.hotspots.size(); ++h)
            if (problem_.cluster[h] == problem_.cluster[check.hotspot]) {
                members += 1;
                scores += world_.hotspots[h].score;
            }
        return 0.15 * here.score * here.theme_weight[index_of(check.theme)] * (1 - std::pow(0.5, pair)) +
               0.75 * here.score * (1 - std::pow(0.35, hotspot)) +
               0.1 * scores / members * (1 - std::pow(0.85, cluster));
    }

    [[nodiscard]] bool has_room(const BruteCheck& brute) const {
        const Check& check = brute.check;
        int in_municipality = 0, in_week = 0;
        for (const std::size_t at : chosen_) {
            const Check& other = checks_[at].check;
            in_municipality += other.municipality == check.municipality;
            in_week += other.crew == check.crew && iso_week(other.date) == iso_week(check.date) &&
                       other.kind != CheckKind::region_day;
        }
        int locks = 0;
        for (const Lock& lock : world_.settings.locks)
            locks += lock.municipality == world_.municipalities[check.municipality].name ||
                     lock.municipality == world_.municipalities[check.municipality].code.text;
        if (in_municipality >= std::max(world_.settings.rules.max_per_municipality, locks)) return false;
        const int a_week = world_.settings.crews.empty() ? 2 : world_.settings.crews[check.crew].checks_per_week;
        return check.kind == CheckKind::region_day || in_week < a_week;
    }

    void search(std::size_t from, double value, int depth) {
        best_ = std::max(best_, value - penalty());
        const std::size_t n = checks_.size();
        for (std::size_t at = from; at < n; ++at) {
            // Values fall: what is left cannot bring more than this one's value for each check that may still come.
            if (value + most_checks(depth) * checks_[at].value <= best_ + 1e-12) return;
            const bool is_excluded =
                std::any_of(chosen_.begin(), chosen_.end(), [&](std::size_t i) { return excludes_[i * n + at] != 0; });
            if (is_excluded || !has_room(checks_[at])) continue;
            const double gain = checks_[at].value - loss_of_adding(checks_[at].check);
            chosen_.push_back(at);
            for (const std::size_t r : checks_[at].requirements) ++met_[r];
            search(at + 1, value + gain, depth + 1);
            for (const std::size_t r : checks_[at].requirements) --met_[r];
            chosen_.pop_back();
        }
    }

    [[nodiscard]] double most_checks(int depth) const {
        int most = 0;
        for (const int of_one : problem_.maximum) most += of_one;
        return most - depth;
    }

    const World& world_;
    const planning::Problem& problem_;
    std::vector<BruteCheck> checks_;
    std::vector<char> excludes_;
    std::map<std::tuple<Face, Face, bool, bool>, bool> pairs_;
    std::vector<std::size_t> chosen_;
    std::vector<int> needs_, met_;
    std::vector<double> weights_;
    std::vector<std::string> names_;
    double best_ = 0;
};

}  // namespace baken::test
