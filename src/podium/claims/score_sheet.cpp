#include "podium/claims/score_sheet.hpp"

#include <algorithm>
#include <cmath>

namespace podium {
namespace {

std::string_view file_name(std::string_view path) { return path.substr(path.find_last_of('/') + 1); }

bool touches(TextSpan a, TextSpan b) { return a.begin < b.end && b.begin < a.end; }

/// Where the words stand in the sentences of the story.
std::vector<TextSpan> places_of(std::string_view words, const CheckedText& text) {
  std::vector<TextSpan> places;
  if (words.empty()) return places;
  for (const TextSpan sentence : text.cleaned.sentences) {
    const std::string_view within = sentence.of(text.text);
    for (std::size_t at = within.find(words); at != std::string_view::npos; at = within.find(words, at + 1)) {
      places.push_back({sentence.begin + at, sentence.begin + at + words.size()});
    }
  }
  return places;
}

bool touches_any(TextSpan span, std::span<const TextSpan> places) {
  return std::ranges::any_of(places, [&](TextSpan place) { return touches(span, place); });
}

bool is_equal_as_printed(double value, std::string_view printed) {
  const auto number = parse_decimal(printed);
  return number && !is_missing(value) && std::abs(value - number->value) <= number->step / 2;
}

/// "3000000000000-4000000000000": both ends.
bool is_range_of(const Claim& claim, std::string_view printed) {
  const std::size_t dash = printed.find('-', 1);
  if (dash == std::string_view::npos || !claim.figure.upper) return false;
  return is_equal_as_printed(claim.figure.value, printed.substr(0, dash)) &&
         is_equal_as_printed(*claim.figure.upper, printed.substr(dash + 1));
}

bool is_trend_word(std::string_view word, int direction) {
  if (word == "falling") return direction < 0;
  return (word == "rising") && direction > 0;
}

/// The day that a row is about stands in either column.
const std::string& day_of(const SheetFact& fact) { return fact.value.empty() ? fact.period : fact.value; }

bool has_value(const SheetFact& fact, const Claim& claim, const Verdict& verdict) {
  if (fact.measure == "trend") return claim.kind == Claim::Kind::Trend && is_trend_word(fact.value, claim.direction);
  if (fact.measure == "boolean") return claim.kind == Claim::Kind::Member;
  if (fact.measure == "date") {
    const bool is_day = claim.kind == Claim::Kind::Release && claim.day.has_value();
    const auto stated = parse_date(day_of(fact));
    return is_day && stated && claim.day->day == stated->day && (claim.day->month == 0 || *claim.day == *stated);
  }
  if (fact.measure == "year") return claim.years && fact.value == std::to_string(claim.years->last);
  if (fact.measure == "rank" || fact.value.empty()) {
    if (!fact.rank) return false;
    if (claim.kind == Claim::Kind::Ranked) return claim.figure.value == *fact.rank;
    return claim.kind == Claim::Kind::Beyond && verdict.derived == *fact.rank;
  }
  const bool is_ratio = fact.measure == "ratio";
  const bool is_percent = claim.figure.kind == QuantityMention::Kind::Percent;
  const double scale = is_ratio && (is_percent || claim.kind == Claim::Kind::Trend) ? 0.01 : 1;
  if (is_equal_as_printed(verdict.derived * scale, fact.value)) return true;
  if (!claim.has_figure()) return false;
  return is_equal_as_printed(claim.figure.value * scale, fact.value) || is_range_of(claim, fact.value) ||
         (claim.figure.upper && is_equal_as_printed(*claim.figure.upper * scale, fact.value));
}

bool is_of_unit(const SheetFact& fact, const Claim& claim) {
  return fact.unit.empty() || claim.unit.empty() || fact.unit == claim.unit;
}

/// A day of publication is no claim: it is found by the whole text.
FactScore score_of_day(const SheetFact& fact, const CheckedText& text) {
  FactScore score{.is_found = text.day_from == CheckedText::DayFrom::Dateline};
  score.has_right_value = score.is_found && text.published && day_of(fact).starts_with(to_text(*text.published));
  score.verdict = score.has_right_value ? to_word(Verdict::Kind::Match) : std::string_view();
  score.has_right_verdict = score.has_right_value && fact.verdict == score.verdict;
  return score;
}

FactScore score_of(const SheetFact& fact, const CheckedText& text, bool knows_editions) {
  if (fact.measure == "timestamp") return score_of_day(fact, text);
  FactScore score;
  const std::vector<TextSpan> places = places_of(fact.as_printed, text);
  for (std::size_t i = 0; i < text.claims.size(); ++i) {
    const Claim& claim = text.claims[i];
    if (!touches_any(claim.span, places) || !is_of_unit(fact, claim)) continue;
    score.is_found = true;
    if (!has_value(fact, claim, text.verdicts[i])) continue;
    std::string_view verdict = to_word(text.verdicts[i].kind);
    if (!knows_editions && verdict == to_word(Verdict::Kind::OtherEdition)) verdict = to_word(Verdict::Kind::Mismatch);
    const bool is_right = verdict == fact.verdict;
    if (score.has_right_value && !is_right) continue;
    score.has_right_value = true;
    score.has_right_verdict = score.has_right_verdict || is_right;
    score.verdict = to_word(text.verdicts[i].kind);
  }
  return score;
}

}  // namespace

SheetScore score_against(std::span<const SheetFact> facts, std::span<const CheckedText> texts) {
  const bool knows_editions = std::ranges::any_of(
      facts, [](const SheetFact& fact) { return fact.verdict == to_word(Verdict::Kind::OtherEdition); });
  SheetScore score;
  for (const SheetFact& fact : facts) {
    const auto text =
        std::ranges::find_if(texts, [&](const CheckedText& one) { return file_name(one.name) == fact.article; });
    score.facts.push_back(text == texts.end() ? FactScore{} : score_of(fact, *text, knows_editions));
  }
  for (std::size_t t = 0; t < texts.size(); ++t) {
    std::vector<TextSpan> known;
    for (const SheetFact& fact : facts) {
      if (fact.article != file_name(texts[t].name)) continue;
      for (const TextSpan place : places_of(fact.as_printed, texts[t])) known.push_back(place);
    }
    for (std::size_t c = 0; c < texts[t].claims.size(); ++c) {
      const Claim& claim = texts[t].claims[c];
      if (claim.kind != Claim::Kind::Rate && !touches_any(claim.span, known)) score.false_finds.push_back({t, c});
    }
  }
  return score;
}

}  // namespace podium
