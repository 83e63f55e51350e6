#include "podium/model/forecast.hpp"

#include <chrono>
#include <tuple>

namespace podium {
namespace {

auto key_of(const Forecast& forecast) {
  return std::tuple(forecast.series, forecast.unit, forecast.period, forecast.issued);
}

std::chrono::sys_days days_of(int year, unsigned month, unsigned day) {
  return std::chrono::sys_days(std::chrono::year(year) / static_cast<int>(month) / static_cast<int>(day));
}

}  // namespace

bool comes_before(const Forecast& one, const Forecast& other) { return key_of(one) < key_of(other); }

bool is_same_forecast(const Forecast& one, const Forecast& other) { return key_of(one) == key_of(other); }

double in_years(const Date& date) {
  const auto start = days_of(date.year, 1, 1);
  const auto end = days_of(date.year + 1, 1, 1);
  const auto day = days_of(date.year, static_cast<unsigned>(date.month), static_cast<unsigned>(date.day));
  return date.year + static_cast<double>((day - start).count()) / static_cast<double>((end - start).count());
}

}  // namespace podium
