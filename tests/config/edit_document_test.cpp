#include "config/edit_document.hpp"

#include "base/error.hpp"
#include "base/random.hpp"
#include "base/text.hpp"
#include "support/support.hpp"

#include <fmt/format.h>

using namespace baken;

namespace {

std::string set(const std::string& text, const std::string& key, const std::string& value) {
    return with_document_value(text, parse_path(key), value);
}
std::string drop(const std::string& text, const std::string& key) {
    return without_document_value(text, parse_path(key));
}
std::string meaning(const std::string& text) { return canonical_text(parse_document(text, "t")); }
std::string refusal(const std::function<void()>& act) {
    try {
        act();
    } catch (const SettingsError& error) {
        return error.what();
    }
    return "nothing";
}

}  // namespace

TEST_CASE("a value is replaced and its remark, indent and neighbours stay") {
    CHECK(set("a = 1 # one\n\t b=  2\t# two\n", "b", "3") == "a = 1 # one\n\t b=  3\t# two\n");
    CHECK(set("[rules]\nspacing = \"1500 m\" # agreed\n", "rules.spacing", "\"1200 m\"") ==
          "[rules]\nspacing = \"1200 m\" # agreed\n");
    CHECK(set("'a' = 1", "a", "2") == "'a' = 2");
    CHECK(set("\"\\u0061\" = 1", "a", "2") == "\"\\u0061\" = 2");
    CHECK(set("a.b.c = [1,\n 2, # two\n]\nd = 1\n", "a.b.c", "[]") == "a.b.c = []\nd = 1\n");
    CHECK(set("a = '''\n[b]\nc = 1'''\nc = 2\n", "c", "3") == "a = '''\n[b]\nc = 1'''\nc = 3\n");
    CHECK(set("a = \"\"\"x\\\"\"\"\"\"\nc = 2", "c", "3") == "a = \"\"\"x\\\"\"\"\"\"\nc = 3");
}

TEST_CASE("inside an inline table only the one value changes") {
    const std::string text = "[rules]\ndark_days = { from = \"10-01\", to = \"03-31\", n = 1 } # dark\n";
    CHECK(set(text, "rules.dark_days.n", "2") ==
          "[rules]\ndark_days = { from = \"10-01\", to = \"03-31\", n = 2 } # dark\n");
    CHECK(set(text, "rules.dark_days.m", "2") ==
          "[rules]\ndark_days = { from = \"10-01\", to = \"03-31\", n = 1, m = 2 } # dark\n");
    CHECK(set("a = {}\n", "a.b", "1") == "a = { b = 1 }\n");
    CHECK(set("a = [{x = 1}, {x = 2}]\n", "a[1].x", "5") == "a = [{x = 1}, {x = 5}]\n");
    CHECK(set("a = [{x = 1}, {x = 2}]\n", "a[0].y", "5") == "a = [{x = 1, y = 5}, {x = 2}]\n");
    CHECK(drop(text, "rules.dark_days.to") == "[rules]\ndark_days = { from = \"10-01\", n = 1 } # dark\n");
    CHECK(drop(text, "rules.dark_days.n") == "[rules]\ndark_days = { from = \"10-01\", to = \"03-31\" } # dark\n");
}

TEST_CASE("a key that is not there goes to its table, and a table that is not there into the text") {
    CHECK(set("a = 1\n\n[b]\nc = 1\n\n[d]\n", "b.e", "2") == "a = 1\n\n[b]\nc = 1\ne = 2\n\n[d]\n");
    CHECK(set("a = 1\n\n[b]\n  c = 1\n", "b.e", "2") == "a = 1\n\n[b]\n  c = 1\n  e = 2\n");
    CHECK(set("a = 1\n\n# about b\n[b]\n", "x", "2") == "a = 1\nx = 2\n\n# about b\n[b]\n");
    CHECK(set("# about b\n[b]\n", "x", "2") == "x = 2\n# about b\n[b]\n");
    CHECK(set("a = 1", "b.c", "2") == "a = 1\n\n[b]\nc = 2\n");
    CHECK(set("", "b.c", "2") == "[b]\nc = 2\n");
    CHECK(set("b.d = 1\n[e]\n", "b.c", "2") == "b.d = 1\nb.c = 2\n[e]\n");
    CHECK(set("[b]\nd = 1\n", "b.c.e", "2") == "[b]\nd = 1\nc = { e = 2 }\n");
    CHECK(set("[[s]]\nk = 1\n\n[[s]]\nk = 2\n", "s[0].t.\"te hard\"", "\"speed\"") ==
          "[[s]]\nk = 1\nt = { \"te hard\" = \"speed\" }\n\n[[s]]\nk = 2\n");
    CHECK(set("[[s]]\nk = 1\n[s.t]\na = 1\n\n[[s]]\nk = 2\n", "s[0].t.b", "2") ==
          "[[s]]\nk = 1\n[s.t]\na = 1\nb = 2\n\n[[s]]\nk = 2\n");
}

TEST_CASE("Windows line ends, a byte order mark and a last line without an end stay what they are") {
    CHECK(set("[a]\r\nb = 1\r\n", "a.c", "2") == "[a]\r\nb = 1\r\nc = 2\r\n");
    CHECK(set("[a]\r\nb = 1", "a.c", "2") == "[a]\r\nb = 1\r\nc = 2\r\n");
    CHECK(set("a = 1", "a", "2") == "a = 2");
    CHECK(set("\xEF\xBB\xBF[a]\nb = 1\n", "x", "2") == "\xEF\xBB\xBFx = 2\n[a]\nb = 1\n");
    CHECK(with_document_table("a = 1\r\n", "lock", {{"m", "1"}}) == "a = 1\r\n\r\n[[lock]]\r\nm = 1\r\n");
}

TEST_CASE("a table of a list goes with its sub-tables and its remark, and nothing else does") {
    const std::string text =
        "a = 1\n\n# first\n[[s]]\nk = 1\n[s.t]\nx = 1 # x\n\n# a remark on its own\n\n# second\n[[s]]\nk = 2\n\n[z]\nq "
        "= 1\n";
    CHECK(without_document_table(text, "s", 0) ==
          "a = 1\n\n# a remark on its own\n\n# second\n[[s]]\nk = 2\n\n[z]\nq = 1\n");
    CHECK(without_document_table(text, "s", 1) ==
          "a = 1\n\n# first\n[[s]]\nk = 1\n[s.t]\nx = 1 # x\n\n# a remark on its own\n\n[z]\nq = 1\n");
    CHECK(with_document_table(text, "s", {{"k", "3"}}) ==
          "a = 1\n\n# first\n[[s]]\nk = 1\n[s.t]\nx = 1 # x\n\n# a remark on its own\n\n# second\n[[s]]\nk = "
          "2\n\n[[s]]\nk = 3\n\n[z]\nq = 1\n");
    CHECK(
        with_document_tables_swapped(text, "s", 0) ==
        "a = 1\n\n# second\n[[s]]\nk = 2\n\n# a remark on its own\n\n# first\n[[s]]\nk = 1\n[s.t]\nx = 1 # x\n\n[z]\nq "
        "= 1\n");
    CHECK(with_document_table("s = [{k = 1}]\n[z]\n", "s", {{"k", "3"}}) == "s = [{k = 1}, { k = 3 }]\n[z]\n");
    CHECK(with_document_table("s = []\n", "s", {{"k", "3"}}) == "s = [{ k = 3 }]\n");
    CHECK(without_document_table("s = [{k = 1}, {k = 2}]\n", "s", 0) == "s = [{k = 2}]\n");
    CHECK(without_document_table("s = [{k = 1},\n {k = 2},\n]\n", "s", 1) == "s = [{k = 1},\n]\n");
    CHECK(without_document_table("s = [{k = 1},]\n", "s", 0) == "s = []\n");
    CHECK(with_document_tables_swapped("s = [{k = 1}, {k = 2}]\n", "s", 0) == "s = [{k = 2}, {k = 1}]\n");
    // Sub-tables that stand apart from theirs
    const std::string apart = "[[s]]\nk = 1\n[z]\nq = 1\n[s.t]\nx = 1\n";
    CHECK(meaning(without_document_table(apart, "s", 0)) == meaning("[z]\nq = 1\n"));
}

TEST_CASE("what cannot be is refused with the key's name") {
    CHECK(refusal([] { (void)set("a = 1\n", "a", "oops"); }) ==
          "a: oops is not a value; write a number, \"text\" in quotes or a [list]");
    CHECK(refusal([] { (void)set("a = 1\n", "a", "2\nb = 3"); }).rfind("a: 2\nb = 3 is not a value", 0) == 0);
    CHECK(refusal([] { (void)set("a = 1\n", "a.b", "2"); }) ==
          "a.b: 'a' is not a table in the settings; correct it there first");
    CHECK(refusal([] { (void)set("[[s]]\n", "s[1].b", "2"); }) == "s[1].b: there is no such s in the settings");
    CHECK(refusal([] { (void)without_document_table("[[s]]\n", "s", 1); }) == "s[1]: the settings have 1 of these");
    CHECK(refusal([] { (void)set("a = 1\n", "a..b", "2"); }).rfind("'a..b' is no key", 0) == 0);
    CHECK(refusal([] { (void)set("a = 1\n", "", "2"); }).rfind("'' is no key", 0) == 0);
    CHECK(refusal([] { (void)set("[a]\nb = 1\n", "a", "2"); }) ==
          "a cannot be changed in the settings as they are written; set it there by hand");
}

namespace {

/// TOML in every dress, together with what its paths hold: the text is drawn, not made by the code under test.
class DrawnText {
public:
    explicit DrawnText(std::uint64_t seed) : rng_(seed), end_(rng_.chance(0.3) ? "\r\n" : "\n") {
        if (rng_.chance(0.1)) text = "\xEF\xBB\xBF";
        for (std::size_t n = rng_.below(4); n > 0; --n) statement({}, fmt::format("top{}", n));
        for (std::size_t n = rng_.below(4); n > 0; --n) table(fmt::format("t{}", n));
        const std::size_t count = rng_.below(4);
        for (std::size_t n = 0; n < count; ++n) element(n);
        if (rng_.chance(0.3)) table("last");
        if (rng_.chance(0.3))
            while (!text.empty() && (text.back() == '\n' || text.back() == '\r')) text.pop_back();
        elements = count;
    }

    std::string text;
    std::vector<std::string> keys;  ///< of values
    std::size_t elements = 0;

private:
    void noise() {
        if (rng_.chance(0.2)) text += end_;
        if (rng_.chance(0.2)) text += "# [not] = 'a table'" + end_;
        if (rng_.chance(0.1)) text += "  \t";
    }
    std::string key(const std::string& name) {
        switch (rng_.below(4)) {
            case 0: return "\"" + name + "\"";
            case 1: return "'" + name + "'";
            default: return name;
        }
    }
    std::string scalar() {
        static const std::vector<std::string> values{"1",
                                                     "-2.5",
                                                     "true",
                                                     "\"te hard # [x]\"",
                                                     "'C:\\map'",
                                                     "2027-03-12",
                                                     "21:30:00",
                                                     "\"a \\\"b\\\" }\"",
                                                     "\"\"\"een\ntwee \"\" ] drie\"\"\"",
                                                     "'''\n[x]\n'''",
                                                     "[1, 2, 3]",
                                                     "[\n  \"a\", # b ]\n  'c',\n]",
                                                     "\"\"",
                                                     "1979-05-27 07:32:00",
                                                     "[[1], [\"]\"]]"};
        return values[rng_.below(static_cast<std::uint32_t>(values.size()))];
    }
    void statement(const std::string& within, const std::string& name) {
        noise();
        const std::string whole = within.empty() ? name : within + "." + name;
        switch (rng_.below(5)) {
            case 0:
                text += fmt::format("{} = {{ a = 1, {} = 'x' }}", key(name), key("b"));
                keys.insert(keys.end(), {whole + ".a", whole + ".b"});
                break;
            case 1:
                text += fmt::format("{} . {} = {}", key(name), key("d"), scalar());
                keys.push_back(whole + ".d");
                break;
            default: text += fmt::format("{}= {}", key(name), scalar()); keys.push_back(whole);
        }
        text += (rng_.chance(0.3) ? "  # remark \" ' [" : "") + end_;
    }
    void table(const std::string& name) {
        noise();
        text += fmt::format("[{}]{}", key(name), end_);
        for (std::size_t n = rng_.below(3); n > 0; --n) statement(name, fmt::format("k{}", n));
    }
    void element(std::size_t number) {
        noise();
        const std::string path = fmt::format("s[{}]", number);
        text += fmt::format("[[ s ]]{}", end_);
        for (std::size_t n = rng_.below(3); n > 0; --n) statement(path, fmt::format("k{}", n));
        if (rng_.chance(0.5)) {
            text += fmt::format("[s.sub]{}", end_);
            for (std::size_t n = rng_.below(3); n > 0; --n) statement(path + ".sub", fmt::format("k{}", n));
        }
    }

    Rng rng_;
    std::string end_;
};

/// The document with one value left out of sight, so that all the rest can be compared.
std::string meaning_without(DocumentTable document, const DocumentPath& path) {
    DocumentTable* table = &document;
    for (std::size_t i = 0; table != nullptr; ++i) {
        auto at = std::find_if(table->entries.begin(), table->entries.end(),
                               [&](const DocumentEntry& entry) { return entry.key == path[i].key; });
        if (at == table->entries.end()) break;
        if (i + 1 == path.size()) {
            table->entries.erase(at);
            break;
        }
        DocumentValue* value = &at->value;
        if (path[i].index) value = &std::get<DocumentArray>(value->is)[*path[i].index];
        table = std::get_if<DocumentTable>(&value->is);
    }
    return canonical_text(document);
}

/// A table that only its keys made is gone with its last key.
std::string without_empty_tables(std::string meaning) {
    for (std::string before; before != meaning;) {
        before = meaning;
        for (const auto* name : {"\"k1\":{}", "\"k2\":{}", "\"top1\":{}", "\"top2\":{}", "\"top3\":{}", "\"sub\":{}"})
            for (const std::string& written : {"," + std::string(name), std::string(name) + ",", std::string(name)})
                meaning = replaced(meaning, written, "");
    }
    return meaning;
}

std::size_t remarks_in(const std::string& text) {
    std::size_t count = 0;
    for (std::size_t at = text.find("# "); at != std::string::npos; at = text.find("# ", at + 1)) ++count;
    return count;
}

}  // namespace

TEST_CASE("drawn texts: a set value is there, everything else means the same, and every remark is kept") {
    for (std::uint64_t seed = 0; seed < 1500; ++seed) {
        const DrawnText drawn(seed);
        CAPTURE(seed, drawn.text);
        const DocumentTable before = parse_document(drawn.text, "t");
        for (const auto& key : drawn.keys) {
            CAPTURE(key);
            const DocumentPath path = parse_path(key);
            REQUIRE(value_at(before, path) != nullptr);
            const std::string changed = with_document_value(drawn.text, path, "\"nieuw # ]\"");
            const DocumentTable after = parse_document(changed, "t");
            REQUIRE(std::get<std::string>(value_at(after, path)->is) == "nieuw # ]");
            REQUIRE(meaning_without(after, path) == meaning_without(before, path));
            // and back
            const std::string dropped = without_document_value(drawn.text, path);
            REQUIRE(value_at(parse_document(dropped, "t"), path) == nullptr);
            REQUIRE(without_empty_tables(meaning_without(parse_document(dropped, "t"), path)) ==
                    without_empty_tables(meaning_without(before, path)));
        }
        std::vector<std::string> added{"new", "newtable.x", "newtable.y.z"};
        if (drawn.elements > 0) {
            added.push_back(fmt::format("s[{}].new", drawn.elements - 1));
            added.push_back("s[0].sub.new");
            added.push_back("s[0].other.new");
        }
        for (const auto& key : added) {
            CAPTURE(key);
            const DocumentPath path = parse_path(key);
            const std::string changed = with_document_value(drawn.text, path, "[1, 2]");
            const DocumentTable after = parse_document(changed, "t");
            REQUIRE(value_at(after, path) != nullptr);
            REQUIRE(std::get<DocumentArray>(value_at(after, path)->is).size() == 2);
            REQUIRE(remarks_in(changed) == remarks_in(drawn.text));
            // Every line that was there is there still, in its order.
            std::size_t at = 0;
            for (const auto& line : split(replaced(drawn.text, "\xEF\xBB\xBF", ""), '\n')) {
                const auto found = changed.find(std::string(trimmed(line)), at);
                REQUIRE(found != std::string::npos);
                at = found;
            }
        }
    }
}

TEST_CASE("drawn texts: tables of a list are appended, taken out and put in another order") {
    for (std::uint64_t seed = 0; seed < 1500; ++seed) {
        const DrawnText drawn(seed);
        CAPTURE(seed, drawn.text);
        const std::string more = with_document_table(drawn.text, "s", {{"k", "'new'"}, {"t", "{ a = 1 }"}});
        const DocumentTable document = parse_document(more, "t");
        REQUIRE(count_of_tables(document, "s") == drawn.elements + 1);
        REQUIRE(meaning(without_document_table(more, "s", drawn.elements)) == meaning(drawn.text));
        for (std::size_t i = 0; i < drawn.elements; ++i) {
            const std::string fewer = without_document_table(drawn.text, "s", i);
            const DocumentTable after = parse_document(fewer, "t");
            REQUIRE(count_of_tables(after, "s") == drawn.elements - 1);
            const std::string swapped = with_document_tables_swapped(more, "s", i);
            REQUIRE(meaning(with_document_tables_swapped(swapped, "s", i)) == meaning(more));
            const auto said = [](const std::string& text, std::size_t index) {
                const auto table = parse_document(text, "t");
                return canonical_text(std::get<DocumentTable>(value_at(table, {{"s", index}})->is));
            };
            REQUIRE(said(swapped, i) == said(more, i + 1));
            REQUIRE(said(swapped, i + 1) == said(more, i));
        }
    }
}
