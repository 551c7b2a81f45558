#pragma once
/// The hotspots of a project as a table: a row for each, in the project's order.
///
///     HotspotTable table(say);
///     table.show(project);
///     HotspotFilter filter;                  // what the page asks for
///     filter.setSourceModel(&table);
///     filter.set_municipality(3);

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>

#include "model/project.hpp"
#include "ui/models/speech.hpp"

#include <optional>

namespace baken {

class HotspotTable : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { rank, place, municipality, accidents, expected, complainants, q_value, rank_range, status, columns };
    enum Role { sort_role = Qt::UserRole, id_role };

    explicit HotspotTable(Speech, QObject* parent = nullptr);
    void show(const Project&);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex&, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation, int role) const override;

    [[nodiscard]] const Hotspot& hotspot(int row) const { return hotspots_[static_cast<std::size_t>(row)]; }
    [[nodiscard]] int row_of(const HotspotId&) const;  ///< -1: none

private:
    [[nodiscard]] QString text(const Hotspot&, int column) const;
    [[nodiscard]] QVariant sort_key(const Hotspot&, int column) const;

    Speech say_;
    std::vector<Hotspot> hotspots_;
    std::vector<QString> municipalities_;
};

/// What of the hotspots is shown. What is not set lets everything through.
struct HotspotChoice {
    std::optional<std::uint32_t> municipality = {};
    std::optional<Theme> theme = {};  ///< hotspots for which it weighs at least half of their strongest theme
    std::optional<RoadManager> road_manager = {};
    QString status = {};  ///< code; empty: all
    QString text = {};    ///< in the name, id or remark
};

class HotspotFilter : public QSortFilterProxyModel {
    Q_OBJECT

public:
    explicit HotspotFilter(HotspotTable*, QObject* parent = nullptr);
    void choose(HotspotChoice);
    [[nodiscard]] const HotspotChoice& choice() const { return choice_; }

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    HotspotTable* table_;
    HotspotChoice choice_;
};

/// Words for the codes of a review, in the order in which they are offered.
struct ReviewWord {
    const char* code;
    QString word;
};
[[nodiscard]] std::vector<ReviewWord> status_words(const Speech&);       ///< proposed, accepted, rejected
[[nodiscard]] std::vector<ReviewWord> enforceable_words(const Speech&);  ///< unknown, yes, no
[[nodiscard]] QString word_of(const std::vector<ReviewWord>&, const std::string& code);

}  // namespace baken
