#include "app/demo.hpp"

#include "app/outputs.hpp"

namespace baken {

std::vector<std::filesystem::path> write_region(const SynthOptions& options, const std::filesystem::path& folder,
                                                Overwrite overwrite, const Work& work) {
    require_free(folder, overwrite);
    return write_texts(synthetic_region(options, work), folder, overwrite);
}

}  // namespace baken
