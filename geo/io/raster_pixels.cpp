#include "geo/io/raster_pixels.hpp"

#include "base/error.hpp"
#include "geo/io/gdal_message.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>
#include <gdal_priv.h>

namespace baken {

namespace {

/// Which band gives which part of a colour; 0: none.
struct Bands {
    int red = 1, green = 1, blue = 1, alpha = 0;
    GDALColorTable* palette = nullptr;
};

Bands bands_of(GDALDataset& dataset) {
    Bands bands;
    bands.palette = dataset.GetRasterBand(1)->GetColorTable();
    const int count = dataset.GetRasterCount();
    if (dataset.GetRasterBand(count)->GetColorInterpretation() == GCI_AlphaBand && count > 1) bands.alpha = count;
    if (count - (bands.alpha > 0 ? 1 : 0) < 3) return bands;
    bands.green = 2;
    bands.blue = 3;
    for (int i = 1; i <= count; ++i) {
        const GDALColorInterp kind = dataset.GetRasterBand(i)->GetColorInterpretation();
        if (kind == GCI_RedBand) bands.red = i;
        if (kind == GCI_GreenBand) bands.green = i;
        if (kind == GCI_BlueBand) bands.blue = i;
    }
    return bands;
}

class WindowReading {
public:
    WindowReading(GDALDataset& dataset, const PixelWindow& window, const Work& work)
        : dataset_(dataset), window_(window), work_(work) {
        const int columns = window.last_column - window.first_column, rows = window.last_row - window.first_row;
        // A hair finer than asked: what is read is resampled once more on its way to the map.
        const double coarser = std::max(1.0, window.per_pixel / 1.5);
        width_ = std::clamp(static_cast<int>(std::ceil(columns / coarser)), 1, columns);
        height_ = std::clamp(static_cast<int>(std::ceil(rows / coarser)), 1, rows);
    }

    [[nodiscard]] Pixels pixels(const Affine& place) {
        const Bands bands = bands_of(dataset_);
        Pixels result{width_, height_, placed(place)};
        result.rgba.resize(4 * size());
        if (bands.palette != nullptr) {
            paint(result.rgba, bytes_of(*dataset_.GetRasterBand(1), true), *bands.palette);
        } else {
            const int parts[] = {bands.red, bands.green, bands.blue};
            std::vector<std::uint8_t> bytes;
            for (std::size_t part = 0; part < 3; ++part) {
                if (part == 0 || parts[part] != parts[part - 1])
                    bytes = bytes_of(*dataset_.GetRasterBand(parts[part]), false);
                for (std::size_t i = 0; i < size(); ++i) result.rgba[4 * i + part] = bytes[i];
            }
        }
        veil(result.rgba, bands);
        return result;
    }

private:
    [[nodiscard]] std::size_t size() const {
        return static_cast<std::size_t>(width_) * static_cast<std::size_t>(height_);
    }

    [[nodiscard]] Affine placed(const Affine& whole) const {
        const double step_x = static_cast<double>(window_.last_column - window_.first_column) / width_;
        const double step_y = static_cast<double>(window_.last_row - window_.first_row) / height_;
        Affine a = whole;
        a[0] = whole[0] + whole[1] * window_.first_column + whole[2] * window_.first_row;
        a[3] = whole[3] + whole[4] * window_.first_column + whole[5] * window_.first_row;
        a[1] = whole[1] * step_x;
        a[4] = whole[4] * step_x;
        a[2] = whole[2] * step_y;
        a[5] = whole[5] * step_y;
        return a;
    }

    template <class Number>
    [[nodiscard]] std::vector<Number> read(GDALRasterBand& band, GDALDataType type, bool is_codes) const {
        std::vector<Number> values(size());
        const Stopping stopping{work_};
        GDALRasterIOExtraArg extra;
        INIT_RASTERIO_EXTRA_ARG(extra);
        extra.eResampleAlg = is_codes ? GRIORA_NearestNeighbour : GRIORA_Average;
        extra.pfnProgress = Stopping::asked;
        extra.pProgressData = const_cast<Stopping*>(&stopping);
        const GdalMessages said;
        const CPLErr got =
            band.RasterIO(GF_Read, window_.first_column, window_.first_row, window_.last_column - window_.first_column,
                          window_.last_row - window_.first_row, values.data(), width_, height_, type, 0, 0, &extra);
        work_.check_stop();
        if (got != CE_None || said.has_failures())
            throw InputError(
                fmt::format("the picture cannot be read ({}); the file is damaged or cut off: export or "
                            "download it again",
                            said.last()));
        return values;
    }

    [[nodiscard]] std::vector<std::uint8_t> bytes_of(GDALRasterBand& band, bool is_codes) const {
        if (band.GetRasterDataType() == GDT_Byte || is_codes) return read<std::uint8_t>(band, GDT_Byte, is_codes);
        const auto values = read<float>(band, GDT_Float32, false);
        double range[2] = {0, 0};
        if (band.ComputeRasterMinMax(TRUE, range) != CE_None || !(range[1] > range[0])) range[1] = range[0] + 1;
        std::vector<std::uint8_t> bytes(values.size());
        for (std::size_t i = 0; i < values.size(); ++i) {
            const double share = (static_cast<double>(values[i]) - range[0]) / (range[1] - range[0]);
            bytes[i] =
                std::isfinite(share) ? static_cast<std::uint8_t>(std::lround(std::clamp(share, 0.0, 1.0) * 255)) : 0;
        }
        return bytes;
    }

    void paint(std::vector<std::uint8_t>& rgba, const std::vector<std::uint8_t>& codes, const GDALColorTable& palette) {
        alpha_.resize(size());
        for (std::size_t i = 0; i < size(); ++i) {
            GDALColorEntry colour{0, 0, 0, 0};  // a code without a colour shows nothing
            if (codes[i] < palette.GetColorEntryCount()) palette.GetColorEntryAsRGB(codes[i], &colour);
            rgba[4 * i] = static_cast<std::uint8_t>(colour.c1);
            rgba[4 * i + 1] = static_cast<std::uint8_t>(colour.c2);
            rgba[4 * i + 2] = static_cast<std::uint8_t>(colour.c3);
            alpha_[i] = static_cast<std::uint8_t>(colour.c4);
        }
    }

    /// Alpha, mask or nodata. A colour is nodata where all of its parts are.
    void veil(std::vector<std::uint8_t>& rgba, const Bands& bands) {
        std::vector<std::uint8_t> seen(size(), 0);
        int last = 0;
        for (const int part : {bands.red, bands.green, bands.blue}) {
            if (part == last) continue;
            last = part;
            GDALRasterBand& band = *dataset_.GetRasterBand(part);
            const int kind = band.GetMaskFlags();
            if ((kind & GMF_ALL_VALID) != 0) {
                std::fill(seen.begin(), seen.end(), 255);
                break;
            }
            const auto mask = read<std::uint8_t>(*band.GetMaskBand(), GDT_Byte, (kind & GMF_ALPHA) == 0);
            for (std::size_t i = 0; i < size(); ++i) seen[i] = std::max(seen[i], mask[i]);
            if ((kind & (GMF_PER_DATASET | GMF_ALPHA)) != 0) break;  // the same for all
        }
        const bool has_own = bands.palette != nullptr;
        for (std::size_t i = 0; i < size(); ++i) rgba[4 * i + 3] = has_own ? std::min(seen[i], alpha_[i]) : seen[i];
    }

    GDALDataset& dataset_;
    const PixelWindow& window_;
    const Work& work_;
    int width_ = 1, height_ = 1;
    std::vector<std::uint8_t> alpha_;  ///< of a palette
};

}  // namespace

Pixels pixels_in(GDALDataset& dataset, const PixelWindow& window, const Affine& place, const Work& work) {
    return WindowReading(dataset, window, work).pixels(place);
}

}  // namespace baken
