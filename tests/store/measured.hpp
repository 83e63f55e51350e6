#pragma once

#include <string>
#include <utility>
#include <vector>

#include "podium/store/database.hpp"
#include "podium/store/measures/measure_list.hpp"
#include "podium/store/measures/run_measure.hpp"

#include "files/directory_on_disk.hpp"
#include "support/small.hpp"

/// Measures run on small files, for tests.
namespace podium::testing {

/// A measure with one input `rows` of these columns (TOML, a line each) and this query.
inline std::string measure_text(const std::string& columns, const std::string& query, const std::string& more = "") {
  return "/*podium\nid = \"m\"\ntitle = { en = \"M\" }\nindicator = \"startups\"\nunit_of_measure = \"firms\"\n"
         "rule = { en = \"R\" }\n[[input]]\nname = \"rows\"\n[input.columns]\n" +
         columns + "\n" + more + "*/\n" + query + "\n";
}

inline Measure measure_of(const std::string& text) { return must(read_measure(text, "measures/m.sql")); }

inline Result<Measured> run_on(const Measure& measure, const std::vector<std::filesystem::path>& paths,
                               const QueryLimits& limits = {}) {
  const DirectoryOnDisk folder;
  std::vector<InputFile> files;
  for (const auto& path : paths) {
    TRY(InputFile file, InputFile::open(path));
    files.push_back(std::move(file));
  }
  const Result<Measured> measured = run_measure(measure, files, {folder.path() / ".podium", limits});
  // Nothing of a run is left behind.
  CHECK(std::filesystem::is_empty(folder.path() / ".podium"));
  return measured;
}

/// "KOR 2024 1.5": unit, period and value of each row, and the note in brackets if `with_notes`.
inline std::string lines_of(const Measured& measured, bool with_notes = false) {
  std::string text;
  for (const MeasuredRow& row : measured.rows) {
    text += row.unit + " " + row.period + " " + (row.value.empty() ? "-" : row.value);
    if (with_notes) text += " [" + row.note + "]";
    text += "\n";
  }
  return text;
}

/// One of podium's own measures, with some parameters.
inline Measure shipped(const std::string& id, const std::vector<std::pair<std::string, std::string>>& parameters = {}) {
  const DirectoryOnDisk empty;
  Measure measure = must(find_measure(empty.path(), id)).measure;
  for (const auto& [name, value] : parameters) must(set_parameter(measure, name, value));
  return measure;
}

}  // namespace podium::testing
