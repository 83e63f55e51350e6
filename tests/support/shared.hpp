#pragma once

#include <filesystem>
#include <optional>

#include <doctest/doctest.h>

namespace podium::testing {

/// The reference data that some tests compare with, beside the repository; nothing where it is absent.
std::optional<std::filesystem::path> shared_directory();

/// The top of the repository.
std::filesystem::path source_directory();

/// The program `podium` of the same build as the test.
std::filesystem::path program();

}  // namespace podium::testing

/// REQUIRE_SHARED(shared); declares `shared`, the directory of the reference data, or leaves the test case with a
/// message. Such a case is counted as skipped.
#define REQUIRE_SHARED(name)                                       \
  const auto name##_found = ::podium::testing::shared_directory(); \
  if (!name##_found) {                                             \
    MESSAGE("skipped: ../shared is absent");                       \
    return;                                                        \
  }                                                                \
  const std::filesystem::path& name = *name##_found
