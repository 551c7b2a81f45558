#include "app/replay.hpp"

#include "app/check_locks.hpp"
#include "app/stages.hpp"
#include "store/edit_text.hpp"

#include <algorithm>
#include <optional>

namespace baken {

std::vector<Standing> standing_of(const std::vector<JournalRecord>& records) {
    std::vector<Standing> done;
    // What redo brings back; nothing: it ends a reverse, the last of `done`.
    std::vector<std::optional<Standing>> undone;
    for (const auto& record : records) switch (record.kind) {
            case RecordKind::edit:
                done.push_back({record, false});
                undone.clear();
                break;
            case RecordKind::undo:
                if (!done.empty() && !done.back().is_reverse) {
                    undone.emplace_back(std::move(done.back()));
                    done.pop_back();
                } else {
                    done.push_back({record, true});
                    undone.emplace_back(std::nullopt);
                }
                break;
            case RecordKind::redo:
                if (undone.empty()) {
                    done.push_back({record, false});
                    break;
                }
                if (undone.back())
                    done.push_back(*std::move(undone.back()));
                else
                    done.pop_back();
                undone.pop_back();
                break;
            case RecordKind::saving: break;
        }
    return done;
}

LostAndFound found_in(const std::vector<Standing>& standing) {
    LostAndFound found;
    found.edits = static_cast<int>(standing.size());
    for (const auto& one : standing) {
        const UtcTime at = one.record.at;
        const bool is_first = &one == &standing.front();
        found.first = is_first ? at : std::min(found.first, at);
        found.last = is_first ? at : std::max(found.last, at);
    }
    if (!standing.empty()) found.last_words = standing.back().record.words;
    return found;
}

Project done_again(const Project& project, const Standing& standing) {
    if (standing.record.kind == RecordKind::edit) return edited(project, edit_from_text(standing.record.payload));
    EditedPart part = edited_part_from_text(standing.record.payload);
    Project next = project;
    next.plan.checks.clear();
    use_settings(next, part.settings_text);
    next.settings.language = part.language;
    next.seed = part.seed;
    next.hotspots = std::move(part.hotspots);
    next.plan = std::move(part.plan);
    const bool has_plan = !next.plan.checks.empty() || !next.certificate.clauses.empty();
    if (has_plan) next.certificate = certified(next);
    return next;
}

}  // namespace baken
