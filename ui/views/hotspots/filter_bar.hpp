#pragma once
/// Which hotspots are shown: municipality, theme, road manager, state of the review, words; and the years whose events
/// the map and the charts count.

#include <QWidget>

#include "ui/models/hotspot_table.hpp"
#include "ui/models/speech.hpp"

class QComboBox;
class QLineEdit;
class QPushButton;

namespace baken {

struct YearSpan {
    int from = 0, to = 0;  ///< both included; 0: all
    bool operator==(const YearSpan&) const = default;
};

class FilterBar : public QWidget {
    Q_OBJECT

public:
    FilterBar(Speech, QWidget* parent = nullptr);
    /// Fills the lists anew and keeps what is chosen where it is still there.
    void show(const Project&);

    [[nodiscard]] HotspotChoice choice() const;
    [[nodiscard]] YearSpan years() const;
    void choose_municipality(std::optional<std::uint32_t>);

public slots:
    void clear();
    void focus_text();

signals:
    void changed();

private:
    QComboBox* make_combo(const QString& name, const char* object_name);
    void update_clear();

    Speech say_;
    QComboBox *municipality_, *theme_, *manager_, *status_, *from_, *to_;
    QLineEdit* text_;
    QPushButton* clear_;
};

}  // namespace baken
