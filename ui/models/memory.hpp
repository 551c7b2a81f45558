#pragma once
/// What the desktop remembers between runs: recent projects, language, shade, letter size, the shape of the window.
/// What it cannot read it forgets.
///
///     Memory memory;
///     memory.begin_start();                                  // before anything remembered is used
///     window.restoreGeometry(memory.shape("window"));
///     memory.end_start();                                    // the window stands

#include "base/language.hpp"

#include <QByteArray>
#include <QSettings>
#include <QString>
#include <QStringList>

#include <optional>

namespace baken {

class Memory {
public:
    Memory();                                  ///< the user's own
    explicit Memory(const QString& ini_file);  ///< for tests

    /// A start that did not reach end_start() the last time means that what was restored broke it: the window's shape
    /// and the project that was open are dropped.
    void begin_start();
    void end_start();

    [[nodiscard]] QStringList recent() const;  ///< project files that are still there, the latest first
    void add_recent(const QString& project_file);
    void forget_recent();
    [[nodiscard]] QString open_project() const;  ///< that was open when the program ended; empty: none
    void set_open_project(const QString& project_file);

    [[nodiscard]] std::optional<Language> language() const;
    void set_language(Language);
    [[nodiscard]] QString shade() const;  ///< "system", "light", "dark"
    void set_shade(const QString&);
    [[nodiscard]] int letter_percent() const;  ///< 100, 125, 150, 200
    void set_letter_percent(int);

    /// By the name of a window or splitter; empty: nothing that can be used.
    [[nodiscard]] QByteArray shape(const QString& name) const;
    void set_shape(const QString& name, const QByteArray&);

    [[nodiscard]] QString folder() const;  ///< where files were last chosen
    void set_folder(const QString&);

private:
    void forget_shapes();

    QSettings settings_;
};

}  // namespace baken
