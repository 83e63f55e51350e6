#include "podium/files/sdmx/ids.hpp"

#include <algorithm>
#include <optional>

namespace podium {
namespace {

constexpr std::string_view kEncoded = "x-";
constexpr std::string_view kHex = "0123456789abcdef";

bool is_letter(char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }
bool stands_for_itself(char c) { return is_letter(c) || (c >= '0' && c <= '9') || c == '_'; }

bool is_allowed(std::string_view id, SdmxIdKind kind) {
  if (id.empty() || id.starts_with(kEncoded)) return false;
  if (kind == SdmxIdKind::Name && !is_letter(id.front())) return false;
  return std::ranges::all_of(id, [](char c) { return stands_for_itself(c) || c == '-'; });
}

std::optional<char> byte_of(std::string_view two_digits) {
  const std::size_t high = kHex.find(two_digits[0]);
  const std::size_t low = kHex.find(two_digits[1]);
  if (high == std::string_view::npos || low == std::string_view::npos) return std::nullopt;
  return static_cast<char>(static_cast<unsigned char>(high << 4U | low));
}

/// Takes one character of podium's id from the front of `text`.
std::optional<char> take(std::string_view& text) {
  const auto taken = [&text](char c, std::size_t length) {
    text.remove_prefix(length);
    return c;
  };
  if (stands_for_itself(text[0])) return taken(text[0], 1);
  if (text.starts_with("--")) return taken('-', 2);
  if (text.starts_with("-d")) return taken('.', 2);
  if (!text.starts_with("-x") || text.size() < 4) return std::nullopt;
  const std::optional<char> byte = byte_of(text.substr(2, 2));
  return byte ? std::optional(taken(*byte, 4)) : std::nullopt;
}

}  // namespace

std::string sdmx_id(std::string_view id, SdmxIdKind kind) {
  if (is_allowed(id, kind)) return std::string(id);
  std::string text(kEncoded);
  for (const char c : id) {
    if (stands_for_itself(c)) {
      text += c;
    } else if (c == '-') {
      text += "--";
    } else if (c == '.') {
      text += "-d";
    } else {
      const auto byte = static_cast<unsigned char>(c);
      text += std::string("-x") + kHex[byte >> 4U] + kHex[byte & 0xfU];
    }
  }
  return text;
}

std::string from_sdmx_id(std::string_view text) {
  if (!text.starts_with(kEncoded)) return std::string(text);
  std::string id;
  for (std::string_view rest = text.substr(kEncoded.size()); !rest.empty();) {
    const std::optional<char> c = take(rest);
    if (!c) return std::string(text);
    id += *c;
  }
  return id;
}

}  // namespace podium
