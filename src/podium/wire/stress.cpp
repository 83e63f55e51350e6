#include "podium/wire/stress.hpp"

#include <algorithm>

#include "podium/wire/csv_writer.hpp"
#include "podium/wire/json_writer.hpp"
#include "podium/wire/parts.hpp"

namespace podium {
namespace {

std::string period_text(const StressResult& result) {
  return to_text(result.computed.ranking.panel().period(result.time));
}

const std::string& node_id(const StressResult& result) { return result.index.hierarchy.node(result.node).id; }

/// What every message begins with.
void write_head(JsonWriter& json, const StressResult& result) {
  write_index(json, result.index);
  write_choice(json, "edition_choice", result.index, result.computed.choice);
  json.field("period", period_text(result));
  json.object("node", [&] {
    json.field("id", node_id(result));
    write_text(json, "title", result.index.info(result.node).title);
  });
}

void write_probability(JsonWriter& json, const Probability& probability) {
  json.array([&] {
    json.value(probability.value);
    json.value(probability.lower);
    json.value(probability.upper);
  });
}

void write_unit(JsonWriter& json, const StressResult& result, Unit unit) {
  const UnitDistribution found = distribution_of(result.tally, at(unit), result.plan.interval);
  json.object([&] {
    json.field("code", result.index.info(unit).code);
    write_text(json, "name", result.index.info(unit).name);
    write_rank(json, "rank", result.published(unit));
    json.field("score", result.computed.ranking.score(result.node, result.time, unit));
    write_rank(json, "median", found.median_rank);
    json.array("interval", [&] {
      json.value(found.lower_rank);
      json.value(found.upper_rank);
    });
    json.array("met", [&] {
      json.value(found.best_rank);
      json.value(found.worst_rank);
    });
    json.field("mean", found.mean_rank);
    json.field("unranked", found.unranked);
    json.field("entropy", found.entropy);
    if (result.attainable != nullptr) {
      const AttainableRanks& proven = (*result.attainable)[at(unit)];
      json.object("attainable", [&] {
        write_rank(json, "best", proven.best.rank);
        write_rank(json, "worst", proven.worst.rank);
        json.field("is_attained", proven.best.is_attained() && proven.worst.is_attained());
      });
    }
    json.array("score_interval", [&] {
      json.value(score_quantile(result.tally, at(unit), (1 - result.plan.interval) / 2));
      json.value(score_quantile(result.tally, at(unit), (1 + result.plan.interval) / 2));
    });
    json.array("acceptability", [&] {
      for (Rank rank = 1; rank <= found.acceptability.size(); ++rank) {
        write_probability(json, probability_of(result.tally.ranks(at(unit))[rank], result.tally.worlds()));
      }
    });
    json.array("before", [&] {
      for (std::size_t other = 0; other < result.tally.units(); ++other) {
        json.value(win_of(result.tally, at(unit), other).value);
      }
    });
    json.object("central_weights", [&] {
      for (std::size_t node = 0; node < found.central_weights.size(); ++node) {
        json.field(result.index.hierarchy.node(static_cast<Series>(node)).id, found.central_weights[node]);
      }
    });
  });
}

/// The first three fields of every line about a unit.
std::string head_of(const StressResult& result, Unit unit) {
  return period_text(result) + "," + csv_field(node_id(result)) + "," + csv_field(result.index.info(unit).code);
}

std::string number(double value) { return is_missing(value) ? std::string() : shortest(value); }
std::string place(Rank rank) { return rank == 0 ? std::string() : std::to_string(rank); }

Rank attainable_rank(const StressResult& result, Unit unit, bool best) {
  if (result.attainable == nullptr) return 0;
  const AttainableRanks& proven = (*result.attainable)[at(unit)];
  return best ? proven.best.rank : proven.worst.rank;
}

std::string ranks_csv(const StressResult& result) {
  std::string text =
      "period,node,unit,score,rank,median,lower,upper,best,worst,mean,unranked,entropy,score_median,score_lower,"
      "score_upper,attainable_best,attainable_worst\n";
  for (const Unit unit : result.order()) {
    const UnitDistribution found = distribution_of(result.tally, at(unit), result.plan.interval);
    const std::string fields[] = {number(result.computed.ranking.score(result.node, result.time, unit)),
                                  place(result.published(unit)),
                                  place(found.median_rank),
                                  place(found.lower_rank),
                                  place(found.upper_rank),
                                  place(found.best_rank),
                                  place(found.worst_rank),
                                  number(found.mean_rank),
                                  number(found.unranked),
                                  number(found.entropy),
                                  number(score_quantile(result.tally, at(unit), 0.5)),
                                  number(score_quantile(result.tally, at(unit), (1 - result.plan.interval) / 2)),
                                  number(score_quantile(result.tally, at(unit), (1 + result.plan.interval) / 2)),
                                  place(attainable_rank(result, unit, true)),
                                  place(attainable_rank(result, unit, false))};
    text += head_of(result, unit);
    for (const std::string& field : fields) text += "," + field;
    text += "\n";
  }
  return text;
}

std::string acceptability_csv(const StressResult& result) {
  std::string text = "period,node,unit,rank,probability,lower,upper\n";
  for (const Unit unit : result.order()) {
    const std::span<const std::uint64_t> counts = result.tally.ranks(at(unit));
    for (Rank rank = 1; rank < counts.size(); ++rank) {
      const Probability p = probability_of(counts[rank], result.tally.worlds());
      text += head_of(result, unit) + "," + std::to_string(rank) + "," + number(p.value) + "," + number(p.lower) + "," +
              number(p.upper) + "\n";
    }
  }
  return text;
}

std::string pairs_csv(const StressResult& result) {
  std::string text = "period,node,unit,other,before,after,tied\n";
  for (const Unit unit : result.order()) {
    for (const Unit other : result.order()) {
      if (unit == other) continue;
      const double before = win_of(result.tally, at(unit), at(other)).value;
      const double after = win_of(result.tally, at(other), at(unit)).value;
      const std::uint64_t rest =
          result.tally.worlds() - result.tally.wins(at(unit), at(other)) - result.tally.wins(at(other), at(unit));
      text += head_of(result, unit) + "," + csv_field(result.index.info(other).code) + "," + number(before) + "," +
              number(after) + "," + number(probability_of(rest, result.tally.worlds()).value) + "\n";
    }
  }
  return text;
}

std::string weights_csv(const StressResult& result) {
  std::string text = "period,node,unit,first,component,weight\n";
  for (const Unit unit : result.order()) {
    const UnitDistribution found = distribution_of(result.tally, at(unit), result.plan.interval);
    for (std::size_t node = 0; node < found.central_weights.size(); ++node) {
      const auto series = static_cast<Series>(node);
      if (!result.index.hierarchy.parent(series)) continue;
      text += head_of(result, unit) + "," + number(found.acceptability.front()) + "," +
              csv_field(result.index.hierarchy.node(series).id) + "," + number(found.central_weights[node]) + "\n";
    }
  }
  return text;
}

/// The targets of the analysis: the rank of the unit that the plan is about, and the mean rank shift.
std::vector<std::string> target_names(const StressResult& result) {
  return {"rank:" + result.index.info(result.about()).code, "mean-rank-shift"};
}

std::string sensitivity_csv(const StressResult& result) {
  std::string text = "period,node,target,factor,first,first_lower,first_upper,total,total_lower,total_upper\n";
  if (result.sensitivity == nullptr) return text;
  const std::vector<std::string> targets = target_names(result);
  for (std::size_t target = 0; target < targets.size(); ++target) {
    const std::vector<FactorIndices>& indices = result.sensitivity->result.targets[target].factors;
    for (std::size_t factor = 0; factor < indices.size(); ++factor) {
      text += period_text(result) + "," + csv_field(node_id(result)) + "," + csv_field(targets[target]) + "," +
              csv_field(result.sensitivity->factors[factor].name);
      for (const SobolIndex& index : {indices[factor].first, indices[factor].total}) {
        text += "," + number(index.value) + "," + number(index.low) + "," + number(index.high);
      }
      text += "\n";
    }
  }
  return text;
}

void write_sobol_index(JsonWriter& json, std::string_view key, const SobolIndex& index) {
  json.array(key, [&] {
    json.value(index.value);
    json.value(index.low);
    json.value(index.high);
  });
}

void write_sensitivity(JsonWriter& json, const StressResult& result) {
  const SobolResult& found = result.sensitivity->result;
  const std::vector<std::string> targets = target_names(result);
  json.object("sensitivity", [&] {
    json.field("runs", found.runs);
    json.field("is_precise", found.is_precise);
    json.array("targets", [&] {
      for (std::size_t target = 0; target < targets.size(); ++target) {
        json.object([&] {
          json.field("target", targets[target]);
          json.field("mean", found.targets[target].mean);
          json.field("variance", found.targets[target].variance);
          json.array("factors", [&] {
            for (std::size_t factor = 0; factor < result.sensitivity->factors.size(); ++factor) {
              json.object([&] {
                json.field("name", result.sensitivity->factors[factor].name);
                write_sobol_index(json, "first", found.targets[target].factors[factor].first);
                write_sobol_index(json, "total", found.targets[target].factors[factor].total);
              });
            }
          });
        });
      }
    });
  });
}

std::string failures_csv(const StressResult& result) {
  std::string text = "worlds,first,reason\n";
  for (const auto& [reason, failed] : result.tally.failures()) {
    text += std::to_string(failed.count) + "," + std::to_string(failed.first) + "," + csv_field(reason) + "\n";
  }
  return text;
}

}  // namespace

std::vector<Unit> StressResult::order() const {
  std::vector<Unit> units = computed.ranking.order(node, time);
  for (const Unit unit : all_units(computed.ranking.panel())) {
    if (published(unit) == 0) units.push_back(unit);
  }
  return units;
}

Unit StressResult::about() const {
  const std::optional<Unit> unit = index.find_unit(plan.unit);
  return unit ? *unit : order().front();
}

std::string stress_json(const StressResult& result) {
  JsonWriter json;
  json.object([&] {
    write_head(json, result);
    json.field("seed", result.plan.seed);
    json.field("draws", result.draws);
    json.field("planned_draws", result.plan.draws);
    json.field("worlds", result.tally.worlds());
    json.field("interval", result.plan.interval);
    json.field("entropy", ranking_entropy(result.tally));
    json.array("factors", [&] {
      for (const Factor& factor : result.plan.factors) {
        json.object([&] {
          json.field("name", factor.name);
          json.field("what", std::visit([](const auto& each) { return each.doc.name; }, factor.variation));
        });
      }
    });
    if (result.sensitivity != nullptr) write_sensitivity(json, result);
    json.array("failures", [&] {
      for (const auto& [reason, failed] : result.tally.failures()) {
        json.object([&] {
          json.field("worlds", failed.count);
          json.field("first", failed.first);
          json.field("reason", reason);
        });
      }
    });
    json.array("codes", [&] {
      for (const UnitInfo& unit : result.index.units) json.value(unit.code);
    });
    json.array("units", [&] {
      for (const Unit unit : result.order()) write_unit(json, result, unit);
    });
  });
  return std::move(json).finish();
}

std::string stress_csv(const StressResult& result, StressSection section) {
  switch (section) {
    case StressSection::Ranks:
      return ranks_csv(result);
    case StressSection::Acceptability:
      return acceptability_csv(result);
    case StressSection::Pairs:
      return pairs_csv(result);
    case StressSection::Weights:
      return weights_csv(result);
    case StressSection::Sensitivity:
      return sensitivity_csv(result);
    case StressSection::Failures:
      break;
  }
  return failures_csv(result);
}

std::string world_json(const StressWorld& world) {
  const StressResult& result = world.result;
  JsonWriter json;
  json.object([&] {
    write_head(json, result);
    json.field("seed", result.plan.seed);
    json.field("world", world.draw);
    json.array("choices", [&] {
      for (const WorldChoice& choice : world.choices) {
        json.object([&] {
          json.field("factor", result.plan.factors[choice.factor].name);
          json.field("label", choice.label);
          json.array("left_out", [&] {
            for (const std::string& name : choice.names) json.value(name);
          });
        });
      }
    });
    json.object("weights", [&] {
      for (const Series node : Positions<Series>(result.index.hierarchy.size())) {
        json.field(result.index.hierarchy.node(node).id, world.world.weights[at(node)]);
      }
    });
    json.array("units", [&] {
      for (const Unit unit : all_units(result.computed.ranking.panel())) {
        json.object([&] {
          json.field("code", result.index.info(unit).code);
          json.field("score", world.world.scores[at(unit)]);
          write_rank(json, "rank", world.world.ranks[at(unit)]);
        });
      }
    });
  });
  return std::move(json).finish();
}

std::string world_csv(const StressWorld& world) {
  std::string text = "period,node,unit,score,rank\n";
  for (const Unit unit : all_units(world.result.computed.ranking.panel())) {
    text += head_of(world.result, unit) + "," + number(world.world.scores[at(unit)]) + "," +
            place(world.world.ranks[at(unit)]) + "\n";
  }
  return text;
}

}  // namespace podium
