#pragma once
/// The prohibitions that one check breaks beside others, said in words. Tests hold it against verify_plan(); it is here
/// because that one looks at a whole plan, and a dragged check asks about every day of a year.

#include "planning/problem.hpp"

#include <string>
#include <vector>

namespace baken::planning {

struct Breach {
    std::string clause;   ///< id, as in the certificate
    std::string because;  ///< "te dicht op controle 12 mrt Van Heemstraweg: 4 dagen, afspraak 21"
};

enum class HowMany { first, all };

/// What `check` breaks, the check itself left out of `others` by its id. Days before distances before crews. The check
/// names a municipality, hotspot and crew that exist; others that do not are passed over.
[[nodiscard]] std::vector<Breach> breaches_of(const Problem&, const Check& check, const std::vector<Check>& others,
                                              HowMany);

}  // namespace baken::planning
