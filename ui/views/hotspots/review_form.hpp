#pragma once
/// What a person decides about a hotspot: accept, reject with a reason, whether it can be enforced, a remark; and the
/// ways to move it, put it together with another one, or take it apart.

#include <QWidget>

#include "model/edit.hpp"
#include "model/project.hpp"
#include "ui/models/speech.hpp"

#include <optional>

class QComboBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;
class QToolButton;

namespace baken {

class ReviewForm : public QWidget {
    Q_OBJECT

public:
    ReviewForm(Speech, QWidget* parent = nullptr);
    /// `others`: hotspots that this one could be merged into, of the same municipality.
    void show(const Hotspot&, const std::vector<Hotspot>& others);

    void accept();
    void reject();  ///< asks for the reason where the remark holds none

signals:
    void edited(const baken::Edit&);
    void move_asked();  ///< the new point is chosen on the map

private:
    void review(std::optional<std::string> status, std::optional<std::string> enforceable);
    void keep_remark();

    Speech say_;
    Hotspot hotspot_;
    QLabel* state_;
    QPushButton *accept_, *reject_;
    QComboBox* enforceable_;
    QPlainTextEdit* remark_;
    QPushButton *keep_, *move_, *split_;
    QToolButton* merge_;
};

}  // namespace baken
