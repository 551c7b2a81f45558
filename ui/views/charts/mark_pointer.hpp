#pragma once
/// Hover, click and the keyboard's place on a surface with marks, for drawn widgets and chart views alike.
///
///     pointer_ = new MarkPointer(this, [this] { return marks(); });
///     connect(pointer_, &MarkPointer::clicked, this, [](int mark) { ... });

#include <QObject>
#include <QRectF>
#include <QString>

#include <functional>
#include <vector>

class QWidget;

namespace baken {

/// A place on a chart that stands for a number, and what it says.
struct Mark {
    QRectF area;
    QString text;
    bool operator==(const Mark&) const = default;
};

class MarkPointer : public QObject {
    Q_OBJECT

public:
    /// `marks` is asked whenever a place is looked for, in the surface's coordinates.
    MarkPointer(QWidget* surface, std::function<std::vector<Mark>()> marks);

    [[nodiscard]] std::vector<Mark> marks() const { return marks_(); }
    [[nodiscard]] int current() const { return current_; }  ///< under the pointer or the keyboard's; -1: none
    [[nodiscard]] int row_length() const { return row_length_; }
    void set_row_length(int marks) { row_length_ = marks; }  ///< of a grid: up and down step so far

    void go_to(int mark);  ///< as the keyboard does: the mark's words are shown beside it; -1: leaves
    void click_current();

signals:
    void current_changed(int mark);
    void clicked(int mark);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    [[nodiscard]] int mark_at(QPointF position) const;
    void set_current(int mark);

    QWidget* surface_;
    std::function<std::vector<Mark>()> marks_;
    int current_ = -1;
    int row_length_ = 0;
};

}  // namespace baken
