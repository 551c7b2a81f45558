#pragma once
/// The screens that show what the window is, one after the other, on the demo region.

#include "ui/views/main_window.hpp"

#include <QPixmap>

#include <functional>

namespace baken::test {

class KeyScreens {
public:
    using Keep = std::function<void(const QString& name, const QPixmap&)>;

    KeyScreens(Speech, Memory&, QSize window);
    void show_all(const Keep&);

private:
    void keep(const Keep&, const char* name);
    void import_screens(const Keep&);
    void map_screens(const Keep&);
    void stretch_screen(const Keep&);
    void plan_screens(const Keep&);
    void drag_screen(const Keep&);
    void later_screens(const Keep&);

    Speech say_;
    MainWindow window_;
};

}  // namespace baken::test
