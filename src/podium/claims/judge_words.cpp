#include "podium/claims/judge_words.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace podium {
namespace {

std::string filled(std::string_view pattern, std::initializer_list<Text> values, Language language) {
  std::string text;
  for (std::size_t at = 0; at < pattern.size(); ++at) {
    const bool is_place = pattern[at] == '{' && at + 2 < pattern.size() && pattern[at + 2] == '}';
    if (!is_place) {
      text += pattern[at];
      continue;
    }
    const auto number = static_cast<std::size_t>(pattern[at + 1] - '0');
    if (number < values.size()) text += (values.begin() + number)->in(language);
    at += 2;
  }
  return text;
}

struct CurrencyName {
  std::string_view code;
  std::string_view korean;
};
constexpr auto kCurrencies = std::to_array<CurrencyName>(
    {{"USD", "달러"}, {"KRW", "원"}, {"CNY", "위안"}, {"JPY", "엔"}, {"EUR", "유로"}, {"GBP", "파운드"}});

std::string_view korean_currency(std::string_view code) {
  const auto found = std::ranges::find(kCurrencies, code, &CurrencyName::code);
  return found == kCurrencies.end() ? code : found->korean;
}

struct Magnitude {
  double size;
  std::string_view word;
};
constexpr auto kEnglishSizes =
    std::to_array<Magnitude>({{1e12, " trillion"}, {1e9, " billion"}, {1e6, " million"}, {1, ""}});
constexpr auto kKoreanSizes = std::to_array<Magnitude>({{1e12, "조"}, {1e8, "억"}, {1e4, "만"}, {1, ""}});

std::string sized(double value, std::span<const Magnitude> sizes, int digits) {
  for (const Magnitude& size : sizes) {
    if (std::abs(value) >= size.size || size.size == 1) {
      return significant(value / size.size, digits) + std::string(size.word);
    }
  }
  return significant(value, digits);
}

}  // namespace

Text told(std::string_view en, std::string_view ko, std::initializer_list<Text> values) {
  return {filled(en, values, Language::English), filled(ko, values, Language::Korean)};
}

Text told(std::string_view both) { return {std::string(both), std::string(both)}; }

std::string significant(double value, int digits) {
  const double size = std::abs(value);
  const int before = size < 1 ? 0 : static_cast<int>(std::floor(std::log10(size))) + 1;
  std::string text = grouped(value, std::clamp(digits - before, 0, digits - 1));
  if (text.find('.') != std::string::npos) {
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') text.pop_back();
  }
  return text;
}

Text amount_of(double value, const SeriesMeasure& measure, int digits) {
  if (measure.kind == SeriesMeasure::Kind::Percent) return told(significant(value, digits) + "%");
  if (measure.kind == SeriesMeasure::Kind::Number) return told(significant(value, digits));
  const std::string sign = value < 0 ? "-" : "";
  const double size = std::abs(value);
  return {measure.currency + " " + sign + sized(size, kEnglishSizes, digits),
          sign + sized(size, kKoreanSizes, digits) + " " + std::string(korean_currency(measure.currency))};
}

Text print_text(const ValueInterval& printed, const SeriesMeasure& measure) {
  // Half a unit of the last printed digit has one digit more than the print.
  constexpr int kDigits = 12;
  const auto end = [&](double value) { return amount_of(value, measure, kDigits); };
  if (std::isinf(printed.upper)) {
    return told("The print stands for {0} or more.", "적힌 수는 {0} 이상을 뜻합니다.", {end(printed.lower)});
  }
  if (std::isinf(printed.lower)) {
    return told("The print stands for {0} or less.", "적힌 수는 {0} 이하를 뜻합니다.", {end(printed.upper)});
  }
  return told("The print stands for {0} to {1}.", "적힌 수는 {0}에서 {1}까지를 뜻합니다.",
              {end(printed.lower), end(printed.upper)});
}

Text currency_text(std::string_view code) { return {std::string(code), std::string(korean_currency(code))}; }

Text years_text(YearSpan years) {
  if (years.first == years.last) return told(std::to_string(years.first));
  return told("{0} to {1}", "{0}~{1}", {told(std::to_string(years.first)), told(std::to_string(years.last))});
}

Text title_of(const OfficialFigures& figures, std::string_view series) {
  const Lexicon::NamedSeries* named = figures.series(series);
  return named == nullptr ? told(series) : named->title;
}

Text name_of(const OfficialFigures& figures, std::string_view unit) {
  const auto& units = figures.book().lexicon.units;
  const auto found = std::ranges::lower_bound(units, unit, {}, &Lexicon::NamedUnit::code);
  return found == units.end() || found->code != unit ? told(unit) : found->title;
}

Text told_figure(const OfficialFigures& figures, const OfficialFigure& figure) {
  using Measure = CitedFigure::Measure;
  Text amount = figure.measure == Measure::Value ? amount_of(figure.value, figures.measure(figure.series))
                                                 : told(significant(figure.value));
  if (figure.measure == Measure::Ranked) amount = told("rank {0}", "{0}위", {amount});
  if (figure.measure == Measure::RankFromLast) amount = told("number {0} from the last", "끝에서 {0}번째", {amount});
  if (figure.measure == Measure::Units) amount = told("{0} compared", "{0}개 비교", {amount});
  if (figure.relation == CitedFigure::Relation::Below) amount = told("below {0}", "{0} 미만", {amount});
  if (figure.relation == CitedFigure::Relation::Above) amount = told("above {0}", "{0} 초과", {amount});
  const Text what = figure.unit.empty() ? title_of(figures, figure.series)
                                        : told("{0}, {1}", "{1}, {0}",
                                               {title_of(figures, figure.series), name_of(figures, figure.unit)});
  return told("{0}, {1}: {2} ({3})", "{0}, {1}년: {2} ({3})",
              {what, years_text(figure.years), amount, told(figures.edition(figure.edition).title)});
}

ClaimEvidence evidence_of(const OfficialFigures& figures, const OfficialFigure& figure, const ValueInterval& printed) {
  return {.value = figure.value,
          .interval = figure.interval(),
          .text = told_figure(figures, figure),
          .edition = figure.edition,
          .source = figure.source,
          .locator = std::string(figure.locator),
          .is_inside = printed.contains(figure.value)};
}

}  // namespace podium
