#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "podium/files/index_directory.hpp"

/// XXH3 of 128 bits, in 32 hexadecimal digits.
namespace podium {

struct HashedBytes {
  std::string hash;
  std::int64_t bytes = 0;
};

/// Reads the source to its end.
Result<HashedBytes> hash_of(const ByteSource& source);

std::string hash_of(std::string_view bytes);

}  // namespace podium
