#include "podium/cli/labour_view.hpp"

#include <doctest/doctest.h>

#include "podium/files/read_index.hpp"
#include "podium/files/read_labour.hpp"

#include "cli/whole_program.hpp"
#include "files/directory_on_disk.hpp"
#include "support/small.hpp"

namespace podium {
namespace {

using namespace testing;

const std::string kHeader = "unit,level,period,item,value,edition,source,locator,note\n";

/// The tiny index with Korea, and a labour table of it beside.
class Asked {
 public:
  explicit Asked(const std::string& rows) : index_(read_tiny()) {
    write_file("labour.csv", kHeader + rows);
    table_ = must(read_labour("labour.csv", index_));
  }

  std::string text(SubstitutionRule rule, Language language = Language::English,
                   TextForm form = TextForm::Terminal) const {
    const LabourAnswer answer = must(labour_answer(table_, index_, *index_.find_unit("KOR"), rule));
    return labour_view(answer, form, language, Colour::Off);
  }

 private:
  static Index read_tiny() {
    write_tiny_index("tiny");
    write_file("tiny/units.csv", read_file("tiny/units.csv") + "KOR,South Korea,한국\n");
    return must(read_index("tiny")).index;
  }

  ScratchPlace place_{};
  Index index_;
  LabourTable table_{};
};

// Published are the sums, 66,100 and 53,300, and the differences, advanced -16,600 and others +3,800; how the sums
// divide between the levels is this test's own.
const std::string kPlan =
    "KOR,others,2023-2027,new_demand,37500,ed-2024,table,p. 12,\n"
    "KOR,others,2023-2027,new_supply,41300,ed-2024,table,p. 12,\n"
    "KOR,advanced,2023-2027,new_demand,28600,ed-2024,table,p. 12,\n"
    "KOR,advanced,2023-2027,new_supply,12000,ed-2024,table,p. 12,\n";

TEST_CASE("12,800 are short with substitution, 2,560 a year, and 16,600 of the advanced level alone") {
  const Asked asked(kPlan);
  CHECK(asked.text(SubstitutionRule::Any) ==
        R"(South Korea: people wanted and people there, by level
South Korea (KOR): 66,100 people are wanted over 2023-2027 and 53,300 come: 12,800 short if every level may do the work of another, 2,560 a year; 16,600 short where none may (advanced 16,600; 3,800 too many elsewhere).

                                              short with
level     wanted  coming   short  too many  substitution
others    37,500  41,300             3,800
advanced  28,600  12,000  16,600                  12,800
all       66,100  53,300  16,600     3,800        12,800

3,800 of level others do the work of level advanced.
Assumed: who is too many at one level does the work of any other at once and as well, so the shortage is the least there can be.
Figures: 4; editions: ed-2024; sources: table.
)");
  CHECK(asked.text(SubstitutionRule::Any, Language::Korean) ==
        R"(한국: 수준별 인력 수요와 공급
한국(KOR): 2023~2027년에 새로 필요한 인력은 66,100명, 공급되는 인력은 53,300명이다. 어느 수준의 인력이든 다른 수준의 일을 대신할 수 있다면 12,800명(연평균 2,560명)이 부족하고, 대신할 수 없다면 16,600명이 부족하다(advanced 16,600명 부족, 나머지 수준은 3,800명 남음).

수준        수요    공급    부족   남음  대체 후 부족
others    37,500  41,300          3,800
advanced  28,600  12,000  16,600               12,800
전체      66,100  53,300  16,600  3,800        12,800

others 수준 3,800명이 advanced 수준의 일을 대신한다.
가정: 남는 인력은 어느 수준의 일이든 곧바로, 똑같이 잘 해낸다. 따라서 부족 인원은 있을 수 있는 가장 작은 값이다.
수치: 4개. 판: ed-2024. 출처: table.
)");
}

TEST_CASE("where nobody may do another's work, the advanced level's shortage is all there is to tell") {
  const Asked asked(kPlan);
  const std::string none = asked.text(SubstitutionRule::None);
  // 16,600 / 5 = 3,320.
  CHECK(holds(none,
              "53,300 come: 16,600 short, each level for itself, 3,320 a year (advanced 16,600; 3,800 too many "
              "elsewhere).\n"));
  CHECK(!holds(none, "short with substitution"));
  CHECK(holds(none, "Assumed: nobody does the work of another level; a surplus fills no gap.\n"));
  CHECK(holds(
      asked.text(SubstitutionRule::None, Language::Korean),
      "수준별로 따로 보면 16,600명(연평균 3,320명)이 부족하다(advanced 16,600명 부족, 나머지 수준은 3,800명 남음).\n"));

  // The surplus is of the lower level.
  const std::string higher = asked.text(SubstitutionRule::HigherForLower);
  CHECK(holds(higher,
              "16,600 short if higher levels may do the work of lower ones, 3,320 a year; 16,600 short where "
              "none may"));
  CHECK(holds(higher, "Levels, lowest first: others, advanced.\n"));
}

// basic:    1,000 * 0.75 + 150 = 900;  900 * 0.5 + 50 + 100 = 600;  600 * 0.75 + 50 = 500
//           wanted 800, 650, 400: 100 too many, 50 short, 100 too many
// advanced: 400 * 0.75 + 20 + 30 = 350;  350 - 50 = 300;  300 * 0.5 + 10 + 20 = 180
//           wanted 350, 320, 430: none short, 20 short, 250 short; of these 100 by basic ones: 150, 50 a year
const std::string kStockFlow =
    "KOR,basic,2023,stock,1000,ed-2025,table,,\n"
    "KOR,basic,2024,demand,800,ed-2025,table,,\n"
    "KOR,basic,2024,exit_rate,0.25,ed-2025,table,,\n"
    "KOR,basic,2024,graduates,150,ed-2025,table,,\n"
    "KOR,basic,2025,demand,650,ed-2025,table,,\n"
    "KOR,basic,2025,exit_rate,0.5,ed-2025,table,,\n"
    "KOR,basic,2025,graduates,50,ed-2025,table,,\n"
    "KOR,basic,2025,net_migration,100,ed-2025,table,,\n"
    "KOR,basic,2026,demand,400,ed-2025,table,,\n"
    "KOR,basic,2026,exit_rate,0.25,ed-2025,table,,\n"
    "KOR,basic,2026,graduates,50,ed-2025,table,,\n"
    "KOR,advanced,2023,stock,400,ed-2025,table,,\n"
    "KOR,advanced,2024,demand,350,ed-2025,table,,\n"
    "KOR,advanced,2024,exit_rate,0.25,ed-2025,table,,\n"
    "KOR,advanced,2024,training,20,ed-2025,table,,\n"
    "KOR,advanced,2024,graduates,30,ed-2025,table,,\n"
    "KOR,advanced,2025,demand,320,ed-2025,table,,\n"
    "KOR,advanced,2025,graduates,0,ed-2025,table,,\n"
    "KOR,advanced,2025,net_migration,-50,ed-2025,table,,\n"
    "KOR,advanced,2026,demand,430,ed-2024,table,,\n"
    "KOR,advanced,2026,exit_rate,0.5,ed-2025,table,,\n"
    "KOR,advanced,2026,training,10,ed-2025,table,,\n"
    "KOR,advanced,2026,graduates,20,ed-2025,table,,\n";

TEST_CASE("stocks are followed year by year, with what was not stated and the editions that are mixed") {
  const Asked asked(kStockFlow);
  CHECK(asked.text(SubstitutionRule::Any) ==
        R"(South Korea: people wanted and people there, by level
South Korea (KOR): 830 people are wanted at the end of 2026 and 680 are there: 150 short if every level may do the work of another, 50 a year; 250 short where none may (advanced 250; 100 too many elsewhere).

                            there at                     short with
period  level     wanted  year's end  short  too many  substitution
2024    basic        800         900              100
2024    advanced     350         350
2024    all        1,150       1,250              100
2025    basic        650         600     50                      50
2025    advanced     320         300     20                      20
2025    all          970         900     70                      70
2026    basic        400         500              100
2026    advanced     430         180    250                     150
2026    all          830         680    250       100           150

100 of level basic do the work of level advanced.
Assumed: who is too many at one level does the work of any other at once and as well, so the shortage is the least there can be.
Not stated for every year and level, and counted as 0 there: exit_rate, training, net_migration.
Figures: 23; editions: ed-2024, ed-2025; sources: table.
Figures of 2 editions are balanced against each other here.
)");
  CHECK(holds(
      asked.text(SubstitutionRule::Any, Language::Korean),
      "한국(KOR): 2026년 말에 필요한 인력은 830명, 활용할 수 있는 인력은 680명이다. 어느 수준의 인력이든 다른 수준의 "
      "일을 대신할 수 있다면 "
      "150명(연평균 50명)이 부족하고, 대신할 수 없다면 250명이 부족하다(advanced 250명 부족, 나머지 수준은 "
      "100명 남음).\n"));
}

TEST_CASE("nobody is said to be short where nobody is") {
  const std::string rows =
      "KOR,basic,2023,new_demand,50,ed-2025,table,,\nKOR,basic,2023,new_supply,40,ed-2025,table,,\n"
      "KOR,advanced,2023,new_demand,10,ed-2025,table,,\nKOR,advanced,2023,new_supply,30,ed-2025,table,,\n";
  const Asked asked(rows);
  CHECK(holds(asked.text(SubstitutionRule::HigherForLower),
              "60 people are wanted in 2023 and 70 come: nobody short if higher levels may do the work of lower ones; "
              "10 short where none may (basic 10; 20 too many elsewhere).\n"));
  CHECK(holds(asked.text(SubstitutionRule::HigherForLower), "10 of level advanced do the work of level basic.\n"));
  CHECK(holds(asked.text(SubstitutionRule::HigherForLower, Language::Korean),
              "2023년에 새로 필요한 인력은 60명, 공급되는 인력은 70명이다. 높은 수준의 인력이 낮은 수준의 일을 대신할 "
              "수 있다면 "
              "부족한 인력이 없지만, 대신할 수 없다면 10명이 부족하다(basic 10명 부족, 나머지 수준은 20명 남음).\n"));
  const Asked enough(replaced(rows, "new_demand,50", "new_demand,35"));
  CHECK(holds(enough.text(SubstitutionRule::Any), "70 come: no level is short of people, 25 are too many.\n"));
  CHECK(holds(enough.text(SubstitutionRule::Any, Language::Korean), "부족한 수준은 없고 25명이 남는다.\n"));
}

TEST_CASE("in Markdown the notes are a list") {
  const std::string text = Asked(kPlan).text(SubstitutionRule::Any, Language::English, TextForm::Markdown);
  CHECK(text.starts_with("## South Korea: people wanted and people there, by level\n\nSouth Korea (KOR): "));
  CHECK(holds(text, "\n- 3,800 of level others do the work of level advanced.\n- Assumed: "));
}

}  // namespace
}  // namespace podium
