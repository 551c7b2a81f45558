#pragma once
/// The edits of an open project beside its file, one record after another, each on the disk before the edit is
/// acknowledged. The first line binds them to the project file they were made to, by its SHA-256.
///
///     Journal journal = Journal::create(journal_file(project), sha256_of_project, {first});
///     journal.add(record);
///     const JournalContent left = read_journal(journal_file(project));   // after a crash: the whole records
///
/// Each record carries a hash over itself and all before it: one that was cut off, changed or moved ends the list.

#include "base/date.hpp"
#include "geo/io/append_file.hpp"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace baken {

/// "proef.gpkg" -> "proef.gpkg.edits", in the same folder.
[[nodiscard]] std::filesystem::path journal_file(const std::filesystem::path& project_file);

/// edit: `payload` is an edit (see edit_text). undo, redo: `payload` is the state that it leads to (edited_part_text)
/// where the records alone do not tell; empty where they do. saving: `payload` is the SHA-256 of a project file that
/// holds the first `position` edits, undos and redos.
enum class RecordKind { edit, undo, redo, saving };

struct JournalRecord {
    RecordKind kind = RecordKind::edit;
    UtcTime at;
    std::string words;  ///< what was done, for people
    std::string payload;
    std::size_t position = 0;
};

struct JournalContent {
    bool is_journal = false;  ///< false: the first line is none that is known here
    std::string project_sha256;
    std::vector<JournalRecord> records;
    std::uint64_t size = 0;  ///< of the whole records; what stands after them was cut off
    std::string chain;       ///< hash of the last whole record
};

/// Throws IoError where the file cannot be read.
[[nodiscard]] JournalContent read_journal(const std::filesystem::path&);

/// The records that the project file with this hash lacks; nothing where the journal belongs to another file.
[[nodiscard]] std::optional<std::vector<JournalRecord>> records_since(const JournalContent&,
                                                                      std::string_view project_sha256);

class Journal {
public:
    /// A new journal in place of any: whole, or not at all. Throws IoError.
    [[nodiscard]] static Journal create(const std::filesystem::path&, const std::string& project_sha256,
                                        const std::vector<JournalRecord>&);
    /// Goes on after the whole records of `content`; what was cut off goes.
    [[nodiscard]] static Journal resume(const std::filesystem::path&, const JournalContent& content);

    /// On the disk when it returns. Throws IoError; then the journal is as it was.
    void add(const JournalRecord&);

private:
    Journal(AppendFile file, std::string chain) : file_(std::move(file)), chain_(std::move(chain)) {}

    AppendFile file_;
    std::string chain_;
};

}  // namespace baken
