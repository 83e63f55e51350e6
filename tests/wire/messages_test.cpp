#include <doctest/doctest.h>

#include "podium/model/story.hpp"
#include "podium/wire/cell_story.hpp"
#include "podium/wire/diagnostics.hpp"
#include "podium/wire/panel.hpp"
#include "podium/wire/ranking.hpp"
#include "podium/wire/series_profile.hpp"
#include "podium/wire/unit_profile.hpp"

#include "wire/tiny_index.hpp"

using namespace podium;
using namespace podium::testing;

namespace {

constexpr const char* kIndex = R"({"index":{"id":"tiny","title":{"en":"Tiny","ko":"작은 지수"}},)";

Computed computed(const Index& index) { return must(compute(index, index.edition)); }

}  // namespace

TEST_CASE("the message of a ranking") {
  const Index index = tiny_index();
  const Computed all = computed(index);
  const RankingTable table = ranking_table(index, all.ranking, index.hierarchy.root(), Time{0});
  CHECK(ranking_json(index, all, std::vector{table}) ==
        std::string(kIndex) +
            R"("edition_choice":{"choice":"latest"},)"
            R"("rankings":[{"period":"2024","node":{"id":"index","title":{"en":"Tiny","ko":"작은 지수"}},"units":[)"
            R"({"code":"AAA","name":{"en":"Alpha","ko":"가"},"score":100,"rank":1,"change":null,)"
            R"("components":[{"node":"pillar","score":100,"rank":1}]},)"
            R"({"code":"BBB","name":{"en":"Beta, \"B\"","ko":"Beta, \"B\""},"score":0,"rank":2,"change":null,)"
            R"("components":[{"node":"pillar","score":0,"rank":2}]}],)"
            R"("editions":[{"id":"ed-2025","publisher":"A publisher","released":"2025-05-01","title":"Report 2025",)"
            R"("note":"restated"}]}],"notes":[]})"
            "\n");
  CHECK(ranking_csv(index, all, std::vector{table}) ==
        "period,node,unit,score,rank\n2024,index,AAA,100,1\n2024,index,BBB,0,2\n");
}

TEST_CASE("all rankings go from the root down, one period after the other") {
  const Index index = tiny_index();
  const Computed all = computed(index);
  std::string nodes;
  for (const RankingTable& table : all_ranking_tables(index, all.ranking)) {
    nodes += index.hierarchy.node(table.node).id + " ";
  }
  CHECK(nodes == "index pillar models ");
}

TEST_CASE("the message of a unit's profile") {
  const Index index = tiny_index();
  CHECK(
      unit_profile_json(index, must(compute(index, NamedEdition{EditionAt{1}})), Unit{0}) ==
      std::string(kIndex) +
          R"("edition_choice":{"choice":"edition","id":"ed-2025"},)"
          R"("unit":{"code":"AAA","name":{"en":"Alpha","ko":"가"},"groups":{"region":"north"}},)"
          R"("periods":[{"period":"2024","excluded":false,"nodes":[)"
          R"({"node":"index","parent":"","title":{"en":"Tiny","ko":"작은 지수"},"score":100,"rank":1,"ranked":2,"share":1},)"
          R"({"node":"pillar","parent":"index","title":{"en":"Pillar","ko":"부문"},"score":100,"rank":1,"ranked":2,"share":1},)"
          R"({"node":"models","parent":"pillar","title":{"en":"Models","ko":"모델"},"score":100,"rank":1,"ranked":2,)"
          R"("share":1,"value":8,"printed":"8.0","unit_of_measure":"models","edition":"ed-2025"}]}]})"
          "\n");
  CHECK(unit_profile_csv(index, computed(index), Unit{1}) ==
        "period,node,unit,score,rank\n2024,index,BBB,0,2\n2024,pillar,BBB,0,2\n2024,models,BBB,0,2\n");
}

TEST_CASE("the message of an indicator") {
  const Index index = tiny_index();
  const Series models = *index.find_series("models");
  const std::string text = series_profile_json(index, computed(index), models);
  CHECK(text.starts_with(
      std::string(kIndex) +
      R"("id":"models","kind":"indicator","title":{"en":"Models","ko":"모델"},"description":{"en":"","ko":""},)"
      R"("unit_of_measure":"models","parent":"pillar","weight":1,"share":1,"effective_weight":1,"direction":1,)"
      R"("goalposts":[0,10],"denominator":"people","factor":1,)"
      R"("coverage":[{"period":"2024","edition":"ed-2025","units":2}],)"
      R"("editions":[{"id":"ed-2024",)"));
  CHECK(text.find(R"("sources":[{"id":"table","title":"A table","publisher":"A publisher","published":"2025-05-01",)"
                  R"("url":"https://example.org","licence":"CC0-1.0"}])") != std::string::npos);
  CHECK(text.find(
            R"({"unit":"AAA","period":"2024","edition":"ed-2025","released":"2025-05-01","value":8,"printed":"8.0",)"
            R"("status":"A","source":"table","locator":"p. 1","note":""})") != std::string::npos);
  CHECK(observations_csv(index, index.observations_of(models, Unit{0})) ==
        "unit,indicator,period,edition,value,status,source,locator,note\n"
        "AAA,models,2024,ed-2024,7,A,table,p. 1,\n"
        "AAA,models,2024,ed-2025,8.0,A,table,p. 1,\n");
}

TEST_CASE("nodes have children and no figures, denominators have figures and no place in the hierarchy") {
  const Index index = tiny_index();
  const Computed all = computed(index);
  CHECK(series_profile_json(index, all, *index.find_series("pillar")) ==
        std::string(kIndex) +
            R"("id":"pillar","kind":"node","title":{"en":"Pillar","ko":"부문"},"description":{"en":"","ko":""},)"
            R"("parent":"index","weight":1,"share":1,"effective_weight":1,"children":["models"]})"
            "\n");
  const std::string people = series_profile_json(index, all, *index.find_series("people"));
  CHECK(people.find(R"("kind":"denominator")") != std::string::npos);
  CHECK(people.find("parent") == std::string::npos);
  CHECK(people.find(R"("coverage":[{"period":"2024","edition":"ed-2025","units":2}])") != std::string::npos);
}

TEST_CASE("the message of a cell's story") {
  const Index index = tiny_index();
  const Series models = *index.find_series("models");
  const CellStory story = must(tell_story(index, index.edition, Unit{0}, models, Period::year(2024)));
  CHECK(cell_stories_json(index, Unit{0}, models, std::vector{story}) ==
        std::string(kIndex) +
            R"("unit":{"code":"AAA","name":{"en":"Alpha","ko":"가"}},)"
            R"("indicator":{"id":"models","title":{"en":"Models","ko":"모델"},"unit_of_measure":"models"},)"
            R"("stories":[{"period":"2024","editions":[)"
            R"({"value":7,"printed":"7","status":"A","edition":"ed-2024","released":"2024-05-01","source":"table",)"
            R"("source_title":"A table","url":"https://example.org","locator":"p. 1","note":"","chosen":false},)"
            R"({"value":8,"printed":"8.0","status":"A","edition":"ed-2025","released":"2025-05-01","source":"table",)"
            R"("source_title":"A table","url":"https://example.org","locator":"p. 1","note":"","chosen":true}],)"
            R"("stages":[{"step":0,"title":"select","value":8,"history":"reported"},)"
            R"({"step":1,"title":"denominate","value":4,"history":"reported"},)"
            R"({"step":2,"title":"normalise minmax","value":100,"history":"reported"},)"
            R"({"step":3,"title":"aggregate arithmetic","value":100,"history":"reported"}],)"
            R"("score":100,"rank":1,"weight":1,"share":1,"effective_weight":1,"weight_by_step":false}]})"
            "\n");
}

TEST_CASE("the panel after a step, tidy, wide and as a message") {
  const Index index = tiny_index();
  const Panel panel = must(compute_until(index, index.edition, 1));
  const PanelView view{panel, 1};
  CHECK(panel_csv(index, view) ==
        "period,unit,indicator,value,history\n"
        "2024,AAA,models,4,reported\n2024,AAA,people,2,reported\n"
        "2024,BBB,models,2,reported\n2024,BBB,people,3,reported\n");
  CHECK(wide_panel_csv(index, view) == "period,unit,models,people\n2024,AAA,4,2\n2024,BBB,2,3\n");
  CHECK(panel_json(index, view)
            .starts_with(std::string(kIndex) +
                         R"("step":1,"title":"denominate","series":["models","people"],"cells":[)"
                         R"({"period":"2024","unit":"AAA","indicator":"models","value":4,"history":"reported"},)"));

  const Panel last = must(compute_until(index, index.edition, 3));
  CHECK(wide_panel_csv(index, {last, 3}) == "period,unit,index,pillar,models\n2024,AAA,100,100,100\n2024,BBB,0,0,0\n");
}

TEST_CASE("the message of diagnostics leaves out what is not known") {
  Diagnostic full;
  full.code = Code::UnknownKey;
  full.found = "key 'wieght'";
  full.expected = "'weight'";
  full.nearest = "weight";
  full.place = {"podium.toml", 3, 1};
  full.subject.node = "models";
  Diagnostic bare;
  bare.code = Code::EditionFallback;
  bare.found = "a gap";
  bare.severity = Severity::Warning;
  CHECK(diagnostics_json(std::vector{full, bare}) ==
        R"({"diagnostics":[{"code":"unknown-key","severity":"error","found":"key 'wieght'","expected":"'weight'",)"
        R"("nearest":"weight","file":"podium.toml","line":3,"column":1,"node":"models","text":")" +
            to_text(full) + R"("},{"code":"edition-fallback","severity":"warning","found":"a gap","text":")" +
            to_text(bare) +
            R"("}],"errors":1,"warnings":1})"
            "\n");
  CHECK(diagnostics_json({}) == "{\"diagnostics\":[],\"errors\":0,\"warnings\":0}\n");
}
