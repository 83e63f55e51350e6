#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "podium/store/measures/input_file.hpp"
#include "podium/store/measures/measure.hpp"
#include "podium/store/query.hpp"

namespace podium {

/// A row that the query returned, as it returned it.
struct MeasuredRow {
  std::string unit;
  std::string indicator;
  std::string period;
  std::string value;  ///< shortest form that reads back; empty: none
  std::string standard_error;
  std::string status;
  std::string note;
};

struct Measured {
  std::vector<MeasuredRow> rows;
  /// "measure:ID@HASH set:NAME=VALUE inputs:NAME=HASH ...": what the figures were made of. Parameters at the value that
  /// the header gives them are left out.
  std::string locator;
  Diagnostics remarks;  ///< names of countries that nobody knows, groups of countries
};

/// Where and with what a measure is run.
struct MeasureRun {
  std::filesystem::path working_folder;  ///< what does not fit into memory goes there meanwhile
  QueryLimits limits;
};

/// Runs the query of a measure on the files, one for each of its inputs and in their order. The query comes from
/// anybody: it reads its inputs, the tables `parameter` (one row, a column for each parameter, if there are any) and
/// `country_name` (name, code, kind: the distinct texts of the columns marked as countries, with the code of those that
/// are one; kind is country, group or unknown), and nothing else. It must return unit, period, value, and may return
/// indicator, standard_error, status, note.
Result<Measured> run_measure(const Measure& measure, const std::vector<InputFile>& files, const MeasureRun& run);

}  // namespace podium
