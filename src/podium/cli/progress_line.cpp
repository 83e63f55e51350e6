#include "podium/cli/progress_line.hpp"

#include <cmath>

#include "podium/core/number_text.hpp"

namespace podium {

std::string grouped(std::uint64_t number) {
  std::string text = std::to_string(number);
  for (std::size_t place = text.size(); place > 3; place -= 3) text.insert(place - 3, ",");
  return text;
}

std::string progress_line(std::uint64_t done, std::uint64_t total, double seconds) {
  constexpr double kWidth = 20;
  const double share = total == 0 ? 1 : static_cast<double>(done) / static_cast<double>(total);
  const auto filled = static_cast<std::size_t>(share * kWidth);
  std::string line =
      "[" + std::string(filled, '#') + std::string(static_cast<std::size_t>(kWidth) - filled, '.') + "] ";
  line += fixed(100 * share, 0) + "%";
  if (!(seconds > 0) || done == 0) return line;
  const double rate = static_cast<double>(done) / seconds;
  line += "  " + grouped(static_cast<std::uint64_t>(rate)) + " / s";
  const double left = static_cast<double>(total - done) / rate;
  return line + ", " + std::to_string(static_cast<std::uint64_t>(std::ceil(left))) + " s";
}

}  // namespace podium
