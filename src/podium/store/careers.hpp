#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "podium/core/result.hpp"
#include "podium/store/query.hpp"

/// Synthetic career records, for tests of scale: made-up people, with moves whose number is known.
namespace podium {

struct CareersPlan {
  std::uint64_t people = 1;
  std::uint64_t seed = 1;
};

/// The days that a record may begin on; the years of the truth.
inline constexpr int kFirstCareerYear = 1985;
inline constexpr int kLastCareerYear = 2025;

struct CareersMade {
  std::uint64_t rows = 0;
  /// place,period,arrivals,departures,members as CSV: what a measure of net migration must find, each year of each
  /// place. Counted step by step while the records are made.
  std::string truth;
};

/// Writes person,place,from,to (a whole number, an ISO 3166-1 alpha-3 code, two days; no `to` for a step that goes on)
/// to a file .csv or .parquet, person by person, each one's steps in order. Steps do not overlap; between some lies a
/// gap. The same plan gives the same rows on every machine. Memory does not grow with the number of people. Made beside
/// the place and renamed.
Result<CareersMade> write_careers(const CareersPlan& plan, const std::filesystem::path& path,
                                  const QueryLimits& limits);

}  // namespace podium
