#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "podium/store/query.hpp"
#include "podium/store/store.hpp"

#include "support/small.hpp"

/// Queries on stores, for tests.
namespace podium::testing {

using Fields = std::vector<std::string>;

/// The rows of a query on a store as it is, each value as text.
inline std::vector<Fields> rows_of(const std::filesystem::path& store, const std::string& sql) {
  SqlRows found = must(query_store(store, sql, "query", QueryLimits{}));
  std::vector<Fields> rows;
  const auto keep = [&rows](std::span<const SqlValue> row) {
    Fields& fields = rows.emplace_back();
    for (const SqlValue& value : row) fields.push_back(value.text);
    return true;
  };
  must(found.for_each(keep));
  return rows;
}

/// The one value of a query.
inline std::string asked(const std::filesystem::path& store, const std::string& sql) {
  const std::vector<Fields> rows = rows_of(store, sql);
  REQUIRE(rows.size() == 1);
  REQUIRE(rows[0].size() == 1);
  return rows[0][0];
}

/// Every name in a directory, sorted.
inline std::vector<std::string> names_in(const std::filesystem::path& directory) {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(directory)) {
    names.push_back(entry.path().filename().string());
  }
  std::ranges::sort(names);
  return names;
}

}  // namespace podium::testing
