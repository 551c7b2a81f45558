#pragma once
/// Small regions made by hand.

#include "model/region.hpp"

#include <string>

namespace baken::test {

struct SmallRegion {
    Region region;

    explicit SmallRegion(int municipalities = 1) {
        for (int i = 0; i < municipalities; ++i) {
            const std::string number = std::to_string(i + 1);
            region.municipalities.push_back({MunicipalityId{"GM000" + number}, "Dorp " + number, {}, {}});
        }
    }

    /// `count` accidents on a junction at this point: two cars, 50 km/h inside the built-up area, by day, of the
    /// municipality's road.
    Accident& add(const std::string& key, MapPoint at, int year = 2024, Outcome outcome = Outcome::damage_only) {
        Accident accident;
        accident.number = std::to_string(10000 + region.accidents.size());
        accident.year = year;
        accident.outcome = outcome;
        accident.location = {LocationKind::junction, key};
        accident.at = at;
        accident.street = "Straat " + key;
        accident.place = "Dorp";
        accident.road_manager = RoadManager::municipality;
        accident.speed_limit = 50;
        accident.is_built_up = true;
        accident.light = Light::daylight;
        accident.first_party = accident.second_party = Party::car;
        accident.parties = 2;
        region.accidents.push_back(accident);
        return region.accidents.back();
    }
    void add_many(int count, const std::string& key, MapPoint at, int year = 2024,
                  Outcome outcome = Outcome::damage_only) {
        for (int i = 0; i < count; ++i) add(key, at, year, outcome);
    }

    Complaint& complain(MapPoint at, const std::string& complainant, const char* day = "2026-12-31") {
        Complaint complaint;
        complaint.id = std::to_string(10000 + region.complaints.size());
        complaint.at = at;
        complaint.date = parse_iso_date(day);
        complaint.theme = Theme::speed;
        complaint.complainant = complainant;
        complaint.is_complainant_known = true;
        region.complaints.push_back(complaint);
        return region.complaints.back();
    }
};

}  // namespace baken::test
