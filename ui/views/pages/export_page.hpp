#pragma once
/// What a team takes along: the whole pack in a folder, or one layer in a format of choice, as much of it as is asked.

#include <QWidget>

#include "ui/models/export_work.hpp"
#include "ui/models/session.hpp"

#include <functional>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QListWidget;
class QPushButton;
class QRadioButton;

namespace baken {

class WordsLabel;

class ExportPage : public QWidget {
    Q_OBJECT

public:
    ExportPage(Session&, QWidget* parent = nullptr);
    void show_project();
    /// What is filtered and selected elsewhere, asked for when a layer is written.
    void set_choice(std::function<std::vector<HotspotId>()> shown, std::function<std::vector<HotspotId>()> selected);

    void export_pack(const QString& folder, Overwrite = Overwrite::no);
    void export_layer_to(const QString& file);

signals:
    void said(const QString&);

private:
    [[nodiscard]] QWidget* make_pack();
    [[nodiscard]] QWidget* make_layer();
    [[nodiscard]] QWidget* make_written();
    QComboBox* make_combo(const QString& name, const char* object_name);
    void ask_folder();
    void write_pack();
    void ask_layer_file();
    void show_written(const QStringList& paths);
    void update_parts();
    void offer_layers();
    void offer_statuses();
    [[nodiscard]] LayerExport request() const;
    [[nodiscard]] QString ending() const;

    Session& session_;
    Speech say_;
    std::function<std::vector<HotspotId>()> shown_, selected_;

    QLineEdit* folder_ = nullptr;
    WordsLabel *pack_list_ = nullptr, *nothing_written_ = nullptr;
    QPushButton *write_pack_ = nullptr, *write_layer_ = nullptr;
    QComboBox *layer_ = nullptr, *format_ = nullptr, *profile_ = nullptr, *municipality_ = nullptr, *theme_ = nullptr,
              *status_ = nullptr;
    QRadioButton *all_ = nullptr, *only_shown_ = nullptr, *only_selected_ = nullptr;
    QCheckBox *has_pdf_ = nullptr, *by_municipality_ = nullptr;
    QListWidget* written_ = nullptr;
};

}  // namespace baken
