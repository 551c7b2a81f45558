#include "geo/io/short_names.hpp"

#include "support/support.hpp"

using namespace baken;
using Names = std::vector<std::string>;

TEST_CASE("names of ten characters: own ones, whole ones, and those without vowels") {
    CHECK(short_names({{"rank"}, {"municipality", FieldType::text, "", "muni"}, {"prob_above"}, {"black_spot_norm"}}) ==
          Names{"rank", "muni", "prob_above", "blck_spt_n"});
    CHECK(short_names({{"aaaaaaaaaaaa"}, {"snelheidsmeting"}}) == Names{"aaaaaaaaaa", "snlhdsmtng"});
}

TEST_CASE("no two names are the same, also not in capitals, and a whole name never gives way") {
    CHECK(short_names({{"begin_van_de_dag"}, {"bgn_vn_d_d"}, {"BGN_VN_D_D"}, {"begin_van_de_dagen"}}) ==
          Names{"bgn_vn_d_2", "bgn_vn_d_d", "BGN_VN_D_3", "bgn_vn_d_4"});
    CHECK(short_names({{"caf\u00e9"}, {"\u00e9"}, {""}}) == Names{"caf_", "_", "field"});
}
