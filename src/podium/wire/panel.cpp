#include "podium/wire/panel.hpp"

#include "podium/wire/csv_writer.hpp"
#include "podium/wire/parts.hpp"

namespace podium {
namespace {

bool is_aggregated(const Index& index, std::size_t steps) {
  const auto& all = index.recipe.steps();
  for (std::size_t i = 0; i < steps && i < all.size(); ++i) {
    if (std::holds_alternative<Aggregate>(all[i])) return true;
  }
  return false;
}

}  // namespace

std::vector<Series> series_after(const Index& index, std::size_t steps) {
  const Hierarchy& hierarchy = index.hierarchy;
  std::vector<Series> series;
  for (const Series one : Positions<Series>(index.series.size())) {
    const bool is_indicator = !is_denominator(index, one) && hierarchy.is_indicator(one);
    const bool is_node = !is_denominator(index, one) && !is_indicator;
    if (is_indicator || is_node == is_aggregated(index, steps)) series.push_back(one);
  }
  return series;
}

std::string panel_json(const Index& index, const PanelView& view) {
  JsonWriter json;
  json.object([&] {
    write_index(json, index);
    json.field("step", view.steps);
    json.field("title", view.steps == 0 ? "select" : title_of(index.recipe.steps()[view.steps - 1]));
    json.array("series", [&] {
      for (const Series series : series_after(index, view.steps)) json.value(view.panel.id(series));
    });
    json.array("cells", [&] {
      for_each_cell(index, view, [&](Time time, Unit unit, Series series) {
        json.object([&] {
          json.field("period", to_text(view.panel.period(time)));
          json.field("unit", view.panel.code(unit));
          json.field("indicator", view.panel.id(series));
          json.field("value", view.panel.value(series, time, unit));
          json.field("history", history_text(view.panel, index.hierarchy, series, time, unit));
        });
      });
    });
  });
  return std::move(json).finish();
}

std::string panel_csv(const Index& index, const PanelView& view) {
  std::string text = csv_line({"period", "unit", "indicator", "value", "history"});
  for_each_cell(index, view, [&](Time time, Unit unit, Series series) {
    text += csv_line({to_text(view.panel.period(time)), view.panel.code(unit), view.panel.id(series),
                      shortest(view.panel.value(series, time, unit)),
                      history_text(view.panel, index.hierarchy, series, time, unit)});
  });
  return text;
}

std::string wide_panel_csv(const Index& index, const PanelView& view) {
  const std::vector<Series> series = series_after(index, view.steps);
  std::vector<std::string> fields{"period", "unit"};
  for (const Series one : series) fields.push_back(view.panel.id(one));
  std::string text = csv_line(fields);
  for_each_line(view, [&](Time time, Unit unit) {
    fields = {to_text(view.panel.period(time)), view.panel.code(unit)};
    for (const Series one : series) fields.push_back(shortest(view.panel.value(one, time, unit)));
    text += csv_line(fields);
  });
  return text;
}

}  // namespace podium
