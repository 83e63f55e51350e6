#pragma once

#include <string>
#include <string_view>

namespace podium {

/// Text as HTML or SVG content or attribute value: & < > " ' are written as entities. Control characters other than tab
/// and line ends, which no document may hold, become U+FFFD.
std::string escaped(std::string_view text);

/// The address if a page may link to it: http or https, nothing before the host but the scheme; otherwise empty.
std::string_view web_address(std::string_view url);

/// An id as part of a file's name or an anchor: letters, digits, '_', '-' and '.' stay, every other byte, and a point
/// at the front, becomes ~ and two hexadecimal digits. Different ids give different names.
std::string safe_name(std::string_view id);

}  // namespace podium
