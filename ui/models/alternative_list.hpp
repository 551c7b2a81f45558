#pragma once
/// Plans nearly as good as the one there is, to put side by side.
///
///     runner.start(..., [project, say](const Work& work) { return alternative_list(project, plan_alternatives(project,
///     4, work), say); },
///                  [this](AlternativeList list) { view->show(std::move(list)); });

#include "model/project.hpp"
#include "ui/models/speech.hpp"

#include <QString>

#include <vector>

namespace baken {

struct Alternative {
    struct Day {
        Date date;
        Theme theme = Theme::general_safety;
        bool is_kept = false;  ///< the present plan has a check at this hotspot on this day
        QString name;          ///< "12 mrt"
        QString story;
    };
    struct Row {
        QString municipality;
        std::vector<Day> days;
    };
    QString title;  ///< "Nu", "Plan 2"
    bool is_current = false;
    Plan plan;
    QString value;      ///< "−0,8 % waarde" against the present plan
    int differing = 0;  ///< checks at a hotspot and day that the present plan does not have
    int broken = 0;     ///< clauses of the certificate that fail
    QString differing_text, rules_text;
    std::vector<Row> rows;
};

/// The present plan first, then the others by value.
using AlternativeList = std::vector<Alternative>;

[[nodiscard]] AlternativeList alternative_list(const Project&, std::vector<Plan> others, Speech);

}  // namespace baken
