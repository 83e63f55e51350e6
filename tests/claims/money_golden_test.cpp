#include <cmath>
#include <fstream>
#include <map>
#include <set>
#include <string>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "podium/claims/english_numbers.hpp"
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

/// All amounts of a case and nothing else. Results without a value, which only name a currency, are no amounts.
bool is_right(const Json& line) {
  const auto text = line.at("input").get<std::string>();
  std::vector<QuantityMention> amounts = quantities_of(text, read_english_numbers(text));
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

TEST_CASE("golden English amounts of money are read with the right value, currency and place") {
  REQUIRE_SHARED(shared);
  std::ifstream file(shared / "golden/claims/recognizers_text/NumberWithUnit.English.CurrencyModel.jsonl");
  REQUIRE(file.good());
  int right = 0;
  int all = 0;
  std::string wrong;
  for (std::string text; std::getline(file, text); ++all) {
    const Json line = Json::parse(text);
    const bool is_this_right = is_right(line);
    right += is_this_right ? 1 : 0;
    if (!is_this_right) wrong += " " + line.at("id").get<std::string>();
  }
  MESSAGE("recognizers_text/NumberWithUnit.English.CurrencyModel: ", all, " cases, ", right, " right; wrong:", wrong);
  // The project's target is 87 %.
  CHECK(right >= 0.87 * all);
}

}  // namespace
}  // namespace podium
