#include <algorithm>

#include <doctest/doctest.h>

#include "podium/publish/site.hpp"

#include "publish/example.hpp"

namespace podium {
namespace {

TEST_CASE("the site has the same bytes for any number of threads") {
  const testing::Example example = testing::example_of_countries();
  const SiteStress alone = testing::stress_of(example, 1);
  const std::vector<OutputFile> expected = render_site(example.index, example.computed, 1, &alone);
  CHECK(std::ranges::is_sorted(expected, {}, &OutputFile::path));
  for (const std::size_t threads : {std::size_t{2}, std::size_t{5}}) {
    CAPTURE(threads);
    const SiteStress stress = testing::stress_of(example, threads);
    const std::vector<OutputFile> files = render_site(example.index, example.computed, threads, &stress);
    REQUIRE(files.size() == expected.size());
    for (std::size_t i = 0; i < files.size(); ++i) {
      CAPTURE(expected[i].path);
      CHECK(files[i].path == expected[i].path);
      CHECK(files[i].bytes == expected[i].bytes);
    }
  }
}

}  // namespace
}  // namespace podium
