#pragma once
/// The two languages of the desktop, at every place where it speaks:
///
///     const Speech say(Language::nl);
///     button->setText(say("Opslaan", "Save"));
///     label->setText(say("%1 van %2 controles", "%1 of %2 checks").arg(met).arg(required));

#include "base/date.hpp"
#include "base/language.hpp"

#include <QLocale>
#include <QString>

#include <string_view>

namespace baken {

class Speech {
public:
    explicit Speech(Language language) : language_(language) {}

    [[nodiscard]] Language language() const { return language_; }
    [[nodiscard]] QLocale locale() const;
    [[nodiscard]] QString operator()(const char* dutch, const char* english) const;

    [[nodiscard]] QString whole(long long) const;                         ///< "3.125", "3,125"
    [[nodiscard]] QString number(double, int decimals) const;             ///< "0,83", "0.83"
    [[nodiscard]] QString percent(double share, int decimals = 0) const;  ///< "23 %", "23%"
    [[nodiscard]] QString day(Date) const;                                ///< "vr 12 mrt 2027"
    [[nodiscard]] QString short_day(Date) const;                          ///< "vr 12 mrt"
    [[nodiscard]] QString month(unsigned month) const;                    ///< "maart"
    [[nodiscard]] QString short_month(unsigned month) const;              ///< "mrt"
    [[nodiscard]] QString short_weekday(unsigned weekday) const;          ///< 1: "ma", "Mon"

private:
    Language language_;
};

[[nodiscard]] inline QString to_qt(std::string_view utf8) {
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}
[[nodiscard]] inline std::string from_qt(const QString& text) { return text.toStdString(); }

}  // namespace baken
