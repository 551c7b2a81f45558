#include "ui/models/memory.hpp"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

#include <algorithm>
#include <array>

namespace baken {

namespace {

// Raised when windows or splitters change, so that a shape of before is not forced upon them.
constexpr int shape_version = 1;
constexpr int most_recent = 10;
constexpr std::array letter_sizes{100, 125, 150, 200};
const QString starting = QStringLiteral("start/under_way");
const QString version_key = QStringLiteral("shapes/version");

}  // namespace

Memory::Memory() : settings_(QStringLiteral("baken"), QStringLiteral("baken-desktop")) {}
Memory::Memory(const QString& ini_file) : settings_(ini_file, QSettings::IniFormat) {}

void Memory::begin_start() {
    const bool has_failed = settings_.value(starting, false).toBool();
    if (has_failed || settings_.value(version_key, 0).toInt() != shape_version) forget_shapes();
    if (has_failed) set_open_project({});
    settings_.setValue(starting, true);
    settings_.sync();
}

void Memory::end_start() {
    settings_.setValue(starting, false);
    settings_.sync();
}

void Memory::forget_shapes() {
    settings_.remove(QStringLiteral("shapes"));
    settings_.setValue(version_key, shape_version);
}

QStringList Memory::recent() const {
    QStringList there;
    for (const QString& file : settings_.value(QStringLiteral("recent")).toStringList())
        if (QFileInfo::exists(file)) there << file;
    return there;
}

void Memory::add_recent(const QString& project_file) {
    QStringList files = settings_.value(QStringLiteral("recent")).toStringList();
    const QString path = QFileInfo(project_file).absoluteFilePath();
    files.removeAll(path);
    files.prepend(path);
    settings_.setValue(QStringLiteral("recent"), QStringList(files.mid(0, most_recent)));
}

void Memory::forget_recent() { settings_.remove(QStringLiteral("recent")); }

QString Memory::open_project() const {
    const QString file = settings_.value(QStringLiteral("open_project")).toString();
    return QFileInfo::exists(file) ? file : QString();
}

void Memory::set_open_project(const QString& project_file) {
    settings_.setValue(QStringLiteral("open_project"), project_file);
    settings_.sync();
}

std::optional<Language> Memory::language() const {
    const QString code = settings_.value(QStringLiteral("language")).toString();
    if (code == "nl") return Language::nl;
    if (code == "en") return Language::en;
    return std::nullopt;
}

void Memory::set_language(Language language) {
    settings_.setValue(QStringLiteral("language"), language == Language::nl ? "nl" : "en");
}

QString Memory::shade() const {
    const QString shade = settings_.value(QStringLiteral("shade")).toString();
    return shade == "light" || shade == "dark" ? shade : QStringLiteral("system");
}

void Memory::set_shade(const QString& shade) { settings_.setValue(QStringLiteral("shade"), shade); }

int Memory::letter_percent() const {
    const int percent = settings_.value(QStringLiteral("letters"), 100).toInt();
    return std::find(letter_sizes.begin(), letter_sizes.end(), percent) == letter_sizes.end() ? 100 : percent;
}

void Memory::set_letter_percent(int percent) { settings_.setValue(QStringLiteral("letters"), percent); }

QByteArray Memory::shape(const QString& name) const { return settings_.value("shapes/" + name).toByteArray(); }

void Memory::set_shape(const QString& name, const QByteArray& shape) { settings_.setValue("shapes/" + name, shape); }

QString Memory::folder() const {
    const QString folder = settings_.value(QStringLiteral("folder")).toString();
    if (!folder.isEmpty() && QDir(folder).exists()) return folder;
    return QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
}

void Memory::set_folder(const QString& folder) { settings_.setValue(QStringLiteral("folder"), folder); }

}  // namespace baken
