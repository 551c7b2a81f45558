#pragma once
/// What GDAL said on this thread since a moment. Nothing of it is printed: whoever asks puts it into an Error.

#include <string>

namespace baken {

class GdalMessages {
public:
    GdalMessages();                          ///< forgets what was said before
    [[nodiscard]] std::string last() const;  ///< the last failure, or else the last warning; empty: silence
    [[nodiscard]] bool has_failures() const;
};

}  // namespace baken
