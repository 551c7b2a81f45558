#pragma once
/// The boundaries of a project: which file, and which of its municipalities.

#include <QSortFilterProxyModel>
#include <QWidget>

#include "ui/models/import_municipalities_model.hpp"
#include "ui/models/speech.hpp"

#include <filesystem>

class QLabel;
class QLineEdit;
class QPushButton;
class QTableView;

namespace baken {

class ImportRegionPane : public QWidget {
    Q_OBJECT

public:
    /// With `has_apply` it has a button of its own; in a dialog the dialog's button serves.
    enum class Apply { button, none };
    ImportRegionPane(Speech, Apply, QWidget* parent = nullptr);

    /// The file; its names follow when they were read.
    void show_file(const std::filesystem::path&, bool is_there);
    void show_names(std::vector<MunicipalityName>, const std::vector<std::string>& chosen);
    void show_trouble(const QString&);
    [[nodiscard]] std::vector<std::string> chosen() const { return model_.chosen(); }
    [[nodiscard]] int ticked() const { return model_.ticked(); }

signals:
    void applied(const QStringList& municipalities);  ///< none: all
    void file_chosen(const QString& file);
    void ticks_changed();

private:
    void count();
    void dress();
    void changeEvent(QEvent*) override;

    Speech say_;
    ImportMunicipalitiesModel model_;
    QSortFilterProxyModel shown_;
    QStringList applied_;
    QLabel* file_ = nullptr;
    QLabel* count_ = nullptr;
    QLineEdit* filter_ = nullptr;
    QTableView* table_ = nullptr;
    QPushButton* apply_ = nullptr;
};

}  // namespace baken
