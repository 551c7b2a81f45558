#pragma once
/// What the tests of the import page do with it, as a person would: by its widgets and their names.

#include "support/support.hpp"

#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QDropEvent>
#include <QDragEnterEvent>
#include <QElapsedTimer>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QTableView>
#include <QTest>
#include <QUrl>
#include <QWidget>

#include <filesystem>
#include <functional>
#include <vector>

namespace baken::test {

/// Runs the event loop until it holds; false after half a minute.
inline bool wait_for(const std::function<bool()>& holds) {
    QElapsedTimer timer;
    timer.start();
    while (!holds() && timer.elapsed() < 30000) QTest::qWait(5);
    return holds();
}

/// The visible widget with this accessible name.
template <class Widget>
Widget* named(QWidget& within, const char* name) {
    for (auto* widget : within.findChildren<Widget*>())
        if (widget->accessibleName() == QString::fromUtf8(name) && widget->isVisible()) return widget;
    for (auto* widget : within.findChildren<Widget*>())
        if (widget->accessibleName() == QString::fromUtf8(name)) return widget;
    FAIL("no widget is called " << name);
    return nullptr;
}

inline void drop(QWidget& page, const std::vector<std::filesystem::path>& files) {
    QMimeData dragged;
    QList<QUrl> urls;
    for (const auto& file : files) urls << QUrl::fromLocalFile(QString::fromStdString(file.string()));
    dragged.setUrls(urls);
    QDragEnterEvent enter(QPoint(10, 10), Qt::CopyAction, &dragged, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&page, &enter);
    REQUIRE(enter.isAccepted());
    QDropEvent event(QPointF(10, 10), Qt::CopyAction, &dragged, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&page, &event);
    REQUIRE(event.isAccepted());
}

inline int row_of(const QAbstractItemModel& model, const QString& text, int column = 0) {
    for (int row = 0; row < model.rowCount(); ++row)
        if (model.index(row, column).data().toString() == text) return row;
    return -1;
}

/// Chooses in a cell's list.
inline void choose(QTableView& table, int row, int column, const QString& choice) {
    const auto at = table.model()->index(row, column);
    table.scrollTo(at);
    table.setCurrentIndex(at);
    if (table.findChild<QComboBox*>() == nullptr) table.edit(at);
    auto* box = table.findChild<QComboBox*>();
    REQUIRE(box != nullptr);
    const int found = box->findText(choice);
    REQUIRE(found >= 0);
    box->setCurrentIndex(found);
    box->hidePopup();
    emit box->activated(found);
    QTest::qWait(0);
}

inline QString cell(const QAbstractItemView& table, int row, int column) {
    return table.model()->index(row, column).data().toString();
}

}  // namespace baken::test
