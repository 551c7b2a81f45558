#include "store/journal.hpp"

#include "base/hash.hpp"
#include "base/text.hpp"
#include "geo/io/read_layer.hpp"
#include "geo/io/write_layer.hpp"

#include <array>
#include <charconv>

#include <fmt/format.h>

namespace baken {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view title = "baken-edits 1 ";
constexpr std::size_t hash_length = 64;
constexpr std::array<std::string_view, 4> kinds{"edit", "undo", "redo", "saving"};

std::string header(const std::string& project_sha256) { return fmt::format("{}{}\n", title, project_sha256); }

struct Written {
    std::string bytes, chain;
};

/// "edit 1795557187 0 23 154 HASH\n", then words, payload and a line end.
Written written(const JournalRecord& record, const std::string& chain) {
    const std::string head =
        fmt::format("{} {} {} {} {}", kinds[static_cast<std::size_t>(record.kind)],
                    record.at.time_since_epoch().count(), record.position, record.words.size(), record.payload.size());
    std::string hash = sha256_hex(chain + head + "\n" + record.words + record.payload);
    std::string bytes = fmt::format("{} {}\n", head, hash);
    bytes.append(record.words).append(record.payload).append(1, '\n');
    return {std::move(bytes), std::move(hash)};
}

template <class Number>
bool parse_into(std::string_view text, Number& number) {
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
    return failure == std::errc{} && end == text.data() + text.size();
}

/// Takes one whole record off the front; false where there is none.
bool take_record(std::string_view& rest, JournalContent& into) {
    const std::size_t line_end = rest.find('\n');
    if (line_end == std::string_view::npos) return false;
    const auto parts = split(rest.substr(0, line_end), ' ');
    if (parts.size() != 6) return false;
    JournalRecord record;
    std::int64_t seconds = 0;
    std::size_t words = 0, payload = 0, kind = 0;
    while (kind < kinds.size() && kinds[kind] != parts[0]) ++kind;
    if (kind == kinds.size() || !parse_into(parts[1], seconds) || !parse_into(parts[2], record.position) ||
        !parse_into(parts[3], words) || !parse_into(parts[4], payload))
        return false;
    const std::size_t room = rest.size() - line_end - 1;
    if (words > room || payload > room - words || room - words - payload < 1) return false;
    record.kind = static_cast<RecordKind>(kind);
    record.at = UtcTime(std::chrono::seconds(seconds));
    record.words = rest.substr(line_end + 1, words);
    record.payload = rest.substr(line_end + 1 + words, payload);
    const Written again = written(record, into.chain);
    if (!rest.starts_with(again.bytes)) return false;
    rest.remove_prefix(again.bytes.size());
    into.size += again.bytes.size();
    into.chain = again.chain;
    into.records.push_back(std::move(record));
    return true;
}

}  // namespace

fs::path journal_file(const fs::path& project_file) { return project_file.string() + ".edits"; }

JournalContent read_journal(const fs::path& file) {
    JournalContent content;
    if (fs::exists(file) && fs::file_size(file) == 0) return content;
    const std::string bytes = read_bytes(file);
    std::string_view rest = bytes;
    const std::size_t head_size = title.size() + hash_length + 1;
    if (!rest.starts_with(title) || rest.size() < head_size || rest[head_size - 1] != '\n') return content;
    content.is_journal = true;
    content.project_sha256 = rest.substr(title.size(), hash_length);
    content.size = head_size;
    content.chain = sha256_hex(header(content.project_sha256));
    rest.remove_prefix(head_size);
    while (take_record(rest, content)) {
    }
    return content;
}

std::optional<std::vector<JournalRecord>> records_since(const JournalContent& content,
                                                        std::string_view project_sha256) {
    if (!content.is_journal) return std::nullopt;
    std::optional<std::size_t> held;
    if (content.project_sha256 == project_sha256) held = 0;
    for (const auto& record : content.records)
        if (record.kind == RecordKind::saving && record.payload == project_sha256) held = record.position;
    if (!held) return std::nullopt;
    std::vector<JournalRecord> since;
    std::size_t position = 0;
    for (const auto& record : content.records)
        if (record.kind != RecordKind::saving && position++ >= *held) since.push_back(record);
    return since;
}

Journal Journal::create(const fs::path& file, const std::string& project_sha256,
                        const std::vector<JournalRecord>& records) {
    std::string bytes = header(project_sha256);
    std::string chain = sha256_hex(bytes);
    for (const auto& record : records) {
        Written one = written(record, chain);
        bytes += one.bytes;
        chain = std::move(one.chain);
    }
    write_bytes(file, bytes, Overwrite::yes);
    return {AppendFile(file, bytes.size()), std::move(chain)};
}

Journal Journal::resume(const fs::path& file, const JournalContent& content) {
    return {AppendFile(file, content.size), content.chain};
}

void Journal::add(const JournalRecord& record) {
    Written one = written(record, chain_);
    file_.append(one.bytes);
    chain_ = std::move(one.chain);
}

}  // namespace baken
