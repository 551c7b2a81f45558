#include "ui/models/speech.hpp"

#include "output/words.hpp"

namespace baken {

QLocale Speech::locale() const {
    return language_ == Language::nl ? QLocale(QLocale::Dutch, QLocale::Netherlands)
                                     : QLocale(QLocale::English, QLocale::UnitedKingdom);
}

QString Speech::operator()(const char* dutch, const char* english) const {
    return QString::fromUtf8(language_ == Language::nl ? dutch : english);
}

QString Speech::whole(long long number) const { return locale().toString(static_cast<qlonglong>(number)); }
QString Speech::number(double number, int decimals) const { return locale().toString(number, 'f', decimals); }
QString Speech::percent(double share, int decimals) const { return to_qt(percent_text(share, decimals, language_)); }
QString Speech::day(Date day) const { return to_qt(day_text(day, language_)); }
QString Speech::short_day(Date day) const { return to_qt(short_day_text(day, language_)); }
QString Speech::month(unsigned month) const {
    return locale().standaloneMonthName(static_cast<int>(month), QLocale::LongFormat);
}

QString Speech::short_month(unsigned month) const {
    // The locale's own Dutch short names end in a full stop and differ between versions of Qt.
    static constexpr const char* dutch[] = {"jan", "feb", "mrt", "apr", "mei", "jun",
                                            "jul", "aug", "sep", "okt", "nov", "dec"};
    static constexpr const char* english[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                              "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    return (*this)(dutch[month - 1], english[month - 1]);
}

QString Speech::short_weekday(unsigned weekday) const {
    static constexpr const char* dutch[] = {"ma", "di", "wo", "do", "vr", "za", "zo"};
    static constexpr const char* english[] = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
    return (*this)(dutch[weekday - 1], english[weekday - 1]);
}

}  // namespace baken
