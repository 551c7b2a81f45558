#pragma once
/// Waiting for a window as a person does: until it has done what it was asked.

#include "ui/views/main_window.hpp"

#include <QAction>
#include <QApplication>
#include <QDeadlineTimer>
#include <QTest>

#include <functional>
#include <stdexcept>
#include <string>

namespace baken::test {

/// True when it came to be within the time; the event loop runs meanwhile.
inline bool comes_true(const std::function<bool()>& what, int milliseconds = 60000) {
    const QDeadlineTimer end(milliseconds);
    while (!what()) {
        if (end.hasExpired()) return false;
        QApplication::processEvents(QEventLoop::AllEvents, 20);
    }
    return true;
}

/// Until no job of the session runs, and what its end set going is done too.
inline bool settles(MainWindow& window, int milliseconds = 120000) {
    if (!comes_true([&] { return !window.session().jobs().is_busy(); }, milliseconds)) return false;
    QApplication::processEvents();
    return comes_true([&] { return !window.session().jobs().is_busy(); }, milliseconds);
}

template <class Part>
Part* part(QObject& of, const char* name) {
    auto* found = of.findChild<Part*>(QString::fromLatin1(name));
    if (found == nullptr) throw std::runtime_error(std::string("no part named ") + name);
    return found;
}

inline void trigger(MainWindow& window, const char* action) { part<QAction>(window, action)->trigger(); }

/// The demo region from its files to a plan, by the actions of the menus. False when a step does not end.
inline bool plan_demo(MainWindow& window) {
    for (const char* step : {"file_demo", "work_find", "work_plan"}) {
        trigger(window, step);
        if (!settles(window)) return false;
    }
    return true;
}

}  // namespace baken::test
