#pragma once

#include <string_view>

#include "podium/cli/common_options.hpp"
#include "podium/files/read_index.hpp"
#include "podium/model/compute.hpp"
#include "podium/model/find_word.hpp"

/// From words of the command line to parts of an index; an unknown word is answered with the nearest right one.
namespace podium {

/// The index of a directory; with the weights of a named set if one is named.
Result<ReadIndex> read_weighted_index(const std::string& directory, const std::optional<std::string>& weights);

/// The index's own choice if neither --edition nor --as-of is given.
Result<EditionChoice> choice_of_edition(const Index& index, const EditionWords& words);

/// One of the ranked periods; the newest for no word.
Result<Time> ranked_period(const Index& index, const std::optional<std::string>& word);

/// An indicator or a node above indicators; the root for no word.
Result<Series> node_of_word(const Index& index, const std::optional<std::string>& word);

/// UNIT.indicator or UNIT.indicator@period.
struct CellWord {
  std::string_view unit;
  std::string_view series;
  std::optional<std::string_view> period;
};

std::optional<CellWord> parse_cell_word(std::string_view word);

/// "name=value".
struct Assignment {
  std::string name;
  double value;
};

/// `form` is what the diagnostic expects, such as "NODE=WEIGHT".
Result<Assignment> assignment_of(std::string_view option, const std::string& word, std::string_view form);

/// A share above 0, as "0.8" or "80%".
Result<double> share_of_word(std::string_view option, const std::string& word);

/// 0 or more.
Result<std::uint64_t> whole_number(std::string_view option, std::string_view word);

/// The same result, its problems with their places in the files of the index.
template <class Value>
Result<Value> located(Result<Value> result, const ReadIndex& read) {
  if (result) return result;
  Diagnostics problems = std::move(result).diagnostics();
  attach_places(problems, read.places);
  return problems;
}

}  // namespace podium
