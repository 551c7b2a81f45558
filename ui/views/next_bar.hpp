#pragma once
/// The way on from a page that has done its work: one button, at the right below.

#include <QHBoxLayout>
#include <QPushButton>
#include <QWidget>

namespace baken {

class NextBar : public QWidget {
    Q_OBJECT

public:
    NextBar(const QString& text, const char* name, QWidget* parent) : QWidget(parent) {
        button_ = new QPushButton(text, this);
        button_->setObjectName(name);
        button_->setAccessibleName(text);
        auto* across = new QHBoxLayout(this);
        across->addStretch(1);
        across->addWidget(button_);
        connect(button_, &QPushButton::clicked, this, &NextBar::asked);
    }
    void set_possible(bool is_possible) { button_->setEnabled(is_possible); }

signals:
    void asked();

private:
    QPushButton* button_;
};

}  // namespace baken
