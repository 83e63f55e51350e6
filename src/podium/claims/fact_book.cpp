#include "podium/claims/fact_book.hpp"

#include "podium/model/date.hpp"

namespace podium {

std::string time_text(const ExchangeRate& rate) {
  if (rate.day == 0) return to_text(rate.period);
  return to_text(Date{static_cast<std::int16_t>(rate.period.year()), static_cast<std::int8_t>(rate.period.part()),
                      static_cast<std::int8_t>(rate.day)});
}

}  // namespace podium
