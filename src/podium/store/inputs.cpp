#include "podium/store/inputs.hpp"

#include <array>
#include <memory>
#include <set>

#include <xxhash.h>

#include "podium/files/definition.hpp"
#include "podium/files/index_directory.hpp"

namespace podium {
namespace {

constexpr std::array kDefinitions = {"podium.toml", "units.csv", "sources.toml", "editions.toml"};

struct FreeState {
  void operator()(XXH3_state_t* state) const { XXH3_freeState(state); }
};

std::string hexadecimal(const XXH128_hash_t& hash) {
  XXH128_canonical_t bytes;
  XXH128_canonicalFromHash(&bytes, hash);
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string text;
  for (const unsigned char byte : bytes.digest) {
    text += kDigits[byte >> 4U];
    text += kDigits[byte & 15U];
  }
  return text;
}

/// What cannot be opened has no hash; reading the index says why.
StoreInput hashed(const IndexDirectory& directory, const std::string& path) {
  StoreInput input{.path = path, .hash = {}, .bytes = 0};
  const Result<ByteSource> source = directory.open_file(path);
  if (!source) return input;
  const std::unique_ptr<XXH3_state_t, FreeState> state(XXH3_createState());
  XXH3_128bits_reset(state.get());
  std::vector<char> block(std::size_t{1} << 18U);
  while (true) {
    const Result<std::size_t> count = (*source)(block);
    if (!count) return {.path = path, .hash = {}, .bytes = 0};
    if (*count == 0) break;
    XXH3_128bits_update(state.get(), block.data(), *count);
    input.bytes += static_cast<std::int64_t>(*count);
  }
  input.hash = hexadecimal(XXH3_128bits_digest(state.get()));
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
