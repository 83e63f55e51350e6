#pragma once

#include <filesystem>
#include <string_view>
#include <vector>

#include "podium/files/exchange/index_tables.hpp"

namespace podium {

/// An index to be written in some form.
struct ExportedIndex {
  const Index& index;
  const std::filesystem::path& directory;  ///< that it was read from
  const IndexTables& tables;
  Time period;            ///< for forms that hold one period
  Language language;      ///< for forms that name units in one language
  Diagnostics& warnings;  ///< gets what the form has no place for
};

/// A form that indices and figures are written in and read from. What podium knows of them is one table of these; a
/// further form is one more entry.
struct ExchangeForm {
  std::string_view name;      ///< "json"
  std::string_view suffix{};  ///< ".json"; empty: a directory of files
  std::string_view marker{};  ///< of a directory: the file by which it is known
  /// One file, whose path does not count, or those of a directory. Null for a form that is only read.
  Result<std::vector<OutputFile>> (*write)(const ExportedIndex& exported) = nullptr;
  /// The file or the directory. Null for a form that is only written.
  Result<ReadTables> (*read)(const std::filesystem::path& path) = nullptr;

  bool is_directory() const { return suffix.empty(); }
};

/// The forms of this room, in the order in which they are offered: datapackage, json, csv (every figure of every
/// edition), wide (the figures of one period).
std::vector<ExchangeForm> text_forms();

}  // namespace podium
