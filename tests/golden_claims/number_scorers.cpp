#include <algorithm>
#include <functional>

#include "podium/claims/characters.hpp"
#include "podium/claims/english_numbers.hpp"
#include "podium/claims/korean_endings.hpp"
#include "podium/claims/korean_numbers.hpp"
#include "podium/claims/number_range.hpp"
#include "podium/claims/ordinal_mention.hpp"
#include "podium/claims/quantity_mention.hpp"
#include "podium/core/number_text.hpp"

#include "golden_claims/scorers.hpp"

namespace podium::golden_claims {
namespace {

using NumberKind = NumberMention::Kind;

/// What is compared: a place in the text and its value in words.
struct Answer {
  TextSpan span{};
  std::string value{};

  bool operator==(const Answer&) const = default;
};

std::string shown(std::string_view text, const std::vector<Answer>& answers) {
  std::string words;
  for (const Answer& answer : answers) {
    words += (words.empty() ? "" : ", ") + std::string(answer.span.of(text)) + " = " + answer.value;
  }
  return words.empty() ? "nothing" : words;
}

ScoredCase compared(const Json& line, const std::vector<Answer>& expected, const std::vector<Answer>& got) {
  const auto text = line.at("input").get<std::string>();
  return {.id = line.at("id").get<std::string>(),
          .input = text,
          .expected = shown(text, expected),
          .got = shown(text, got),
          .is_right = expected == got};
}

/// To the 15 digits that the expectations have.
std::string value_text(double value) {
  char digits[32];
  std::snprintf(digits, sizeof digits, "%.14g", value == 0 ? 0 : value);
  return digits;
}

std::vector<NumberMention> numbers_in(std::string_view text, TextLanguage language) {
  return language == TextLanguage::Korean ? read_korean_numbers(text) : read_english_numbers(text);
}

/// The number of a day or month, or one with a measure glued to it (180ml, 1미터).
bool is_of_date_or_dimension(std::string_view text, TextSpan span) {
  const std::string_view behind = text.substr(std::min(span.end, text.size()));
  const std::string_view before = text.substr(0, span.begin);
  const bool is_day = behind.starts_with("일") && before.ends_with("월 ");
  const korean::NumberEnding ending = korean::ending_at(text, span.end);
  const bool is_measured = ending.is_measure && !ending.is_spaced;
  return is_measured || is_day || behind.starts_with("월") || (!behind.empty() && is_latin_letter(behind.front()));
}

/// Results in their order; `value` makes the words of one, or nothing where it is not asked for.
std::vector<Answer> expected_answers(const Json& line, const std::function<std::string(const Json&)>& value) {
  const auto text = line.at("input").get<std::string>();
  std::vector<Answer> answers;
  std::size_t after = 0;
  for (const Json& result : line.at("results")) {
    const std::string words = value(result);
    const TextSpan span = span_of_result(result, text, after);
    after = span.end;
    if (!words.empty()) answers.push_back({span, words});
  }
  std::ranges::sort(answers, {}, [](const Answer& answer) { return answer.span.begin; });
  return answers;
}

std::string number_of_result(const Json& result) {
  const Json& value = result.at("Resolution").at("value");
  if (value.is_null() || value == "null") return "";
  return value_text(printed_value(value));
}

std::string ordinal_text(OrdinalMention::Anchor anchor, double place) {
  if (anchor == OrdinalMention::Anchor::Start) return value_text(place);
  const std::string sign = place < 0 ? "-" : "+";
  return (anchor == OrdinalMention::Anchor::End ? "end" : "current") + sign + value_text(std::abs(place));
}

/// "(20,35]". Where the words do not say whether an end belongs to the range, the cases count the lower one in and the
/// upper one out.
std::string range_text(const NumberRange& range) {
  using Inclusion = RangeEnd::Inclusion;
  std::string text = range.lower && range.lower->inclusion != Inclusion::Excluded ? "[" : "(";
  if (range.lower) text += value_text(range.lower->value);
  text += ",";
  if (range.upper) text += value_text(range.upper->value);
  return text + (range.upper && range.upper->inclusion == Inclusion::Included ? "]" : ")");
}

std::string range_of_result(const Json& result) {
  const auto text = result.at("Resolution").at("value").get<std::string>();
  const std::size_t comma = text.find(',');
  const auto number = [&](const std::string& words) {
    return words.empty() ? words : value_text(printed_value(words));
  };
  return text.substr(0, 1) + number(text.substr(1, comma - 1)) + "," +
         number(text.substr(comma + 1, text.size() - comma - 2)) + text.substr(text.size() - 1);
}

/// One answer that is the whole input.
ScoredCase whole_input(const Json& line, double expected, const std::vector<Answer>& got) {
  const auto text = line.at("input").get<std::string>();
  return compared(line, {{{0, text.size()}, value_text(expected)}}, got);
}

std::vector<Answer> numbers_of_kind(std::string_view text, TextLanguage language, bool is_ordinal) {
  std::vector<Answer> answers;
  for (const NumberMention& number : numbers_in(text, language)) {
    if ((number.kind == NumberKind::Ordinal) == is_ordinal) answers.push_back({number.span, value_text(number.value)});
  }
  return answers;
}

}  // namespace

ScoredCase score_recognizers_number(const Json& line, TextLanguage language) {
  const auto text = line.at("input").get<std::string>();
  std::vector<Answer> expected = expected_answers(line, number_of_result);
  std::vector<Answer> got;
  for (const NumberMention& number : numbers_in(text, language)) {
    if (language == TextLanguage::English && number.kind == NumberKind::Ordinal) continue;
    got.push_back({number.span, value_text(number.value)});
  }
  if (language == TextLanguage::Korean) {
    const auto is_left_out = [&](const Answer& answer) { return is_of_date_or_dimension(text, answer.span); };
    std::erase_if(expected, is_left_out);
    std::erase_if(got, is_left_out);
  }
  return compared(line, expected, got);
}

ScoredCase score_recognizers_ordinal(const Json& line, TextLanguage language) {
  const auto text = line.at("input").get<std::string>();
  const std::vector<NumberMention> numbers = numbers_in(text, language);
  std::vector<Answer> got;
  for (const OrdinalMention& ordinal :
       language == TextLanguage::Korean ? korean_ordinals_of(text, numbers) : english_ordinals_of(text, numbers)) {
    got.push_back({ordinal.span, ordinal_text(ordinal.anchor, ordinal.place)});
  }
  const auto expected = expected_answers(line, [](const Json& result) {
    const Json& resolution = result.at("Resolution");
    const auto relative_to = resolution.value("relativeTo", std::string("start"));
    using Anchor = OrdinalMention::Anchor;
    const Anchor anchor = relative_to == "end"       ? Anchor::End
                          : relative_to == "current" ? Anchor::Current
                                                     : Anchor::Start;
    return ordinal_text(
        anchor, printed_value(resolution.contains("offset") ? resolution.at("offset") : resolution.at("value")));
  });
  return compared(line, expected, got);
}

ScoredCase score_recognizers_range(const Json& line, TextLanguage language) {
  const auto text = line.at("input").get<std::string>();
  const std::vector<NumberMention> numbers = numbers_in(text, language);
  std::vector<Answer> got;
  for (const NumberRange& range :
       language == TextLanguage::Korean ? korean_ranges_of(text, numbers) : english_ranges_of(text, numbers)) {
    got.push_back({range.span, range_text(range)});
  }
  return compared(line, expected_answers(line, range_of_result), got);
}

ScoredCase score_recognizers_percent(const Json& line, TextLanguage language) {
  const auto text = line.at("input").get<std::string>();
  std::vector<Answer> got;
  for (const QuantityMention& quantity : quantities_of(text, numbers_in(text, language))) {
    if (quantity.kind == QuantityMention::Kind::Percent) got.push_back({quantity.span, value_text(quantity.value)});
  }
  const auto expected = expected_answers(line, [](const Json& result) {
    const Json& value = result.at("Resolution").at("value");
    if (value.is_null() || value == "null") return std::string();
    auto words = value.get<std::string>();
    if (words.ends_with('%')) words.pop_back();
    return value_text(printed_value(words));
  });
  return compared(line, expected, got);
}

ScoredCase score_duckling_numeral(const Json& line, TextLanguage language) {
  const auto text = line.at("input").get<std::string>();
  return whole_input(line, line.at("expected").at("value").get<double>(), numbers_of_kind(text, language, false));
}

ScoredCase score_duckling_ordinal(const Json& line, TextLanguage language) {
  const auto text = line.at("input").get<std::string>();
  return whole_input(line, line.at("expected").at("value").get<double>(), numbers_of_kind(text, language, true));
}

}  // namespace podium::golden_claims
