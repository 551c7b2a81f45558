#pragma once
/// Where people report late or not at all, a complaint stands for more. After Liu, Bhandaram & Garg (2024, "Quantifying
/// spatial under-reporting disparities in resident crowdsourcing", arXiv 2204.08620): how fast a problem that is known
/// is reported again by others tells how fast people of an area report at all (docs/methods/complaints.md).
///
///     const ReportingCorrection correction = reporting_correction(region, settings.hotspots);
///     correction.weights[i];     // of the region's complaint i

#include "base/language.hpp"
#include "base/quantity.hpp"
#include "model/region.hpp"
#include "model/settings.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace baken {

/// A problem as complaints tell of it: the first one, and the other people who told of the same within the time that it
/// is looked at.
struct ReportedProblem {
    std::uint32_t first = 0;  ///< index of the complaint
    int again = 0;            ///< by how many others
    double days = 0;          ///< looked at, from the first complaint on
};

struct ReportingOptions {
    Metres same_place = Metres(100);  ///< a complaint of the same theme this near is of the same problem
    Days watched = Days(180);         ///< after the first complaint; later ones are of a new problem
    Metres around = Metres(1000);     ///< whose problems tell how fast people report here
    double borrowed = 5;              ///< reports that an area borrows from the whole region
    double cap = 3;                   ///< no complaint weighs more than so many times another
    int least_problems = 50;          ///< with less of either the data carry no correction
    int least_again = 20;
};

/// Complaints with a date and a person, in order of time. One person about one problem counts once.
[[nodiscard]] std::vector<ReportedProblem> reported_problems(const Region&, const ReportingOptions&);

struct ReportingCorrection {
    std::vector<double> weights;  ///< per complaint, their mean 1; empty: none is made
    std::string note;             ///< why none could be made although the settings ask for it; empty: nothing to say
};

/// Report rate of the area around a complaint, lambda = (again + borrowed) / (days + borrowed / lambda of the region);
/// weight 1 / (1 - exp(-lambda watched)), at most `cap`, all of them divided by their mean: the correction moves weight
/// and makes none.
[[nodiscard]] ReportingCorrection reporting_correction(const Region&, const HotspotSettings&, Language,
                                                       const ReportingOptions& = {});

}  // namespace baken
