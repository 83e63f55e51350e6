#include <algorithm>
#include <fstream>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "podium/files/read_fact_book.hpp"
#include "podium/files/read_index.hpp"
#include "podium/files/read_score_sheet.hpp"
#include "podium/files/read_story.hpp"
#include "podium/wire/check.hpp"

#include "support/shared.hpp"
#include "support/small.hpp"

/// The two news stories of one day from which podium began, against the index of this repository and against what
/// people found in them.
namespace podium {
namespace {

using namespace testing;
using Json = nlohmann::json;

class FoundingStories {
 public:
  explicit FoundingStories(const std::filesystem::path& facts)
      : index_(must(read_index(source_directory() / "indices" / "ai-competitiveness")).index),
        book_(must(read_fact_book(source_directory() / "indices" / "ai-competitiveness", index_))),
        sheet_(must(read_score_sheet(facts / "seed_facts.csv"))) {
    const TextChecker checker(index_, book_);
    std::vector<CheckedText> texts;
    std::vector<TextOrigin> origins;
    for (const std::string name : {"000_beb254a2c79b135b.txt", "003_ed5d156bdfb86b90.txt"}) {
      Story story = must(read_story(facts / "stories" / name));
      texts.push_back(checker.check(name, std::move(story.text), {}));
      origins.push_back({std::move(story.places), std::move(story.dropped)});
    }
    check_.emplace(text_check(index_, std::move(texts), std::move(origins)));
  }

  SheetScore score() const { return score_against(sheet_, check_->texts); }
  std::span<const SheetFact> sheet() const { return sheet_; }
  const TextCheck& check() const { return *check_; }
  Json message() const { return Json::parse(check_json(*check_)); }

  /// The claim of a kind that is made by these words.
  Json claim(std::size_t text, std::string_view words, std::string_view kind) const {
    const Json all = message().at("texts").at(text).at("claims");
    const auto found = std::ranges::find_if(
        all, [&](const Json& claim) { return claim.at("words") == words && claim.at("kind") == kind; });
    REQUIRE_MESSAGE(found != all.end(), words);
    return *found;
  }

 private:
  Index index_;
  FactBook book_;
  std::vector<SheetFact> sheet_;
  std::optional<TextCheck> check_;
};

TEST_CASE("of the seventy facts of the two stories 60 are found with the right value, 55 with the right verdict") {
  REQUIRE_SHARED(shared);
  const FoundingStories stories(shared / "facts");
  const SheetScore score = stories.score();
  REQUIRE(score.facts.size() == 70);
  CHECK(std::ranges::count(score.facts, true, &FactScore::is_found) >= 60);
  CHECK(std::ranges::count(score.facts, true, &FactScore::has_right_value) >= 60);
  CHECK(std::ranges::count(score.facts, true, &FactScore::has_right_verdict) >= 55);
  CHECK(score.false_finds.size() <= 3);
}

TEST_CASE("no claim is found in ticker, cards, headlines of other stories or a repeated body") {
  REQUIRE_SHARED(shared);
  const FoundingStories stories(shared / "facts");
  std::size_t parts = 0;
  for (const CheckedText& text : stories.check().texts) {
    for (const DroppedPart& part : text.cleaned.dropped) {
      ++parts;
      for (const Claim& claim : text.claims) {
        CHECK((claim.span.end <= part.span.begin || claim.span.begin >= part.span.end));
      }
    }
  }
  CHECK(parts > 50);
  // What stands in the text twice is read where it stands first.
  for (const CheckedText& text : stories.check().texts) {
    for (const Claim& claim : text.claims) {
      const TextSpan sentence = text.cleaned.sentences[claim.sentence];
      CHECK(text.text.find(sentence.of(text.text)) == sentence.begin);
    }
  }
}

TEST_CASE("109.9 billion is a slip of one digit, and the other story contradicts it") {
  REQUIRE_SHARED(shared);
  const FoundingStories stories(shared / "facts");
  const Json claim = stories.claim(0, "1099억 달러", "level");
  CHECK(claim.at("verdict") == "mismatch");
  CHECK(claim.at("slip") == "digit-slip");
  const Json other = stories.claim(1, "1091억달러", "level");
  CHECK(other.at("verdict") == "rounded");
  const Json contradictions = stories.message().at("contradictions");
  CHECK(contradictions == Json::array({Json::array({claim.at("number"), other.at("number")})}));
}

TEST_CASE("the growth rates of 28 % and 63 % are of the wrong sign, and of two editions") {
  REQUIRE_SHARED(shared);
  const FoundingStories stories(shared / "facts");
  CHECK(stories.claim(0, "28%", "change").at("slip") == "direction");
  const Json mixed = stories.claim(0, "63%", "change");
  CHECK(mixed.at("slip") == "edition-mix");
  // 67.22 billion, which the edition of 2024 printed for 2023.
  const bool has_older = std::ranges::any_of(mixed.at("evidence"), [](const Json& one) {
    return one.at("text").at("en").get<std::string>().find("67.22") != std::string::npos;
  });
  CHECK(has_older);
}

TEST_CASE("a base of people, a figure of an older edition, a mean of other years, a conversion of rounded dollars") {
  REQUIRE_SHARED(shared);
  const FoundingStories stories(shared / "facts");
  CHECK(stories.claim(1, "-0.36", "level").at("slip") == "denominator");
  CHECK(stories.claim(0, "-0.36", "level").at("verdict") == "match");
  const Json older = stories.claim(0, "0.3", "level");
  CHECK(older.at("verdict") == "other-edition");
  CHECK(older.at("evidence").at(0).at("edition") == "ai-index-2024");
  const Json yearly = stories.claim(1, "2560", "level");
  CHECK(yearly.at("slip") == "other-period");
  CHECK(yearly.at("reason").at("en").get<std::string>().find("2023 to 2027") != std::string::npos);
  CHECK(stories.claim(1, "1조9100억원", "conversion").at("slip") == "conversion-after-rounding");
}

TEST_CASE("all three conversions of the second story can have one rate, 1,470 won for a dollar among them") {
  REQUIRE_SHARED(shared);
  const FoundingStories stories(shared / "facts");
  const std::vector<TextRate>& rates = stories.check().texts[1].rates;
  REQUIRE(rates.size() == 1);
  CHECK(rates[0].conversions.size() == 3);
  CHECK(rates[0].sharing.size() == 3);
  CHECK(rates[0].shared.contains(1470));
}

}  // namespace
}  // namespace podium
