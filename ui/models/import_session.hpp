#pragma once
/// What the import page works on: the settings' text, its sources, the files that are not in it yet, and the receipts
/// of the last time that the sources were read. Values in, settings text out; looks at no file.
///
///     ImportSession session(say);
///     session.show(project, folder);
///     session.add_look(look);                     // a file that was dropped and looked at
///     session.accept(session.count() - 1);        // into the settings: changed() with the new text

#include <QObject>

#include "app/intake_preview.hpp"
#include "model/project.hpp"
#include "ui/models/speech.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace baken {

enum class SourceState { boundaries, in_project, waiting, not_added, failed };

/// One line of the list: the boundaries, a source of the settings, or a file that is not in them.
struct ImportItem {
    SourceState state = SourceState::waiting;
    std::filesystem::path path;
    std::string kind;
    SourceSettings source;                 ///< as it is corrected on the page
    std::optional<FirstLook> look;         ///< of a file that was dropped
    std::optional<SourcePreview> preview;  ///< the latest
    std::optional<std::size_t> receipt;    ///< index into the region's receipts
    bool is_changed = false;               ///< corrected, and not in the settings yet
    bool is_there = true;                  ///< the file
    std::uintmax_t bytes = 0;
    std::string trouble;  ///< why it could not be looked at
};

class ImportSession : public QObject {
    Q_OBJECT

public:
    explicit ImportSession(Speech, QObject* parent = nullptr);

    /// Files that were dropped and are not in the settings stay.
    void show(const Project&, const std::filesystem::path& settings_folder);
    [[nodiscard]] bool has_project() const { return !text_.empty(); }
    [[nodiscard]] const Project& project() const { return project_; }
    [[nodiscard]] const Settings& settings() const { return settings_; }
    [[nodiscard]] const RegionSettings& region() const { return settings_.region; }
    [[nodiscard]] const std::string& text() const { return text_; }
    [[nodiscard]] const std::filesystem::path& settings_file() const { return file_; }
    [[nodiscard]] bool is_read() const { return is_read_; }  ///< the receipts are of these settings

    [[nodiscard]] const std::vector<ImportItem>& items() const { return items_; }
    [[nodiscard]] std::size_t count() const { return items_.size(); }
    [[nodiscard]] const Receipt* receipt_of(std::size_t item) const;

    std::size_t add_waiting(const std::filesystem::path&);  ///< its place in the list; the same file comes once
    void set_look(const std::filesystem::path&, FirstLook);
    void set_trouble(const std::filesystem::path&, const std::string&);
    void set_preview(const std::filesystem::path&, SourcePreview);
    void set_files(const std::vector<SourceFile>&);
    void correct(std::size_t item, SourceSettings);  ///< what a person chose, not in the settings yet
    void correct_kind(std::size_t item, const std::string& kind);
    void revert(std::size_t item);

    // Each changes the settings' text or throws SettingsError.
    void accept(std::size_t item);  ///< a new file, or the corrections to a source
    void remove(std::size_t item);
    void move(std::size_t item, int by);
    void set_region(const RegionSettings&);
    [[nodiscard]] bool can_move(std::size_t item, int by) const;

    void take_read(Project);  ///< the sources were read

signals:
    void changed();               ///< the list
    void item_changed(int item);  ///< of one line
    void settings_changed(const QString& toml);

private:
    void take_text(std::string text);
    void rebuild();
    [[nodiscard]] std::size_t index_in_settings(std::size_t item) const { return item - 1; }
    ImportItem* find(const std::filesystem::path&);
    void tell(const ImportItem&);

    Speech say_;
    Project project_;
    Settings settings_;
    std::string text_;
    std::filesystem::path file_, folder_;
    bool is_read_ = false;
    std::vector<ImportItem> items_;
};

}  // namespace baken
