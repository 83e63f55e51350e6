#include "podium/model/find_word.hpp"

namespace podium {

Result<Unit> unit_of_word(const Index& index, std::string_view word) {
  if (const auto unit = index.find_unit(word)) return *unit;
  std::vector<std::string_view> known;
  for (const UnitInfo& unit : index.units) known.push_back(unit.code);
  return not_among(Code::UnknownUnit, "unit", word, known);
}

Result<Series> figures_of_word(const Index& index, std::string_view word) {
  const std::vector<std::string> ids = index.hierarchy.series_ids();
  std::vector<std::string_view> known;
  for (const Series series : Positions<Series>(ids.size())) {
    const bool has_figures = at(series) >= index.hierarchy.size() || index.hierarchy.is_indicator(series);
    if (!has_figures) continue;
    if (ids[at(series)] == word) return series;
    known.emplace_back(ids[at(series)]);
  }
  return not_among(Code::UnknownIndicator, "indicator", word, known);
}

}  // namespace podium
