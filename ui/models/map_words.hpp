#pragma once
/// What the map says of what is under the pointer: one plain line for the status line and for those who listen, a few
/// lines of rich text for the tip.

#include "ui/models/map_scene.hpp"
#include "ui/models/speech.hpp"

#include <QString>

namespace baken {

[[nodiscard]] QString hotspot_line(const MapHotspot&, const Speech&);
[[nodiscard]] QString hotspot_tip(const MapHotspot&, const Speech&);
[[nodiscard]] QString check_line(const MapCheck&, const Speech&);
[[nodiscard]] QString check_tip(const MapCheck&, const Speech&);
/// "do 12 mrt snelheid"
[[nodiscard]] QString check_label(const MapCheck&, const Speech&);

/// All that happened, was measured or stands at one spot.
struct EventsHere {
    std::vector<const Accident*> accidents;
    std::vector<const Complaint*> complaints;
    std::vector<const Measurement*> measurements = {};
    std::vector<const School*> schools = {};
    [[nodiscard]] bool is_empty() const {
        return accidents.empty() && complaints.empty() && measurements.empty() && schools.empty();
    }
};
/// "Dorpsstraat: V85 62 km/u, 37 % te hard, limiet 50, ma 2 mrt"
[[nodiscard]] QString measurement_words(const Measurement&, const Speech&);
[[nodiscard]] QString events_line(const EventsHere&, const Speech&);
[[nodiscard]] QString events_tip(const EventsHere&, const Speech&);

/// What is missing and how to begin; empty: nothing is.
[[nodiscard]] QString need_words(MapNeed, const Speech&);

/// "850 m", "2,4 km"
[[nodiscard]] QString length_words(double metres, const Speech&);
/// "RD 187.432  428.310"
[[nodiscard]] QString place_words(MapPoint, const Speech&);
/// The longest of 1, 2 or 5 times a power of ten that is not above `metres`.
[[nodiscard]] double nice_length(double metres);

}  // namespace baken
