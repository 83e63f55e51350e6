#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "podium/core/method.hpp"
#include "podium/core/number_text.hpp"
#include "podium/model/index.hpp"
#include "podium/model/year_span.hpp"

namespace podium {

/// What a row of a labour table counts: persons, but for the exit rate.
enum class LabourItem : std::uint8_t {
  Stock,         ///< who is there at the end of the year before the first of the flows
  Demand,        ///< who is wanted at the end of the year
  ExitRate,      ///< share of those there at the start of the year who leave in it, 0 ... 1
  Training,      ///< who completes a training in the year
  Graduates,     ///< who enters from education in the year
  NetMigration,  ///< immigrants less emigrants of the year
  NewDemand,     ///< who is newly wanted in the year or span
  NewSupply,     ///< who newly comes in the year or span
};
template <>
struct Words<LabourItem> {
  static constexpr std::array<std::pair<std::string_view, LabourItem>, 8> list{
      {{"stock", LabourItem::Stock},
       {"demand", LabourItem::Demand},
       {"exit_rate", LabourItem::ExitRate},
       {"training", LabourItem::Training},
       {"graduates", LabourItem::Graduates},
       {"net_migration", LabourItem::NetMigration},
       {"new_demand", LabourItem::NewDemand},
       {"new_supply", LabourItem::NewSupply}}};
};

/// Where an item is not stated for a year and level, it counts as 0.
inline constexpr std::array kLabourFlows{LabourItem::ExitRate, LabourItem::Training, LabourItem::Graduates,
                                         LabourItem::NetMigration};

/// A table tells who is there and what moves them, or who is newly wanted and newly comes.
enum class LabourKind : std::uint8_t { StockFlow, NewPeople };
template <>
struct Words<LabourKind> {
  static constexpr std::array<std::pair<std::string_view, LabourKind>, 2> list{
      {{"stock-flow", LabourKind::StockFlow}, {"new-people", LabourKind::NewPeople}}};
};

constexpr LabourKind kind_of(LabourItem item) {
  return item == LabourItem::NewDemand || item == LabourItem::NewSupply ? LabourKind::NewPeople : LabourKind::StockFlow;
}

/// One figure as its edition printed it.
struct LabourFigure {
  Unit unit{};
  std::size_t level = 0;  ///< position in LabourTable::levels
  YearSpan years{};
  LabourItem item{};
  PrintedNumber value{};
  EditionAt edition{};
  SourceAt source{};
  SharedText locator{};
  SharedText note{};
  Place place{};
};

/// Demand and supply of people by level of skill, of any units.
struct LabourTable {
  LabourKind kind{};
  std::vector<std::string> levels{};  ///< lowest first, as they first appear in the file
  std::vector<LabourFigure> figures{};
};

/// The years that the figures of a unit are about, stocks apart; of nothing, 0 to -1.
YearSpan years_of(const LabourTable& table, Unit unit);

/// Positions of the levels of which a unit has figures, lowest first.
std::vector<std::size_t> levels_of(const LabourTable& table, Unit unit);

}  // namespace podium
