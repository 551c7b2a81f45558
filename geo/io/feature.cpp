#include "geo/io/feature.hpp"

#include "base/error.hpp"
#include "base/text.hpp"

namespace baken {

std::size_t FeatureTable::field(const std::string& field_name) const {
    for (std::size_t i = 0; i < fields.size(); ++i)
        if (fields[i].name == field_name) return i;
    std::vector<std::string> names;
    for (const auto& one : fields) names.push_back(one.name);
    std::string message = "no field named '" + field_name + "' in " + (name.empty() ? "this table" : name);
    message += names.empty() ? "; it has no fields" : "; it has: " + joined(names, ", ");
    if (const auto near = nearest_word(field_name, names)) message += " (did you mean '" + *near + "'?)";
    throw InputError(message);
}

bool FeatureTable::has_field(const std::string& field_name) const {
    for (const auto& one : fields)
        if (one.name == field_name) return true;
    return false;
}

std::string text_of(const Value& value) {
    struct Spelled {
        std::string operator()(std::monostate) const { return {}; }
        std::string operator()(const std::string& text) const { return text; }
        std::string operator()(std::int64_t number) const { return std::to_string(number); }
        std::string operator()(double number) const { return number_text(number); }
        std::string operator()(bool truth) const { return truth ? "true" : "false"; }
        std::string operator()(Date date) const { return to_iso(date); }
        std::string operator()(UtcTime moment) const { return to_iso(moment); }
    };
    return std::visit(Spelled{}, value);
}

}  // namespace baken
