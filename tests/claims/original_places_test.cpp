#include "podium/claims/original_places.hpp"

#include <doctest/doctest.h>

#include "support/random.hpp"

namespace podium {
namespace {

TEST_CASE("bytes that were taken over one by one come from the place of each") {
  OriginalPlaces places;
  places.add({0, 5}, {10, 15});
  places.add({5, 8}, {40, 43});
  CHECK(places.original({0, 5}) == TextSpan{10, 15});
  CHECK(places.original({1, 3}) == TextSpan{11, 13});
  CHECK(places.original({6, 8}) == TextSpan{41, 43});
  // With all between: what was left out of the text.
  CHECK(places.original({4, 6}) == TextSpan{14, 41});
}

TEST_CASE("bytes that stand for more or fewer others come from all of them") {
  OriginalPlaces places;
  places.add({0, 1}, {0, 1});
  places.add({1, 2}, {1, 6});  // "&" of "&amp;"
  places.add({2, 3}, {6, 7});
  CHECK(places.original({1, 2}) == TextSpan{1, 6});
  CHECK(places.original({0, 3}) == TextSpan{0, 7});
  places.add({3, 6}, {7, 15});  // three bytes of "&#54620;"
  CHECK(places.original({4, 5}) == TextSpan{7, 15});
  CHECK(places.original({2, 4}) == TextSpan{6, 15});
}

TEST_CASE("a text of which nothing is noted is the original") {
  CHECK(OriginalPlaces().original({3, 9}) == TextSpan{3, 9});
}

TEST_CASE("what was taken back is forgotten") {
  OriginalPlaces places;
  places.add({0, 3}, {0, 3});
  places.add({3, 4}, {3, 8});
  places.cut_at(3);
  places.add({3, 5}, {20, 22});
  CHECK(places.original({2, 4}) == TextSpan{2, 21});
}

/// Where one byte comes from.
TextSpan place_of_byte(TextSpan span, TextSpan original, std::size_t byte) {
  if (span.size() != original.size()) return original;
  const std::size_t begin = original.begin + (byte - span.begin);
  return {begin, begin + 1};
}

TEST_CASE("every stretch comes from where its first byte does to where its last one does") {
  testing::Random random(12);
  for (int round = 0; round < 200; ++round) {
    OriginalPlaces places;
    std::vector<TextSpan> bytes;  // the place of each, noted one by one
    std::size_t original = random.below(5);
    const std::size_t pieces = 1 + random.below(8);
    for (std::size_t i = 0; i < pieces; ++i) {
      const TextSpan span{bytes.size(), bytes.size() + 1 + random.below(5)};
      const TextSpan from{original, original + (random.below(2) == 0 ? span.size() : 1 + random.below(9))};
      places.add(span, from);
      for (std::size_t byte = span.begin; byte < span.end; ++byte) bytes.push_back(place_of_byte(span, from, byte));
      original = from.end + random.below(3);
    }
    for (std::size_t begin = 0; begin < bytes.size(); ++begin) {
      for (std::size_t end = begin + 1; end <= bytes.size(); ++end) {
        CHECK(places.original({begin, end}) == TextSpan{bytes[begin].begin, bytes[end - 1].end});
      }
    }
  }
}

TEST_CASE("a cut takes back all that stands from its byte on, as if it had never been added") {
  testing::Random random(13);
  for (int round = 0; round < 200; ++round) {
    OriginalPlaces places;
    std::vector<std::pair<TextSpan, TextSpan>> added;
    std::size_t text = 0;
    std::size_t original = 0;
    for (int i = 0; i < 6; ++i) {
      const std::size_t size = 1 + random.below(4);
      const TextSpan span{text, text + size};
      const TextSpan from{original, original + (random.below(2) == 0 ? size : size + 2)};
      places.add(span, from);
      added.emplace_back(span, from);
      text = span.end;
      original = from.end + 1;
    }
    const std::size_t cut = 1 + random.below(text - 1);
    places.cut_at(cut);
    OriginalPlaces fresh;
    for (const auto& [span, from] : added) {
      if (span.begin >= cut) break;
      const std::size_t kept = std::min(span.end, cut) - span.begin;
      // What was not copied byte by byte still comes from all of its original, which is longer than it was.
      const bool is_exact = span.size() == from.size();
      fresh.add({span.begin, span.begin + kept}, is_exact ? TextSpan{from.begin, from.begin + kept} : from);
    }
    for (std::size_t byte = 0; byte < cut; ++byte) {
      CHECK(places.original({byte, byte + 1}) == fresh.original({byte, byte + 1}));
    }
  }
}

}  // namespace
}  // namespace podium
