#include "store/edit_text.hpp"

#include "base/error.hpp"
#include "store/pieces.hpp"
#include "store/plan_pieces.hpp"

namespace baken {

namespace {

/// Before the settings of a part whose hotspots are of the second form; no settings begin like this.
constexpr std::string_view second_form = "=hotspots 2";

void write(PieceWriter& out, const ReviewHotspot& e) {
    const auto text = [&](const std::string& value) { out.text(value); };
    out.text("review").text(e.hotspot.text).maybe(e.status, text).maybe(e.enforceable, text).maybe(e.remark, text);
}
void write(PieceWriter& out, const MoveHotspot& e) {
    out.text("move-hotspot").text(e.hotspot.text).real(e.to.x).real(e.to.y);
}
void write(PieceWriter& out, const MergeHotspots& e) { out.text("merge").text(e.into.text).text(e.from.text); }
void write(PieceWriter& out, const SplitHotspot& e) { out.text("split").text(e.hotspot.text); }
void write(PieceWriter& out, const MoveCheck& e) {
    out.text("move-check").text(e.check.text).day(e.date).maybe(e.start, [&](int minute) { out.whole(minute); });
}
void write(PieceWriter& out, const SwapChecks& e) { out.text("swap").text(e.first.text).text(e.second.text); }
void write(PieceWriter& out, const AddCheck& e) {
    out.text("add").text(e.hotspot.text).day(e.date).whole(e.start).whole(e.end);
    out.text(code_of(e.theme)).text(code_of(e.kind)).whole(static_cast<std::int64_t>(e.crew));
}
void write(PieceWriter& out, const DropCheck& e) { out.text("drop").text(e.check.text); }
void write(PieceWriter& out, const LockCheck& e) { out.text("lock").text(e.check.text).yes(e.is_locked); }
void write(PieceWriter& out, const RecordResult& e) {
    out.text("result").text(e.check.text).whole(static_cast<int>(e.status));
    out.maybe(e.result, [&](const CheckResult& result) { write_result(out, result); });
}
void write(PieceWriter& out, const ReplacePlan& e) {
    out.text("plan");
    write_plan(out, e.plan);
}
void write(PieceWriter& out, const ReplaceSettings& e) { out.text("settings").text(e.text); }

template <class Id>
Id id_in(PieceReader& in) {
    return {in.text()};
}

template <class Code, class FromCode>
Code coded(PieceReader& in, FromCode from_code) {
    const std::string code = in.text();
    const auto value = from_code(code);
    if (!value) throw InputError("a record of an edit has the unknown word '" + code + "'");
    return *value;
}

Edit read(PieceReader& in) {
    const std::string what = in.text();
    const auto text = [&] { return in.text(); };
    if (what == "review") {
        ReviewHotspot e{.hotspot = id_in<HotspotId>(in), .status = {}, .enforceable = {}, .remark = {}};
        e.status = in.maybe(text);
        e.enforceable = in.maybe(text);
        e.remark = in.maybe(text);
        return e;
    }
    if (what == "move-hotspot") {
        MoveHotspot e{.hotspot = id_in<HotspotId>(in), .to = {}};
        e.to.x = in.real();
        e.to.y = in.real();
        return e;
    }
    if (what == "merge") {
        MergeHotspots e;
        e.into = id_in<HotspotId>(in);
        e.from = id_in<HotspotId>(in);
        return e;
    }
    if (what == "split") return SplitHotspot{id_in<HotspotId>(in)};
    if (what == "move-check") {
        MoveCheck e{.check = id_in<CheckId>(in), .date = {}};
        e.date = in.day();
        e.start = in.maybe([&] { return in.number(); });
        return e;
    }
    if (what == "swap") {
        SwapChecks e;
        e.first = id_in<CheckId>(in);
        e.second = id_in<CheckId>(in);
        return e;
    }
    if (what == "add") {
        AddCheck e{.hotspot = id_in<HotspotId>(in), .date = {}};
        e.date = in.day();
        e.start = in.number();
        e.end = in.number();
        e.theme = coded<Theme>(in, theme_from_code);
        e.kind = coded<CheckKind>(in, check_kind_from_code);
        e.crew = static_cast<std::size_t>(in.whole());
        return e;
    }
    if (what == "drop") return DropCheck{id_in<CheckId>(in)};
    if (what == "lock") {
        LockCheck e{.check = id_in<CheckId>(in)};
        e.is_locked = in.yes();
        return e;
    }
    if (what == "result") {
        RecordResult e{.check = id_in<CheckId>(in), .status = {}, .result = {}};
        e.status = in.choice<CheckStatus>(3);
        e.result = in.maybe([&] { return read_result(in); });
        return e;
    }
    if (what == "plan") return ReplacePlan{read_plan(in)};
    if (what == "settings") return ReplaceSettings{in.text()};
    throw InputError("an edit of the kind '" + what + "' is unknown here; use the version of Baken that made it");
}

}  // namespace

std::string edit_text(const Edit& edit) {
    PieceWriter out;
    std::visit([&](const auto& one) { write(out, one); }, edit);
    return out.result();
}

Edit edit_from_text(std::string_view text) {
    PieceReader in(text);
    Edit edit = read(in);
    if (!in.at_end()) throw InputError("a record of an edit holds more than it should");
    return edit;
}

std::string edited_part_text(const Project& project) {
    PieceWriter out;
    out.text(second_form).text(project.settings_text).whole(static_cast<int>(project.settings.language));
    out.text(std::to_string(project.seed));
    out.each(project.hotspots, [&](const Hotspot& hotspot) { write_hotspot(out, hotspot); });
    write_plan(out, project.plan);
    return out.result();
}

EditedPart edited_part_from_text(std::string_view text) {
    PieceReader in(text);
    EditedPart part;
    part.settings_text = in.text();
    const HotspotForm form = part.settings_text == second_form ? HotspotForm::second : HotspotForm::first;
    if (form == HotspotForm::second) part.settings_text = in.text();
    part.language = in.choice<Language>(2);
    part.seed = std::stoull(in.text());
    in.each([&] { part.hotspots.push_back(read_hotspot(in, form)); });
    part.plan = read_plan(in);
    return part;
}

}  // namespace baken
