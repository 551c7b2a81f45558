#include "base/random.hpp"
#include "support/support.hpp"
#include "ui/models/import_mapping_model.hpp"
#include "ui/models/import_municipalities_model.hpp"
#include "ui/models/import_receipt_models.hpp"
#include "ui/models/import_sources_model.hpp"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace baken;

namespace {

const Speech say(Language::nl);

SharedReceipt receipt_with(std::size_t rejected) {
    Region region;
    Receipt receipt;
    receipt.source = "x.csv";
    receipt.placed = 10;
    receipt.filtered = 3;
    receipt.filtered_by = {{"Afval", 1}, {"Groen", 2}};
    receipt.rejected = rejected;
    receipt.read = 13 + rejected;
    receipt.columns = {{"a", 5}, {"b", 0}};
    for (std::size_t i = 0; i < rejected; ++i)
        receipt.rejected_rows.push_back(
            {i * 2 + 2, i % 3 == 0 ? "x" : "", "reden " + std::to_string((i * 7919) % rejected)});
    region.receipts.push_back(receipt);
    return {std::move(region), 0};
}

SourcePreview preview() {
    SourcePreview preview;
    preview.fields = {{"x", "X", "X", true}, {"y", "", "", true}, {"date", "datum", "datum", false}};
    preview.columns = {{"X", 2, {"1", "2"}}, {"Y", 1, {"3"}}, {"datum", 0, {}}};
    preview.categories = {{"Te hard", 7, Theme::speed}, {"Afval", 3, std::nullopt}};
    return preview;
}

}  // namespace

TEST_CASE("the models of the import page keep the promises of Qt's models") {
    const auto fatal = QAbstractItemModelTester::FailureReportingMode::Fatal;
    ImportBalanceModel balance(say);
    ImportRejectedModel rejected(say);
    ImportLeftOutModel left_out(say);
    ImportColumnsModel columns(say);
    ImportMappingModel mapping(say);
    ImportCategoriesModel categories(say);
    ImportRowsModel rows;
    ImportMunicipalitiesModel municipalities(say);
    ImportSession session(say);
    ImportSourcesModel sources(say, session);
    std::vector<std::unique_ptr<QAbstractItemModelTester>> testers;
    for (QAbstractItemModel* model : std::initializer_list<QAbstractItemModel*>{
             &balance, &rejected, &left_out, &columns, &mapping, &categories, &rows, &municipalities, &sources})
        testers.push_back(std::make_unique<QAbstractItemModelTester>(model, fatal));
    for (const std::size_t count : {std::size_t{0}, std::size_t{50}, std::size_t{7}}) {
        for (ReceiptTable* table : std::initializer_list<ReceiptTable*>{&balance, &rejected, &left_out, &columns})
            table->show(receipt_with(count));
        rejected.sort(ImportRejectedModel::reason, Qt::DescendingOrder);
        rejected.set_filter("reden 1");
    }
    for (ReceiptTable* table : std::initializer_list<ReceiptTable*>{&balance, &rejected, &left_out, &columns})
        table->show(std::nullopt);
    mapping.show(preview());
    categories.show(preview());
    rows.show(preview());
    municipalities.show({{"Druten", "GM0225"}, {"Heumen", "GM0252"}}, {"heumen"});
    CHECK(municipalities.ticked() == 1);
    CHECK(municipalities.chosen() == std::vector<std::string>{"heumen"});
    session.add_waiting("a.csv");
    session.add_waiting("b.csv");
    session.set_trouble("a.csv", "why");
    session.remove(0);
    CHECK(sources.rowCount() == 1);
}

TEST_CASE("the six numbers of a receipt add up to the seventh") {
    ImportBalanceModel balance(say);
    balance.show(receipt_with(1234));
    CHECK(balance.index(6, ImportBalanceModel::rows).data().toString() == "1.247");
    int sum = 0;
    for (int row = 0; row < 6; ++row)
        sum += balance.index(row, ImportBalanceModel::rows).data().toString().remove('.').toInt();
    CHECK(sum == 1247);
}

TEST_CASE("a hundred thousand rejected rows are shown, filtered and sorted without a copy") {
    const SharedReceipt receipt = receipt_with(100000);
    ImportRejectedModel model(say);
    model.show(receipt);
    CHECK(model.rowCount() == 100000);
    CHECK(&(*receipt).rejected_rows == &receipt.region->receipts[0].rejected_rows);
    model.set_filter("reden 4242");
    std::size_t expected = 0;
    for (const auto& row : receipt->rejected_rows) expected += row.reason.find("reden 4242") != std::string::npos;
    CHECK(model.rowCount() == static_cast<int>(expected));
    model.set_filter("");
    model.sort(ImportRejectedModel::reason, Qt::AscendingOrder);
    for (int row = 1; row < model.rowCount(); row += 997)
        REQUIRE(model.index(row - 1, 2).data().toString().toStdString() <=
                model.index(row, 2).data().toString().toStdString());
    model.sort(ImportRejectedModel::line, Qt::DescendingOrder);
    CHECK(model.index(0, 0).data().toString() == say.whole(200000));
}

TEST_CASE("a column that is chosen is asked for, and the proposal is not") {
    ImportMappingModel model(say);
    model.show(preview());
    QSignalSpy chosen(&model, &ImportMappingModel::chosen);
    const auto y = model.index(1, ImportMappingModel::theirs);
    CHECK(y.data().toString().startsWith("⚠"));
    CHECK(model.setData(y, "Y", Qt::EditRole));
    REQUIRE(chosen.size() == 1);
    CHECK(chosen[0][0].value<QMap<QString, QString>>() == QMap<QString, QString>{{"y", "Y"}});
    CHECK_FALSE(model.setData(y, "no such column", Qt::EditRole));
    CHECK(model.setData(y, "", Qt::EditRole));
    CHECK(chosen.last()[0].value<QMap<QString, QString>>().isEmpty());
    const auto x = model.index(0, ImportMappingModel::theirs);
    CHECK(model.setData(x, "Y", Qt::EditRole));
    CHECK(model.setData(x, "X", Qt::EditRole));  // back to what is found by itself
    CHECK(chosen.last()[0].value<QMap<QString, QString>>().isEmpty());
}

TEST_CASE("a theme that is chosen for a category is asked for, and the rule's own is not") {
    ImportCategoriesModel model(say);
    model.show(preview());
    CHECK(model.rows_that_count() == 7);
    QSignalSpy chosen(&model, &ImportCategoriesModel::chosen);
    const int lighting =
        model.choices().indexOf(QString::fromStdString(std::string(name_of(Theme::lighting, Language::nl))));
    CHECK(model.setData(model.index(1, ImportCategoriesModel::theme), lighting, Qt::EditRole));
    CHECK(chosen.last()[0].value<QMap<QString, QString>>() == QMap<QString, QString>{{"Afval", "lighting"}});
    CHECK(model.rows_that_count() == 10);
    CHECK(model.setData(model.index(0, ImportCategoriesModel::theme), 0, Qt::EditRole));
    CHECK(chosen.last()[0].value<QMap<QString, QString>>().value("Te hard") == "none");
    CHECK(model.setData(model.index(1, ImportCategoriesModel::theme), 0, Qt::EditRole));
    CHECK_FALSE(chosen.last()[0].value<QMap<QString, QString>>().contains("Afval"));
    CHECK_FALSE(model.setData(model.index(1, ImportCategoriesModel::theme), 99, Qt::EditRole));
}
