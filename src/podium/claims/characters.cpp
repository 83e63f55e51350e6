#include "podium/claims/characters.hpp"

#include <algorithm>

namespace podium {
namespace {

constexpr char32_t kBroken = 0xFFFD;
constexpr std::u32string_view kClosing = U"\"'”’」』》〉)]}】〕)］";
constexpr std::u32string_view kOpening = U"\"'“‘「『《〈([{【〔(［";

unsigned byte_at(std::string_view text, std::size_t at) { return static_cast<unsigned char>(text[at]); }

/// How many bytes a character takes that begins with this one; 0 for a byte that begins none.
std::size_t size_of(unsigned lead) {
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead <= 0xDF) return 2;
  if (lead >= 0xE0 && lead <= 0xEF) return 3;
  return lead >= 0xF0 && lead <= 0xF4 ? 4 : 0;
}

bool is_character(char32_t code, std::size_t size) {
  if (size == 3) return code >= 0x800 && (code < 0xD800 || code > 0xDFFF);
  return size != 4 || (code >= 0x10000 && code <= 0x10FFFF);
}

}  // namespace

TextCharacter character_at(std::string_view text, std::size_t byte) {
  if (byte >= text.size()) return {};
  const unsigned lead = byte_at(text, byte);
  const std::size_t size = size_of(lead);
  if (size == 1) return {lead, 1};
  if (size == 0 || byte + size > text.size()) return {kBroken, 1};
  char32_t code = lead & (0x7FU >> size);
  for (std::size_t i = 1; i < size; ++i) {
    const unsigned next = byte_at(text, byte + i);
    if ((next & 0xC0U) != 0x80) return {kBroken, 1};
    code = (code << 6U) | (next & 0x3FU);
  }
  return is_character(code, size) ? TextCharacter{code, size} : TextCharacter{kBroken, 1};
}

TextCharacter character_before(std::string_view text, std::size_t byte) {
  if (byte == 0 || byte > text.size()) return {};
  for (std::size_t size = 1; size <= std::min<std::size_t>(4, byte); ++size) {
    const TextCharacter found = character_at(text.substr(0, byte), byte - size);
    if (found.size == size && (size > 1 || found.code != kBroken)) return found;
  }
  return {kBroken, 1};
}

bool closes(char32_t code) { return kClosing.find(code) != std::u32string_view::npos; }
bool opens(char32_t code) { return kOpening.find(code) != std::u32string_view::npos; }

std::string_view trimmed_text(std::string_view text) {
  const auto is_blank = [](char32_t code) { return is_space(code) || is_line_end(code); };
  for (TextCharacter c = character_at(text, 0); c.size > 0 && is_blank(c.code); c = character_at(text, 0)) {
    text.remove_prefix(c.size);
  }
  for (TextCharacter c = character_before(text, text.size()); c.size > 0 && is_blank(c.code);
       c = character_before(text, text.size())) {
    text.remove_suffix(c.size);
  }
  return text;
}

}  // namespace podium
