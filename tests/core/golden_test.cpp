// Agreement with the R package COINr 1.1.14, whose results lie in golden/coinr beside the reference data (their
// README.md says how they were made and what the files mean). Each case below names the folder it is compared with.
// Covered: screening, denominating, imputing, normalising, aggregating and ranking as far as podium has the method,
// also the parts of whole pipelines that follow a step it has not; the tiny cases are in golden_micro_test.cpp. Not
// covered: what needs a method that podium has not.
#include <set>

#include <doctest/doctest.h>

#include "support/coinr.hpp"

namespace podium {
namespace {

using namespace testing;
using nlohmann::json;

TEST_CASE("normalisation agrees with COINr") {
  REQUIRE_SHARED(shared);
  const Coinr coinr(shared);
  const auto post = [](double lower, double upper) { return Bounds{lower, upper}; };
  const struct {
    std::string id;
    NormaliseMethod method;
    std::optional<Bounds> goalposts;  ///< after the sign flip, the same for all indicators
  } cases[] = {
      {"norm-minmax-0-100", MinMax{}, {}},
      {"norm-minmax-1-100", MinMax{{1, 100}}, {}},
      {"norm-dist2max", MinMax{{0, 1}}, {}},
      {"norm-zscore-0-1", ZScore{}, {}},
      {"norm-rank-min", RankScore{}, {}},
      {"norm-rank-max", RankScore{Ties::Largest}, {}},
      {"norm-goalposts-trunc", Goalposts{{0, 1}}, post(10, 80)},
      {"norm-scaled-0-100", Goalposts{{0, 100}, false}, post(0, 100)},
      {"norm-scaled-10-60", Goalposts{{0, 7}, false}, post(10, 60)},
  };
  for (const auto& c : cases) {
    Metadata metadata = coinr.metadata();
    for (NodeSpec& node : metadata.nodes) {
      if (!c.goalposts || node.kind != NodeSpec::Kind::Indicator) continue;
      node.goalposts = node.direction == 1 ? *c.goalposts : Bounds{-c.goalposts->upper, -c.goalposts->lower};
    }
    const Hierarchy hierarchy = hierarchy_of(metadata.nodes, metadata.denominators);
    const Panel panel = panel_from(coinr.data("ASEM_raw"), hierarchy);
    coinr.check_same(c.id, "normalised", after_steps({Normalise{.method = c.method}}, hierarchy, panel));
  }
}

TEST_CASE("normalisation of ties, gaps, negative and huge figures agrees with COINr") {
  REQUIRE_SHARED(shared);
  const Coinr coinr(shared);
  for (const auto& [id, method] : {std::pair<std::string, NormaliseMethod>("norm-small-minmax", MinMax{}),
                                   std::pair<std::string, NormaliseMethod>("norm-small-rank", RankScore{})}) {
    const Table directions = coinr.table(id, "directions");
    std::vector<NodeSpec> nodes = {root()};
    for (std::size_t row = 0; row < directions.rows.size(); ++row) {
      nodes.push_back(with_direction(indicator(directions.text(row, "iCode")),
                                     static_cast<int>(directions.number(row, "Direction"))));
    }
    const Hierarchy hierarchy = hierarchy_of(nodes);
    const Panel panel = panel_from(coinr.table(id, "input"), hierarchy);
    coinr.check_same(id, "normalised", after_steps({Normalise{.method = method}}, hierarchy, panel));
  }
}

TEST_CASE("imputation agrees with COINr") {
  REQUIRE_SHARED(shared);
  const Coinr coinr(shared);
  const Metadata metadata = coinr.metadata();
  const Hierarchy hierarchy = hierarchy_of(metadata.nodes, metadata.denominators);
  const Panel panel = panel_from(coinr.data("ASEM_raw"), hierarchy);
  coinr.check_same("impute-mean", "imputed", after_steps({Impute{.method = ImputeMean{}}}, hierarchy, panel));
  coinr.check_same("impute-median", "imputed", after_steps({Impute{.method = ImputeMedian{}}}, hierarchy, panel));
}

TEST_CASE("screening agrees with COINr") {
  REQUIRE_SHARED(shared);
  const Coinr coinr(shared);
  const Metadata metadata = coinr.metadata();
  const Hierarchy hierarchy = hierarchy_of(metadata.nodes, metadata.denominators);
  const Panel panel = panel_from(coinr.data("ASEM_raw"), hierarchy);
  for (const char* id : {"screen-na-default", "screen-na-85", "screen-zeros"}) {
    const json step = coinr.read_json(id, "case")["steps"][0];
    // The tool's own default threshold is two thirds.
    const bool is_zeros = step["rule"] == "byzeros";
    const Screen screen{.min_available = is_zeros ? 0 : step.value("data_threshold", 2.0 / 3),
                        .min_nonzero = is_zeros ? step["nonzero_threshold"].get<double>() : 0};
    const Panel after = after_steps({screen}, hierarchy, panel);
    coinr.check_same(id, "screened", after);
    std::set<std::string> removed;
    for (const Unit unit : all_units(after)) {
      if (after.is_excluded(Time{0}, unit)) removed.insert(after.code(unit));
    }
    const json expected = coinr.read_json(id, "removed");
    CHECK(removed == (expected.is_array() ? expected.get<std::set<std::string>>()
                                          : std::set<std::string>{expected.get<std::string>()}));
  }
}

TEST_CASE("denominating agrees with COINr") {
  REQUIRE_SHARED(shared);
  const Coinr coinr(shared);
  Metadata metadata = coinr.metadata();
  const Table raw = coinr.data("ASEM_iData");
  const auto check_case = [&](const std::string& id) {
    const Hierarchy hierarchy = hierarchy_of(metadata.nodes, metadata.denominators);
    coinr.check_same(id, "denominated", after_steps({Denominate{}}, hierarchy, panel_from(raw, hierarchy)));
  };
  check_case("denominate-default");
  for (NodeSpec& node : metadata.nodes) node.denominator.clear();
  const Table factors = coinr.table("denominate-scaled", "denomby");
  for (std::size_t row = 0; row < factors.rows.size(); ++row) {
    NodeSpec& node = *metadata.find(factors.text(row, "iCode"));
    node.denominator = factors.text(row, "Denominator");
    node.factor = factors.number(row, "ScaleFactor");
  }
  check_case("denominate-scaled");
}

TEST_CASE("aggregation and ranks agree with COINr") {
  REQUIRE_SHARED(shared);
  const Coinr coinr(shared);
  const AggregatePlan geometric{.otherwise = Geometric{}};
  const struct {
    std::string id;
    Aggregate step;
    std::string input;  ///< a data set, or nothing for the case's own input
    bool has_weights = false;
  } cases[] = {
      {"agg-amean", {}, "ASEM_normalised_1_100"},
      {"agg-amean-w", {}, "ASEM_normalised_1_100", true},
      {"agg-gmean", {.method = geometric}, "ASEM_normalised_1_100"},
      {"agg-gaps-amean", {}, ""},
      {"agg-gaps-threshold", {.min_available = 0.9}, ""},
      {"pipeline-custom-weights", {}, "ASEM_normalised", true},
  };
  for (const auto& c : cases) {
    Metadata metadata = coinr.metadata(Directions::Applied);
    if (c.has_weights) {
      const Table weights = coinr.table(c.id, "weights");
      for (std::size_t row = 0; row < weights.rows.size(); ++row) {
        metadata.find(weights.text(row, "iCode"))->weight = weights.number(row, "Weight");
      }
    }
    const Hierarchy hierarchy = hierarchy_of(metadata.nodes, metadata.denominators);
    const Panel panel = panel_from(c.input.empty() ? coinr.table(c.id, "input") : coinr.data(c.input), hierarchy);
    const Ranking ranking = must(run(checked({c.step}, hierarchy), panel));
    coinr.check_same(c.id, "aggregated", ranking.panel());
    coinr.check_ranks(c.id, ranking, hierarchy);
  }
}

TEST_CASE("goalposts on the original scale, some clipped and some not, agree with COINr up to the ranks") {
  REQUIRE_SHARED(shared);
  const Coinr coinr(shared);
  const std::string id = "pipeline-goalposts-meta";
  const Table table = coinr.table(id, "metadata");
  Metadata metadata = metadata_of(table, Directions::Kept);
  std::vector<std::string> clipped;
  std::vector<std::string> open;
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    if (table.text(row, "Type") != "Indicator") continue;
    const std::string& code = table.text(row, "iCode");
    metadata.find(code)->goalposts = Bounds{table.number(row, "goalpost_lower"), table.number(row, "goalpost_upper")};
    (table.text(row, "goalpost_trunc2posts") == "true" ? clipped : open).push_back(code);
  }
  const Hierarchy hierarchy = hierarchy_of(metadata.nodes, metadata.denominators);
  const CheckedRecipe recipe = checked({Normalise{.method = Goalposts{}, .only = clipped},
                                        Normalise{.method = Goalposts{.clip = false}, .only = open}, Aggregate{}},
                                       hierarchy);
  const Panel panel = panel_from(coinr.data("ASEM_iData"), hierarchy);
  coinr.check_same(id, "normalised", must(run_steps(recipe, panel, 2)));
  const Ranking ranking = must(run(recipe, panel));
  coinr.check_same(id, "aggregated", ranking.panel());
  coinr.check_ranks(id, ranking, hierarchy);
}

TEST_CASE("the ends of pipelines agree with COINr, from the treated figures to the ranks") {
  REQUIRE_SHARED(shared);
  const Coinr coinr(shared);
  const struct {
    std::string id;
    Normalise step;
    std::string except;
  } cases[] = {
      {"pipeline-default", {}, ""},
      // Two pairs of figures of TolMin differ in their last bit (3.4 and 3.4000000000000004). Whether their z-scores
      // still differ depends on how the mean was rounded, and so does the rank within this indicator.
      {"pipeline-noimpute-zscore", {.method = ZScore{10, 2}}, "TolMin"},
      {"panel-default", {.over = Over::Panel}, ""},
  };
  for (const auto& c : cases) {
    const Metadata metadata = coinr.metadata();
    const Hierarchy hierarchy = hierarchy_of(metadata.nodes, metadata.denominators);
    Panel panel = panel_from(coinr.table(c.id, "treated"), hierarchy);
    // A unit that is not listed in a year was screened out of it.
    const CheckedRecipe recipe = checked({Screen{.min_available = 0.01}, c.step, Aggregate{}}, hierarchy);
    coinr.check_same(c.id, "normalised", must(run_steps(recipe, panel, 2)));
    const Ranking ranking = must(run(recipe, panel));
    coinr.check_same(c.id, "aggregated", ranking.panel());
    coinr.check_ranks(c.id, ranking, hierarchy, c.except);
  }
}

TEST_CASE("screening a panel agrees with COINr, year by year") {
  REQUIRE_SHARED(shared);
  const Coinr coinr(shared);
  const Metadata metadata = coinr.metadata();
  const Hierarchy hierarchy = hierarchy_of(metadata.nodes, metadata.denominators);
  Panel panel = panel_from(coinr.data("ASEM_iData_p"), hierarchy);
  coinr.check_same("panel-default", "screened", after_steps({Screen{.min_available = 0.9}}, hierarchy, panel));
}

TEST_CASE("ranks of ties and gaps agree with COINr") {
  REQUIRE_SHARED(shared);
  const Coinr coinr(shared);
  const Hierarchy hierarchy = hierarchy_of({root(), indicator("a"), indicator("b")});
  const Panel panel = panel_from(coinr.table("rank-ties", "input"), hierarchy);
  coinr.check_ranks("rank-ties", must(run(checked({Aggregate{}}, hierarchy), panel)), hierarchy);
}

}  // namespace
}  // namespace podium
