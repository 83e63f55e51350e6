#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// A small reader of the pages that the site writes, enough to test them.
namespace podium::testing {

/// What stands between `open` and `close`, every time, in order.
std::vector<std::string> all_between(std::string_view text, std::string_view open, std::string_view close);

/// The first fault in the nesting of a page's elements; nothing if every element is closed where it must be.
std::optional<std::string> fault_of_nesting(std::string_view page);

/// The site's path that a link on a page leads to ("en/unit/KOR.html"), without the part behind #; nothing for an
/// address outside the site. A link to the page itself gives the page's path.
std::optional<std::string> target_of(std::string_view page_path, std::string_view href);

}  // namespace podium::testing
