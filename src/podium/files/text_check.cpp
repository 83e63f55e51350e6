#include "podium/files/text_check.hpp"

#include <algorithm>
#include <cstring>

#include <unicode/utf8.h>

namespace podium {
namespace {

unsigned char byte_at(std::string_view text, std::size_t offset) { return static_cast<unsigned char>(text[offset]); }

std::string hex(unsigned char byte) {
  constexpr std::string_view kHex = "0123456789abcdef";
  return {'0', 'x', kHex[byte >> 4U], kHex[byte & 15U]};
}

/// The length of the character that starts at `offset`, 0 if it is not well-formed.
std::size_t character_length(std::string_view text, std::size_t offset) {
  constexpr std::size_t kLongestCharacter = 4;
  const std::string_view rest = text.substr(offset, kLongestCharacter);
  const auto* const bytes = reinterpret_cast<const std::uint8_t*>(rest.data());
  std::int32_t length = 0;
  UChar32 character = 0;
  // NOLINTNEXTLINE(bugprone-inc-dec-in-conditions): inside ICU's macro
  U8_NEXT(bytes, length, static_cast<std::int32_t>(rest.size()), character);
  return character < 0 ? 0 : static_cast<std::size_t>(length);
}

bool is_allowed_control(std::string_view text, std::size_t offset) {
  const char byte = text[offset];
  if (byte == '\t' || byte == '\n') return true;
  return byte == '\r' && offset + 1 < text.size() && text[offset + 1] == '\n';
}

bool is_control(unsigned char byte) { return byte < 0x20 || byte == 0x7f; }

/// Where the next character stands that is not printable ASCII, or a few bytes before it: most text is passed over
/// eight bytes at once.
std::size_t skip_plain(std::string_view text, std::size_t offset) {
  constexpr std::uint64_t kEach = 0x0101010101010101;
  for (std::uint64_t bytes = 0; offset + sizeof bytes <= text.size(); offset += sizeof bytes) {
    std::memcpy(&bytes, text.data() + offset, sizeof bytes);
    // The highest bit of a byte is set by a byte below 0x20, by 0x7f and by one above.
    if (((bytes | (bytes - kEach * 0x20) | (bytes + kEach)) & kEach * 0x80) != 0) break;
  }
  return offset;
}

}  // namespace

std::optional<BadByte> first_bad_byte(std::string_view text) {
  std::size_t offset = 0;
  while (true) {
    offset = skip_plain(text, offset);
    if (offset >= text.size()) return std::nullopt;
    const unsigned char byte = byte_at(text, offset);
    const std::size_t length = character_length(text, offset);
    if (length == 0) return BadByte{offset, Code::InvalidUtf8, "the byte " + hex(byte), "text in UTF-8"};
    if (byte == 0) return BadByte{offset, Code::InvalidUtf8, "a NUL byte", "text in UTF-8"};
    if (is_control(byte) && !is_allowed_control(text, offset)) {
      return BadByte{offset, Code::Syntax,
                     byte == '\r' ? "a CR that is not before LF" : "the control character " + hex(byte),
                     byte == '\r' ? "lines that end in LF or CRLF" : "text without control characters"};
    }
    offset += length;
  }
}

std::optional<Diagnostic> check_text(std::string_view text, const SharedText& file, std::uint32_t first_line) {
  const std::optional<BadByte> bad = first_bad_byte(text);
  if (!bad) return std::nullopt;
  const std::string_view before = text.substr(0, bad->offset);
  const auto lines = static_cast<std::uint32_t>(std::ranges::count(before, '\n'));
  const std::size_t line_start = before.rfind('\n') + 1;  // npos + 1 is 0
  return Diagnostic{.code = bad->code,
                    .found = bad->found,
                    .expected = bad->expected,
                    .place = {file, first_line + lines, static_cast<std::uint32_t>(bad->offset - line_start + 1)}};
}

}  // namespace podium
