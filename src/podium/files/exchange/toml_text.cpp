#include "podium/files/exchange/toml_text.hpp"

#include <array>

namespace podium {
namespace {

std::string escaped(unsigned char character) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  return {'\\', 'u', '0', '0', kDigits[character / 16U], kDigits[character % 16U]};
}

}  // namespace

std::string toml_text(std::string_view text) {
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      quoted += {'\\', c};
    } else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) {
      quoted += escaped(static_cast<unsigned char>(c));
    } else {
      quoted += c;
    }
  }
  return quoted + "\"";
}

std::string toml_line(std::string_view key, std::string_view text) {
  return text.empty() ? std::string() : std::string(key) + " = " + toml_text(text) + "\n";
}

}  // namespace podium
