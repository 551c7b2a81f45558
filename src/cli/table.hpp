#pragma once
/// Text in columns for a terminal.

#include <string>
#include <vector>

namespace baken {

class Table {
public:
    explicit Table(std::vector<std::string> header) : header_(std::move(header)), is_right_(header_.size(), false) {}
    void align_right(const std::vector<std::size_t>& columns) {
        for (const std::size_t column : columns) is_right_.at(column) = true;
    }
    /// Cells beyond the header's are dropped, missing ones are empty; long ones are cut at 60 characters.
    void add(const std::vector<std::string>& cells);
    [[nodiscard]] std::string text() const;

private:
    std::vector<std::string> header_;
    std::vector<bool> is_right_;
    std::vector<std::vector<std::string>> rows_;
};

}  // namespace baken
