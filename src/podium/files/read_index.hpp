#pragma once

#include <filesystem>
#include <optional>

#include "podium/files/places.hpp"
#include "podium/model/index.hpp"

namespace podium {

class IndexDirectory;

/// An index as read, with what its author should know although it does not stand in the way.
struct ReadIndex {
  Index index;
  Diagnostics warnings;
  Places places;  ///< for attach_places, on the diagnostics of compute()
};

/// Reads the directory of an index (podium.toml, units.csv, sources.toml, editions.toml, observations/*.csv). Reports
/// all problems of all files at once, each with its place, sorted. Every byte is taken as hostile: sizes are limited,
/// text must be UTF-8, no path may leave the directory. Places name files relative to the directory. Tables are read on
/// so many threads at once, without a number on as many as the machine has; the result is the same.
Result<ReadIndex> read_index(const std::filesystem::path& directory, std::optional<std::size_t> threads = {});
Result<ReadIndex> read_index(const IndexDirectory& directory, std::optional<std::size_t> threads = {});

}  // namespace podium
