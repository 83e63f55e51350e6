#include "podium/core/shared_text.hpp"

#include <vector>

#include <doctest/doctest.h>

namespace podium {
namespace {

TEST_CASE("copies hold the same bytes, not others like them") {
  const SharedText text("a text that is too long to be held without memory of its own");
  const std::vector<SharedText> copies(2, text);
  const SharedText& copy = copies.back();
  CHECK(copy == text);
  CHECK(copy.view().data() == text.view().data());
  CHECK(copy == "a text that is too long to be held without memory of its own");
  CHECK_FALSE(copy == "another");
  CHECK(SharedText("one") == SharedText(std::string("one")));
  CHECK_FALSE(SharedText("one") == SharedText("two"));
}

TEST_CASE("a text outlives the value that it came from") {
  SharedText copy;
  {
    const SharedText text(std::string("told once"));
    copy = text;
  }
  CHECK(copy.str() == "told once");
}

TEST_CASE("an empty text is one, however it was made") {
  CHECK(SharedText().empty());
  CHECK(SharedText("").empty());
  CHECK(SharedText() == SharedText(std::string()));
  CHECK(SharedText().str().empty());
  CHECK_FALSE(SharedText(" ").empty());
}

}  // namespace
}  // namespace podium
