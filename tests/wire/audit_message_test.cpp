#include <doctest/doctest.h>

#include "podium/wire/audit.hpp"
#include "podium/wire/comparison.hpp"
#include "podium/wire/unit_strengths.hpp"

#include "wire/tiny_index.hpp"

using namespace podium;
using namespace podium::testing;

namespace {

constexpr Series kIndex{0}, kPillar{1}, kModels{2};

/// Figures that no audit would come to, so that each shows where it went.
AuditedPeriod invented_audit() {
  Audit audit{.time = Time{0},
              .period = Period::year(2024),
              .options = {},
              .ranked = 2,
              .availability = {},
              .moments = {},
              .correlations = {},
              .structure = {},
              .all_indicators = {.node = kIndex,
                                 .components = {},
                                 .rows = 0,
                                 .reliability = {kMissing, {}},
                                 .components_found = {},
                                 .adequacy = {},
                                 .sphericity = {}},
              .importance = {},
              .outlying = {},
              .removals = {}};
  audit.correlations.siblings = {{kPillar, kModels, {0.5, 0.25, 7}, 0.75}};
  audit.correlations.with_index = {{kPillar, kIndex, {kMissing, kMissing, 2}, kMissing}};
  audit.importance = {{kModels, kPillar, 0.5, 0.25, 0.125, kMissing, 1}};
  audit.removals = {{kModels, {1.5, kMissing}, {1, 0}, 0.5, 3, Unit{1}}, {kPillar, {}, {}, 0, 0, Unit{0}}};
  audit.outlying = {{{kModels, Unit{0}, 9, {1, 8}}}, {{Unit{1}, 12.5, 0.01}}};
  return {std::move(audit), {}};
}

struct Fixture {
  Index index = tiny_index();
  Computed computed = must(compute(index, index.edition));
  AuditedPeriod audited = invented_audit();

  AuditScene scene() const { return {index, computed, audited}; }
  std::string part(AuditSection section) const {
    const std::string text = audit_json(scene(), std::vector{section});
    const std::size_t start = text.find("\"fence_width\":3},");
    return start == std::string::npos ? text : text.substr(start + 17);
  }
};

}  // namespace

TEST_CASE("the message of an audit says what it is about and holds the sections asked for") {
  const Fixture f;
  const std::string text = audit_json(f.scene(), {});
  CHECK(text.starts_with(
      R"({"index":{"id":"tiny","title":{"en":"Tiny","ko":"작은 지수"}},"edition_choice":{"choice":"latest"},)"
      R"("period":"2024","units":2,"ranked":2,"options":{"correlation":"pearson","correction":"holm",)"));
  CHECK(f.part(AuditSection::Importance) ==
        R"("importance":[{"component":"models","parent":"pillar","share":0.5,"effective_weight":0.25,)"
        R"("for_parent":0.125,"for_index":null,"importance_share":1}]})"
        "\n");
  CHECK(f.part(AuditSection::Removal) ==
        R"("removal":[{"removed":"models","mean_rank_change":0.5,"largest_change":3,"most_moved":"BBB",)"
        R"("ranks":[{"code":"AAA","score":1.5,"rank":1},{"code":"BBB","score":null,"rank":null}]},)"
        R"({"removed":"pillar","mean_rank_change":0,"largest_change":0,"most_moved":null,"ranks":[]}]})"
        "\n");
  CHECK(f.part(AuditSection::Outliers) ==
        R"("outliers":{"figures":[{"indicator":"models","unit":"AAA","value":9,"fences":[1,8]}],)"
        R"("profiles":[{"unit":"BBB","squared_distance":12.5,"p_adjusted":0.01}]}})"
        "\n");
  CHECK(f.part(AuditSection::Structure) ==
        R"("structure":[],"all_indicators":{"node":"index","rows":0,"alpha":null,"variances":null,"adequacy":null,)"
        R"("sphericity":null,"components":[]}})"
        "\n");
}

TEST_CASE("pairs without a correlation have null for it") {
  const Fixture f;
  const std::string text = f.part(AuditSection::Correlations);
  CHECK(
      text.find(R"("siblings":[{"first":"pillar","second":"models","r":0.5,"p":0.25,"p_adjusted":0.75,"pairs":7}])") !=
      std::string::npos);
  CHECK(text.find(
            R"("with_index":[{"first":"pillar","second":"index","r":null,"p":null,"p_adjusted":null,"pairs":2}])") !=
        std::string::npos);
  CHECK(text.find(R"("with_denominators":[])") != std::string::npos);
}

TEST_CASE("sections as tables begin with the period") {
  const Fixture f;
  CHECK(audit_csv(f.scene(), AuditSection::Importance) ==
        "period,component,parent,share,effective_weight,for_parent,for_index,importance_share\n"
        "2024,models,pillar,0.5,0.25,0.125,,1\n");
  CHECK(audit_csv(f.scene(), AuditSection::Removal) ==
        "period,removed,mean_rank_change,largest_change,most_moved\n"
        "2024,models,0.5,3,BBB\n2024,pillar,0,0,\n");
  CHECK(audit_csv(f.scene(), AuditSection::Outliers) ==
        "period,kind,indicator,unit,value,lower,upper,squared_distance,p_adjusted\n"
        "2024,figure,models,AAA,9,1,8,,\n2024,profile,,BBB,,,,12.5,0.01\n");
  CHECK(audit_csv(f.scene(), AuditSection::Correlations) ==
        "period,list,first,second,r,p,p_adjusted,pairs\n"
        "2024,siblings,pillar,models,0.5,0.25,0.75,7\n2024,with_index,pillar,index,,,,2\n");
}

TEST_CASE("a finding is told with its parts by id, its numbers by name and its sentence in both languages") {
  Fixture f;
  f.audited.findings = {{.kind = FindingKind::SkewedScores,
                         .gravity = Gravity::Moderate,
                         .handbook_step = 5,
                         .period = Period::year(2024),
                         .nodes = {kModels},
                         .units = {Unit{1}},
                         .editions = {EditionAt{1}},
                         .numbers = {{"skewness", 2.5}, {"kurtosis", 8}, {"maximum", 100}, {"median", 1}},
                         .extent = 0.5}};
  const std::string text = f.part(AuditSection::Findings);
  CHECK(text.starts_with(
      R"("findings":[{"kind":"skewed-scores","gravity":"moderate","step":5,"step_title":{"en":"Normalisation",)"));
  CHECK(text.find(
            R"("nodes":["models"],"units":["BBB"],"editions":["ed-2025"],)"
            R"("numbers":{"skewness":2.5,"kurtosis":8,"maximum":100,"median":1},"extent":0.5,"sentence":{"en":")") !=
        std::string::npos);
  CHECK(audit_csv(f.scene(), AuditSection::Findings).find("2024,moderate,5,skewed-scores,models,BBB,") !=
        std::string::npos);
}

TEST_CASE("the message of a comparison names units and says what is missing") {
  const Fixture f;
  const ComparedRankings compared{f.index,
                                  f.computed,
                                  Time{0},
                                  "equal",
                                  {.moves = {{"AAA", 1, 3, 90, 60}, {"BBB", 2, 0, 80, kMissing}},
                                   .common = 1,
                                   .mean_absolute_change = 2,
                                   .largest_change = 2,
                                   .kendall = kMissing,
                                   .spearman = 0.5}};
  CHECK(comparison_json(compared).ends_with(
      R"("period":"2024","against":"equal","common":1,"mean_absolute_change":2,"largest_change":2,"kendall":null,)"
      R"("spearman":0.5,"units":[{"code":"AAA","name":{"en":"Alpha","ko":"가"},"first":{"score":90,"rank":1},)"
      R"("second":{"score":60,"rank":3},"gain":-2},{"code":"BBB","name":{"en":"Beta, \"B\"","ko":"Beta, \"B\""},)"
      R"("first":{"score":80,"rank":2},"second":{"score":null,"rank":null},"gain":null}]})"
      "\n"));
  CHECK(comparison_csv(compared) ==
        "period,unit,first_score,first_rank,second_score,second_rank,gain\n"
        "2024,AAA,90,1,60,3,-2\n2024,BBB,80,2,,,\n");
}

TEST_CASE("the message of strengths and weaknesses") {
  const Fixture f;
  const Strengths strengths{.strengths = {{kModels, 1, 2, 4}}, .weaknesses = {}};
  CHECK(unit_strengths_json(f.index, f.computed, Time{0}, Unit{0}, strengths)
            .ends_with(R"("period":"2024","unit":{"code":"AAA","name":{"en":"Alpha","ko":"가"}},)"
                       R"("strengths":[{"indicator":"models","rank":1,"ranked":2,"value":4}],"weaknesses":[]})"
                       "\n"));
  CHECK(unit_strengths_csv(f.index, f.computed, Time{0}, Unit{0}, strengths) ==
        "period,unit,kind,indicator,rank,ranked,value\n2024,AAA,strength,models,1,2,4\n");
}
