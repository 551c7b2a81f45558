#pragma once
/// The left side of the import page: the files of the project, what can be done with them, and "read the sources".

#include <QWidget>

#include "ui/models/import_sources_model.hpp"

class QLabel;
class QProgressBar;
class QPushButton;
class QTableView;
class QToolButton;

namespace baken {

class ImportSourcesPane : public QWidget {
    Q_OBJECT

public:
    ImportSourcesPane(Speech, const ImportSession&, QWidget* parent = nullptr);

    [[nodiscard]] int selected() const;  ///< -1: none
    void select(int item);
    void show_progress(const QString& doing, double share);  ///< below 0: unknown
    void hide_progress();
    void show_trouble(const QString&);  ///< empty: none
    void show_abilities(bool can_remove, bool can_rise, bool can_sink, bool can_read, const QString& sum);

signals:
    void selection_changed();
    void add_wanted();
    void remove_wanted();
    void move_wanted(int by);
    void read_wanted();
    void cancel_wanted();

private:
    void dress();
    void changeEvent(QEvent*) override;

    Speech say_;
    ImportSourcesModel model_;
    QLabel* heading_ = nullptr;
    QTableView* table_ = nullptr;
    QPushButton* add_ = nullptr;
    QToolButton *remove_ = nullptr, *rise_ = nullptr, *sink_ = nullptr;
    QPushButton* read_ = nullptr;
    QLabel* sum_ = nullptr;
    QLabel* trouble_ = nullptr;
    QWidget* progress_ = nullptr;
    QLabel* doing_ = nullptr;
    QProgressBar* bar_ = nullptr;
};

}  // namespace baken
