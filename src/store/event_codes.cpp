#include "store/event_codes.hpp"

#include <array>

namespace baken {

std::string_view code_of(LocationKind kind) {
    static constexpr std::array<std::string_view, 4> codes{"junction", "section", "hectometre", "point"};
    return codes[static_cast<std::size_t>(kind)];
}

std::string_view code_of(Party party) {
    static constexpr std::array<std::string_view, 15> codes{"none",
                                                            "car",
                                                            "van",
                                                            "lorry",
                                                            "bus",
                                                            "tractor",
                                                            "motorcycle",
                                                            "moped",
                                                            "bicycle",
                                                            "pedestrian",
                                                            "mobility_scooter",
                                                            "rail",
                                                            "animal",
                                                            "object",
                                                            "other"};
    return codes[static_cast<std::size_t>(party)];
}

}  // namespace baken
