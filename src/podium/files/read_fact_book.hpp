#pragma once

#include <filesystem>

#include "podium/claims/fact_book.hpp"
#include "podium/core/result.hpp"

namespace podium {

/// Reads what stands beside the observations of an index for checking texts: aliases.toml (read_aliases.hpp), facts.csv
/// (read_cited_figures.hpp) and exchange_rates.csv (read_exchange_rates.hpp). Each may be absent; without aliases.toml
/// the lexicon knows units and series by their titles. `index` is the one read from the same directory. Reports all
/// problems of all three at once, each with its place, sorted.
Result<FactBook> read_fact_book(const std::filesystem::path& directory, const Index& index);

}  // namespace podium
