#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "podium/core/result.hpp"
#include "podium/model/date.hpp"

namespace podium {

struct TomlEntry;
struct TomlValue;
using TomlArray = std::vector<TomlValue>;
using TomlTable = std::vector<TomlEntry>;  ///< by key
/// A time of day or a date with one: known to TOML, of no use in an index.
struct TomlTime {};

/// A value of a TOML file, and where it stands: from `place` up to, not including, the end, which counts as `place`
/// does. A section [name] ends here behind its header; what it holds has ends of its own.
struct TomlValue {
  std::variant<std::string, std::int64_t, double, bool, Date, TomlTime, TomlArray, TomlTable> data;
  Place place;
  std::uint32_t end_line = 0;
  std::uint32_t end_column = 0;
};

struct TomlEntry {
  std::string key;
  Place place;  ///< of the key
  TomlValue value;
};

/// The tables of a TOML text. The first fault in it is the only one reported. Keys of more than kMostKeyDots dots
/// and values nested more than kMostDepth deep are refused: they would cost a level of the call stack each.
Result<TomlTable> parse_toml(std::string_view text, const std::string& file);

inline constexpr std::size_t kMostKeyDots = 15;
inline constexpr std::size_t kMostDepth = 64;

}  // namespace podium
