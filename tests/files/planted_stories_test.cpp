#include <algorithm>
#include <set>

#include <doctest/doctest.h>

#include "podium/claims/check_text.hpp"
#include "podium/files/read_fact_book.hpp"
#include "podium/files/read_index.hpp"
#include "podium/files/read_story.hpp"

#include "support/csv.hpp"
#include "support/shared.hpp"
#include "support/small.hpp"

/// Stories in our own words (tests/stories): ten with slips of every kind, five without.
namespace podium {
namespace {

using namespace testing;
using Kind = Verdict::Kind;

std::filesystem::path stories() { return source_directory() / "tests" / "stories"; }

struct Shelf {
  Index index;
  FactBook book;
};

Shelf shelf() {
  const std::filesystem::path directory = source_directory() / "indices" / "ai-competitiveness";
  Index index = must(read_index(directory)).index;
  FactBook book = must(read_fact_book(directory, index));
  return {std::move(index), std::move(book)};
}

CheckedText check(const TextChecker& checker, const std::string& name) {
  return checker.check(name, must(read_story(stories() / name)).text, {});
}

bool is_alarm(const Verdict& verdict) { return verdict.kind == Kind::Mismatch || verdict.kind == Kind::OtherEdition; }

/// "ko3.txt: 162% mismatch edition-mix"
std::string shown(const CheckedText& text, std::size_t claim) {
  const Verdict& verdict = text.verdicts[claim];
  return text.name + ": " + std::string(text.claims[claim].span.of(text.text)) + " " +
         std::string(to_word(verdict.kind)) + " " + std::string(to_word(verdict.slip));
}

TEST_CASE("every planted slip is found and named, and nothing else is called wrong") {
  const Shelf against = shelf();
  const TextChecker checker(against.index, against.book);
  std::map<std::string, CheckedText> texts;
  std::map<std::string, std::set<std::size_t>> planted;
  std::set<std::string> slips;
  const Table table = read_table(stories() / "planted.csv");
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    const auto field = [&](std::string_view column) { return table.text(row, column); };
    const std::string name = field("article");
    if (!texts.contains(name)) texts.emplace(name, check(checker, name));
    const CheckedText& text = texts.at(name);
    const std::string printed = field("as_printed");
    const std::size_t begin = text.text.find(printed);
    REQUIRE_MESSAGE(begin != std::string::npos, name, " ", printed);
    REQUIRE_MESSAGE(text.text.find(printed, begin + 1) == std::string::npos, name, " ", printed);
    bool is_found = false;
    for (std::size_t i = 0; i < text.claims.size(); ++i) {
      const Claim& claim = text.claims[i];
      const bool is_there = claim.span.begin < begin + printed.size() && claim.span.end > begin;
      const bool is_it = is_there && (field("unit").empty() || claim.unit == field("unit")) &&
                         to_word(text.verdicts[i].kind) == field("verdict") &&
                         to_word(text.verdicts[i].slip) == (field("slip").empty() ? "none" : field("slip"));
      if (!is_it) continue;
      is_found = true;
      planted[name].insert(i);
    }
    CHECK_MESSAGE(is_found, name, ": ", printed, " is not found as ", field("verdict"), " ", field("slip"));
    if (!field("slip").empty()) slips.insert(name.substr(0, 2) + " " + field("slip"));
  }
  for (const auto& [name, text] : texts) {
    for (std::size_t i = 0; i < text.claims.size(); ++i) {
      CHECK_MESSAGE((!is_alarm(text.verdicts[i]) || planted[name].contains(i)), "false alarm: ", shown(text, i));
    }
  }
  CHECK(texts.size() == 10);
  CHECK(slips.size() == 2 * 12);  // all but a percentage that is called a multiple, in both languages
}

TEST_CASE("stories in which everything is right raise no alarm, and most of their figures are found right") {
  const Shelf against = shelf();
  const TextChecker checker(against.index, against.book);
  for (const std::string name : {"ko6.txt", "ko7.txt", "ko8.txt", "en6.txt", "en7.txt"}) {
    const CheckedText text = check(checker, name);
    std::size_t right = 0;
    for (std::size_t i = 0; i < text.claims.size(); ++i) {
      CHECK_MESSAGE(!is_alarm(text.verdicts[i]), "false alarm: ", shown(text, i));
      right += text.verdicts[i].kind == Kind::Match || text.verdicts[i].kind == Kind::Rounded ? 1 : 0;
    }
    CHECK_MESSAGE(right >= 15, name);
  }
}

}  // namespace
}  // namespace podium
