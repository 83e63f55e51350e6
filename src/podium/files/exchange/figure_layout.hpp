#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "podium/files/exchange/raw_table.hpp"
#include "podium/files/exchange/read_figures.hpp"
#include "podium/files/problems.hpp"
#include "podium/files/table_layout.hpp"

namespace podium {

/// Whether tables may name indicators by their titles too, or only by the ids that stand in tables of the index.
enum class Naming : std::uint8_t { Ids, IdsAndTitles };

/// The words that tables of figures may use for the parts of an index; views into it.
class FigureVocabulary {
 public:
  explicit FigureVocabulary(const Index& index, Naming naming = Naming::IdsAndTitles);

  const Vocabulary& words() const { return words_; }
  std::span<const std::string> ids() const { return ids_; }

 private:
  void add_titles(const Index& index, std::span<const std::size_t> with_figures);

  std::vector<std::string> ids_;
  Vocabulary words_;
};

/// Which column of a table of figures means what (see read_figures). Nothing (reported) if the rows cannot be read
/// without what is missing.
std::optional<TableLayout> read_figure_layout(const RawTable& table, const FigureSetting& setting,
                                              const Vocabulary& vocabulary, Problems& problems);

}  // namespace podium
