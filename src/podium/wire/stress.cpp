#include "podium/wire/stress.hpp"

#include <algorithm>

#include "podium/wire/csv_writer.hpp"
#include "podium/wire/json_writer.hpp"
#include "podium/wire/parts.hpp"
#include "podium/wire/stress_parts.hpp"
#include "podium/wire/stress_sensitivity.hpp"

namespace podium {
namespace {

std::optional<Probability> confidence_of(const StressResult& result, Unit unit) {
  return result.confidence == nullptr ? std::nullopt : (*result.confidence)[at(unit)];
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
    if (const auto confidence = confidence_of(result, unit)) {
      json.key("confidence");
      write_probability(json, *confidence);
    }
    json.object("central_weights", [&] {
      for (std::size_t node = 0; node < found.central_weights.size(); ++node) {
        json.field(result.index.hierarchy.node(static_cast<Series>(node)).id, found.central_weights[node]);
      }
    });
  });
}

Rank attainable_rank(const StressResult& result, Unit unit, bool best) {
  if (result.attainable == nullptr) return 0;
  const AttainableRanks& proven = (*result.attainable)[at(unit)];
  return best ? proven.best.rank : proven.worst.rank;
}

std::string ranks_csv(const StressResult& result) {
  std::string text =
      "period,node,unit,score,rank,median,lower,upper,best,worst,mean,unranked,entropy,score_median,score_lower,"
      "score_upper,attainable_best,attainable_worst,confidence,confidence_lower,confidence_upper\n";
  for (const Unit unit : result.order()) {
    const UnitDistribution found = distribution_of(result.tally, at(unit), result.plan.interval);
    const std::string fields[] = {number_field(result.computed.ranking.score(result.node, result.time, unit)),
                                  rank_field(result.published(unit)),
                                  rank_field(found.median_rank),
                                  rank_field(found.lower_rank),
                                  rank_field(found.upper_rank),
                                  rank_field(found.best_rank),
                                  rank_field(found.worst_rank),
                                  number_field(found.mean_rank),
                                  number_field(found.unranked),
                                  number_field(found.entropy),
                                  number_field(score_quantile(result.tally, at(unit), 0.5)),
                                  number_field(score_quantile(result.tally, at(unit), (1 - result.plan.interval) / 2)),
                                  number_field(score_quantile(result.tally, at(unit), (1 + result.plan.interval) / 2)),
                                  rank_field(attainable_rank(result, unit, true)),
                                  rank_field(attainable_rank(result, unit, false))};
    const Probability confidence = confidence_of(result, unit).value_or(Probability{kMissing, kMissing, kMissing});
    text += head_of(result, unit);
    for (const std::string& field : fields) text += "," + field;
    for (const double each : {confidence.value, confidence.lower, confidence.upper}) text += "," + number_field(each);
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
      text += head_of(result, unit) + "," + std::to_string(rank) + "," + number_field(p.value) + "," +
              number_field(p.lower) + "," + number_field(p.upper) + "\n";
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
      text += head_of(result, unit) + "," + csv_field(result.index.info(other).code) + "," + number_field(before) +
              "," + number_field(after) + "," + number_field(probability_of(rest, result.tally.worlds()).value) + "\n";
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
      text += head_of(result, unit) + "," + number_field(found.acceptability.front()) + "," +
              csv_field(result.index.hierarchy.node(series).id) + "," + number_field(found.central_weights[node]) +
              "\n";
    }
  }
  return text;
}

/// Pairs by the order of units; of whom nothing is proven, none.
std::string dominance_csv(const StressResult& result) {
  std::string text = "period,node,unit,other,direct\n";
  if (result.dominance == nullptr) return text;
  const auto& edges = result.dominance->edges;
  for (const Unit unit : result.order()) {
    for (const Unit other : result.order()) {
      if (!result.dominance->is_always_above(at(unit), at(other))) continue;
      const bool is_direct = std::ranges::binary_search(edges, std::pair(at(unit), at(other)));
      text += head_of(result, unit) + "," + csv_field(result.index.info(other).code) + (is_direct ? ",1\n" : ",0\n");
    }
  }
  return text;
}

void write_dominance(JsonWriter& json, const StressResult& result) {
  if (result.dominance == nullptr) return;
  json.array("dominance", [&] {
    for (const auto& [above, below] : result.dominance->edges) {
      json.array([&] {
        json.value(result.index.units[above].code);
        json.value(result.index.units[below].code);
      });
    }
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
    write_dominance(json, result);
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
    case StressSection::Interactions:
      return interactions_csv(result);
    case StressSection::Dominance:
      return dominance_csv(result);
    case StressSection::Failures:
      break;
  }
  return failures_csv(result);
}

}  // namespace podium
