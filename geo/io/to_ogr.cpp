#include "geo/io/to_ogr.hpp"

#include "base/error.hpp"

#include <fmt/format.h>
#include <ogrsf_frmts.h>

namespace baken {

namespace {

struct ToOgr {
    static void add(OGRSimpleCurve& curve, const std::vector<MapPoint>& points) {
        static_assert(sizeof(MapPoint) == sizeof(OGRRawPoint));
        curve.setPoints(static_cast<int>(points.size()), reinterpret_cast<const OGRRawPoint*>(points.data()));
    }
    static void add(OGRPolygon& polygon, const Ring& ring) {
        auto closed = std::make_unique<OGRLinearRing>();
        add(static_cast<OGRSimpleCurve&>(*closed), ring);
        polygon.addRingDirectly(closed.release());
    }

    std::unique_ptr<OGRGeometry> operator()(std::monostate) const { return nullptr; }
    std::unique_ptr<OGRGeometry> operator()(MapPoint p) const { return std::make_unique<OGRPoint>(p.x, p.y); }
    std::unique_ptr<OGRGeometry> operator()(const MultiLine& lines) const {
        auto all = std::make_unique<OGRMultiLineString>();
        for (const auto& line : lines) {
            auto one = std::make_unique<OGRLineString>();
            add(*one, line);
            all->addGeometryDirectly(one.release());
        }
        return all;
    }
    std::unique_ptr<OGRGeometry> operator()(const MultiPolygon& area) const {
        auto all = std::make_unique<OGRMultiPolygon>();
        for (const auto& part : area) {
            auto one = std::make_unique<OGRPolygon>();
            add(*one, part.outer);
            for (const auto& hole : part.holes) add(*one, hole);
            all->addGeometryDirectly(one.release());
        }
        return all;
    }
};

/// Sets one field; false when the value is of another type than the field.
class SetField {
public:
    SetField(OGRFeature& feature, int index, FieldType type) : feature_(feature), index_(index), type_(type) {}

    bool operator()(std::monostate) const {
        feature_.SetFieldNull(index_);
        return true;
    }
    bool operator()(const std::string& text) const {
        feature_.SetField(index_, text.c_str());
        return type_ == FieldType::text;
    }
    bool operator()(std::int64_t number) const {
        feature_.SetField(index_, static_cast<GIntBig>(number));
        return type_ == FieldType::integer || type_ == FieldType::real;
    }
    bool operator()(double number) const {
        feature_.SetField(index_, number);
        return type_ == FieldType::real;
    }
    bool operator()(bool truth) const {
        feature_.SetField(index_, truth ? 1 : 0);
        return type_ == FieldType::boolean;
    }
    bool operator()(Date date) const {
        feature_.SetField(index_, year_of(date), static_cast<int>(month_of(date)),
                          static_cast<int>(day_of_month(date)));
        return type_ == FieldType::date;
    }
    bool operator()(UtcTime moment) const {
        const Date date = std::chrono::floor<std::chrono::days>(moment);
        const auto second = static_cast<int>((moment - date).count());
        constexpr int utc = 100;
        feature_.SetField(index_, year_of(date), static_cast<int>(month_of(date)), static_cast<int>(day_of_month(date)),
                          second / 3600, second / 60 % 60, static_cast<float>(second % 60), utc);
        return type_ == FieldType::date_time;
    }

private:
    OGRFeature& feature_;
    int index_;
    FieldType type_;
};

}  // namespace

int wkb_type(ShapeType type) {
    switch (type) {
        case ShapeType::point: return wkbPoint;
        case ShapeType::line: return wkbMultiLineString;
        case ShapeType::area: return wkbMultiPolygon;
        case ShapeType::none: break;
    }
    return wkbNone;
}

std::unique_ptr<OGRFieldDefn> ogr_field(const Field& field) {
    auto made = std::make_unique<OGRFieldDefn>(field.name.c_str(), OFTString);
    switch (field.type) {
        case FieldType::text: break;
        case FieldType::integer: made->SetType(OFTInteger64); break;
        case FieldType::real: made->SetType(OFTReal); break;
        case FieldType::date: made->SetType(OFTDate); break;
        case FieldType::date_time: made->SetType(OFTDateTime); break;
        case FieldType::boolean:
            made->SetType(OFTInteger);
            made->SetSubType(OFSTBoolean);
            break;
    }
    if (!field.alias.empty()) made->SetAlternativeName(field.alias.c_str());
    return made;
}

void fill(OGRFeature& feature, const FeatureTable& table, std::size_t row) {
    const Feature& from = table.rows[row];
    const auto refuse = [&](const std::string& what) {
        throw InternalError(fmt::format("row {} of table {}: {}", row, table.name, what));
    };
    if (from.values.size() != table.fields.size()) refuse("it has not one value per field");
    for (std::size_t i = 0; i < table.fields.size(); ++i) {
        const Field& field = table.fields[i];
        const Value& value = from.values[i];
        const SetField set(feature, static_cast<int>(i), field.type);
        const bool is_spelled_out = field.type == FieldType::text && value.index() != 0;
        if (!(is_spelled_out ? set(text_of(value)) : std::visit(set, value)))
            refuse("'" + field.name + "' has a value of another type");
    }
    if (from.shape.index() == 0) return;
    if (static_cast<std::size_t>(table.shape_type) != from.shape.index())
        refuse("its shape is of another kind than the table's");
    feature.SetGeometryDirectly(std::visit(ToOgr{}, from.shape).release());
}

std::unique_ptr<OGRGeometry> to_ogr(const Shape& shape) { return std::visit(ToOgr{}, shape); }

}  // namespace baken
