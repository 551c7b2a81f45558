#include "ui/models/result_entry.hpp"

#include <algorithm>

namespace baken {

namespace {

std::vector<std::string> kinds_of(Theme theme) {
    switch (theme) {
        case Theme::speed: return {"snelheid"};
        case Theme::school_zone: return {"snelheid", "telefoon"};
        case Theme::alcohol_drugs: return {"alcohol", "drugs", "rijbewijs"};
        case Theme::distraction: return {"telefoon"};
        case Theme::lighting: return {"verlichting"};
        case Theme::seatbelt: return {"gordel"};
        case Theme::heavy_traffic: return {"voertuig"};
        case Theme::general_safety: return {"verlichting", "telefoon", "rijbewijs"};
    }
    return {};
}

}  // namespace

ResultEntry entry_of(const Check& check) { return {check.status, check.result.value_or(CheckResult{})}; }

RecordResult record_of(const CheckId& check, const ResultEntry& entry) {
    RecordResult record{.check = check, .status = entry.status, .result = std::nullopt};
    if (entry.status != CheckStatus::done) {
        // Why a check was cancelled is worth keeping.
        if (!entry.result.remark.empty()) record.result = CheckResult{.remark = entry.result.remark};
        if (entry.status == CheckStatus::planned) record.result.reset();
        return record;
    }
    CheckResult result = entry.result;
    std::erase_if(result.fines, [](const auto& fines) { return fines.count == 0; });
    if (result != CheckResult{}) record.result = std::move(result);
    return record;
}

QStringList questions_about(const ResultEntry& entry, const Speech& say) {
    QStringList questions;
    if (entry.status != CheckStatus::done) return questions;
    const CheckResult& result = entry.result;
    int fines = 0;
    for (const auto& of_kind : result.fines) fines += of_kind.count;
    if (result.tests > result.vehicles)
        questions << say("Meer testen (%1) dan voertuigen (%2).", "More tests (%1) than vehicles (%2).")
                         .arg(say.whole(result.tests), say.whole(result.vehicles));
    if (fines > result.vehicles)
        questions << say("Meer bonnen (%1) dan voertuigen (%2).", "More fines (%1) than vehicles (%2).")
                         .arg(say.whole(fines), say.whole(result.vehicles));
    return questions;
}

std::vector<std::string> offered_kinds(Theme theme, const CheckResult& result) {
    std::vector<std::string> kinds;
    for (const auto& of_kind : result.fines) kinds.push_back(of_kind.kind);
    for (const auto& kind : kinds_of(theme))
        if (std::find(kinds.begin(), kinds.end(), kind) == kinds.end()) kinds.push_back(kind);
    return kinds;
}

}  // namespace baken
