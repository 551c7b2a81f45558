#include "geo/io/gdal_session.hpp"

#include "geo/io/gdal_message.hpp"

#include <array>
#include <mutex>
#include <string_view>
#include <vector>

#include <cpl_conv.h>
#include <cpl_error.h>
#include <fmt/format.h>
#include <gdal_priv.h>
#include <ogr_srs_api.h>

namespace baken {

namespace {

/// What may open a file. Drivers that follow what a file says to another place (VRT, WFS, HTTP, ...) are not among
/// them.
constexpr std::array allowed_drivers{"GPKG", "GeoJSON", "FlatGeobuf", "ESRI Shapefile", "GML", "KML",   "LIBKML",
                                     "XLSX", "ODS",     "CSV",        "Memory",         "MEM", "GTiff", "PNG",
                                     "JPEG", "MBTiles"};

struct Messages {
    std::string last;
    std::size_t failures = 0;
};
Messages& messages() {
    thread_local Messages mine;
    return mine;
}

void CPL_STDCALL keep_message(CPLErr severity, CPLErrorNum, const char* text) {
    if (severity == CE_Debug) return;
    auto& mine = messages();
    if (severity < CE_Failure && mine.failures > 0) return;  // a warning does not hide why it failed
    mine.last = text;
    if (severity >= CE_Failure) ++mine.failures;
}

void deregister_the_others() {
    GDALDriverManager& manager = *GetGDALDriverManager();
    std::vector<GDALDriver*> others;
    for (int i = 0; i < manager.GetDriverCount(); ++i) {
        GDALDriver* driver = manager.GetDriver(i);
        bool is_allowed = false;
        for (const std::string_view name : allowed_drivers) is_allowed = is_allowed || name == driver->GetDescription();
        if (!is_allowed) others.push_back(driver);
    }
    for (GDALDriver* driver : others) {
        manager.DeregisterDriver(driver);
        delete driver;
    }
}

void configure() {
    // No plugins and no settings from outside: the same program does the same on every machine.
    CPLSetConfigOption("GDAL_DRIVER_PATH", "disable");
    CPLSetConfigOption("GDAL_CONFIG_FILE", "/dev/null");
    CPLSetConfigOption("GDAL_PAM_ENABLED", "NO");
    CPLSetConfigOption("GDAL_DISABLE_READDIR_ON_OPEN", "TRUE");
    CPLSetConfigOption("GDAL_VRT_ENABLE_PYTHON", "NO");
    // No network: should a file lead there after all, the request ends at a closed door.
    CPLSetConfigOption("GDAL_HTTP_PROXY", "127.0.0.1:9");
    CPLSetConfigOption("GDAL_HTTPS_PROXY", "127.0.0.1:9");
    CPLSetConfigOption("GDAL_HTTP_MAX_RETRY", "0");
    CPLSetConfigOption("CPL_VSIL_CURL_ALLOWED_EXTENSIONS", "none");
    OSRSetPROJEnableNetwork(FALSE);
}

}  // namespace

void start_gdal() {
    static std::once_flag started;
    std::call_once(started, [] {
        configure();
        CPLSetErrorHandler(keep_message);
        GDALAllRegister();
        deregister_the_others();
    });
}

std::string gdal_versions() {
    int major = 0, minor = 0, patch = 0;
    OSRGetPROJVersion(&major, &minor, &patch);
    return fmt::format("GDAL {}, PROJ {}.{}.{}", GDALVersionInfo("RELEASE_NAME"), major, minor, patch);
}

GdalMessages::GdalMessages() { messages() = {}; }
std::string GdalMessages::last() const { return messages().last; }
bool GdalMessages::has_failures() const { return messages().failures > 0; }

}  // namespace baken
