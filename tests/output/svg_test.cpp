#include "output/svg.hpp"

#include "base/error.hpp"
#include "support/catch.hpp"

using namespace baken;

TEST_CASE("numbers in a picture are short and never a negative zero") {
    CHECK(svg_number(12.5) == "12.5");
    CHECK(svg_number(3.14159) == "3.14");
    CHECK(svg_number(-0.001) == "0");
    CHECK(svg_number(-3) == "-3");
}

TEST_CASE("what stands in a picture is escaped, as text and as attribute") {
    Svg picture(10, 20, "Jan & <Piet>");
    picture.text(1, 2, "a < b", {{"fill", "\"x\""}});
    const std::string text = picture.done();
    CHECK(text.find("<title>Jan &amp; &lt;Piet&gt;</title>") != std::string::npos);
    CHECK(text.find("a &lt; b") != std::string::npos);
    CHECK(text.find("fill=\"&quot;x&quot;\"") != std::string::npos);
    CHECK(text.find("viewBox=\"0 0 10 20\"") != std::string::npos);
}

TEST_CASE("a picture with a group left open is refused") {
    Svg picture(1, 1, "");
    picture.open({{"class", "a"}}, "tip");
    CHECK_THROWS_AS(picture.done(), InternalError);
    picture.close();
    CHECK(picture.done().find("<title>tip</title>") != std::string::npos);
    CHECK_THROWS_AS(picture.close(), InternalError);
}
