#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "podium/core/result.hpp"
#include "podium/files/exchange/raw_table.hpp"
#include "podium/model/index.hpp"

namespace podium {

/// What the rows of a table are about where no column says so, and where their units stand.
struct FigureSetting {
  std::optional<std::string> source{};
  std::optional<std::string> edition{};  ///< an id, or the year of the only edition that ends in it
  std::optional<std::string> period{};
  std::optional<std::string> unit_column{};
};

/// Figures read for an index, in the order of their rows.
struct ReadFigures {
  std::vector<Observation> figures;
  /// Rows passed over, by what stands in them: groups of countries such as "World", and countries that the index does
  /// not rank.
  std::map<std::string, std::size_t> groups{};
  std::map<std::string, std::size_t> countries{};
};

/// Reads tables as editors and publishers have them: tidy (columns indicator and value) or wide (a column for each
/// indicator), otherwise with the columns of observations/*.csv. Indicators go by id or title. Units go by code, by
/// name in either language, or by any common spelling of a country; names of units beside the codes (`name`, `name.en`,
/// `name.ko`, `country`) are passed over. An empty figure says nothing where no column gives its status.
///
/// Reports every name that nobody knows, each once with its nearest one, and every other problem of every table.
Result<ReadFigures> read_figures(std::span<const RawTable> tables, const Index& index, const FigureSetting& setting);

}  // namespace podium
