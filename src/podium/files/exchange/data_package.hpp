#pragma once

#include <filesystem>

#include "podium/files/exchange/index_tables.hpp"

namespace podium {

inline constexpr std::string_view kDataPackage = "datapackage.json";

/// The tables as a Frictionless Data Package (specification v1, profile tabular-data-package): one CSV file for each
/// and datapackage.json, which says what their columns hold, their keys, and where the figures come from. The same
/// tables give the same bytes.
std::vector<OutputFile> data_package_of(const IndexTables& tables);

/// Reads the tables of a package: those that data_package_of wrote, or any other whose resources are CSV files with
/// commas, in UTF-8. Its paths must stay in the directory of datapackage.json; an address is not fetched.
Result<ReadTables> read_data_package(const std::filesystem::path& directory);

}  // namespace podium
