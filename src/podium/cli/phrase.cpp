#include "podium/cli/phrase.hpp"

namespace podium {

std::string fill(std::string_view pattern, std::initializer_list<std::string_view> values) {
  std::string text;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    const bool is_place = pattern[i] == '{' && i + 2 < pattern.size() && pattern[i + 2] == '}';
    const std::size_t number = is_place ? static_cast<std::size_t>(pattern[i + 1] - '0') : values.size();
    if (number < values.size()) {
      text += values.begin()[number];
      i += 2;
    } else {
      text += pattern[i];
    }
  }
  return text;
}

}  // namespace podium
