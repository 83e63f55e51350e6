#include "support/shared.hpp"

#include <cstdlib>

namespace podium::testing {
namespace {

/// A path that the build passes to every test. A test that is started by hand from the top of the repository needs
/// none.
std::filesystem::path from_environment(const char* name, const char* otherwise) {
  const char* const value = std::getenv(name);
  return value != nullptr && *value != '\0' ? value : otherwise;
}

}  // namespace

std::optional<std::filesystem::path> shared_directory() {
  const auto path = from_environment("PODIUM_SHARED", "../shared");
  if (!std::filesystem::is_directory(path)) return std::nullopt;
  return path;
}

std::filesystem::path source_directory() { return from_environment("PODIUM_SOURCE_DIR", "."); }

std::filesystem::path program() { return from_environment("PODIUM_PROGRAM", "build/release/podium"); }

}  // namespace podium::testing
