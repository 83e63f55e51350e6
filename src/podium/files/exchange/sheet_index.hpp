#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "podium/files/definition.hpp"
#include "podium/files/exchange/raw_table.hpp"
#include "podium/files/output.hpp"

/// What the forms of spreadsheet tools have in common (COINr, the COIN Tool of the JRC): entries with codes of their
/// own, and one table with units in rows and the entries' figures in columns.
namespace podium {

/// One entry of such an index, every property as its cell says it; an empty text where nothing is said.
struct SheetEntry {
  enum class Kind : std::uint8_t { Indicator, Aggregate, Group, Denominator };

  Kind kind = Kind::Indicator;
  PlacedWord code, name, unit_of_measure;
  PlacedWord parent, denominator;  ///< codes of other entries
  PlacedWord level;                ///< 1 for indicators; empty for all where the form knows none
  PlacedWord weight, direction, target, lower_goalpost, upper_goalpost;  ///< decimal numbers
};

struct SheetIndex {
  std::vector<SheetEntry> entries{};
  RawTable data{};  ///< an empty text is a gap; a column of each entry but aggregates, named by its code
  std::size_t code_column = 0;
  std::optional<std::size_t> name_column{};
  std::optional<std::size_t> period_column{};
  std::vector<std::size_t> other_columns{};  ///< that nothing need be known of
};

/// What an index needs to be one, and spreadsheet tools have no place for.
struct SheetIndexOptions {
  std::string id;
  Text title{};  ///< empty: the name of the root
  std::string source_title, publisher;
  std::string url{}, licence{};
  std::string edition;  ///< id of the edition; the source has it too
  Date released;
  std::optional<Period> period{};  ///< of data that name none; else the year of `released`
  std::string impute_group{};      ///< code of the group whose mean fills gaps; empty: the mean of all units
};

struct SheetImport {
  std::vector<OutputFile> files;
  Diagnostics warnings;  ///< what podium has no place for
};

/// The files of a new index directory. Its recipe is that of the example of COINr: denominate, impute by means, keep
/// units with nine tenths of the data, winsorise up to five figures and then take logarithms, minmax from 0 to 100,
/// arithmetic means.
///
/// Codes that are no ids become ids ("GDP per capita": GDP_per_capita); the root becomes "index". What podium keeps
/// otherwise, or nowhere, stands in exchange_codes.csv, so that the way back gives the same codes. Reports all problems
/// at once with their places: codes that are there twice or become one id, parents and denominators that are not there,
/// levels that skip, columns that nobody describes, figures that are no numbers ... `problems` are those that the
/// reader of the form has found already.
Result<SheetImport> index_of(const SheetIndex& sheets, const SheetIndexOptions& options, Problems problems = {});

/// The index in `directory`, which `index` was read from, with its choice of editions and the figures as printed.
/// `periods`: the ranked ones that are to be in the table. The columns of the table are in this order: uName, uCode,
/// the groups, Time, denominators, indicators.
struct SheetExport {
  SheetIndex sheets;
  Diagnostics warnings;  ///< what the forms have no place for
};
Result<SheetExport> sheet_index_of(const Index& index, const std::filesystem::path& directory,
                                   std::span<const Period> periods);

}  // namespace podium
