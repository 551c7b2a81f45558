#pragma once
/// The plan: the year as a calendar and as a list, the certificate, the charts, and other plans beside it; to the right
/// the chosen check.

#include <QWidget>

#include "ui/models/check_table.hpp"
#include "ui/models/session.hpp"

#include <array>
#include <memory>

class QLineEdit;
class QPushButton;
class QSplitter;
class QTabWidget;

namespace baken {

class AlternativesView;
class CertificateView;
class CheckPanel;
class LoadView;
class PlanBench;
class PlanBoardView;
class TableView;
class WordsLabel;

enum class PlanTab { calendar, list, certificate, load, alternatives };

class PlanPage : public QWidget {
    Q_OBJECT

public:
    PlanPage(Session&, QWidget* parent = nullptr);

    void show_project();
    void refresh();
    void choose(const CheckId&);
    void show_tab(PlanTab);
    void find();
    void ask_alternatives();
    void move_check(const CheckId&, Date);
    [[nodiscard]] QSplitter& splitter() { return *splitter_; }

signals:
    void place_asked(const baken::CheckId&);
    void municipality_asked(unsigned municipality);
    void said(const QString&);

protected:
    void showEvent(QShowEvent*) override;

private:
    [[nodiscard]] QWidget* make_bar();
    [[nodiscard]] QWidget* make_list();
    void connect_board();
    void connect_panel();
    void renew_bench();
    void refresh_what_is_seen();
    void show_chosen();
    void show_menu(const CheckId&, std::uint32_t municipality, Date, QPoint at);
    void add_check(std::uint32_t municipality, Date);
    [[nodiscard]] const Check* check(const CheckId&) const;

    Session& session_;
    Speech say_;
    CheckTable checks_;
    CheckFilter filter_;
    std::shared_ptr<const PlanBench> bench_;
    CheckId chosen_;
    std::array<bool, 5> stale_{};  ///< by PlanTab
    JobRunner bench_maker_;

    QSplitter* splitter_ = nullptr;
    QTabWidget* tabs_ = nullptr;
    QPushButton *make_ = nullptr, *others_ = nullptr;
    WordsLabel* verdict_ = nullptr;
    PlanBoardView* board_ = nullptr;
    TableView* table_ = nullptr;
    QLineEdit* search_ = nullptr;
    CertificateView* certificate_ = nullptr;
    LoadView* load_ = nullptr;
    AlternativesView* alternatives_ = nullptr;
    CheckPanel* panel_ = nullptr;
};

}  // namespace baken
