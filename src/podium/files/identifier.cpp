#include "podium/files/identifier.hpp"

#include <algorithm>

namespace podium {
namespace {

constexpr std::size_t kLongest = 64;

bool is_letter_or_digit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

bool is_allowed(char c) { return is_letter_or_digit(c) || c == '-' || c == '.'; }

}  // namespace

std::optional<Diagnostic> check_identifier(std::string_view what, std::string_view id, const Place& place) {
  if (!id.empty() && id.size() <= kLongest && is_letter_or_digit(id.front()) && std::ranges::all_of(id, is_allowed)) {
    return std::nullopt;
  }
  return Diagnostic{.code = Code::InvalidValue,
                    .found = std::string(what) + " " + podium::quoted(id),
                    .expected = "1 to 64 letters a-z, digits, '_', '-' or '.', not beginning with '-' or '.'",
                    .place = place};
}

}  // namespace podium
