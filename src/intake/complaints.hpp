#pragma once
/// Complaints from one source: those about traffic are kept with their theme, the others are counted per category.

#include "base/work.hpp"
#include "intake/locate.hpp"
#include "intake/privacy.hpp"
#include "model/event.hpp"
#include "model/receipt.hpp"
#include "model/settings.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace baken {

/// What goes over all sources of complaints of a run.
struct ComplaintsSoFar {
    Reporters reporters;
    /// Per id what it was about in which source; the same id in another source is a double only when all of it agrees.
    struct First {
        std::size_t source = 0;
        std::string about;
    };
    std::map<std::string, First> ids;
    std::size_t source = 0;  ///< that is being read
};

struct ImportedComplaints {
    std::vector<Complaint> complaints;
    Receipt receipt;
};

/// A row needs a place in the Netherlands. A date that cannot be read costs the date and not the row, and is counted in
/// a note.
[[nodiscard]] ImportedComplaints import_complaints(const SourceSettings&, const Locator&, ComplaintsSoFar&,
                                                   const Work&);

}  // namespace baken
