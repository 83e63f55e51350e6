#pragma once

#include <string>
#include <string_view>

namespace podium {

/// A text as TOML writes it: in quotes, with what TOML wants escaped. Reads back as the same bytes.
std::string toml_text(std::string_view text);

/// "key = value\n"; nothing for an empty text.
std::string toml_line(std::string_view key, std::string_view text);

}  // namespace podium
