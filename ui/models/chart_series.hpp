#pragma once
/// The numbers of the charts, for views: what `output/series_*` works out and says.

#include "output/series_events.hpp"  // IWYU pragma: export
#include "output/series_hours.hpp"   // IWYU pragma: export
#include "output/series_plan.hpp"    // IWYU pragma: export
#include "output/series_words.hpp"   // IWYU pragma: export
