#include "podium/model/money_unit.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace podium {
namespace {

bool is_currency(std::string_view word) {
  return word.size() == 3 && std::ranges::all_of(word, [](char letter) { return letter >= 'A' && letter <= 'Z'; });
}

std::optional<double> size_of(std::string_view word) {
  constexpr std::array<std::pair<std::string_view, double>, 4> kSizes{
      {{"thousand", 1e3}, {"million", 1e6}, {"billion", 1e9}, {"trillion", 1e12}}};
  if (word.ends_with('s')) word.remove_suffix(1);
  for (const auto& [name, size] : kSizes) {
    if (word == name) return size;
  }
  return std::nullopt;
}

}  // namespace

std::optional<MoneyUnit> money_unit(std::string_view unit_of_measure) {
  const std::size_t space = unit_of_measure.find(' ');
  if (space == std::string_view::npos) {
    return is_currency(unit_of_measure) ? std::optional(MoneyUnit{std::string(unit_of_measure), 1}) : std::nullopt;
  }
  std::string_view currency = unit_of_measure.substr(0, space);
  std::string_view size = unit_of_measure.substr(space + 1);
  if (!is_currency(currency)) std::swap(currency, size);
  const std::optional<double> known = size_of(size);
  if (!is_currency(currency) || !known) return std::nullopt;
  return MoneyUnit{std::string(currency), *known};
}

}  // namespace podium
