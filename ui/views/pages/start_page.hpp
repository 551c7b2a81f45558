#pragma once
/// The first thing one sees: what Baken is for, and the ways to begin.

#include <QListWidget>
#include <QWidget>

#include "ui/models/speech.hpp"

namespace baken {

class StartPage : public QWidget {
    Q_OBJECT

public:
    explicit StartPage(Speech, QWidget* parent = nullptr);
    void show_recent(const QStringList& project_files);

signals:
    void demo_asked();
    void new_asked();
    void open_asked();
    void file_chosen(const QString& path);  ///< a recent project

private:
    [[nodiscard]] QWidget* make_head();
    [[nodiscard]] QWidget* make_ways();
    [[nodiscard]] QWidget* make_steps();
    [[nodiscard]] QWidget* make_recent();

    Speech say_;
    QListWidget* recent_ = nullptr;
    QWidget* recent_box_ = nullptr;
};

}  // namespace baken
