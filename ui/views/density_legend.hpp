#pragma once
/// What the colours of the density surface mean: five classes and their bounds, in events per square kilometre.

#include <QWidget>

#include "ui/models/map_pictures.hpp"
#include "ui/models/speech.hpp"

namespace baken {

class DensityLegend : public QWidget {
    Q_OBJECT

public:
    DensityLegend(Speech, QWidget* parent = nullptr);
    void show(const DensityBounds&, Metres bandwidth);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent*) override;

private:
    [[nodiscard]] QString bound_text(double) const;

    Speech say_;
    DensityBounds bounds_{};
    Metres bandwidth_;
};

}  // namespace baken
