#pragma once
/// What the program says to the shell.

namespace baken::exit_code {

inline constexpr int done = 0;
inline constexpr int failure = 1;         ///< the machine refused, or the program is wrong
inline constexpr int usage = 2;           ///< wrong words on the command line or in the settings
inline constexpr int input_rejected = 3;  ///< a file cannot be used
inline constexpr int rule_unmet = 4;      ///< the plan made is the best one, and a rule is not met
inline constexpr int locked = 6;          ///< another process has the project open
inline constexpr int interrupted = 130;

}  // namespace baken::exit_code
