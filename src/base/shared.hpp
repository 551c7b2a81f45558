#pragma once
/// A value that its copies share until one of them is changed: copying is cheap however large the value is.
///
///     Shared<Region> region = read_region();
///     const Shared<Region> kept = region;       // no copy of the content
///     region.edit().receipts.clear();           // now there are two; `kept` is as it was

#include <memory>
#include <utility>

namespace baken {

template <class T>
class Shared {
public:
    Shared() : value_(std::make_shared<T>()) {}
    Shared(T value)
        : value_(std::make_shared<T>(std::move(value))) {}  // NOLINT(google-explicit-constructor): it is a T

    [[nodiscard]] const T& operator*() const { return *value_; }
    [[nodiscard]] const T* operator->() const { return value_.get(); }
    /// The value to change; a copy of its own where others share it. Not for a value that another thread copies at the
    /// same moment.
    [[nodiscard]] T& edit() {
        if (value_.use_count() > 1) value_ = std::make_shared<T>(*value_);
        return *value_;
    }

private:
    std::shared_ptr<T> value_;
};

}  // namespace baken
