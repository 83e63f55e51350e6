#include "podium/store/file_hash.hpp"

#include <memory>
#include <vector>

#include <xxhash.h>

namespace podium {
namespace {

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

}  // namespace

Result<HashedBytes> hash_of(const ByteSource& source) {
  const std::unique_ptr<XXH3_state_t, FreeState> state(XXH3_createState());
  XXH3_128bits_reset(state.get());
  std::vector<char> block(std::size_t{1} << 18U);
  HashedBytes all;
  while (true) {
    TRY(const std::size_t count, source(block));
    if (count == 0) break;
    XXH3_128bits_update(state.get(), block.data(), count);
    all.bytes += static_cast<std::int64_t>(count);
  }
  all.hash = hexadecimal(XXH3_128bits_digest(state.get()));
  return all;
}

std::string hash_of(std::string_view bytes) { return hexadecimal(XXH3_128bits(bytes.data(), bytes.size())); }

}  // namespace podium
