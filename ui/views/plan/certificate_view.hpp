#pragma once
/// The certificate, read like the agreement itself: is it met, clause by clause; what cannot be met, and the smallest
/// relaxation with a button that applies it.

#include <QWidget>

#include "ui/models/clause_list.hpp"

class QLabel;
class QTreeView;
class QVBoxLayout;

namespace baken {

class WordsLabel;

class CertificateView : public QWidget {
    Q_OBJECT

public:
    CertificateView(Speech, QWidget* parent = nullptr);
    void show(const Project&);
    [[nodiscard]] QTreeView& tree() { return *tree_; }

signals:
    void relaxation_asked(const std::vector<baken::SettingChange>&);

protected:
    void keyPressEvent(QKeyEvent*) override;
    void changeEvent(QEvent*) override;

private:
    void show_verdict(const Project&);
    void show_unmet(const Project&);
    [[nodiscard]] QWidget* unmet_row(const Unmet&);
    void open_what_matters();
    void fit_columns();

    Speech say_;
    ClauseList clauses_;
    WordsLabel *verdict_, *solver_;
    QWidget* unmet_;
    QVBoxLayout* unmet_rows_;
    QTreeView* tree_;
};

}  // namespace baken
