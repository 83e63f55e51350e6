#include "podium/model/labour.hpp"

#include <algorithm>

namespace podium {

YearSpan years_of(const LabourTable& table, Unit unit) {
  YearSpan all{.first = 0, .last = -1};
  for (const LabourFigure& figure : table.figures) {
    if (figure.unit != unit || figure.item == LabourItem::Stock) continue;
    const bool is_first = all.count() == 0;
    all.first = is_first ? figure.years.first : std::min(all.first, figure.years.first);
    all.last = is_first ? figure.years.last : std::max(all.last, figure.years.last);
  }
  return all;
}

std::vector<std::size_t> levels_of(const LabourTable& table, Unit unit) {
  std::vector<std::size_t> levels;
  for (const LabourFigure& figure : table.figures) {
    if (figure.unit == unit) levels.push_back(figure.level);
  }
  std::ranges::sort(levels);
  levels.erase(std::ranges::unique(levels).begin(), levels.end());
  return levels;
}

}  // namespace podium
