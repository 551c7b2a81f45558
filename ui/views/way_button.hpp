#pragma once
/// A way to begin: a large button with a sign, a title and what it brings.

#include <QAbstractButton>

namespace baken {

enum class WaySign { pin, plus, folder };

class WayButton : public QAbstractButton {
    Q_OBJECT

public:
    WayButton(WaySign, const QString& title, const QString& explanation, QWidget* parent = nullptr);

    void set_first(bool is_first);  ///< the one that a newcomer should take
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent*) override;
    void enterEvent(QEnterEvent*) override;
    void leaveEvent(QEvent*) override;

private:
    [[nodiscard]] int sign_width() const;

    WaySign sign_;
    QString explanation_;
    bool is_first_ = false;
};

}  // namespace baken
