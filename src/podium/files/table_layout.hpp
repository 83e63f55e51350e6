#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "podium/files/definition.hpp"
#include "podium/files/header.hpp"
#include "podium/files/vocabulary.hpp"

namespace podium {

/// Something that every row of a table says: in a column, or once for all rows. Neither if what was said once is wrong.
template <class Value>
struct RowFact {
  std::optional<std::size_t> column;
  std::optional<Value> constant;
};

/// Which column of a table of observations means what.
struct TableLayout {
  std::size_t unit = 0;
  RowFact<Period> period;
  RowFact<EditionAt> edition;
  RowFact<SourceAt> source;
  RowFact<Status> status;
  RowFact<std::string> locator;
  std::optional<std::size_t> note;

  /// Tidy: one figure in a row, named by a column.
  struct Figure {
    std::size_t indicator;
    std::size_t value;
    std::optional<std::size_t> standard_error;
  };
  std::optional<Figure> figure;
  /// Wide: one column for each series.
  std::vector<std::pair<std::size_t, Series>> series;
};

/// A header with `indicator` or `value` is that of a tidy table, any other that of a wide one. `entry` is the table's
/// [[table]] section, if it has one. Nothing (reported) if the rows cannot be read without what is missing.
std::optional<TableLayout> read_layout(const Header& header, const TableEntry* entry, const Vocabulary& vocabulary,
                                       Problems& problems);

}  // namespace podium
