#include "podium/model/year_span.hpp"

namespace podium {

std::string to_text(YearSpan years) {
  const std::string first = std::to_string(years.first);
  return years.first == years.last ? first : first + "-" + std::to_string(years.last);
}

}  // namespace podium
