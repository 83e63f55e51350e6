#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// A small reader of the SVG documents that the room writes, enough to measure them.
namespace podium::testing {

/// The opening tags of an element whose class is exactly `kind`, in order.
std::vector<std::string> shapes(std::string_view svg, std::string_view element, std::string_view kind);

/// The number in a tag's attribute; NaN if there is none.
double number_in(std::string_view tag, std::string_view attribute);

/// The points of a polyline or polygon as x, y, x, y ...
std::vector<double> points_in(std::string_view tag);

/// The first fault of a document: elements that do not nest, a number that is none, a coordinate beyond the view box,
/// an address other than that of SVG itself.
std::optional<std::string> fault_of_svg(std::string_view svg);

}  // namespace podium::testing
