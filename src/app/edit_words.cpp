// words_of(): what an edit did, for the undo menu and the status line.
#include "app/desk.hpp"

#include "output/words.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace baken {

namespace {

class Teller {
public:
    Teller(const Project& project, Language language) : project_(project), language_(language) {}

    std::string operator()(const ReviewHotspot& e) const {
        const std::string name = hotspot(e.hotspot);
        if (e.status == "accepted") return tell("{} aanvaard", "{} accepted", name);
        if (e.status == "rejected") return tell("{} afgewezen", "{} rejected", name);
        if (e.status) return tell("{} weer voorgesteld", "{} proposed again", name);
        if (e.enforceable == "yes") return tell("{} handhaafbaar", "{} enforceable", name);
        if (e.enforceable == "no") return tell("{} niet handhaafbaar", "{} not enforceable", name);
        if (e.enforceable) return tell("{}: handhaafbaarheid onbekend", "{}: enforceability unknown", name);
        return tell("Opmerking bij {} gewijzigd", "Remark on {} changed", name);
    }
    std::string operator()(const MoveHotspot& e) const {
        return tell("{} op een ander punt gezet", "{} put at another point", hotspot(e.hotspot));
    }
    std::string operator()(const MergeHotspots& e) const {
        return tell("{} samengevoegd met {}", "{} merged into {}", hotspot(e.from), hotspot(e.into));
    }
    std::string operator()(const SplitHotspot& e) const { return tell("{} gesplitst", "{} split", hotspot(e.hotspot)); }
    std::string operator()(const MoveCheck& e) const {
        const Check* moved = find(e.check);
        if (moved != nullptr && moved->date == e.date && e.start)
            return tell("{} verplaatst naar {}", "{} moved to {}", check(e.check), clock_text(*e.start));
        return tell("{} verplaatst naar {}", "{} moved to {}", check(e.check), short_day_text(e.date, language_));
    }
    std::string operator()(const SwapChecks& e) const {
        return tell("{} geruild met {}", "{} swapped with {}", check(e.first), check(e.second, false));
    }
    std::string operator()(const AddCheck& e) const {
        return tell("Controle {} {} toegevoegd", "Check {} {} added", short_day_text(e.date, language_),
                    hotspot(e.hotspot));
    }
    std::string operator()(const DropCheck& e) const { return tell("{} geschrapt", "{} dropped", check(e.check)); }
    std::string operator()(const LockCheck& e) const {
        return e.is_locked ? tell("{} vergrendeld", "{} locked", check(e.check))
                           : tell("{} ontgrendeld", "{} unlocked", check(e.check));
    }
    std::string operator()(const RecordResult& e) const {
        if (e.status == CheckStatus::cancelled) return tell("{} vervallen", "{} cancelled", check(e.check));
        if (e.status == CheckStatus::planned) return tell("{} weer gepland", "{} planned again", check(e.check));
        return e.result ? tell("Resultaat van {} vastgelegd", "Result of {} recorded", check(e.check, false))
                        : tell("{} uitgevoerd", "{} carried out", check(e.check));
    }
    std::string operator()(const ReplacePlan& e) const {
        return tell("Nieuwe planning met {} controles", "New plan with {} checks", e.plan.checks.size());
    }
    std::string operator()(const ReplaceSettings&) const { return tell("Instellingen gewijzigd", "Settings changed"); }

private:
    template <class... Values>
    [[nodiscard]] std::string tell(std::string_view dutch, std::string_view english, const Values&... values) const {
        return fmt::format(fmt::runtime(says(language_, dutch, english)), values...);
    }
    [[nodiscard]] std::string hotspot(const HotspotId& id) const {
        for (const auto& h : project_.hotspots)
            if (h.id == id) return h.name;
        return id.text;
    }
    [[nodiscard]] const Check* find(const CheckId& id) const {
        for (const auto& c : project_.plan.checks)
            if (c.id == id) return &c;
        return nullptr;
    }
    [[nodiscard]] std::string check(const CheckId& id, bool begins = true) const {
        const Check* found = find(id);
        const std::string what = found == nullptr || found->municipality >= project_.region->municipalities.size()
                                     ? id.text
                                     : fmt::format("{} {}", short_day_text(found->date, language_),
                                                   project_.region->municipalities[found->municipality].name);
        return begins ? tell("Controle {}", "Check {}", what) : tell("controle {}", "check {}", what);
    }

    const Project& project_;
    Language language_;
};

}  // namespace

std::string words_of(const Project& before, const Edit& edit, Language language) {
    return std::visit(Teller(before, language), edit);
}

}  // namespace baken
