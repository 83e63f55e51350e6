#include "podium/files/exchange/wide_table.hpp"

#include "podium/model/selection.hpp"

namespace podium {

RawTable wide_table(const Index& index, Time period, Language language) {
  const Selection selection = select(index, index.edition);
  const std::vector<std::string> ids = index.hierarchy.series_ids();
  RawTable table{.name = "wide", .columns = {"unit", "name"}};
  std::vector<Series> series;
  for (const Series one : Positions<Series>(ids.size())) {
    const bool has_figures = at(one) >= index.hierarchy.size() || index.hierarchy.is_indicator(one);
    if (!has_figures) continue;
    series.push_back(one);
    table.columns.push_back(ids[at(one)]);
  }
  for (const Unit unit : Positions<Unit>(index.units.size())) {
    std::vector<std::string>& row =
        table.rows.emplace_back(std::vector<std::string>{index.info(unit).code, index.info(unit).name.in(language)});
    for (const Series one : series) {
      const std::optional<ObservationAt> origin = selection.origin(one, period, unit);
      const bool is_printed = origin && index.observation(*origin).value;
      row.push_back(is_printed ? index.observation(*origin).value->text : "");
    }
  }
  return table;
}

}  // namespace podium
