/// baken-desktop: one window on the functions that the command line calls too.

#include "app/version.hpp"

#include <QApplication>

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("Baken"));
    QApplication::setApplicationVersion(QString::fromStdString(baken::version()));
    return QApplication::exec();
}
