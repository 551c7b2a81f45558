#pragma once
/// SHA-256 of bytes, and a keyed hash for what must be told apart without being known (reporters).

#include <string>
#include <string_view>

namespace baken {

[[nodiscard]] std::string sha256_hex(std::string_view bytes);  ///< 64 lower-case hexadecimal digits
[[nodiscard]] std::string keyed_hash_hex(std::string_view key, std::string_view bytes);  ///< HMAC-SHA-256, 64 digits

}  // namespace baken
