#pragma once
/// The ways into a project, for the window.

#include "app/begin.hpp"  // IWYU pragma: export
