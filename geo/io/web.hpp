#pragma once
/// The one place that goes to the network, and only to an address that a person wrote into the settings.
///
///     const Web web({.timeout = 10, .cache = folder});
///     web.get("https://service.example/wmts?request=GetCapabilities", work);

#include "base/work.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace baken {

struct WebAccess {
    std::string proxy = {};            ///< "proxy.example:8080"; empty: straight, whatever the machine's variables say
    int timeout_seconds = 10;          ///< of each request, the connection included
    std::filesystem::path cache = {};  ///< answers are kept here and asked for once; empty: not kept
};

class Web {
public:
    explicit Web(WebAccess access) : access_(std::move(access)) {}

    /// The answer's bytes; nothing where the server says that there is no such thing (404, 204). Throws InputError
    /// (no http or https address), IoError (no answer in time, refused, too large) that names the server, and Cancelled
    /// while it waits.
    [[nodiscard]] std::optional<std::string> get(const std::string& url, const Work&) const;
    /// The same for many, several at a time, in their order.
    [[nodiscard]] std::vector<std::optional<std::string>> get_all(const std::vector<std::string>& urls,
                                                                  const Work&) const;

private:
    [[nodiscard]] std::filesystem::path kept_at(const std::string& url) const;

    WebAccess access_;
};

/// "https://service.example", for messages: without path, key or password.
[[nodiscard]] std::string server_of(const std::string& url);

}  // namespace baken
