#include "podium/solve/coin_columns.hpp"

namespace podium {

CoinPackedMatrix matrix_of(const LinearProgram& program) {
  const std::size_t variables = program.objective.size();
  const std::size_t rows = program.limits.size();
  std::vector<int> row_of_entry;
  std::vector<double> entries;
  std::vector<CoinBigIndex> starts = {0};
  std::vector<int> lengths;
  for (std::size_t column = 0; column < variables; ++column) {
    for (std::size_t row = 0; row < rows; ++row) {
      const double entry = program.rows[row * variables + column];
      if (entry == 0) continue;
      entries.push_back(entry);
      row_of_entry.push_back(static_cast<int>(row));
    }
    starts.push_back(static_cast<CoinBigIndex>(entries.size()));
    lengths.push_back(static_cast<int>(starts[column + 1] - starts[column]));
  }
  return {true,
          static_cast<int>(rows),
          static_cast<int>(variables),
          static_cast<CoinBigIndex>(entries.size()),
          entries.data(),
          row_of_entry.data(),
          starts.data(),
          lengths.data()};
}

}  // namespace podium
