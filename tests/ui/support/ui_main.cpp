// Catch2 with a QApplication around it, on no screen.
#define CATCH_CONFIG_RUNNER
#include "support/catch.hpp"

#include <QApplication>
#include <QStandardPaths>

int main(int argc, char** argv) {
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
    QStandardPaths::setTestModeEnabled(true);
    int no_arguments = 1;
    QApplication application(no_arguments, argv);
    return Catch::Session().run(argc, argv);
}
