#pragma once

#include <cstddef>
#include <string_view>

namespace podium {

/// A stretch of a text, in bytes: from `begin` up to, not including, `end`.
struct TextSpan {
  std::size_t begin = 0;
  std::size_t end = 0;

  std::size_t size() const { return end - begin; }
  bool empty() const { return begin == end; }
  bool contains(const TextSpan& other) const { return begin <= other.begin && other.end <= end; }
  std::string_view of(std::string_view text) const { return text.substr(begin, size()); }
  bool operator==(const TextSpan&) const = default;
};

}  // namespace podium
