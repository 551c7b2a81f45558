// The cards of the agreed numbers and of guessing, drawn by row.

#include "ui/views/charts/plan_cards.hpp"
#include "ui/views/charts/plot_data.hpp"
#include "ui/views/charts/row_chart.hpp"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace baken {

namespace {

enum class Token { done, planned, missing, cancelled };

void paint_token(QPainter& painter, Token token, const QRectF& box, const QColor& colour, const Look& look) {
    const QRectF square = box.adjusted(0.75, 0.75, -0.75, -0.75);
    const QPointF middle = square.center();
    switch (token) {
        case Token::done:
            painter.fillRect(square.adjusted(-0.75, -0.75, 0.75, 0.75), colour);
            painter.setPen(QPen(look.surface, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
            painter.drawPolyline(
                QPolygonF({{square.left() + square.width() * 0.2, middle.y()},
                           {square.left() + square.width() * 0.42, middle.y() + square.height() * 0.24},
                           {square.right() - square.width() * 0.16, middle.y() - square.height() * 0.26}}));
            break;
        case Token::planned:
            painter.setPen(QPen(colour, 1.75));
            painter.drawRect(square);
            break;
        case Token::missing:
            painter.setPen(QPen(look.bad, 1.25, Qt::DotLine));
            painter.drawRect(square);
            painter.drawLine(QPointF(middle.x() - square.width() * 0.22, middle.y()),
                             QPointF(middle.x() + square.width() * 0.22, middle.y()));
            break;
        case Token::cancelled:
            painter.setPen(QPen(look.soft, 1));
            painter.drawRect(square);
            painter.drawLine(square.topLeft(), square.bottomRight());
            painter.drawLine(square.topRight(), square.bottomLeft());
            break;
    }
}

std::vector<Token> tokens_of(const Progress& progress) {
    std::vector<Token> tokens(static_cast<std::size_t>(progress.done), Token::done);
    tokens.insert(tokens.end(), static_cast<std::size_t>(progress.planned), Token::planned);
    for (int i = progress.counted(); i < progress.required; ++i) tokens.push_back(Token::missing);
    tokens.insert(tokens.end(), static_cast<std::size_t>(progress.cancelled), Token::cancelled);
    return tokens;
}

}  // namespace

/// A square per check: the quota's, a gap, and those of the dark days. The agreed number ends at a thin line.
class ProgressTracks : public RowChart {
public:
    using RowChart::RowChart;

    void draw(const std::vector<MunicipalityProgress>& series, const Speech& say) {
        series_ = series;
        std::vector<ChartRow> rows;
        most_quota_ = most_dark_ = 1;
        bool any_missing = false, any_cancelled = false, any_done = false;
        for (const auto& row : series) {
            const auto note = [&](const Progress& progress, std::size_t& most) {
                most = std::max(most, tokens_of(progress).size());
                any_missing = any_missing || !progress.is_met();
                any_cancelled = any_cancelled || progress.cancelled > 0;
                any_done = any_done || progress.done > 0;
            };
            note(row.quota, most_quota_);
            note(row.dark_days, most_dark_);
            const bool ok = row.quota.is_met() && row.dark_days.is_met();
            const auto words = [&](const Progress& p) {
                return say("%1 van %2 (%3 gedaan)", "%1 of %2 (%3 done)").arg(p.counted()).arg(p.required).arg(p.done);
            };
            rows.push_back(
                {.name = to_qt(row.name),
                 .figures = {QStringLiteral("%1/%2").arg(row.quota.counted()).arg(row.quota.required),
                             QStringLiteral("%1/%2").arg(row.dark_days.counted()).arg(row.dark_days.required),
                             ok ? QStringLiteral("\u2713") : QStringLiteral("!")},
                 .tip = say("%1\nnorm: %2\ndonkere dagen: %3", "%1\nquota: %2\ndark days: %3")
                            .arg(to_qt(row.name), words(row.quota), words(row.dark_days))});
        }
        std::vector<Key> keys;
        const auto key = [&](const QString& text, Token token, LookColour colour) {
            keys.push_back({text, [token, colour](QPainter& painter, const QRectF& box, const Look& look) {
                                const double side = std::round(box.height() * 0.62);
                                paint_token(painter, token,
                                            QRectF(box.left(), std::round(box.center().y() - side / 2), side, side),
                                            look.*colour, look);
                            }});
        };
        key(say("gepland", "planned"), Token::planned, &Look::check);
        if (any_done) key(say("gedaan", "done"), Token::done, &Look::check);
        key(say("donkere dagen", "dark days"), Token::planned, &Look::dark_hours);
        if (any_missing) key(say("ontbreekt", "missing"), Token::missing, &Look::bad);
        if (any_cancelled) key(say("vervallen", "cancelled"), Token::cancelled, &Look::soft);
        set_rows(std::move(rows), std::move(keys));
    }

protected:
    [[nodiscard]] double widest_track(double line) const override {
        return (std::round(line * 0.8) + 3) * static_cast<double>(most_quota_ + most_dark_) + gap_4;
    }
    void paint_track(QPainter& painter, int at, const QRectF& track, const Look& look) const override {
        const auto& row = series_[static_cast<std::size_t>(at)];
        const auto count = static_cast<double>(most_quota_ + most_dark_);
        const double pitch =
            std::floor(std::min(std::round(track.height() * 0.8) + 3, (track.width() - gap_4) / count));
        const double side = std::max(2.0, pitch - 3), y = std::round(track.center().y() - side / 2);
        double x = std::round(track.left());
        const auto paint = [&](const Progress& progress, const QColor& colour) {
            const auto tokens = tokens_of(progress);
            for (std::size_t i = 0; i < tokens.size(); ++i)
                paint_token(painter, tokens[i], QRectF(x + static_cast<double>(i) * pitch, y, side, side), colour,
                            look);
            const double end = x + progress.required * pitch - 1.5;
            painter.setPen(QPen(look.soft, 1));
            painter.drawLine(QPointF(end, y - 2), QPointF(end, y + side + 2));
        };
        paint(row.quota, look.check);
        x += static_cast<double>(most_quota_) * pitch + gap_3;
        paint(row.dark_days, look.dark_hours);
    }

private:
    std::vector<MunicipalityProgress> series_;
    std::size_t most_quota_ = 1, most_dark_ = 1;
};

QuotaCard::QuotaCard(Speech say, QWidget* parent) : ChartCard(say, parent), tracks_(new ProgressTracks(this)) {
    set_body(tracks_);
    set_pointers({tracks_->pointer()});
    connect(tracks_->pointer(), &MarkPointer::clicked, this,
            [this](int mark) { emit municipality_clicked(series_[static_cast<std::size_t>(mark)].municipality); });
}

void QuotaCard::show(std::vector<MunicipalityProgress> series) {
    series_ = std::move(series);
    tracks_->draw(series_, say());
    set_content(table_of(series_, say()), instead_of(series_, say().language()), note_on(series_, say().language()));
}

/// The figures, large and right-aligned, with their meaning beside them and a thin scale below each.
class GuessFigures : public QWidget {
public:
    explicit GuessFigures(QWidget* parent) : QWidget(parent), layout_(new QGridLayout(this)) {
        layout_->setContentsMargins(0, gap_1, 0, 0);
        layout_->setHorizontalSpacing(gap_2);
        layout_->setVerticalSpacing(gap_2);
        layout_->setColumnStretch(1, 1);
    }

    void draw(const std::vector<PlainFigure>& figures) {
        while (labels_.size() < 2 * figures.size()) {
            auto* label = new QLabel(this);
            label->setTextFormat(Qt::PlainText);
            const bool is_figure = labels_.size() % 2 == 0;
            label->setWordWrap(!is_figure);
            label->setAlignment(is_figure ? Qt::AlignRight | Qt::AlignTop : Qt::AlignLeft | Qt::AlignTop);
            layout_->addWidget(label, static_cast<int>(labels_.size() / 2), is_figure ? 0 : 1);
            labels_.push_back(label);
        }
        for (std::size_t i = 0; i < figures.size(); ++i) {
            labels_[2 * i]->setText(to_qt(figures[i].figure));
            labels_[2 * i + 1]->setText(to_qt(figures[i].meaning));
        }
        restyle();
    }

protected:
    void changeEvent(QEvent* event) override {
        QWidget::changeEvent(event);
        if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) restyle();
    }

private:
    void restyle() {
        const Look look = Look::of(palette());
        for (std::size_t i = 0; i < labels_.size(); ++i) {
            QPalette own = labels_[i]->palette();
            own.setColor(QPalette::WindowText, i % 2 == 0 ? look.accent : look.text);
            labels_[i]->setPalette(own);
            labels_[i]->setFont(i % 2 == 0 ? heading_font(font()) : secondary_font(font()));
        }
    }

    QGridLayout* layout_;
    std::vector<QLabel*> labels_;
};

PredictabilityCard::PredictabilityCard(Speech say, QWidget* parent)
    : ChartCard(say, parent), figures_(new GuessFigures(this)) {
    set_body(figures_);
}

void PredictabilityCard::show(const Guessing& guess) {
    figures_->draw(plain_figures(guess, say().language()));
    set_content(table_of(guess, say()), instead_of(guess, say().language()), {});
}

}  // namespace baken
