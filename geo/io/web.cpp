#include "geo/io/web.hpp"

#include "base/error.hpp"
#include "base/hash.hpp"
#include "base/text.hpp"
#include "geo/io/gdal_message.hpp"
#include "geo/io/gdal_session.hpp"
#include "geo/io/raster_parts.hpp"
#include "geo/io/read_layer.hpp"
#include "geo/io/write_layer.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <memory>
#include <mutex>
#include <thread>

#include <cpl_conv.h>
#include <cpl_http.h>
#include <cpl_string.h>
#include <fmt/format.h>

namespace baken {

namespace fs = std::filesystem;

namespace {

constexpr int at_a_time = 6;                        ///< what a browser asks of one server
constexpr std::size_t largest_answer = 64U << 20U;  ///< bytes
constexpr int curl_timed_out = 28;

struct DestroyAnswer {
    void operator()(CPLHTTPResult* r) const { CPLHTTPDestroyResult(r); }
};
using Answer = std::unique_ptr<CPLHTTPResult, DestroyAnswer>;

/// The door that gdal_session keeps shut, open for this thread while it asks.
class OpenDoor {
public:
    explicit OpenDoor(const std::string& proxy)
        : http_("GDAL_HTTP_PROXY", proxy.c_str(), false), https_("GDAL_HTTPS_PROXY", proxy.c_str(), false) {}

private:
    CPLConfigOptionSetter http_, https_;  // of this thread only
};

/// GDAL tells of "HTTP error code : 404" in words.
int status_of(const CPLHTTPResult& answer) {
    if (answer.pszErrBuf == nullptr) return 200;
    const std::string said(answer.pszErrBuf);
    const auto colon = said.rfind(": ");
    if (!said.starts_with("HTTP error code") || colon == std::string::npos) return 0;
    return static_cast<int>(parse_integer(said.substr(colon + 2)).value_or(0));
}

[[noreturn]] void fail(const std::string& url, const CPLHTTPResult* answer, const WebAccess& access) {
    const std::string said = answer != nullptr && answer->pszErrBuf != nullptr ? answer->pszErrBuf : "no answer";
    const std::string server = server_of(url);
    if (answer != nullptr && (answer->nStatus == curl_timed_out || said.find("timed out") != std::string::npos))
        throw IoError(fmt::format("{}: no answer within {} s; try again later, or give it longer with timeout_seconds",
                                  server, access.timeout_seconds));
    if (const int status = answer == nullptr ? 0 : status_of(*answer); status >= 400)
        throw IoError(fmt::format("{}: the server refuses (HTTP {}); check the address and the layer in the settings",
                                  server, status));
    throw IoError(
        fmt::format("{}: the server cannot be reached ({}); check the connection, the address and the proxy{}", server,
                    said, access.proxy.empty() ? "" : " " + access.proxy));
}

/// A cache that was cut off is not believed: what is kept begins as a picture or as XML.
bool is_whole(std::string_view bytes) {
    return bytes.starts_with("\x89PNG") || bytes.starts_with("\xFF\xD8") || bytes.starts_with("<") ||
           bytes.starts_with("\xEF\xBB\xBF<");
}

void keep(const fs::path& file, const std::string& bytes) {
    static std::mutex one_writer;
    const std::lock_guard lock(one_writer);
    try {
        fs::create_directories(file.parent_path());
        write_bytes(file, bytes, Overwrite::yes);
    } catch (const std::exception&) {
        // A full disk is no reason to show no map; the answer is asked for again next time.
    }
}

std::optional<std::string> kept(const fs::path& file) {
    std::error_code ignored;
    if (file.empty() || !fs::is_regular_file(file, ignored)) return std::nullopt;
    try {
        std::string bytes = read_bytes(file, largest_answer);
        if (is_whole(bytes)) return bytes;
    } catch (const Error&) {
        return std::nullopt;
    }
    return std::nullopt;
}

std::optional<std::string> asked(const std::string& url, const WebAccess& access, const Work& work) {
    const OpenDoor door(access.proxy);
    const std::string seconds = std::to_string(access.timeout_seconds);
    CPLStringList options;
    options.SetNameValue("TIMEOUT", seconds.c_str());
    options.SetNameValue("CONNECTTIMEOUT", seconds.c_str());
    options.SetNameValue("MAX_RETRY", "0");
    options.SetNameValue("PROXY", access.proxy.c_str());
    options.SetNameValue("USERAGENT", "Baken");
    options.SetNameValue("MAX_FILE_SIZE", std::to_string(largest_answer).c_str());
    const Work quiet{.stop = work.stop, .on_progress = {}};  // bytes that came are no share of the work
    Stopping stopping{quiet};
    const GdalMessages said;
    const Answer answer(CPLHTTPFetchEx(url.c_str(), options.List(), Stopping::asked, &stopping, nullptr, nullptr));
    work.check_stop();
    if (!answer) fail(url, nullptr, access);
    const int status = status_of(*answer);
    if (status == 404 || status == 410) return std::nullopt;
    if (answer->nStatus != 0 || answer->pszErrBuf != nullptr) fail(url, answer.get(), access);
    if (answer->nDataLen == 0) return std::nullopt;
    return std::string(reinterpret_cast<const char*>(answer->pabyData), static_cast<std::size_t>(answer->nDataLen));
}

}  // namespace

std::string server_of(const std::string& url) {
    const auto start = url.find("://");
    return start == std::string::npos ? url : url.substr(0, url.find_first_of("/?#", start + 3));
}

fs::path Web::kept_at(const std::string& url) const {
    if (access_.cache.empty()) return {};
    const std::string name = sha256_hex(url);
    return access_.cache / name.substr(0, 2) / name;
}

std::optional<std::string> Web::get(const std::string& url, const Work& work) const {
    start_gdal();
    work.check_stop();
    if (!url.starts_with("http://") && !url.starts_with("https://"))
        throw InputError(fmt::format("'{}' is no address of a map server; it begins with https:// or http://", url));
    const fs::path file = kept_at(url);
    if (auto bytes = kept(file)) return bytes;
    auto bytes = asked(url, access_, work);
    if (bytes && !file.empty() && is_whole(*bytes)) keep(file, *bytes);
    return bytes;
}

std::vector<std::optional<std::string>> Web::get_all(const std::vector<std::string>& urls, const Work& work) const {
    std::vector<std::optional<std::string>> answers(urls.size());
    std::atomic<std::size_t> next = 0;
    std::atomic<bool> has_failed = false;
    std::exception_ptr thrown;
    std::mutex guard;
    // These threads wait and do not compute: they are not among those that Work counts.
    const auto run = [&](bool tells) {
        try {
            for (std::size_t i = next++; i < urls.size() && !has_failed; i = next++) {
                answers[i] = get(urls[i], work);
                if (tells) work.progress("map", static_cast<double>(i) / static_cast<double>(urls.size()));
            }
        } catch (...) {
            const std::lock_guard lock(guard);
            if (!thrown) thrown = std::current_exception();
            has_failed = true;
        }
    };
    {
        std::vector<std::jthread> others;
        for (std::size_t i = 1; i < std::min<std::size_t>(at_a_time, urls.size()); ++i) others.emplace_back(run, false);
        run(true);
    }
    if (thrown) std::rethrow_exception(thrown);
    return answers;
}

}  // namespace baken
