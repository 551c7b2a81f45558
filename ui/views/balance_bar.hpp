#pragma once
/// Where the rows of a file went, as one bar whose parts add up to what was read. Each part has a colour, a pattern
/// and, where it fits, its number; swatches of the same look stand before the words of the table below it.

#include <QIcon>
#include <QWidget>

#include "ui/models/import_words.hpp"

#include <array>

namespace baken {

class BalanceBar : public QWidget {
    Q_OBJECT

public:
    explicit BalanceBar(Speech, QWidget* parent = nullptr);
    void show_receipt(const Receipt*);  ///< copies the six numbers
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] static QIcon swatch(RowFate, const QPalette&, int side);

protected:
    void paintEvent(QPaintEvent*) override;
    bool event(QEvent*) override;

private:
    [[nodiscard]] std::array<QRectF, all_fates.size()> parts() const;

    Speech say_;
    std::array<std::size_t, all_fates.size()> rows_{};
    std::size_t read_ = 0;
};

}  // namespace baken
