#include "geo/io/web.hpp"

#include "base/error.hpp"
#include "base/hash.hpp"
#include "geo/io/read_layer.hpp"
#include "geo/io/write_layer.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <mutex>

#include <curl/curl.h>
#include <fmt/format.h>

namespace baken {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t at_a_time = 6;                ///< what a browser asks of one server
constexpr std::size_t largest_answer = 64U << 20U;  ///< bytes
constexpr int milliseconds_between = 100;           ///< two looks at whether to stop

struct CloseEasy {
    void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
};
struct CloseMulti {
    void operator()(CURLM* handle) const { curl_multi_cleanup(handle); }
};

/// One question on its way.
struct Question {
    std::size_t index = 0;
    std::unique_ptr<CURL, CloseEasy> handle;
    std::string answer;
    std::array<char, CURL_ERROR_SIZE> said{};

    static std::size_t take(char* bytes, std::size_t size, std::size_t count, void* self) {
        auto& answer = static_cast<Question*>(self)->answer;
        if (answer.size() + size * count > largest_answer) return 0;  // ends the transfer
        answer.append(bytes, size * count);
        return size * count;
    }
};

/// Only http and https, also where a server sends us on; nothing from the machine's variables or files.
std::unique_ptr<Question> question(std::size_t index, const std::string& url, const WebAccess& access) {
    auto asked = std::make_unique<Question>();
    asked->index = index;
    asked->handle.reset(curl_easy_init());
    CURL* handle = asked->handle.get();
    if (handle == nullptr) throw InternalError("no request to a server can be made");
    curl_easy_setopt(handle, CURLOPT_URL, url.c_str());
    curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(handle, CURLOPT_REDIR_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(handle, CURLOPT_FOLLOWLOCATION, 1L);
    curl_easy_setopt(handle, CURLOPT_MAXREDIRS, 5L);
    curl_easy_setopt(handle, CURLOPT_PROXY, access.proxy.c_str());
    curl_easy_setopt(handle, CURLOPT_NETRC, static_cast<long>(CURL_NETRC_IGNORED));
    curl_easy_setopt(handle, CURLOPT_TIMEOUT, static_cast<long>(access.timeout_seconds));
    curl_easy_setopt(handle, CURLOPT_CONNECTTIMEOUT, static_cast<long>(access.timeout_seconds));
    curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(handle, CURLOPT_ACCEPT_ENCODING, "");
    curl_easy_setopt(handle, CURLOPT_USERAGENT, "Baken");
    curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, Question::take);
    curl_easy_setopt(handle, CURLOPT_WRITEDATA, asked.get());
    curl_easy_setopt(handle, CURLOPT_ERRORBUFFER, asked->said.data());
    curl_easy_setopt(handle, CURLOPT_PRIVATE, asked.get());
    return asked;
}

/// The answer, or nothing where the server says that there is no such thing.
std::optional<std::string> answer_of(Question& asked, CURLcode result, const std::string& url,
                                     const WebAccess& access) {
    const std::string server = server_of(url);
    if (result == CURLE_OPERATION_TIMEDOUT)
        throw IoError(fmt::format("{}: no answer within {} s; try again later, or give it longer with timeout_seconds",
                                  server, access.timeout_seconds));
    if (result == CURLE_WRITE_ERROR)
        throw IoError(fmt::format("{}: the answer is larger than {} MB and is no map; check the address", server,
                                  largest_answer >> 20U));
    if (result != CURLE_OK)
        throw IoError(
            fmt::format("{}: the server cannot be reached ({}); check the connection, the address and the proxy{}",
                        server, asked.said[0] != 0 ? asked.said.data() : curl_easy_strerror(result),
                        access.proxy.empty() ? "" : " " + access.proxy));
    long status = 0;
    curl_easy_getinfo(asked.handle.get(), CURLINFO_RESPONSE_CODE, &status);
    if (status == 404 || status == 410 || status == 204) return std::nullopt;
    if (status >= 300)
        throw IoError(fmt::format("{}: the server refuses (HTTP {}); check the address and the layer in the settings",
                                  server, status));
    if (asked.answer.empty()) return std::nullopt;
    return std::move(asked.answer);
}

/// Several questions at a time in one thread; hears a stop while it waits.
class Asking {
public:
    Asking(const std::vector<std::string>& urls, const WebAccess& access) : urls_(urls), access_(access) {
        static const CURLcode started = curl_global_init(CURL_GLOBAL_DEFAULT);
        multi_.reset(curl_multi_init());
        if (started != CURLE_OK || !multi_) throw InternalError("no request to a server can be made");
    }
    ~Asking() {
        for (const auto& one : open_) curl_multi_remove_handle(multi_.get(), one->handle.get());
    }
    Asking(const Asking&) = delete;
    Asking& operator=(const Asking&) = delete;

    /// Calls `got(index, answer)` for each of the urls that `wanted` names, as they come.
    template <class Got>
    void ask(const std::vector<std::size_t>& wanted, const Work& work, Got&& got) {
        std::size_t next = 0, done = 0;
        while (done < wanted.size()) {
            work.check_stop();
            for (; next < wanted.size() && open_.size() < at_a_time; ++next) {
                open_.push_back(question(wanted[next], urls_[wanted[next]], access_));
                curl_multi_add_handle(multi_.get(), open_.back()->handle.get());
            }
            int running = 0;
            curl_multi_perform(multi_.get(), &running);
            int left = 0;
            while (const CURLMsg* message = curl_multi_info_read(multi_.get(), &left)) {
                if (message->msg != CURLMSG_DONE) continue;
                const CURLcode result = message->data.result;
                const std::unique_ptr<Question> asked = taken(message->easy_handle);
                got(asked->index, answer_of(*asked, result, urls_[asked->index], access_));
                work.progress("map", static_cast<double>(++done) / static_cast<double>(wanted.size()));
            }
            if (running > 0) curl_multi_poll(multi_.get(), nullptr, 0, milliseconds_between, nullptr);
        }
    }

private:
    std::unique_ptr<Question> taken(CURL* handle) {
        const auto found =
            std::find_if(open_.begin(), open_.end(), [&](const auto& one) { return one->handle.get() == handle; });
        std::unique_ptr<Question> asked = std::move(*found);
        open_.erase(found);
        curl_multi_remove_handle(multi_.get(), handle);
        return asked;
    }

    const std::vector<std::string>& urls_;
    const WebAccess& access_;
    std::unique_ptr<CURLM, CloseMulti> multi_;
    std::vector<std::unique_ptr<Question>> open_;
};

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
    return get_all({url}, work).front();
}

std::vector<std::optional<std::string>> Web::get_all(const std::vector<std::string>& urls, const Work& work) const {
    std::vector<std::optional<std::string>> answers(urls.size());
    std::vector<std::size_t> wanted;
    for (std::size_t i = 0; i < urls.size(); ++i) {
        if (!urls[i].starts_with("http://") && !urls[i].starts_with("https://"))
            throw InputError(
                fmt::format("'{}' is no address of a map server; it begins with https:// or http://", urls[i]));
        answers[i] = kept(kept_at(urls[i]));
        if (!answers[i]) wanted.push_back(i);
    }
    Asking(urls, access_).ask(wanted, work, [&](std::size_t i, std::optional<std::string> answer) {
        if (const fs::path file = kept_at(urls[i]); answer && !file.empty() && is_whole(*answer)) keep(file, *answer);
        answers[i] = std::move(answer);
    });
    return answers;
}

}  // namespace baken
