#pragma once

#include <span>
#include <vector>

#include "podium/files/output.hpp"
#include "podium/model/compute.hpp"
#include "podium/publish/site_restatements.hpp"
#include "podium/wire/stress.hpp"

namespace podium {

/// The files that both languages share: rankings and observations as CSV and JSON, style sheet, icon, and the marker by
/// which a site is known. By path.
std::vector<OutputFile> shared_files(const Index& index, const Computed& computed);

/// What `podium diff` says of the cells of each two editions.
std::vector<OutputFile> restatement_files(const Index& index, std::span<const SiteRestatement> restatements);

/// Tables of every unit with every rank or unit, and the JSON that holds them, grow with the square of the number of
/// units: with more than so many they are left out.
inline constexpr std::size_t kMostUnitsOfSquareTables = 200;
bool has_square_tables(const StressResult& result);

/// The result of the stress test as `podium stress` prints it: data/stress.json and data/stress/SECTION.csv.
std::vector<OutputFile> stress_files(const StressResult& result);

}  // namespace podium
