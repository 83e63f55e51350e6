#pragma once

#include <initializer_list>
#include <span>
#include <string>
#include <string_view>

namespace podium {

/// A field by RFC 4180: in quotes where it holds a comma, a quote or a line's end, quotes doubled.
std::string csv_field(std::string_view text);

/// One line of fields with its end (LF).
std::string csv_line(std::span<const std::string> fields);
std::string csv_line(std::initializer_list<std::string_view> fields);

}  // namespace podium
