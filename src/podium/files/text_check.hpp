#pragma once

#include <optional>
#include <string_view>

#include "podium/core/diagnostic.hpp"

namespace podium {

/// UTF-8 files may begin with this mark; it is no part of their text.
inline constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";

/// A byte that does not belong into text.
struct BadByte {
  std::size_t offset;
  Code code;          ///< InvalidUtf8, or Syntax for a control character
  std::string found;  ///< "the byte 0xff"
  std::string expected;
};

/// The first byte that is not part of well-formed UTF-8 (Unicode, table 3-7), or that is NUL or another control
/// character than tab, LF and a CR before LF: such characters would reach terminals and pages.
std::optional<BadByte> first_bad_byte(std::string_view text);

/// The same as a diagnostic, with line and column counted from `first_line`.
std::optional<Diagnostic> check_text(std::string_view text, const SharedText& file, std::uint32_t first_line = 1);

}  // namespace podium
