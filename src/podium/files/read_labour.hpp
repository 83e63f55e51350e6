#pragma once

#include <filesystem>

#include "podium/files/csv_reader.hpp"
#include "podium/model/labour.hpp"

namespace podium {

/// More is no table that a person has made.
inline constexpr std::size_t kMostLabourRows = 100'000;
inline constexpr std::size_t kMostLabourLevels = 50;
inline constexpr int kMostLabourYears = 100;  ///< of one unit

/// Reads demand and supply of people by level of skill from a file that stands anywhere, one figure a row:
///
///   unit,level,period,item,value,edition,source,locator,note
///   KOR,advanced,2023-2027,new_demand,28600,plan-2024,plan,p. 12,
///
/// `locator` and `note` may be left out. Units, editions and sources are those of the index. Levels are any words, the
/// lowest first: they are ordered as they first appear in the file, of whatever unit. Items are those of LabourItem, of
/// one kind in a file. A period is a year; items of new people may have a span of years instead, then one for all rows.
///
/// Of each unit there must be, for each of its levels: the stock of the year before its first year of flows, and the
/// demand of every year; or the new demand and the new supply of every year or of the span. Other flows count as 0
/// where they are not stated. No figure may be there twice.
///
/// All problems of the rows are reported at once, each with its place; what is missing, only where there are none.
Result<LabourTable> read_labour(const std::filesystem::path& file, const Index& index);
/// The same from bytes, whatever they are.
Result<LabourTable> read_labour(CsvReader& csv, const Index& index);

}  // namespace podium
