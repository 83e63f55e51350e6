#include <doctest/doctest.h>

#include "claims/random_harvests.hpp"

namespace podium {
namespace {

using testing::Random;
using testing::RandomCell;
using testing::RandomWorld;
using testing::SaidFigure;
using testing::SmallChecker;

using Lines = std::vector<std::string>;
constexpr int kWorlds = 12;

/// Goes through the cells of random worlds in both languages; collects the sentences that are not judged as expected.
/// `change` gives the digits to write, how many are left out and the verdict, or nothing.
struct Change {
  long digits;
  int left_out;
  Verdict::Kind expected;
};
template <class ChangeOf>
Lines judged_otherwise(std::uint64_t seed, const ChangeOf& change_of) {
  Random random(seed);
  Lines wrong;
  std::size_t judged = 0;
  for (int i = 0; i < kWorlds; ++i) {
    const RandomWorld world = random_world(random);
    const SmallChecker checker(world.figures);
    for (const RandomCell& cell : world.cells) {
      const std::optional<Change> change = change_of(world, cell, random);
      if (!change) continue;
      for (const SaidFigure& sentence :
           {korean(cell, change->digits, change->left_out), english(cell, change->digits, change->left_out)}) {
        const CheckedText checked = checker.check(sentence.text);
        ++judged;
        const bool is_right = checked.verdicts.size() == 1 && checked.verdicts[0].kind == change->expected;
        if (!is_right) wrong.push_back(sentence.text);
      }
    }
  }
  CHECK(judged > 1000);
  return wrong;
}

TEST_CASE("any official value that is printed with all its digits is a match in the edition that is named") {
  CHECK(judged_otherwise(1, [](const RandomWorld&, const RandomCell& cell, Random&) {
          return std::optional(Change{cell.digits, 0, Verdict::Kind::Match});
        }) == Lines{});
}

TEST_CASE("any official value that is rounded to one digit less is rounded, or a match where that digit is 0") {
  CHECK(judged_otherwise(2, [](const RandomWorld&, const RandomCell& cell, Random&) -> std::optional<Change> {
          const long size = std::abs(cell.digits);
          if (size % 10 == 5) return std::nullopt;  // halves are rounded either way
          const long rounded = (size + 5) / 10 * (cell.digits < 0 ? -1 : 1);
          return Change{rounded, 1, size % 10 == 0 ? Verdict::Kind::Match : Verdict::Kind::Rounded};
        }) == Lines{});
}

TEST_CASE("any official value with one other digit is a mismatch, unless an edition has that") {
  CHECK(judged_otherwise(3,
                         [](const RandomWorld& world, const RandomCell& cell, Random& random) -> std::optional<Change> {
                           std::string text = std::to_string(cell.digits);
                           const std::size_t first = cell.digits < 0 ? 1 : 0;
                           const std::size_t place = first + random.below(text.size() - first);
                           const char old = text[place];
                           while (text[place] == old || text[first] == '0')
                             text[place] = static_cast<char>('0' + random.below(10));
                           const long digits = std::stol(text);
                           const auto is_printed = [&](const RandomCell& other) {
                             return cell.is_beside(other) && other.digits == digits;
                           };
                           if (std::ranges::any_of(world.cells, is_printed)) return std::nullopt;
                           return Change{digits, 0, Verdict::Kind::Mismatch};
                         }) == Lines{});
}

/// Calls with a checker, sentences and a language, many times over.
template <class Each>
void for_random_stories(std::uint64_t seed, const Each& each) {
  Random random(seed);
  for (int i = 0; i < kWorlds; ++i) {
    const RandomWorld world = random_world(random);
    const SmallChecker checker(world.figures);
    for (int k = 0; k < 20; ++k) {
      for (const Language language : {Language::Korean, Language::English}) {
        each(checker, random_sentences(world, random, language), language);
      }
    }
  }
}

TEST_CASE("the spans of claims read as the figures are printed, in their order, each at its place") {
  for_random_stories(4, [](const SmallChecker& checker, const std::vector<SaidFigure>& sentences, Language) {
    const CheckedText checked = checker.check(joined(sentences, " "));
    REQUIRE(checked.claims.size() == sentences.size());
    REQUIRE(checked.cleaned.sentences.size() == sentences.size());
    std::size_t begin = 0;
    for (std::size_t i = 0; i < sentences.size(); ++i) {
      const auto& [print, text] = sentences[i];
      const TextSpan span = checked.claims[i].span;
      CHECK(checked.claims[i].sentence == i);
      CHECK(checked.cleaned.sentences[i] == TextSpan{begin, begin + text.size()});
      CHECK(span.begin == begin + text.find(print));
      // Numbers that count something end before the word for it.
      const std::string read(span.of(checked.text));
      CHECK(print.starts_with(read));
      CHECK(read.find_last_of("0123456789") == print.find_last_of("0123456789"));
      begin += text.size() + 1;
    }
  });
}

/// All that was found and said of it.
Lines told_of(const CheckedText& checked) {
  Lines told;
  for (std::size_t i = 0; i < checked.claims.size(); ++i) {
    const Verdict& verdict = checked.verdicts[i];
    told.push_back(testing::shown_claim(checked.claims[i]) + "; " + testing::shown_verdict(verdict) + "; " +
                   verdict.reason.en + verdict.reason.ko);
    for (const ClaimEvidence& one : verdict.evidence) told.push_back(one.text.en + one.text.ko + one.locator);
    for (const Text& step : verdict.steps) told.push_back(step.en + step.ko);
  }
  return told;
}

std::vector<std::size_t> begins_of(const CheckedText& checked, std::size_t later) {
  std::vector<std::size_t> begins;
  for (const Claim& claim : checked.claims) begins.push_back(claim.span.begin + later);
  return begins;
}

TEST_CASE("a text that is checked twice, or by two checkers, is told the same") {
  const SmallChecker one;
  const SmallChecker other;
  for_random_stories(5, [&](const SmallChecker& checker, const std::vector<SaidFigure>& sentences, Language) {
    const std::string story = joined(sentences, " ");
    const CheckedText first = checker.check(story);
    CHECK(told_of(first) == told_of(checker.check(story)));
    // Figures of another world, most of them wrong.
    CHECK(told_of(one.check(story)) == told_of(other.check(story)));
    CHECK(begins_of(one.check(story), 0) == begins_of(first, 0));
  });
}

TEST_CASE("a paragraph before a story that names nothing moves its spans by its length and changes nothing else") {
  const std::string korean = "바람이 불고 비가 내렸지만 사람들은 거리로 나와 노래를 부르며 오래 걸었다.\n\n";
  const std::string english = "The wind blew and rain came down, but people sang in the streets for hours.\n\n";
  for_random_stories(6, [&](const SmallChecker& checker, const std::vector<SaidFigure>& sentences, Language language) {
    const std::string before = language == Language::Korean ? korean : english;
    const std::string story = joined(sentences, "\n\n");
    const CheckedText alone = checker.check(story);
    const CheckedText moved = checker.check(before + story);
    CHECK(alone.claims.size() == sentences.size());
    CHECK(told_of(moved) == told_of(alone));
    CHECK(begins_of(moved, 0) == begins_of(alone, before.size()));
  });
}

}  // namespace
}  // namespace podium
