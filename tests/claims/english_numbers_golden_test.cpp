#include <algorithm>
#include <cmath>
#include <fstream>
#include <set>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "podium/claims/english_numbers.hpp"
#include "podium/core/number_text.hpp"

#include "support/shared.hpp"

using namespace podium;

namespace {

using Json = nlohmann::json;
using Kind = NumberMention::Kind;

std::vector<Json> lines_of(const std::filesystem::path& path) {
  std::ifstream file(path);
  REQUIRE_MESSAGE(file.good(), path.string());
  std::vector<Json> lines;
  for (std::string line; std::getline(file, line);) lines.push_back(Json::parse(line));
  return lines;
}

/// Right or wrong, case by case; what NumberMention cannot say is counted apart.
struct Score {
  std::string name{};
  int right = 0;
  int wrong = 0;
  int not_supported = 0;

  double share() const { return static_cast<double>(right) / std::max(1, right + wrong); }

  void count(const Json& line, bool is_right, const std::vector<NumberMention>& mentions) {
    ++(is_right ? right : wrong);
    if (is_right) return;
    const auto text = line.at("input").get<std::string>();
    std::string found;
    for (const NumberMention& mention : mentions) {
      found += " [" + std::string(mention.span.of(text)) + "] = " + quoted_number(mention.value);
    }
    MESSAGE("wrong: ", line.at("id").get<std::string>(), " '", text, "':", found);
  }

  void print() const {
    MESSAGE(name, ": ", right + wrong + not_supported, " cases, ", right, " right, ", wrong, " wrong, ", not_supported,
            " not supported");
  }
};

/// The expectations are printed with 15 digits.
bool is_same(double expected, double value) {
  return value == expected || std::abs(value - expected) <= 1e-14 * std::abs(expected);
}

/// One mention of the whole input.
bool is_whole(const std::vector<NumberMention>& mentions, const std::string& input, double value, Kind kind) {
  return mentions.size() == 1 && is_same(value, mentions[0].value) && mentions[0].span.of(input) == input &&
         (kind == Kind::Ordinal) == (mentions[0].kind == Kind::Ordinal);
}

Score score_duckling(const std::filesystem::path& claims, const std::string& name, Kind kind,
                     const std::set<std::string>& not_supported) {
  Score score{.name = "duckling/" + name};
  for (const Json& line : lines_of(claims / "duckling" / (name + ".jsonl"))) {
    if (not_supported.contains(line.at("id").get<std::string>())) {
      ++score.not_supported;
      continue;
    }
    const auto input = line.at("input").get<std::string>();
    const std::vector<NumberMention> mentions = read_english_numbers(input);
    const auto value = line.at("expected").at("value").get<double>();
    score.count(line, is_whole(mentions, input, value, kind), mentions);
  }
  return score;
}

/// "5.2 million", "-60.2400", ".02", "1121st".
std::optional<double> value_of_written(std::string written) {
  double scale = 1;
  const struct {
    std::string ending;
    double scale;
  } endings[] = {{" thousand", 1e3}, {" million", 1e6}, {" billion", 1e9}, {"st", 1}, {"nd", 1}, {"rd", 1}, {"th", 1}};
  for (const auto& ending : endings) {
    if (!written.ends_with(ending.ending)) continue;
    written.resize(written.size() - ending.ending.size());
    scale = ending.scale;
    break;
  }
  if (written == "zero") return 0.0;
  if (written.starts_with('.')) written.insert(0, "0");
  const std::optional<PrintedNumber> number = parse_decimal(written);
  return number ? std::optional(number->value * scale) : std::nullopt;
}

Score score_nemo(const std::filesystem::path& claims, const std::string& kind) {
  Score score{.name = "nemo/en_itn " + kind};
  for (const Json& line : lines_of(claims / "nemo" / "en_itn.jsonl")) {
    if (line.at("kind") != kind) continue;
    const std::optional<double> value = value_of_written(line.at("expected")[0].get<std::string>());
    if (!value) {
      ++score.not_supported;
      continue;
    }
    const auto input = line.at("input").get<std::string>();
    const std::vector<NumberMention> mentions = read_english_numbers(input);
    const Kind expected = kind == "ordinal" ? Kind::Ordinal : Kind::Cardinal;
    score.count(line, is_whole(mentions, input, *value, expected), mentions);
  }
  return score;
}

}  // namespace

TEST_CASE("other golden English numbers and ordinals are read as a whole") {
  REQUIRE_SHARED(shared);
  const std::filesystem::path claims = shared / "golden" / "claims";
  // single, a couple of, a few, few: words that state no number.
  const std::set<std::string> vague{"dk-en-Numeral-0007", "dk-en-Numeral-0012", "dk-en-Numeral-0015",
                                    "dk-en-Numeral-0016"};
  const struct {
    Score score;
    double floor;
  } scores[] = {{score_duckling(claims, "Numeral.EN", Kind::Cardinal, vague), 0.9},
                {score_duckling(claims, "Ordinal.EN", Kind::Ordinal, {}), 1},
                {score_nemo(claims, "cardinal"), 1},
                {score_nemo(claims, "decimal"), 1},
                {score_nemo(claims, "ordinal"), 1}};
  for (const auto& [score, floor] : scores) {
    score.print();
    CHECK(score.share() >= floor);
  }
}
