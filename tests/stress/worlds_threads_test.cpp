#include <doctest/doctest.h>

#include "stress/stressed_index.hpp"

namespace podium {
namespace {

using namespace testing;

TEST_CASE("the number of threads changes not a bit, and neither do rounds") {
  const Worlds worlds = worlds_of({weights_factor(0.5), normalise_factor()}, 40'000);
  const StressTally one = run_all(worlds, 1);
  for (const std::size_t threads : {std::size_t{2}, std::size_t{7}}) check_same_bits(one, run_all(worlds, threads));
}

}  // namespace
}  // namespace podium
