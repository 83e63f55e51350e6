#include "publish/svg_reader.hpp"

#include <algorithm>
#include <limits>

#include "podium/core/number_text.hpp"

#include "publish/pages.hpp"

namespace podium::testing {
namespace {

std::vector<double> numbers_in(std::string_view text) {
  std::vector<double> numbers;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of(" ,"), text.size());
    const auto number = parse_decimal(text.substr(0, end));
    numbers.push_back(number ? number->value : std::numeric_limits<double>::quiet_NaN());
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return numbers;
}

bool is_within(double value, double end) { return value >= 0 && value <= end; }

/// Not NaN either: where the attribute stands, it must be a number.
bool is_placed(std::string_view tag, std::string_view name, double end) {
  const bool stands = tag.find(" " + std::string(name) + "=\"") != std::string_view::npos;
  return !stands || is_within(number_in(tag, name), end);
}

bool is_placed(std::string_view tag, double width, double height) {
  for (const std::string_view x : {"x", "x1", "x2", "cx", "width"}) {
    if (!is_placed(tag, x, width)) return false;
  }
  for (const std::string_view y : {"y", "y1", "y2", "cy", "height"}) {
    if (!is_placed(tag, y, height)) return false;
  }
  const std::vector<double> points = points_in(tag);
  for (std::size_t i = 0; i < points.size(); ++i) {
    if (!is_within(points[i], i % 2 == 0 ? width : height)) return false;
  }
  return true;
}

}  // namespace

std::vector<std::string> shapes(std::string_view svg, std::string_view element, std::string_view kind) {
  const std::string open = "<" + std::string(element) + " class=\"" + std::string(kind) + "\"";
  return all_between(svg, open, ">");
}

double number_in(std::string_view tag, std::string_view attribute) {
  const std::vector<std::string> found = all_between(tag, " " + std::string(attribute) + "=\"", "\"");
  const auto number = found.empty() ? std::nullopt : parse_decimal(found.front());
  return number ? number->value : std::numeric_limits<double>::quiet_NaN();
}

std::vector<double> points_in(std::string_view tag) {
  const std::vector<std::string> found = all_between(tag, " points=\"", "\"");
  return found.empty() ? std::vector<double>{} : numbers_in(found.front());
}

std::optional<std::string> fault_of_svg(std::string_view svg) {
  if (const auto fault = fault_of_nesting(svg)) return fault;
  const std::vector<std::string> boxes = all_between(svg, "viewBox=\"", "\"");
  if (boxes.size() != 1) return "no view box";
  const std::vector<double> box = numbers_in(boxes.front());
  for (const std::string& tag : all_between(svg, "<", ">")) {
    if (!is_placed(tag, box.at(2), box.at(3))) return tag;
    if (tag.find("nan") != std::string::npos || tag.find("inf") != std::string::npos) return tag;
  }
  if (all_between(svg, "://", "\"").size() != 1) return "an address";
  return std::nullopt;
}

}  // namespace podium::testing
