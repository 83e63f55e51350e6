#pragma once

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

namespace podium::testing {

/// All bytes of a file; empty if it cannot be read.
inline std::string bytes_of_file(const std::filesystem::path& path) {
  std::ostringstream bytes;
  bytes << std::ifstream(path, std::ios::binary).rdbuf();
  return bytes.str();
}

}  // namespace podium::testing
