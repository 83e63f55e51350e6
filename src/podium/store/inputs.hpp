#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "podium/core/result.hpp"

namespace podium {

/// A file that an index is read from. The hash is XXH3 of 128 bits, in hexadecimal: it tells a changed file from the
/// same one at the speed of reading, before every query; unlike SHA-256 it does not withstand a
/// forger, who could as well write to the store. Empty if the file is not there.
struct StoreInput {
  std::string path;  ///< relative to the directory of the index
  std::string hash;
  std::int64_t bytes = 0;

  bool operator==(const StoreInput&) const = default;
};

/// Definitions first, then the tables of observations by path.
struct StoreInputs {
  std::vector<StoreInput> definitions;
  std::vector<StoreInput> tables;

  bool operator==(const StoreInputs&) const = default;
};

/// Every file that read_index would read of this directory, as far as they can be found.
Result<StoreInputs> inputs_of(const std::filesystem::path& directory);

}  // namespace podium
