#pragma once
/// The most memory that this process held, megabytes of resident pages.

#include <fstream>
#include <string>

namespace baken::bench {

/// From now on the peak counts from what is held now (Linux; elsewhere it goes on).
inline void forget_peak_memory() { std::ofstream("/proc/self/clear_refs") << "5"; }

/// 0 where the system does not tell.
inline double peak_megabytes() {
    std::ifstream status("/proc/self/status");
    std::string word;
    while (status >> word)
        if (double kilobytes = 0; word == "VmHWM:" && status >> kilobytes) return kilobytes / 1024;
    return 0;
}

}  // namespace baken::bench
