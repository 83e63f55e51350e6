#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "podium/store/database.hpp"

/// From DuckDB's columns to values. Handles of its C interface come as pointers to void, so that its header stays out.
namespace podium {

/// The type of a column; takes over a duckdb_logical_type.
class SqlType {
 public:
  explicit SqlType(void* logical_type) : handle_(logical_type) {}
  SqlType(const SqlType&) = delete;
  SqlType& operator=(const SqlType&) = delete;
  ~SqlType();

  bool is_number() const;
  /// As SQL writes it; empty for a type that SqlVector does not know, all the way down.
  std::string sql() const;

 private:
  void* handle_;
};

/// A column of a chunk, a duckdb_vector, which must outlive it.
class SqlVector {
 public:
  explicit SqlVector(void* vector);
  SqlValue value(std::size_t row) const;

 private:
  SqlValue number(std::string text) const { return {.kind = SqlValue::Kind::Number, .text = std::move(text)}; }
  SqlValue scalar(std::size_t row) const;
  SqlValue list(std::size_t first, std::size_t count) const;
  SqlValue record(std::size_t row) const;
  std::string decimal(std::size_t row) const;

  int type_;              ///< a duckdb_type
  int stored_as_;         ///< the type of the numbers behind a decimal or an enumeration
  unsigned scale_ = 0;    ///< of a decimal
  std::size_t size_ = 0;  ///< of an array
  void* data_;
  std::uint64_t* validity_;
  std::vector<SqlVector> children_{};
  std::vector<std::string> names_{};  ///< of a record's fields, or of an enumeration's values
};

}  // namespace podium
