#include "podium/store/inputs.hpp"

#include <array>
#include <set>

#include "podium/files/definition.hpp"
#include "podium/files/index_directory.hpp"
#include "podium/store/file_hash.hpp"

namespace podium {
namespace {

constexpr std::array kDefinitions = {"podium.toml", "units.csv", "sources.toml", "editions.toml"};

/// What cannot be opened has no hash; reading the index says why.
StoreInput hashed(const IndexDirectory& directory, const std::string& path) {
  StoreInput input{.path = path, .hash = {}, .bytes = 0};
  const Result<ByteSource> source = directory.open_file(path);
  if (!source) return input;
  Result<HashedBytes> all = hash_of(*source);
  if (all) input = {path, std::move(all->hash), all->bytes};
  return input;
}

/// Those of the folder, and those that podium.toml names.
std::set<std::string> table_paths(const IndexDirectory& directory) {
  std::set<std::string> paths;
  if (const auto names = directory.observation_tables()) paths.insert(names->begin(), names->end());
  const auto text = directory.read_text(kDefinitions[0]);
  if (!text) return paths;
  Problems ignored;
  const std::optional<Definition> definition = read_definition(*text, kDefinitions[0], ignored);
  if (!definition) return paths;
  for (const TableEntry& entry : definition->tables) {
    if (const auto path = directory.locate(entry.file.text)) paths.insert(*path);
  }
  return paths;
}

}  // namespace

Result<StoreInputs> inputs_of(const std::filesystem::path& directory) {
  TRY(const IndexDirectory opened, IndexDirectory::open(directory));
  StoreInputs inputs;
  for (const char* const path : kDefinitions) inputs.definitions.push_back(hashed(opened, path));
  for (const std::string& path : table_paths(opened)) inputs.tables.push_back(hashed(opened, path));
  return inputs;
}

}  // namespace podium
