#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "podium/store/database.hpp"

namespace podium {

/// Rows that podium makes while SQL reads them: "FROM name()". They never stand in memory all at once.
class SqlTableFunction {
 public:
  enum class Type : std::uint8_t { Integer, Text, Date };
  struct Column {
    std::string name;
    Type type;
  };

  /// Up to rows() rows to be filled, from the first. Columns must be of the right type.
  class Block {
   public:
    std::size_t rows() const { return rows_; }
    void set_integer(std::size_t column, std::size_t row, std::int64_t value);
    /// Days since 1970-01-01.
    void set_date(std::size_t column, std::size_t row, std::int32_t days);
    void set_text(std::size_t column, std::size_t row, std::string_view text);
    void set_null(std::size_t column, std::size_t row);

   private:
    friend class SqlTableFunction;
    Block(void* chunk, std::size_t columns);

    std::size_t rows_;
    std::vector<void*> vectors_{};  ///< duckdb_vector
    std::vector<void*> data_{};     ///< their values
  };

  /// Fills a block and says how many rows; 0 at the end. Called by one thread at a time, until it returns 0.
  using Fill = std::function<std::size_t(Block&)>;

  /// Declares it on the connection's database. It can be read once.
  static Result<bool> add(const SqlConnection& connection, const std::string& name, std::vector<Column> columns,
                          Fill fill);
};

}  // namespace podium
