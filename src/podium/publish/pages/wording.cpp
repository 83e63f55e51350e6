#include "podium/publish/pages/wording.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "podium/core/weight/in_force.hpp"

namespace podium {
namespace {

constexpr std::string_view kNone = "–";
constexpr std::string_view kMoreDigits = "…";

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string grouped_digits(std::string_view digits) {
  std::string text;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && (digits.size() - i) % 3 == 0) text += ',';
    text += digits[i];
  }
  return text;
}

/// A printed number in its parts: sign, digits before the point, the rest as it is.
struct PrintedParts {
  std::string_view sign;
  std::string_view whole;
  std::string_view rest;
};

PrintedParts parts_of(std::string_view printed) {
  const std::size_t sign = !printed.empty() && !is_digit(printed.front()) && printed.front() != '.' ? 1 : 0;
  std::size_t end = sign;
  while (end < printed.size() && is_digit(printed[end])) ++end;
  return {printed.substr(0, sign), printed.substr(sign, end - sign), printed.substr(end)};
}

struct Magnitude {
  double value;
  std::string_view word;
};

constexpr std::array<Magnitude, 3> kEnglishMagnitudes{{{1e12, "trillion"}, {1e9, "billion"}, {1e6, "million"}}};
constexpr std::array<Magnitude, 3> kKoreanMagnitudes{
    {{1e12, "trillion"}, {1e8, "hundred_million"}, {1e4, "ten_thousand"}}};

int decimals_of_step(double step) {
  const std::string text = shortest(step);
  const std::size_t point = text.find('.');
  return point == std::string::npos ? 0 : static_cast<int>(std::min<std::size_t>(text.size() - point - 1, 6));
}

const Step* step_at(const PageContext& context, std::size_t number) {
  const auto& steps = context.index.recipe.steps();
  return number >= 1 && number <= steps.size() ? &steps[number - 1] : nullptr;
}

std::string filled_in_by(const PageContext& context, std::size_t number) {
  const Step* const step = step_at(context, number);
  const Impute* const impute = step != nullptr ? std::get_if<Impute>(step) : nullptr;
  if (impute == nullptr) return context.words["filled_in"];
  const std::string_view method = std::visit([](const auto& chosen) { return chosen.doc.name; }, impute->method);
  const std::string by_method = "filled_" + std::string(method);
  const std::string* text = context.words.find(by_method + "_" + std::string(to_word(impute->over)));
  if (text == nullptr) text = context.words.find(by_method);
  return text != nullptr ? *text : context.words["filled_in"];
}

}  // namespace

const std::string& name_of(const PageContext& context, Unit unit) {
  const std::string& name = context.index.info(unit).name.in(context.language());
  return name.empty() ? context.index.info(unit).code : name;
}

std::string title_of(const PageContext& context, Series series) {
  if (series == context.index.hierarchy.root()) return context.words["whole_index"];
  const std::string& title = context.index.info(series).title.in(context.language());
  return title.empty() ? context.scores().id(series) : title;
}

const std::string& title_of(const Edition& edition) { return edition.title.empty() ? edition.id : edition.title; }

std::string period_of(const PageContext& context, Time time) { return to_text(context.scores().period(time)); }

std::string measure_of(const PageContext& context, Series series) {
  const std::string& measure = context.index.info(series).unit_of_measure;
  const std::string_view known = context.words.find_in("measure", measure);
  return known.empty() ? measure : std::string(known);
}

std::string group_word(const PageContext& context, std::string_view word) {
  const std::string_view known = context.words.find_in("group", word);
  return std::string(known.empty() ? word : known);
}

std::string score_text(const PageContext& context, double score) {
  return is_missing(score) ? std::string(kNone) : grouped(score, context.facts.decimals);
}

std::string rank_text(Rank rank) { return rank == 0 ? std::string(kNone) : std::to_string(rank); }

double effective_weight(const PageContext& context, Series node) {
  return effective_weight_in_force(context.index.hierarchy, context.scores(), node, context.newest());
}

std::string percent_text(double share) {
  std::string text = fixed(100 * share, 1);
  if (text.ends_with(".0")) text.resize(text.size() - 2);
  return text + "%";
}

std::string unbroken(std::string_view text) {
  constexpr std::string_view kDash = "–";
  constexpr std::string_view kWordJoiner = "\xE2\x81\xA0";
  std::string result;
  for (std::size_t dash = text.find(kDash); dash != std::string_view::npos; dash = text.find(kDash)) {
    result.append(text.substr(0, dash)).append(kWordJoiner).append(kDash).append(kWordJoiner);
    text.remove_prefix(dash + kDash.size());
  }
  return result.append(text);
}

std::string printed_text(std::string_view printed) {
  const PrintedParts parts = parts_of(printed);
  return std::string(parts.sign) + grouped_digits(parts.whole) + std::string(parts.rest);
}

std::string short_printed_text(std::string_view printed) {
  constexpr std::size_t longest = 10;
  constexpr std::size_t digits = 5;
  const PrintedParts parts = parts_of(printed);
  const bool is_plain = parts.rest.starts_with('.') && std::ranges::all_of(parts.rest.substr(1), is_digit);
  if (printed.size() <= longest || !is_plain) return printed_text(printed);
  // Leading zeros say nothing: they do not count among the digits.
  const std::string_view decimals = parts.rest.substr(1);
  const bool is_below_one = parts.whole.find_first_not_of('0') == std::string_view::npos;
  const std::size_t zeros = is_below_one ? std::min(decimals.find_first_not_of('0'), decimals.size()) : 0;
  const std::size_t before = is_below_one ? 0 : parts.whole.size();
  const std::size_t kept = std::max<std::size_t>(1, zeros + (digits > before ? digits - before : 0));
  if (kept >= decimals.size()) return printed_text(printed);
  return printed_text(printed.substr(0, printed.size() - decimals.size() + kept)) + std::string(kMoreDigits);
}

std::string computed_text(double value) {
  if (is_missing(value)) return std::string(kNone);
  if (value == 0) return "0";
  int decimals = 4;
  for (double limit = 10; limit <= std::abs(value) && decimals > 0; limit *= 10) --decimals;
  for (double limit = 1; limit > std::abs(value) && decimals < 12; limit /= 10) ++decimals;
  return grouped(value, decimals);
}

std::vector<Tick> number_ticks(const PageContext& context, Domain domain, std::size_t count) {
  const std::vector<double> values = round_ticks(domain, count);
  const double largest = std::max(std::abs(domain.low), std::abs(domain.high));
  double unit = 1;
  std::string word;
  for (const Magnitude& magnitude : context.language() == Language::Korean ? kKoreanMagnitudes : kEnglishMagnitudes) {
    // Below ten of the word, the plain number reads better.
    if (largest < 10 * magnitude.value) continue;
    unit = magnitude.value;
    word = (context.language() == Language::Korean ? "" : " ") + context.words[magnitude.word];
    break;
  }
  const double step = values.size() > 1 ? (values[1] - values[0]) / unit : 1;
  const int decimals = decimals_of_step(step);
  std::vector<Tick> ticks;
  for (const double value : values) {
    ticks.push_back({value, value == 0 ? "0" : grouped(value / unit, decimals) + word});
  }
  return ticks;
}

std::vector<std::string> remarks_of(const PageContext& context, const FigureCell& cell) {
  std::vector<std::string> remarks;
  // What the author filled in before any step is told by its status.
  if (cell.history.is_imputed() && cell.history.step() > 0)
    remarks.push_back(filled_in_by(context, cell.history.step()));
  if (cell.printed != nullptr) {
    if (std::string status = status_text(context, cell.printed->status); !status.empty())
      remarks.push_back(std::move(status));
  }
  if (cell.brought_in != nullptr) {
    const std::string before = computed_text(cell.brought_in->before);
    const std::string after = computed_text(cell.brought_in->after);
    remarks.push_back(fill(context.words["brought_in"], {{"before", before}, {"after", after}}));
  }
  if (cell.history.is_capped()) remarks.push_back(context.words["held_at_goalpost"]);
  return remarks;
}

std::string status_text(const PageContext& context, Status status) {
  const std::string* const text = context.words.find(std::string("status_") + static_cast<char>(status));
  return text != nullptr ? *text : std::string();
}

std::string compared_label(const PageContext& context, Series indicator) {
  if (!is_divided(context.index, indicator)) return {};
  const std::string denominator = title_of(context, *context.index.hierarchy.denominator_of(indicator));
  const double factor = context.index.hierarchy.node(indicator).factor;
  if (factor == 1) return fill(context.words["compared_with"], {{"denominator", denominator}});
  return fill(context.words["compared_with_factor"], {{"denominator", denominator}, {"factor", computed_text(factor)}});
}

}  // namespace podium
