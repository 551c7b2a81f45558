#include "ui/models/clause_list.hpp"

#include "support/sample_project.hpp"
#include "support/support.hpp"

#include <QAbstractItemModelTester>

#include <set>

using namespace baken;

TEST_CASE("the list of clauses keeps the promises of a model and shows every clause once") {
    ClauseList list(Speech(Language::nl));
    const QAbstractItemModelTester tester(&list, QAbstractItemModelTester::FailureReportingMode::Fatal);
    const Project project = test::sample_project();
    list.show(project);
    std::set<std::string> shown;
    for (int group = 0; group < list.rowCount(); ++group) {
        const QModelIndex head = list.index(group, 0);
        for (int row = 0; row < list.rowCount(head); ++row)
            shown.insert(list.index(row, 0, head).data(ClauseList::clause_role).toString().toStdString());
    }
    std::set<std::string> expected;
    for (const Clause& clause : project.certificate.clauses) expected.insert(clause.id);
    CHECK(shown == expected);
}

TEST_CASE("a clause that is not met carries a cross, its group too") {
    Project project = test::sample_project();
    project.certificate.clauses = {{"quota.GM9001", "Gemeente A: ten minste 3 controles.", 3, 2, false, {}},
                                   {"quota.GM9002", "Gemeente B: ten minste 3 controles.", 3, 3, true, {}}};
    ClauseList list(Speech(Language::nl));
    list.show(project);
    REQUIRE(list.rowCount() == 1);
    const QModelIndex head = list.index(0, 0);
    CHECK(head.data().toString().startsWith(QStringLiteral("\u2717")));
    CHECK(list.index(0, ClauseList::met).data().toString() == "5");
    CHECK(list.index(0, ClauseList::required).data().toString() == "6");
    CHECK(list.index(0, 0, head).data().toString().startsWith(QStringLiteral("\u2717")));
    CHECK(list.index(1, 0, head).data().toString().startsWith(QStringLiteral("\u2713")));
}
