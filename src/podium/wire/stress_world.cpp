#include "podium/wire/csv_writer.hpp"
#include "podium/wire/parts.hpp"
#include "podium/wire/stress_parts.hpp"

/// The messages about one world.
namespace podium {
namespace {

void write_moved(JsonWriter& json, const Index& index, const MovedFigure& figure) {
  json.object([&] {
    json.field("unit", index.info(figure.unit).code);
    json.field("indicator", index.hierarchy.series_ids()[at(figure.series)]);
    json.field("period", to_text(figure.period));
    if (figure.step > 0) json.field("step", figure.step);
    json.field("before", figure.before);
    json.field("drawn", figure.drawn);
  });
}

}  // namespace

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
    json.array("figures", [&] {
      for (const MovedFigure& figure : world.figures) write_moved(json, result.index, figure);
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
    text += head_of(world.result, unit) + "," + number_field(world.world.scores[at(unit)]) + "," +
            rank_field(world.world.ranks[at(unit)]) + "\n";
  }
  return text;
}

std::string world_figures_csv(const StressWorld& world) {
  const Index& index = world.result.index;
  const std::vector<std::string> ids = index.hierarchy.series_ids();
  std::string text = "unit,indicator,period,step,before,drawn\n";
  for (const MovedFigure& figure : world.figures) {
    text +=
        csv_line({index.info(figure.unit).code, ids[at(figure.series)], to_text(figure.period),
                  figure.step > 0 ? std::to_string(figure.step) : "", shortest(figure.before), shortest(figure.drawn)});
  }
  return text;
}

}  // namespace podium
