#include "podium/files/toml_guard.hpp"

#include <algorithm>

namespace podium {
namespace {

/// The offset behind the string that opens at `begin`; the text's end if it does not close.
std::size_t end_of_string(std::string_view text, std::size_t begin) {
  const char quote = text[begin];
  const bool has_escapes = quote == '"';
  const std::string_view rest = text.substr(begin);
  const bool is_long = rest.size() >= 3 && rest[1] == quote && rest[2] == quote;
  for (std::size_t i = begin + (is_long ? 3 : 1); i < text.size(); ++i) {
    if (has_escapes && text[i] == '\\') {
      ++i;
    } else if (!is_long && (text[i] == quote || text[i] == '\n')) {
      return i + 1;
    } else if (is_long && text.substr(i, 3) == rest.substr(0, 3)) {
      i += 3;
      while (i < text.size() && text[i] == quote) ++i;  // up to two quotes may stand before the closing three
      return i;
    }
  }
  return text.size();
}

Place place_of(std::string_view text, std::size_t offset, const std::string& file) {
  const std::string_view before = text.substr(0, offset);
  const auto lines = static_cast<std::uint32_t>(std::ranges::count(before, '\n'));
  return {file, lines + 1, static_cast<std::uint32_t>(offset - (before.rfind('\n') + 1) + 1)};
}

/// The offset behind the string or comment that opens at `begin`; `begin` itself if none does.
std::size_t end_of_opaque(std::string_view text, std::size_t begin) {
  if (text[begin] == '#') return std::min(text.find('\n', begin), text.size());
  return text[begin] == '"' || text[begin] == '\'' ? end_of_string(text, begin) : begin;
}

}  // namespace

std::optional<Diagnostic> guard_toml(std::string_view text, std::size_t most_dots, const std::string& file) {
  std::size_t dots = 0;
  for (std::size_t i = 0; i < text.size();) {
    if (const std::size_t end = end_of_opaque(text, i); end > i) {
      i = end;
      continue;
    }
    const char byte = text[i];
    if (static_cast<unsigned char>(byte) >= 0x80) {
      return Diagnostic{.code = Code::Syntax,
                        .found = "a character beyond ASCII outside quotes",
                        .expected = "names and texts in quotes",
                        .place = place_of(text, i, file)};
    }
    if (byte == '.' && ++dots > most_dots) {
      return Diagnostic{.code = Code::Syntax,
                        .found = "a key of more than " + std::to_string(most_dots) + " dots",
                        .expected = "a shorter key",
                        .place = place_of(text, i, file)};
    }
    if (std::string_view("=,[]{}\n").find(byte) != std::string_view::npos) dots = 0;
    ++i;
  }
  return std::nullopt;
}

}  // namespace podium
