#include "base/csv.hpp"

#include <algorithm>

namespace baken {

CsvReader::CsvReader(std::string_view text, char separator) : text_(text), separator_(separator) {}

bool CsvReader::next() {
    while (at_ < text_.size() && (text_[at_] == '\n' || text_[at_] == '\r')) {
        if (text_[at_] == '\n') ++next_line_;
        ++at_;
    }
    if (at_ >= text_.size()) return false;

    fields_.clear();
    unquoted_.clear();
    line_ = next_line_;
    begins_at_ = at_;
    is_closed_ = true;
    has_stray_text_ = false;
    while (true) {
        std::string_view field;
        if (at_ < text_.size() && text_[at_] == '"') {
            const std::size_t from = ++at_;
            bool has_doubled = false;
            while (true) {
                at_ = text_.find('"', at_);
                if (at_ == std::string_view::npos) {
                    is_closed_ = false;
                    at_ = text_.size();
                    break;
                }
                if (at_ + 1 < text_.size() && text_[at_ + 1] == '"') {
                    has_doubled = true;
                    at_ += 2;
                    continue;
                }
                break;
            }
            field = text_.substr(from, at_ - from);
            next_line_ += static_cast<std::size_t>(std::count(field.begin(), field.end(), '\n'));
            if (at_ < text_.size()) ++at_;  // the closing quote
            // What stands between the closing quote and the separator is not part of the field, and is dropped.
            while (at_ < text_.size() && text_[at_] != separator_ && text_[at_] != '\n' && text_[at_] != '\r') {
                has_stray_text_ = has_stray_text_ || text_[at_] != ' ';
                ++at_;
            }
            if (has_doubled) {
                std::string plain;
                for (std::size_t i = 0; i < field.size(); ++i) {
                    plain += field[i];
                    if (field[i] == '"') ++i;
                }
                unquoted_.push_back(std::move(plain));
                field = unquoted_.back();
            }
        } else {
            const std::size_t from = at_;
            while (at_ < text_.size() && text_[at_] != separator_ && text_[at_] != '\n' && text_[at_] != '\r') ++at_;
            field = text_.substr(from, at_ - from);
        }
        fields_.push_back(field);
        if (at_ < text_.size() && text_[at_] == separator_) {
            ++at_;
            continue;
        }
        break;
    }
    if (at_ < text_.size() && text_[at_] == '\r') ++at_;
    if (at_ < text_.size() && text_[at_] == '\n') {
        ++at_;
        ++next_line_;
    }
    return true;
}

void CsvReader::keep_first_line_only() {
    const auto end = text_.find('\n', begins_at_);
    at_ = end == std::string_view::npos ? text_.size() : end + 1;
    next_line_ = line_ + 1;
}

std::string csv_field(std::string_view text, char separator) {
    if (text.find_first_of("\"\r\n") == std::string_view::npos && text.find(separator) == std::string_view::npos)
        return std::string(text);
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"') out += '"';
        out += c;
    }
    return out + '"';
}

}  // namespace baken
