#include "geo/io/mark_picture.hpp"

#include "base/error.hpp"
#include "geo/io/gdal_session.hpp"
#include "geo/io/memory_file.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <memory>
#include <vector>

#include <gdal_priv.h>

namespace baken {

namespace {

struct CloseDataset {
    void operator()(GDALDataset* d) const { GDALClose(d); }
};
using Dataset = std::unique_ptr<GDALDataset, CloseDataset>;
using Colour = std::array<double, 3>;

Colour colour_of(const std::string& text) {
    Colour colour{};
    for (std::size_t i = 0; i < 3 && text.size() == 7; ++i) {
        int part = 0;
        std::from_chars(text.data() + 1 + 2 * i, text.data() + 3 + 2 * i, part, 16);
        colour[i] = part;
    }
    return colour;
}

bool lies_in(const std::vector<MapPoint>& corners, MapPoint p) {
    if (corners.empty()) return p.x * p.x + p.y * p.y <= 1;
    bool is_inside = false;
    for (std::size_t i = 0, j = corners.size() - 1; i < corners.size(); j = i++)
        if ((corners[i].y > p.y) != (corners[j].y > p.y) &&
            p.x < (corners[j].x - corners[i].x) * (p.y - corners[i].y) / (corners[j].y - corners[i].y) + corners[i].x)
            is_inside = !is_inside;
    return is_inside;
}

/// The mark fills the picture but for a pixel at each edge; its inner part is smaller by the width of the outline.
class Drawn {
public:
    Drawn(const MapMark& mark, int pixels)
        : corners_(mark_corners(mark.shape)),
          fill_(colour_of(mark.fill)),
          outline_(colour_of(mark.outline)),
          half_(pixels / 2.0),
          reach_(half_ - 1),
          inner_(1 - std::clamp(2 * mark.outline_width / std::max(mark.size, 0.1), 0.06, 0.3)) {}

    /// Red, green, blue and how much of the pixel is covered, each 0..255.
    [[nodiscard]] std::array<std::uint8_t, 4> pixel(int column, int row) const {
        constexpr int finer = 4;
        Colour sum{};
        int covered = 0;
        for (int i = 0; i < finer * finer; ++i) {
            const MapPoint at{(column + (i % finer + 0.5) / finer - half_) / reach_,
                              (half_ - row - (i / finer + 0.5) / finer) / reach_};
            if (!lies_in(corners_, at)) continue;
            ++covered;
            const Colour& colour = lies_in(corners_, {at.x / inner_, at.y / inner_}) ? fill_ : outline_;
            for (std::size_t band = 0; band < 3; ++band) sum[band] += colour[band];
        }
        std::array<std::uint8_t, 4> pixel{};
        for (std::size_t band = 0; band < 3; ++band)
            pixel[band] = static_cast<std::uint8_t>(std::lround(covered == 0 ? 0 : sum[band] / covered));
        pixel[3] = static_cast<std::uint8_t>(255 * covered / (finer * finer));
        return pixel;
    }

private:
    std::vector<MapPoint> corners_;
    Colour fill_, outline_;
    double half_, reach_, inner_;
};

}  // namespace

std::string mark_png(const MapMark& mark, int pixels) {
    start_gdal();
    GDALDriverManager& drivers = *GetGDALDriverManager();
    const Dataset picture(drivers.GetDriverByName("MEM")->Create("", pixels, pixels, 4, GDT_Byte, nullptr));
    if (!picture) throw InternalError("no memory for a picture");
    const Drawn drawn(mark, pixels);
    for (int row = 0; row < pixels; ++row)
        for (int column = 0; column < pixels; ++column) {
            std::array<std::uint8_t, 4> pixel = drawn.pixel(column, row);
            if (picture->RasterIO(GF_Write, column, row, 1, 1, pixel.data(), 1, 1, GDT_Byte, 4, nullptr, 0, 0, 1,
                                  nullptr) != CE_None)
                throw InternalError("a picture in memory cannot be written");
        }
    picture->GetRasterBand(4)->SetColorInterpretation(GCI_AlphaBand);
    const MemoryFile file(".png");
    GDALDriver* png = drivers.GetDriverByName("PNG");
    if (png == nullptr) throw InternalError("this GDAL cannot write PNG");
    Dataset(png->CreateCopy(file.name().c_str(), picture.get(), FALSE, nullptr, nullptr, nullptr)).reset();
    return std::string(file.bytes());
}

}  // namespace baken
