#pragma once
/// Schools from one source: a name and a place.

#include "base/work.hpp"
#include "intake/locate.hpp"
#include "model/event.hpp"
#include "model/receipt.hpp"
#include "model/settings.hpp"

#include <set>
#include <string>
#include <vector>

namespace baken {

/// What goes over all sources of schools of a run.
struct SchoolsSoFar {
    std::set<std::string> ids;
    std::set<std::string> places;  ///< name and point: the same again is a double
    std::size_t source = 0;        ///< that is being read
};

struct ImportedSchools {
    std::vector<School> schools;
    Receipt receipt;
};

/// A row needs a name and a place in the Netherlands. Addresses are not kept. A number that an earlier row had names an
/// institution with several buildings: it is told apart by the line.
[[nodiscard]] ImportedSchools import_schools(const SourceSettings&, const Locator&, SchoolsSoFar&, const Work&);

}  // namespace baken
