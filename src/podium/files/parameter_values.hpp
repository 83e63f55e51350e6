#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "podium/core/normalise/frame.hpp"
#include "podium/core/weight/judgement.hpp"
#include "podium/files/table_reader.hpp"

/// The values that parameters of a recipe's steps and methods may have, beside the plain ones of TomlForm. Each
/// function sets `value` from an entry of the table; what is of another type is reported at the innermost value that is
/// wrong, and `value` is left as it was.
namespace podium {

/// 5
void read_value(std::size_t& value, const TomlEntry& entry, const TableReader& table);
/// { node = 2, other = 1.5 }
void read_value(NodeValues& value, const TomlEntry& entry, const TableReader& table);
/// { node = [12.5, 98], other = [0, 4] }
void read_value(NodeFrames& value, const TomlEntry& entry, const TableReader& table);
/// [["preferred", "other", 3], ["preferred", "another", 5]]
void read_value(std::vector<Comparison>& value, const TomlEntry& entry, const TableReader& table);
/// { expert = { node = 60, other = 40 } }
void read_value(std::vector<ExpertBudget>& value, const TomlEntry& entry, const TableReader& table);

template <class Type>
void read_value(Type& value, const TomlEntry& entry, const TableReader& table) {
  if (std::optional<Type> read = TomlForm<Type>::from(entry.value)) {
    value = *std::move(read);
  } else {
    table.report_type(entry, TomlForm<Type>::expected);
  }
}

template <class Type>
void read_value(std::optional<Type>& value, const TomlEntry& entry, const TableReader& table) {
  Type read = value.value_or(Type{});
  const std::size_t before = table.problems().count();
  read_value(read, entry, table);
  if (table.problems().count() == before) value = std::move(read);
}

}  // namespace podium
