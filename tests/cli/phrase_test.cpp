#include "podium/cli/phrase.hpp"

#include <doctest/doctest.h>

using namespace podium;

TEST_CASE("values take their numbered places, in any order") {
  CHECK(fill("{1} of {0}", {"a", "b"}) == "b of a");
  CHECK(fill("{0}{0}", {"{1}", "b"}) == "{1}{1}");
  CHECK(fill("no place {", {"a"}) == "no place {");
  CHECK(fill("a place without a value {3} stays", {"a"}) == "a place without a value {3} stays");
  CHECK(fill("${WORDS[@]} {x}", {"a"}) == "${WORDS[@]} {x}");
}
