#include "ui/models/import_session.hpp"

#include "app/new_project.hpp"
#include "base/error.hpp"

#include <algorithm>

namespace baken {

namespace {

SourceKind kind_from(const std::string& kind) {
    if (kind == "accidents") return SourceKind::accidents;
    if (kind == "measurements") return SourceKind::measurements;
    if (kind == "schools") return SourceKind::schools;
    return kind == "roads" ? SourceKind::roads : SourceKind::complaints;
}

bool is_same(const SourceSettings& a, const SourceSettings& b) {
    return a.kind == b.kind && a.path == b.path && a.profile == b.profile && a.crs == b.crs &&
           a.encoding == b.encoding && a.columns == b.columns && a.themes == b.themes;
}

}  // namespace

ImportSession::ImportSession(Speech say, QObject* parent) : QObject(parent), say_(say) {}

void ImportSession::show(const Project& project, const std::filesystem::path& settings_folder) {
    project_ = project;
    folder_ = settings_folder;
    file_ = project.settings.file.empty() ? folder_ / settings_file_name : project.settings.file;
    text_ = project.settings_text;
    settings_ = project.settings;
    is_read_ = !project.region->receipts.empty();
    rebuild();
}

void ImportSession::take_text(std::string text) {
    settings_ = settings_from(text, folder_ / settings_file_name);
    text_ = std::move(text);
    is_read_ = false;
    rebuild();
    emit settings_changed(to_qt(text_));
}

/// The lines anew from the settings; what is known of a file is kept, and files that are not in them follow.
void ImportSession::rebuild() {
    std::vector<ImportItem> before;
    before.swap(items_);
    const auto known = [&](const std::filesystem::path& path) -> const ImportItem* {
        for (const auto& item : before)
            if (item.path == path) return &item;
        return nullptr;
    };
    const auto receipts = project_.region->receipts.size();
    const auto add = [&](const std::filesystem::path& path, SourceState state, std::string kind) -> ImportItem& {
        ImportItem item;
        if (const auto* was = known(path)) item = *was;
        item.path = path;
        item.state = state;
        item.kind = std::move(kind);
        item.is_changed = false;
        item.receipt.reset();
        return items_.emplace_back(std::move(item));
    };
    if (has_project()) {
        ImportItem& region = add(settings_.region.boundaries, SourceState::boundaries, "boundaries");
        if (receipts > 0) region.receipt = 0;
        for (const auto& source : settings_.sources) {
            ImportItem& item = add(source.path, SourceState::in_project, std::string(word_of(source.kind)));
            item.source = source;
            // A receipt belongs to the source of the same file and kind, in whatever order they stand now.
            for (std::size_t i = 1; i < receipts; ++i)
                if (project_.region->receipts[i].source == source.path.filename().string() &&
                    project_.region->receipts[i].kind == item.kind)
                    item.receipt = i;
        }
    }
    for (auto& item : before) {
        const bool is_in =
            std::any_of(items_.begin(), items_.end(), [&](const ImportItem& other) { return other.path == item.path; });
        if (!is_in && item.state != SourceState::in_project && item.state != SourceState::boundaries)
            items_.push_back(std::move(item));
    }
    emit changed();
}

const Receipt* ImportSession::receipt_of(std::size_t item) const {
    const auto& receipt = items_[item].receipt;
    return receipt && *receipt < project_.region->receipts.size() ? &project_.region->receipts[*receipt] : nullptr;
}

ImportItem* ImportSession::find(const std::filesystem::path& path) {
    for (auto& item : items_)
        if (item.path == path) return &item;
    return nullptr;
}

void ImportSession::tell(const ImportItem& item) { emit item_changed(static_cast<int>(&item - items_.data())); }

std::size_t ImportSession::add_waiting(const std::filesystem::path& path) {
    if (const auto* known = find(path)) return static_cast<std::size_t>(known - items_.data());
    ImportItem item;
    item.path = path;
    item.source.path = path;
    items_.push_back(std::move(item));
    emit changed();
    return items_.size() - 1;
}

void ImportSession::set_look(const std::filesystem::path& path, FirstLook look) {
    ImportItem* item = find(path);
    if (item == nullptr) return;
    if (item->state == SourceState::waiting || item->state == SourceState::failed) {
        item->state = SourceState::not_added;
        item->source = look.source;
        item->kind = look.inspection.kind.empty() ? std::string(word_of(look.source.kind)) : look.inspection.kind;
    }
    item->trouble.clear();
    item->preview = look.preview;
    item->look = std::move(look);
    tell(*item);
}

void ImportSession::set_trouble(const std::filesystem::path& path, const std::string& trouble) {
    ImportItem* item = find(path);
    if (item == nullptr) return;
    if (item->state == SourceState::waiting) item->state = SourceState::failed;
    item->trouble = trouble;
    tell(*item);
}

void ImportSession::set_preview(const std::filesystem::path& path, SourcePreview preview) {
    ImportItem* item = find(path);
    if (item == nullptr) return;
    item->trouble.clear();
    item->preview = std::move(preview);
    tell(*item);
}

void ImportSession::set_files(const std::vector<SourceFile>& files) {
    for (const auto& file : files)
        for (auto& item : items_)
            if (item.path == file.path) {
                item.is_there = file.is_there;
                item.bytes = file.bytes;
            }
    emit changed();
}

void ImportSession::correct(std::size_t at, SourceSettings source) {
    ImportItem& item = items_[at];
    item.source = std::move(source);
    if (item.state == SourceState::in_project)
        item.is_changed = !is_same(item.source, settings_.sources[index_in_settings(at)]);
    tell(item);
}

void ImportSession::correct_kind(std::size_t at, const std::string& kind) {
    ImportItem& item = items_[at];
    item.kind = kind;
    SourceSettings source = item.source;
    source.kind = kind_from(kind);
    source.profile = "auto";
    source.columns.clear();
    source.themes.clear();
    correct(at, std::move(source));
}

void ImportSession::revert(std::size_t at) {
    ImportItem& item = items_[at];
    if (item.state == SourceState::in_project) {
        item.source = settings_.sources[index_in_settings(at)];
        item.kind = word_of(item.source.kind);
    } else if (item.look) {
        item.source = item.look->source;
        item.kind = item.look->inspection.kind;
    }
    item.is_changed = false;
    tell(item);
}

void ImportSession::accept(std::size_t at) {
    const ImportItem& item = items_[at];
    if (!has_project()) throw SettingsError("there is no project yet: make or open one first");
    if (item.kind == "boundaries") {
        RegionSettings region = settings_.region;
        region.boundaries = item.path;
        region.name_column.clear();
        region.code_column.clear();
        set_region(region);
    } else if (item.state == SourceState::in_project) {
        take_text(with_source_at(text_, index_in_settings(at), item.source, folder_));
    } else {
        take_text(with_source(text_, item.source, folder_));
    }
}

void ImportSession::remove(std::size_t at) {
    const SourceState state = items_[at].state;
    if (state == SourceState::boundaries) return;
    if (state == SourceState::in_project) return take_text(without_source(text_, index_in_settings(at)));
    items_.erase(items_.begin() + static_cast<std::ptrdiff_t>(at));
    emit changed();
}

bool ImportSession::can_move(std::size_t at, int by) const {
    const auto to = static_cast<std::ptrdiff_t>(at) + by;
    return at < items_.size() && items_[at].state == SourceState::in_project && to >= 1 &&
           to < static_cast<std::ptrdiff_t>(items_.size()) &&
           items_[static_cast<std::size_t>(to)].state == SourceState::in_project;
}

void ImportSession::move(std::size_t at, int by) {
    if (!can_move(at, by)) return;
    take_text(with_source_moved(text_, index_in_settings(at),
                                static_cast<std::size_t>(static_cast<int>(index_in_settings(at)) + by)));
}

void ImportSession::set_region(const RegionSettings& region) { take_text(with_region(text_, region, folder_)); }

void ImportSession::take_read(Project project) {
    project_ = std::move(project);
    settings_ = project_.settings;
    text_ = project_.settings_text;
    is_read_ = true;
    rebuild();
}

}  // namespace baken
