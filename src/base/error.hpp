#pragma once
/// What is thrown when the work cannot continue. Bad rows are not errors: they are results (see intake/receipt).
///
///     throw InputError("no layer named 'acc'; this file has: accidents_2023, lamps");
///     ...
///     catch (Error& e) { e.add_context("reading accidents.gpkg"); throw; }
///     // what(): "reading accidents.gpkg: no layer named 'acc'; this file has: accidents_2023, lamps"

#include <exception>
#include <string>
#include <utility>

namespace baken {

class Error : public std::exception {
public:
    explicit Error(std::string message) : message_(std::move(message)) {}
    [[nodiscard]] const char* what() const noexcept override { return message_.c_str(); }
    /// Puts what was being done before the message: "context: message".
    void add_context(const std::string& context) { message_ = context + ": " + message_; }

private:
    std::string message_;
};

/// Wrong usage or settings: the user's own words to the program are off (exit code 2).
class SettingsError : public Error {
    using Error::Error;
};
/// A file's content cannot be used (exit code 3).
class InputError : public Error {
    using Error::Error;
};
/// The machine refuses: no such file, no permission, disk full (exit code 1).
class IoError : public Error {
    using Error::Error;
};
/// A promise inside the program does not hold (exit code 1).
class InternalError : public Error {
    using Error::Error;
};

/// Who holds a thing that only one may change.
struct Holder {
    std::string user, host;
    long pid = 0;
};
/// Another process holds it (exit code 6). Names who, and what to do.
class LockedError : public Error {
public:
    LockedError(std::string message, Holder holder) : Error(std::move(message)), holder_(std::move(holder)) {}
    [[nodiscard]] const Holder& holder() const { return holder_; }

private:
    Holder holder_;
};

/// The user asked to stop. An outcome, not an error: it is outside the family (exit code 130).
class Cancelled : public std::exception {
public:
    [[nodiscard]] const char* what() const noexcept override { return "cancelled"; }
};

/// Runs `body`; an Error that leaves it gains `context` in front.
template <class Body>
decltype(auto) with_context(const std::string& context, Body&& body) {
    try {
        return body();
    } catch (Error& error) {
        error.add_context(context);
        throw;
    }
}

}  // namespace baken
