#include "store/pieces.hpp"

#include "base/error.hpp"
#include "base/text.hpp"

#include <charconv>

namespace baken {

namespace {

template <class Number>
std::optional<Number> parsed(std::string_view text) {
    Number value{};
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (failure != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value;
}

}  // namespace

PieceWriter& PieceWriter::text(std::string_view piece) {
    out_.append(std::to_string(piece.size())).append(1, ':').append(piece);
    return *this;
}

PieceWriter& PieceWriter::whole(std::int64_t number) { return text(std::to_string(number)); }
PieceWriter& PieceWriter::real(double number) { return text(number_text(number)); }

void PieceReader::fail() { throw InputError("a record of an edit does not hold what it should"); }

std::string_view PieceReader::next() {
    const std::size_t colon = rest_.find(':');
    const auto length = colon == std::string_view::npos ? std::nullopt : parsed<std::size_t>(rest_.substr(0, colon));
    if (!length || *length > rest_.size() - colon - 1) fail();
    const std::string_view piece = rest_.substr(colon + 1, *length);
    rest_.remove_prefix(colon + 1 + *length);
    return piece;
}

std::int64_t PieceReader::whole() {
    const auto number = parsed<std::int64_t>(next());
    if (!number) fail();
    return *number;
}

double PieceReader::real() {
    const auto number = parsed<double>(next());
    if (!number) fail();
    return *number;
}

}  // namespace baken
