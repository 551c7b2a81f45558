#pragma once
/// A paragraph: text that wraps, takes the height it needs, and can be selected and copied.

#include <QLabel>

namespace baken {

class WordsLabel : public QLabel {
    Q_OBJECT

public:
    explicit WordsLabel(const QString& text = {}, QWidget* parent = nullptr) : QLabel(text, parent) {
        setWordWrap(true);
        setTextFormat(Qt::PlainText);
        QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
        policy.setHeightForWidth(true);
        setSizePolicy(policy);
    }
};

}  // namespace baken
