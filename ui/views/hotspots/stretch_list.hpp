#pragma once
/// The stretches of road beside the hotspots: the table, and in plain words what is found over the whole region or why
/// nothing is.

#include <QWidget>

#include "model/project.hpp"
#include "ui/models/stretch_table.hpp"

class QLabel;

namespace baken {

class TableView;

class StretchList : public QWidget {
    Q_OBJECT

public:
    StretchList(Speech, QWidget* parent = nullptr);

    void show(const Project&);
    void filter(std::optional<std::uint32_t> municipality, const QString& text);
    void choose(const std::string& id);  ///< says nothing back
    [[nodiscard]] QString count_words() const;
    [[nodiscard]] TableView& table() { return *table_; }

signals:
    void chosen(const std::string& id);
    void zoom_asked(const std::string& id);

private:
    [[nodiscard]] std::string id_of(const QModelIndex&) const;
    void row_chosen();

    Speech say_;
    StretchTable model_;
    StretchFilter filter_;
    TableView* table_;
    QLabel *empty_, *region_;
    QString places_;  ///< how many there are, in words
    bool is_choosing_ = false;
};

}  // namespace baken
