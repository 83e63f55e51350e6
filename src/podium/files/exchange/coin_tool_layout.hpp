#pragma once

#include <array>
#include <cstddef>
#include <string_view>

/// Where things stand in the workbook of the COIN Tool; rows and columns count from 0.
namespace podium::coin_tool {

inline constexpr std::string_view kDatabase = "Database";
inline constexpr std::string_view kFramework = "Framework";

// Database
inline constexpr std::size_t kWeightRow = 6;
inline constexpr std::size_t kDirectionRow = 7;
inline constexpr std::size_t kLowerRow = 8;
inline constexpr std::size_t kUpperRow = 9;
inline constexpr std::size_t kIndexRow = 10;
inline constexpr std::size_t kNameRow = 14;
inline constexpr std::size_t kCodeRow = 15;
inline constexpr std::size_t kUnitRow = 16;  ///< the first one
inline constexpr std::size_t kUnitName = 1;
inline constexpr std::size_t kUnitCode = 2;
inline constexpr std::size_t kLabel = 3;
inline constexpr std::size_t kIndicator = 4;  ///< the first one
inline constexpr std::size_t kMostIndicators = 99;
inline constexpr std::size_t kMostUnits = 299;

/// The levels above indicators, upward: the rows of the database that name them, and how their codes begin.
struct Level {
  std::size_t row;
  std::string_view prefix;
  std::string_view name;
};
inline constexpr std::array<Level, 4> kLevels{
    {{13, "sp.", "Sub-pillar"}, {12, "p.", "Pillar"}, {11, "si.", "Sub-index"}, {kIndexRow, "Index", "Index"}}};

// Framework
inline constexpr std::size_t kHeaderRow = 3;
inline constexpr std::size_t kMostAggregates = 48;
inline constexpr std::size_t kCode = 2;
inline constexpr std::size_t kLevel = 3;
inline constexpr std::size_t kWeight = 4;
inline constexpr std::size_t kName = 7;

/// What stands where nothing is.
inline constexpr std::string_view kNothing = "--";
inline constexpr std::string_view kGap = "n/a";

}  // namespace podium::coin_tool
