#pragma once
/// What reading and warping of rasters share: datasets in memory, and a stop that GDAL hears.

#include "base/work.hpp"

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

class GDALDataset;

namespace baken {

struct CloseRaster {
    void operator()(GDALDataset*) const;
};
using Dataset = std::unique_ptr<GDALDataset, CloseRaster>;

/// Four bands of bytes in memory, the fourth one alpha; all zero where no pixels are given.
[[nodiscard]] Dataset dataset_of(std::span<const std::uint8_t> rgba, int width, int height);
/// The four bands of such a dataset as pixels.
void read_rgba(GDALDataset&, std::vector<std::uint8_t>& rgba);

/// As GDAL's progress function: 0 asks it to end.
struct Stopping {
    const Work& work;
    static int asked(double done, const char*, void* self);
};

}  // namespace baken
