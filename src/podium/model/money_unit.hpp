#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace podium {

/// What one unit of measure is worth in money: "USD billions" is 1e9 of "USD".
struct MoneyUnit {
  std::string currency;  ///< as ISO 4217 writes it, three capital letters
  double size = 1;

  bool operator==(const MoneyUnit&) const = default;
};

/// Reads "USD", "USD thousands", "USD millions", "USD billions", "USD trillions", also "million USD" and "USD million".
/// Nothing for anything else: "percent of GDP", "people".
std::optional<MoneyUnit> money_unit(std::string_view unit_of_measure);

}  // namespace podium
