#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include <pugixml.hpp>

#include "podium/core/result.hpp"

/// The XML parts of an Office file, as values that need no schema: names are compared without their namespace, because
/// programs choose other prefixes for it. Entities other than XML's own five are not known here, so nothing can be
/// included and nothing can grow.
namespace podium {

/// A tree takes up to sixteen times the bytes of its text.
inline constexpr std::size_t kMostTreeBytes = std::size_t{4} << 20U;

/// Text that is no UTF-8, holds control characters, or declares a document type (where entities would stand).
std::optional<Diagnostic> check_xml(std::string_view text, const std::string& place);

/// The root element of a small part: at most kMostTreeBytes. `tree` holds what the node points into.
Result<pugi::xml_node> parse_part(pugi::xml_document& tree, std::string_view text, const std::string& place);

/// Calls `visit` with each element of that name, in order, one tree at a time, so that memory does not grow with the
/// text; false from it ends the walk. Elements of one name do not lie within each other. Each is at most
/// kMostTreeBytes.
std::optional<Diagnostic> for_each_element(std::string_view text, std::string_view name, const std::string& place,
                                           const std::function<bool(pugi::xml_node)>& visit);

/// "row" of "x:row".
std::string_view local_name(std::string_view name);
inline std::string_view local_name(const pugi::xml_node& node) { return local_name(node.name()); }
/// The first child of that name; an empty node if there is none.
pugi::xml_node child_named(const pugi::xml_node& node, std::string_view name);
/// All text directly in the element.
std::string text_of(const pugi::xml_node& node);

}  // namespace podium
