#pragma once

#include "golden_claims/claim_cases.hpp"

/// One scorer for each model of the cases: podium's readers against the expectation, by exact value, unit and place.
/// Every case is either right or wrong.
namespace podium::golden_claims {

struct ScoredCase {
  std::string id{};
  std::string input{};
  std::string expected{};
  std::string got{};
  bool is_right = false;
};

enum class TextLanguage : std::uint8_t { Korean, English };

/// All numbers of the text and no others. Left out of both are ordinals in English, where another model has them, and
/// in Korean the numbers of days and months and those with a measure glued to them (180ml), which models of dates and
/// dimensions have.
ScoredCase score_recognizers_number(const Json& line, TextLanguage language);

/// All ordinals of the text, relative ones (last, next) and days of a month too.
ScoredCase score_recognizers_ordinal(const Json& line, TextLanguage language);

/// All ranges of the text. "[10,15)" is also what the cases expect where the words do not say whether the upper end
/// belongs to the range.
ScoredCase score_recognizers_range(const Json& line, TextLanguage language);

/// All percentages of the text. Results without a number ("percent" alone) are not asked for.
ScoredCase score_recognizers_percent(const Json& line, TextLanguage language);

/// All amounts of money of the text, with their currency. Names of currencies without a number are not asked for.
ScoredCase score_recognizers_currency(const Json& line, TextLanguage language);

/// One number, or one ordinal, that is the whole input.
ScoredCase score_duckling_numeral(const Json& line, TextLanguage language);
ScoredCase score_duckling_ordinal(const Json& line, TextLanguage language);

/// One amount that is the whole input, with hedge and upper end; articles and words such as "around" and "between" may
/// stand before it.
ScoredCase score_duckling_money(const Json& line, TextLanguage language);

/// The words read back: a number, a year, a sum of money in its currency.
ScoredCase score_num2words(const Json& line, TextLanguage language);

enum class NewsMatch : std::uint8_t {
  Exact,   ///< a quantity with its counter is the entity to the byte
  Covered  ///< a quantity covers a number of the entity, or the entity covers a quantity
};

/// Each quantity of a sentence, as a case of its own.
std::vector<ScoredCase> score_news_quantities(const Json& line, NewsMatch match);

}  // namespace podium::golden_claims
