#pragma once
/// A file as rows of named text fields, whatever its format: separated text, or a layer with shapes.
///
///     const auto file = open_rows(path, {}, work);
///     while (file.rows->next())
///         if (file.rows->fault().empty()) use(file.rows->field(2));

#include "base/work.hpp"
#include "geo/core/point.hpp"
#include "model/receipt.hpp"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace baken {

class RowSource {
public:
    virtual ~RowSource() = default;

    virtual bool next() = 0;
    [[nodiscard]] virtual std::string_view field(
        std::size_t column) const = 0;                         ///< of a sound row, without blanks around it
    [[nodiscard]] virtual std::size_t line() const = 0;        ///< of the file, the header being line 1
    [[nodiscard]] virtual std::string_view fault() const = 0;  ///< why the row cannot be used; empty: it can
    [[nodiscard]] virtual std::optional<MapPoint> place() const { return std::nullopt; }  ///< a shape of the row's own
    [[nodiscard]] virtual bool has_places() const { return false; }
    [[nodiscard]] virtual std::size_t content_hash() const = 0;  ///< equal for rows with equal text
    [[nodiscard]] virtual double share() const = 0;              ///< of the file that is behind us

    [[nodiscard]] const std::vector<std::string>& columns() const { return columns_; }
    /// Per column the number of rows so far that have something in it.
    [[nodiscard]] std::vector<ColumnFill> fills() const;

protected:
    std::vector<std::string> columns_;
    std::vector<std::size_t> filled_;
};

struct OpenedFile {
    std::unique_ptr<RowSource> rows;
    std::string format;    ///< "CSV", "GeoJSON", ...
    std::string encoding;  ///< empty where the format fixes it
    std::string separator;
    std::string sha256;
    std::vector<std::string> notes;
};

/// True for names that are read as separated text: .csv, .txt, .tsv, .dat, no extension, each also with .gz.
[[nodiscard]] bool is_text_file(const std::filesystem::path&);
[[nodiscard]] std::string format_of(const std::filesystem::path&);

/// Of a source's settings those that a file is opened with.
struct RowOptions {
    std::string crs = {};       ///< of files with shapes, instead of their own; empty: their own
    std::string encoding = {};  ///< of text; empty: found by itself
};

/// Throws IoError or InputError, and SettingsError when the text is not in the encoding asked for.
[[nodiscard]] OpenedFile open_rows(const std::filesystem::path&, const RowOptions&, const Work&);

}  // namespace baken
