#pragma once
/// Accidents from one source: rows are read, placed, told apart from their doubles, and given to a municipality.

#include "base/work.hpp"
#include "intake/locate.hpp"
#include "model/event.hpp"
#include "model/receipt.hpp"
#include "model/settings.hpp"

#include <string>
#include <unordered_map>
#include <vector>

namespace baken {

/// The register's numbers that were met in this run, over all sources.
struct AccidentNumbers {
    struct First {
        std::size_t line = 0, source = 0, content = 0;
        bool is_register = false;  ///< of the national register, whose numbers are unique over all files
    };
    std::unordered_map<std::string, First> first;
    std::size_t source = 0;  ///< that is being read
};

struct ImportedAccidents {
    std::vector<Accident> accidents;
    Receipt receipt;
};

/// A row needs a number, a year, an outcome and a place in the Netherlands; a row of municipality level may be without
/// a place. The same number with the same content is a duplicate; with other content in the same file it is rejected. A
/// number of the national register that an earlier source had is a duplicate too; other systems may give out the same
/// numbers, and theirs are told apart.
[[nodiscard]] ImportedAccidents import_accidents(const SourceSettings&, Locator&, AccidentNumbers&, const Work&);

}  // namespace baken
