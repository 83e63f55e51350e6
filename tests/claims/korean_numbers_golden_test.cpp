#include <algorithm>
#include <cmath>
#include <fstream>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "podium/claims/korean_numbers.hpp"

#include "support/shared.hpp"

namespace podium {
namespace {

using Json = nlohmann::json;

struct ExpectedNumber {
  std::string text;
  double value = 0;
};

struct Score {
  int right = 0;
  int wrong = 0;
  std::string failures;  ///< ids

  void count(const std::string& id, bool is_right) {
    ++(is_right ? right : wrong);
    if (!is_right) failures += ' ' + id;
  }
  double share() const { return static_cast<double>(right) / (right + wrong); }
};

std::vector<Json> read_cases(const std::filesystem::path& shared, const char* name) {
  std::ifstream file(shared / "golden" / "claims" / name);
  std::vector<Json> cases;
  for (std::string line; std::getline(file, line);) cases.push_back(Json::parse(line));
  REQUIRE_FALSE(cases.empty());
  return cases;
}

/// Published to 15 digits.
bool is_same(double value, double expected) { return std::abs(value - expected) <= 1e-14 * std::abs(expected); }

bool matches(std::string_view text, const std::vector<NumberMention>& found,
             const std::vector<ExpectedNumber>& expected) {
  return std::ranges::equal(found, expected, [&](const NumberMention& mention, const ExpectedNumber& number) {
    return mention.span.of(text) == number.text && is_same(mention.value, number.value);
  });
}

void report(const std::string& name, const Score& score) {
  MESSAGE(name << ": " << score.right << " right, " << score.wrong << " wrong;" << score.failures);
}

/// The whole input is one number.
bool is_read_as(const std::string& text, double value) {
  return matches(text, read_korean_numbers(text), {{text, value}});
}

/// "-1/4", "3 1/4", "1.5만", "22번째" as NeMo writes numbers; NaN for roots and rows of digits.
double written_value(std::string text) {
  if (text.find("√") != std::string::npos) return std::nan("");
  const bool is_negative = text.starts_with('-');
  if (is_negative) text.erase(0, 1);
  double value = 0;
  while (!text.empty()) {
    const std::size_t space = text.find(' ');
    const std::string part = text.substr(0, space);
    const std::size_t slash = part.find('/');
    double number = std::stod(part);
    if (slash != std::string::npos) number /= std::stod(part.substr(slash + 1));
    if (part.ends_with("만")) number *= 10000;
    value += number;
    text = space == std::string::npos ? "" : text.substr(space + 1);
  }
  return is_negative ? -value : value;
}

TEST_CASE("Korean numbers are read as the NeMo cases write them") {
  REQUIRE_SHARED(shared);
  for (const char* kind : {"cardinal", "decimal", "fraction", "ordinal"}) {
    Score score;
    for (const Json& c : read_cases(shared, "nemo/ko_itn.jsonl")) {
      if (c.at("kind") != kind) continue;
      score.count(c.at("id"), is_read_as(c.at("input"), written_value(c.at("expected").at(0))));
    }
    report(std::string("nemo/ko_itn ") + kind, score);
    CHECK(score.share() >= 0.85);
  }
}

/// Byte offset of each character and of the end.
std::vector<std::size_t> character_offsets(std::string_view text) {
  std::vector<std::size_t> offsets;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if ((static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80) offsets.push_back(i);
  }
  offsets.push_back(text.size());
  return offsets;
}

struct NewsScore {
  int quantities = 0;
  int touched = 0;
  int numbers = 0;
  int outside = 0;  ///< in no quantity, date, time, organisation or person
};

void count_sentence(NewsScore& score, const Json& c) {
  const std::string text = c.at("text");
  const std::vector<std::size_t> offsets = character_offsets(text);
  const std::vector<NumberMention> found = read_korean_numbers(text);
  std::vector<TextSpan> known;
  for (const Json& entity : c.at("entities")) {
    const std::string type = entity.at("type");
    const TextSpan span{offsets.at(entity.at("start")), offsets.at(entity.at("end"))};
    if (type != "LC") known.push_back(span);
    if (type != "QT") continue;
    ++score.quantities;
    score.touched += std::ranges::any_of(found, [&](const NumberMention& mention) {
      return span.begin <= mention.span.begin && mention.span.end <= span.end;
    });
  }
  score.numbers += static_cast<int>(found.size());
  score.outside += static_cast<int>(std::ranges::count_if(found, [&](const NumberMention& mention) {
    return std::ranges::none_of(
        known, [&](TextSpan span) { return mention.span.begin < span.end && span.begin < mention.span.end; });
  }));
}

TEST_CASE("the quantities of Korean news sentences contain numbers and little else does") {
  REQUIRE_SHARED(shared);
  NewsScore score;
  for (const Json& c : read_cases(shared, "klue_ner/ko_news_quantity_spans.jsonl")) count_sentence(score, c);
  MESSAGE("klue_ner: " << score.touched << " of " << score.quantities << " quantities touched; " << score.outside
                       << " of " << score.numbers << " numbers in no entity");
  CHECK(score.touched >= 0.85 * score.quantities);
  CHECK(score.outside <= 0.05 * score.numbers);
}

}  // namespace
}  // namespace podium
