#include "geo/io/raster_parts.hpp"

#include "base/error.hpp"
#include "geo/io/gdal_message.hpp"

#include <fmt/format.h>
#include <gdal_priv.h>

namespace baken {

void CloseRaster::operator()(GDALDataset* dataset) const { GDALClose(dataset); }

Dataset dataset_of(std::span<const std::uint8_t> rgba, int width, int height) {
    const GdalMessages said;
    GDALDriver* driver = GetGDALDriverManager()->GetDriverByName("MEM");
    Dataset dataset(driver == nullptr ? nullptr : driver->Create("", width, height, 4, GDT_Byte, nullptr));
    if (!dataset)
        throw IoError(fmt::format("no memory for a picture of {} by {} pixels; ask for a smaller one", width, height));
    dataset->GetRasterBand(4)->SetColorInterpretation(GCI_AlphaBand);
    if (rgba.empty()) return dataset;
    if (dataset->RasterIO(GF_Write, 0, 0, width, height, const_cast<std::uint8_t*>(rgba.data()), width, height,
                          GDT_Byte, 4, nullptr, 4, static_cast<GSpacing>(4) * width, 1, nullptr) != CE_None)
        throw InternalError(fmt::format("pixels cannot be copied ({})", said.last()));
    return dataset;
}

void read_rgba(GDALDataset& dataset, std::vector<std::uint8_t>& rgba) {
    const int width = dataset.GetRasterXSize(), height = dataset.GetRasterYSize();
    rgba.resize(4 * static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
    const GdalMessages said;
    if (dataset.RasterIO(GF_Read, 0, 0, width, height, rgba.data(), width, height, GDT_Byte, 4, nullptr, 4,
                         static_cast<GSpacing>(4) * width, 1, nullptr) != CE_None)
        throw InternalError(fmt::format("pixels cannot be copied ({})", said.last()));
}

int Stopping::asked(double done, const char*, void* self) {
    const Work& work = static_cast<const Stopping*>(self)->work;
    if (work.stop.stop_requested()) return FALSE;
    work.progress("map", done);
    return TRUE;
}

}  // namespace baken
