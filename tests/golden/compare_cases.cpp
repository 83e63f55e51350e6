#include <cmath>

#include "podium/audit/comparison.hpp"

#include "golden/handlers.hpp"
#include "golden/index.hpp"

namespace podium::golden {
namespace {

AggregateMethod mean_named(const std::string& name) {
  if (name == "amean") return Arithmetic{};
  if (name == "gmean") return Geometric{};
  if (name == "hmean") return Harmonic{};
  throw NotApplicable("compare: no reading of '" + name + "'");
}

/// "default": arithmetic means on the first table; "gmean on NAME": that mean on the table of that name.
Ranking ranking_named(const std::string& text, const Inputs& inputs, TableIndex& index) {
  const std::size_t on = text.find(" on ");
  const Table* table = &inputs.first();
  if (on != std::string::npos) {
    const std::string name = text.substr(on + 4);
    table = nullptr;
    for (const auto& [path, candidate] : inputs.data) {
      if (std::filesystem::path(path).stem() == name) table = &candidate;
    }
    if (table == nullptr) throw Malformed("compare: no table " + name + " among the inputs");
  }
  const AggregateMethod method = text == "default" ? Arithmetic{} : mean_named(text.substr(0, on));
  Blueprint blueprint = blueprint_of(inputs, *table);
  for (NodeSpec* const node : blueprint.indicators()) node->direction = 1;
  index = build_index(blueprint, inputs, *table);
  const Recipe recipe{{Aggregate{.method = {.otherwise = method}}}};
  return must(run(must(check(recipe, index.hierarchy, index.setting())), index.panel));
}

void set_pair(FoundTable& result, const std::string& unit, double first, double second) {
  result.set({unit}, "coin.1", first);
  result.set({unit}, "coin.2", second);
  result.set({unit}, "Diff", first - second);
  result.set({unit}, "Abs.diff", std::abs(first - second));
}

}  // namespace

void run_compare(const Case& c, Report& report) {
  Arguments step(c.steps.back());
  const std::string a = step.text("a");
  const std::string b = step.text("b");
  step.finish();
  const Inputs inputs = read_inputs(c);
  TableIndex index = build_index(blueprint_of(inputs, inputs.first()), inputs, inputs.first());
  const Ranking first = ranking_named(a, inputs, index);
  const Ranking second = ranking_named(b, inputs, index);
  const RankingComparison found = compare_rankings(first, second, index.hierarchy.root(), Time{0});
  FoundTable by_rank({"uCode"});
  FoundTable by_score({"uCode"});
  for (const RankMove& move : found.moves) {
    const auto rank = [](Rank place) { return place == 0 ? kMissing : static_cast<double>(place); };
    set_pair(by_rank, move.unit, rank(move.first), rank(move.second));
    set_pair(by_score, move.unit, move.first_score, move.second_score);
    report.require(is_missing(rank(move.first)) || is_missing(rank(move.second)) ||
                       move.gain() == static_cast<int>(move.first) - static_cast<int>(move.second),
                   "the gain of " + move.unit + " is not the difference of its ranks");
  }
  for (const Output& output : c.results()) {
    report.compare(output, output.stem() == "by_rank" ? by_rank : by_score);
  }
}

}  // namespace podium::golden
