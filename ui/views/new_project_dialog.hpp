#pragma once
/// A new project: its name, year and folder, and the municipalities it is about.
///
///     NewProjectDialog dialog(say, this);
///     connect(&dialog, &NewProjectDialog::created, this, &MainWindow::open_settings);
///     dialog.exec();

#include <QDialog>

#include "ui/models/job_runner.hpp"
#include "ui/models/speech.hpp"

#include <filesystem>

class QDialogButtonBox;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace baken {

class ImportRegionPane;

class NewProjectDialog : public QDialog {
    Q_OBJECT

public:
    NewProjectDialog(Speech, int year, QWidget* parent = nullptr);
    void set_boundaries(const std::filesystem::path&);
    void set_folder(const QString&);

signals:
    void created(const QString& settings_file);  ///< written; the dialog closes

private:
    void look_at_boundaries();
    void create(bool may_overwrite);
    void check();
    void complain(const QString&);
    void propose_folder();

    Speech say_;
    std::filesystem::path boundaries_;
    bool is_folder_chosen_ = false;
    QLineEdit* name_ = nullptr;
    QSpinBox* year_ = nullptr;
    QLineEdit* folder_ = nullptr;
    QLabel* message_ = nullptr;
    ImportRegionPane* region_ = nullptr;
    QDialogButtonBox* buttons_ = nullptr;
    JobRunner looking_, creating_;
};

}  // namespace baken
