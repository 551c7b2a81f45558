#pragma once
/// Bytes as text that stands in a page (RFC 4648, with padding).

#include <string>
#include <string_view>

namespace baken {

[[nodiscard]] std::string base64(std::string_view bytes);

}  // namespace baken
