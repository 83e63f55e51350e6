// Tidy tables of observations from any bytes.
#include <cstddef>
#include <cstdint>

#include "small_vocabulary.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  podium::fuzzing::read_table({reinterpret_cast<const char*>(data), size}, nullptr);
  return 0;
}
