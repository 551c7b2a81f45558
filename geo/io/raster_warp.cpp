#include "geo/io/raster_warp.hpp"

#include "base/error.hpp"
#include "geo/io/gdal_message.hpp"
#include "geo/io/gdal_session.hpp"
#include "geo/io/raster_parts.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include <cpl_conv.h>
#include <cpl_string.h>
#include <fmt/format.h>
#include <gdal_alg.h>
#include <gdal_priv.h>
#include <gdalwarper.h>

namespace baken {

namespace {

constexpr int largest_side = 16384;
constexpr double margin = 3;             ///< pixels around a window, for resampling
constexpr double largest_error = 0.125;  ///< pixels, of the way between frame and raster (GDAL's own default)

MapPoint applied(const Affine& a, double column, double row) {
    return {a[0] + a[1] * column + a[2] * row, a[3] + a[4] * column + a[5] * row};
}

std::optional<Affine> inverse_of(const Affine& a) {
    const double determinant = a[1] * a[5] - a[2] * a[4];
    if (!std::isfinite(determinant) || determinant == 0) return std::nullopt;
    Affine b{};
    b[1] = a[5] / determinant;
    b[2] = -a[2] / determinant;
    b[4] = -a[4] / determinant;
    b[5] = a[1] / determinant;
    b[0] = -a[0] * b[1] - a[3] * b[2];
    b[3] = -a[0] * b[4] - a[3] * b[5];
    return b;
}

Affine place_of(const MapImage& frame) {
    return {frame.box.min_x,
            (frame.box.max_x - frame.box.min_x) / frame.width,
            0,
            frame.box.max_y,
            0,
            -(frame.box.max_y - frame.box.min_y) / frame.height};
}

/// Between the pixels of a frame and those of a raster, by the one converter of coordinates.
struct Way {
    const Projector& projector;
    Affine frame, from_frame, raster, from_raster;

    Way(const Projector& p, const MapImage& to, const Affine& from) : projector(p), frame(place_of(to)), raster(from) {
        const auto a = inverse_of(frame), b = inverse_of(raster);
        if (!a || !b) throw InputError("the raster has no size on the map; export it again with its place");
        from_frame = *a;
        from_raster = *b;
    }

    [[nodiscard]] std::optional<MapPoint> to_raster(double column, double row) const {
        const auto there = projector.backward(applied(frame, column, row));
        if (!there) return std::nullopt;
        return applied(from_raster, there->x, there->y);
    }
    [[nodiscard]] std::optional<MapPoint> to_frame(double column, double row) const {
        const MapPoint there = applied(raster, column, row);
        const auto here = projector.forward(there.x, there.y);
        if (!here) return std::nullopt;
        return applied(from_frame, here->x, here->y);
    }

    static int transform(void* self, int is_to_raster, int count, double* x, double* y, double*, int* done) {
        const Way& way = *static_cast<const Way*>(self);
        for (int i = 0; i < count; ++i) {
            const auto got = is_to_raster != 0 ? way.to_raster(x[i], y[i]) : way.to_frame(x[i], y[i]);
            done[i] = got ? TRUE : FALSE;
            if (!got) continue;
            x[i] = got->x;
            y[i] = got->y;
        }
        return TRUE;
    }
};

struct DestroyApproximation {
    void operator()(void* t) const { GDALDestroyApproxTransformer(t); }
};
struct DestroyWarpOptions {
    void operator()(GDALWarpOptions* o) const { GDALDestroyWarpOptions(o); }
};

std::unique_ptr<GDALWarpOptions, DestroyWarpOptions> warp_options(GDALDataset& from, GDALDataset& to,
                                                                  const Stopping& stopping) {
    std::unique_ptr<GDALWarpOptions, DestroyWarpOptions> options(GDALCreateWarpOptions());
    options->hSrcDS = GDALDataset::ToHandle(&from);
    options->hDstDS = GDALDataset::ToHandle(&to);
    options->eResampleAlg = GRA_Bilinear;
    options->nBandCount = 3;
    options->panSrcBands = static_cast<int*>(CPLMalloc(3 * sizeof(int)));
    options->panDstBands = static_cast<int*>(CPLMalloc(3 * sizeof(int)));
    for (int i = 0; i < 3; ++i) options->panSrcBands[i] = options->panDstBands[i] = i + 1;
    options->nSrcAlphaBand = options->nDstAlphaBand = 4;
    options->papszWarpOptions = CSLSetNameValue(options->papszWarpOptions, "INIT_DEST", "0");
    options->pfnProgress = Stopping::asked;
    options->pProgressArg = const_cast<Stopping*>(&stopping);
    return options;
}

}  // namespace

MapImage empty_frame(const Box& box, int width, int height) {
    const bool is_box =
        box.max_x > box.min_x && box.max_y > box.min_y && std::isfinite(box.max_x - box.min_x + box.max_y - box.min_y);
    if (!is_box || width < 1 || height < 1 || width > largest_side || height > largest_side)
        throw InputError(fmt::format("a picture of the map asks for a box that is not empty and 1 to {} pixels a side",
                                     largest_side));
    MapImage frame{box, width, height};
    frame.rgba.assign(4 * static_cast<std::size_t>(width) * static_cast<std::size_t>(height), 0);
    return frame;
}

std::optional<PixelWindow> window_for(const MapImage& frame, const Projector& projector, const Affine& place, int width,
                                      int height) {
    const Way way(projector, frame, place);
    constexpr int steps = 20;
    double min_x = std::numeric_limits<double>::infinity(), min_y = min_x, max_x = -min_x, max_y = -min_x;
    for (int i = 0; i <= steps; ++i)
        for (int j = 0; j <= steps; ++j) {
            const auto at = way.to_raster(frame.width * (static_cast<double>(i) / steps),
                                          frame.height * (static_cast<double>(j) / steps));
            if (!at) continue;
            min_x = std::min(min_x, at->x);
            max_x = std::max(max_x, at->x);
            min_y = std::min(min_y, at->y);
            max_y = std::max(max_y, at->y);
        }
    if (!(min_x <= max_x)) return std::nullopt;
    PixelWindow window;
    window.per_pixel = std::min((max_x - min_x) / frame.width, (max_y - min_y) / frame.height);
    // Between the points that were looked at the edge may bulge; a tenth of a step is far more than it does.
    const double bulge_x = (max_x - min_x) / (10 * steps), bulge_y = (max_y - min_y) / (10 * steps);
    const double wide = margin * std::max(1.0, window.per_pixel);
    const auto clamped = [](double value, int size) { return static_cast<int>(std::clamp(value, 0.0, double(size))); };
    window.first_column = clamped(std::floor(min_x - wide - bulge_x), width);
    window.last_column = clamped(std::ceil(max_x + wide + bulge_x), width);
    window.first_row = clamped(std::floor(min_y - wide - bulge_y), height);
    window.last_row = clamped(std::ceil(max_y + wide + bulge_y), height);
    if (window.first_column >= window.last_column || window.first_row >= window.last_row) return std::nullopt;
    return window;
}

void warp_into(MapImage& frame, const Pixels& pixels, const Projector& projector, const Work& work) {
    start_gdal();
    const GdalMessages said;
    Way way(projector, frame, pixels.place);
    const Stopping stopping{work};
    const Dataset from = dataset_of(pixels.rgba, pixels.width, pixels.height);
    const Dataset to = dataset_of({}, frame.width, frame.height);
    const std::unique_ptr<void, DestroyApproximation> approximate(
        GDALCreateApproxTransformer(Way::transform, &way, largest_error));
    const auto options = warp_options(*from, *to, stopping);
    options->pfnTransformer = GDALApproxTransform;
    options->pTransformerArg = approximate.get();
    GDALWarpOperation operation;
    const bool is_done = operation.Initialize(options.get()) == CE_None &&
                         operation.ChunkAndWarpImage(0, 0, frame.width, frame.height) == CE_None;
    work.check_stop();
    if (!is_done) throw InternalError(fmt::format("the picture cannot be brought to the map ({})", said.last()));
    read_rgba(*to, frame.rgba);
}

}  // namespace baken
