#include "geo/io/sqlite_check.hpp"

#include "base/error.hpp"

#include <memory>
#include <vector>

#include <fmt/format.h>
#include <sqlite3.h>

namespace baken {

namespace {

struct CloseDatabase {
    void operator()(sqlite3* db) const { sqlite3_close_v2(db); }
};
struct FinishStatement {
    void operator()(sqlite3_stmt* s) const { sqlite3_finalize(s); }
};

/// Read-only, and without trust in what the schema calls.
class Database {
public:
    explicit Database(const std::filesystem::path& path) {
        sqlite3* raw = nullptr;
        const int opened = sqlite3_open_v2(path.c_str(), &raw, SQLITE_OPEN_READONLY, nullptr);
        db_.reset(raw);
        if (opened != SQLITE_OK) throw InputError(message());
        sqlite3_db_config(raw, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
        sqlite3_db_config(raw, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    }

    /// First column of every row.
    [[nodiscard]] std::vector<std::string> texts(const char* sql) const {
        sqlite3_stmt* raw = nullptr;
        const int prepared = sqlite3_prepare_v2(db_.get(), sql, -1, &raw, nullptr);
        const std::unique_ptr<sqlite3_stmt, FinishStatement> statement(raw);
        if (prepared != SQLITE_OK) throw InputError(message());
        std::vector<std::string> found;
        int step = sqlite3_step(raw);
        for (; step == SQLITE_ROW; step = sqlite3_step(raw)) {
            const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(raw, 0));
            found.emplace_back(text == nullptr ? "" : text);
        }
        if (step != SQLITE_DONE) throw InputError(message());
        return found;
    }

private:
    [[nodiscard]] std::string message() const { return db_ ? sqlite3_errmsg(db_.get()) : "out of memory"; }
    std::unique_ptr<sqlite3, CloseDatabase> db_;
};

std::string damage_in(const Database& db) {
    const auto found = db.texts("PRAGMA quick_check(1)");
    return found.size() == 1 && found[0] == "ok" ? "" : found.empty() ? "no answer" : found[0];
}

}  // namespace

std::string damage_of(const std::filesystem::path& path) {
    try {
        return damage_in(Database(path));
    } catch (const InputError& error) {
        return error.what();
    }
}

namespace {

void check_geopackage(const std::filesystem::path& path, bool reads_all) {
    const auto refuse = [&](const std::string& why) {
        throw InputError(
            fmt::format("{}: {}; open it in QGIS and export the layer to a new GeoPackage", path.string(), why));
    };
    std::vector<std::string> views, contents;
    try {
        const Database db(path);
        if (const std::string damage = reads_all ? damage_in(db) : ""; !damage.empty()) throw InputError(damage);
        // Names of tables are compared in SQLite's own way, without regard to case.
        contents = db.texts("SELECT name FROM sqlite_master WHERE type = 'table' AND lower(name) = 'gpkg_contents'");
        views = db.texts(
            "SELECT name FROM sqlite_master WHERE type = 'view' AND (lower(name) LIKE 'gpkg%' OR lower(name) LIKE "
            "'rtree%')");
        if (views.empty() && !contents.empty())
            views = db.texts(
                "SELECT c.table_name FROM gpkg_contents c JOIN sqlite_master m ON lower(m.name) = lower(c.table_name) "
                "WHERE m.type = 'view'");
    } catch (const InputError& error) {
        refuse(fmt::format("this is no sound GeoPackage ({})", error.what()));
    }
    if (!views.empty())
        refuse(fmt::format("'{}' is a view and not a table, and views of others are not run", views.front()));
    if (contents.empty()) refuse("this is no GeoPackage (it has no table gpkg_contents)");
}

}  // namespace

void check_foreign_geopackage(const std::filesystem::path& path) { check_geopackage(path, true); }
void check_foreign_tiles(const std::filesystem::path& path) { check_geopackage(path, false); }

}  // namespace baken
