#include "podium/claims/quantity_mention.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "podium/claims/currency_words.hpp"
#include "podium/claims/text_cursor.hpp"

namespace podium {
namespace {

using Kind = QuantityMention::Kind;
using Hedge = QuantityMention::Hedge;

struct UnitWord {
  std::string_view word;
  Kind kind;
};

/// Longer ones before those that they begin with. Latin ones are whole words.
constexpr std::array kUnits{UnitWord{"퍼센트포인트", Kind::PercentPoint},
                            UnitWord{"퍼센트 포인트", Kind::PercentPoint},
                            UnitWord{"%포인트", Kind::PercentPoint},
                            UnitWord{"% 포인트", Kind::PercentPoint},
                            UnitWord{"%p", Kind::PercentPoint},
                            UnitWord{"%P", Kind::PercentPoint},
                            UnitWord{"퍼센트", Kind::Percent},
                            UnitWord{"퍼센티지", Kind::Percent},
                            UnitWord{"프로", Kind::Percent},
                            UnitWord{"%", Kind::Percent},
                            UnitWord{"％", Kind::Percent},
                            UnitWord{"percentage points", Kind::PercentPoint},
                            UnitWord{"percentage point", Kind::PercentPoint},
                            UnitWord{"percent", Kind::Percent},
                            UnitWord{"per cent", Kind::Percent},
                            UnitWord{"percentage", Kind::Percent},
                            UnitWord{"pct", Kind::Percent},
                            UnitWord{"위", Kind::Ranked},
                            UnitWord{"배", Kind::Multiple},
                            UnitWord{"times", Kind::Multiple},
                            UnitWord{"fold", Kind::Multiple}};

struct HedgeWord {
  std::string_view word;
  Hedge hedge;
};

constexpr std::array kHedgesBefore{HedgeWord{"약", Hedge::About},
                                   HedgeWord{"대략", Hedge::About},
                                   HedgeWord{"거의", Hedge::Nearly},
                                   HedgeWord{"최소", Hedge::AtLeast},
                                   HedgeWord{"최대", Hedge::AtMost},
                                   HedgeWord{"많게는", Hedge::AtMost},
                                   HedgeWord{"about", Hedge::About},
                                   HedgeWord{"around", Hedge::About},
                                   HedgeWord{"roughly", Hedge::About},
                                   HedgeWord{"approximately", Hedge::About},
                                   HedgeWord{"some", Hedge::About},
                                   HedgeWord{"nearly", Hedge::Nearly},
                                   HedgeWord{"almost", Hedge::Nearly},
                                   HedgeWord{"more than", Hedge::MoreThan},
                                   HedgeWord{"over", Hedge::MoreThan},
                                   HedgeWord{"above", Hedge::MoreThan},
                                   HedgeWord{"at least", Hedge::AtLeast},
                                   HedgeWord{"at most", Hedge::AtMost},
                                   HedgeWord{"up to", Hedge::AtMost},
                                   HedgeWord{"less than", Hedge::LessThan},
                                   HedgeWord{"fewer than", Hedge::LessThan},
                                   HedgeWord{"under", Hedge::LessThan},
                                   HedgeWord{"below", Hedge::LessThan}};

constexpr std::array kHedgesBehind{
    HedgeWord{"이상", Hedge::AtLeast},   HedgeWord{"이하", Hedge::AtMost},     HedgeWord{"초과", Hedge::MoreThan},
    HedgeWord{"미만", Hedge::LessThan},  HedgeWord{"가량", Hedge::About},      HedgeWord{"정도", Hedge::About},
    HedgeWord{"안팎", Hedge::About},     HedgeWord{"내외", Hedge::About},      HedgeWord{"남짓", Hedge::About},
    HedgeWord{"넘", Hedge::MoreThan},    HedgeWord{"을 넘", Hedge::MoreThan},  HedgeWord{"를 넘", Hedge::MoreThan},
    HedgeWord{"이 넘", Hedge::MoreThan}, HedgeWord{"가 넘", Hedge::MoreThan},  HedgeWord{"에 육박", Hedge::Nearly},
    HedgeWord{"에 달", Hedge::None},     HedgeWord{"or more", Hedge::AtLeast}, HedgeWord{"or less", Hedge::AtMost}};

/// Between the two numbers of a range.
constexpr std::array<std::string_view, 9> kRangeMarks{"~", "∼", "～", "–", "-", "에서 ", " to ", " ~ ", " - "};

/// The number that the first digits of a mention say: 4 of "4조", 1.5 of "1.5 million".
std::optional<double> leading_digits(std::string_view words) {
  std::size_t end = 0;
  double value = 0;
  double unit = 0;
  for (; end < words.size(); ++end) {
    const char c = words[end];
    if (c == '.' && unit == 0) {
      unit = 1;
    } else if (is_digit(static_cast<unsigned char>(c))) {
      value = value * 10 + (c - '0');
      if (unit > 0) unit *= 10;
    } else {
      break;
    }
  }
  if (end == 0) return std::nullopt;
  return unit > 0 ? value / unit : value;
}

/// Digits and a point alone.
bool is_plain(std::string_view words) {
  return std::ranges::all_of(words, [](char c) { return is_digit(static_cast<unsigned char>(c)) || c == '.'; });
}

class QuantityReader {
 public:
  QuantityReader(std::string_view text, std::span<const NumberMention> numbers) : text_(text), numbers_(numbers) {}

  std::vector<QuantityMention> read() && {
    for (std::size_t i = 0; i < numbers_.size();) i = add(i);
    return std::move(found_);
  }

 private:
  std::size_t add(std::size_t i) {
    QuantityMention quantity = of_number(numbers_[i]);
    std::size_t next = i + 1;
    if (next < numbers_.size() && joins_range(i)) {
      const NumberMention& last = numbers_[next];
      const double scale = shared_magnitude(numbers_[i], last);
      quantity.value *= scale;
      quantity.step *= scale;
      quantity.upper = last.value;
      quantity.span.end = last.span.end;
      ++next;
    }
    add_unit(quantity);
    if (quantity.kind == Kind::Number) add_share_before(quantity);
    if (!found_.empty() && is_upper_of(found_.back(), quantity)) {
      found_.back().upper = quantity.value;
      found_.back().span.end = quantity.span.end;
      return next;
    }
    if (!found_.empty() && is_change_of(found_.back(), quantity)) {
      found_.back().value += quantity.value;
      found_.back().step = quantity.step;
      found_.back().span.end = quantity.span.end;
      return next;
    }
    quantity.hedge = hedge_of(quantity);
    found_.push_back(quantity);
    return next;
  }

  static QuantityMention of_number(const NumberMention& number) {
    return {
        .span = number.span, .kind = Kind::Number, .value = number.value, .step = number.step, .number = number.kind};
  }

  /// Only a mark stands between the two, and the second is larger.
  bool joins_range(std::size_t i) const {
    const NumberMention& first = numbers_[i];
    const NumberMention& last = numbers_[i + 1];
    const std::string_view between = text_.substr(first.span.end, last.span.begin - first.span.end);
    const double scale = shared_magnitude(first, last);
    // The reader of numbers may have taken the mark for a sign.
    const bool is_minus = between.empty() && last.value < 0;
    if (is_minus || std::ranges::find(kRangeMarks, between) == kRangeMarks.end()) return false;
    return first.value * scale < last.value && first.kind == NumberMention::Kind::Cardinal &&
           last.kind == NumberMention::Kind::Cardinal;
  }

  /// 1e12 for the 3 of "3~4조": what the second number has behind its digits.
  double shared_magnitude(const NumberMention& first, const NumberMention& last) const {
    const std::string_view words = last.span.of(text_);
    const std::optional<double> digits = leading_digits(words);
    if (!is_plain(first.span.of(text_)) || is_plain(words) || !digits || *digits == 0) return 1;
    const double magnitude = last.value / *digits;
    return first.value < *digits && magnitude >= 1 ? magnitude : 1;
  }

  void add_unit(QuantityMention& quantity) const {
    const bool may_be_money = quantity.number != NumberMention::Kind::Ordinal;
    const auto before = may_be_money ? sign_before(quantity.span.begin) : std::nullopt;
    const auto behind = may_be_money ? currency_behind(text_, quantity.span.end) : std::nullopt;
    const bool is_word_before = before && is_hangul(character_at(text_, before->span.begin).code);
    if (before && (!behind || !is_word_before)) {
      set_money(quantity, *before);
      quantity.span.begin = before->span.begin;
      if (!is_word_before) add_minus(quantity);
      // $5 CAD: the code behind says which dollars.
      if (behind && behind->kind == before->kind && before->code.empty() && !behind->code.empty()) {
        quantity.currency = behind->code;
        quantity.span.end = behind->span.end;
      }
    } else if (behind) {
      set_money(quantity, *behind);
      quantity.span.end = behind->span.end;
      add_magnitude(quantity);
    } else if (const UnitWord* const unit = unit_behind(quantity.span.end)) {
      quantity.kind = unit->kind;
      quantity.span.end = end_of_unit(quantity.span.end, *unit);
    }
  }

  /// "-$1.84", "minus $1.84"; in "$5-$10" the mark stands between two amounts.
  void add_minus(QuantityMention& quantity) const {
    constexpr auto kMinuses = std::to_array<std::string_view>({"-", "−", "–", "minus "});
    const std::string_view before = text_.substr(0, quantity.span.begin);
    const auto minus = std::ranges::find_if(kMinuses, [&](std::string_view word) { return before.ends_with(word); });
    if (minus == kMinuses.end()) return;
    const std::size_t begin = before.size() - minus->size();
    const char32_t outside = character_before(text_, begin).code;
    if (begin > 0 && !is_space(outside) && outside != U'(') return;
    quantity.value = -quantity.value;
    quantity.span.begin = begin;
  }

  /// One that no amount before has taken.
  std::optional<CurrencyMention> sign_before(std::size_t begin) const {
    auto before = currency_before(text_, begin);
    const bool is_taken = before && !found_.empty() && before->span.begin < found_.back().span.end;
    return is_taken ? std::nullopt : before;
  }

  /// "75 USD million".
  void add_magnitude(QuantityMention& quantity) const {
    constexpr std::array<std::pair<std::string_view, double>, 4> kMagnitudes{
        {{"thousand", 1e3}, {"million", 1e6}, {"billion", 1e9}, {"trillion", 1e12}}};
    for (const auto& [word, size] : kMagnitudes) {
      TextCursor cursor(text_, after_spaces(quantity.span.end));
      if (!cursor.take_word(word)) continue;
      quantity.value *= size;
      quantity.step *= size;
      if (quantity.upper) *quantity.upper *= size;
      quantity.span.end = cursor.at();
    }
  }

  static void set_money(QuantityMention& quantity, const CurrencyMention& currency) {
    quantity.kind = Kind::Money;
    quantity.currency = currency.code;
    quantity.currency_kind = currency.kind;
    quantity.value *= currency.size;
    quantity.step *= currency.size;
    if (quantity.upper) *quantity.upper *= currency.size;
  }

  std::size_t after_spaces(std::size_t at) const {
    TextCursor cursor(text_, at);
    cursor.skip_spaces();
    return cursor.at();
  }

  const UnitWord* unit_behind(std::size_t end) const {
    const std::size_t at = after_spaces(end);
    for (const UnitWord& unit : kUnits) {
      TextCursor cursor(text_, at);
      const bool is_latin_word = is_latin(static_cast<unsigned char>(unit.word.front()));
      if (!(is_latin_word ? cursor.take_word(unit.word) : cursor.take(unit.word))) continue;
      return is_other_word(unit, end, at, cursor.at()) ? nullptr : &unit;
    }
    return nullptr;
  }

  /// 프로그램, 프로젝트, 배터리, 위원: words that begin as units do.
  bool is_other_word(const UnitWord& unit, std::size_t end, std::size_t at, std::size_t behind) const {
    const std::string_view rest = text_.substr(behind);
    if (unit.word == "프로") return rest.starts_with("그램") || rest.starts_with("젝트") || rest.starts_with("야구");
    if (unit.word == "%") return is_of_address(behind);
    if (unit.word == "위") return at != end || rest.starts_with("원") || rest.starts_with("안");
    if (unit.word == "배")
      return at != end || rest.starts_with("터") || rest.starts_with("송") || rest.starts_with("럴");
    return false;
  }

  /// "%28" of an address of the web.
  bool is_of_address(std::size_t behind) const {
    const auto is_hexadecimal = [&](std::size_t at) {
      const char32_t code = at < text_.size() ? static_cast<unsigned char>(text_[at]) : 0;
      return is_digit(code) || (code >= U'A' && code <= U'F');
    };
    return is_hexadecimal(behind) && is_hexadecimal(behind + 1);
  }

  std::size_t end_of_unit(std::size_t end, const UnitWord& unit) const { return after_spaces(end) + unit.word.size(); }

  /// "percent of 10", where no number before has taken the word.
  void add_share_before(QuantityMention& quantity) const {
    for (const std::string_view word : {"percent of ", "percents of "}) {
      const std::string_view before = text_.substr(0, quantity.span.begin);
      const std::size_t begin = before.size() < word.size() ? 0 : before.size() - word.size();
      const bool is_taken = !found_.empty() && begin < found_.back().span.end;
      if (!before.ends_with(word) || is_taken || is_latin(character_before(text_, begin).code)) continue;
      quantity.kind = Kind::Percent;
      quantity.span.begin = begin;
    }
  }

  /// "25000원 - 30000원": two amounts with only a mark between.
  bool is_upper_of(const QuantityMention& first, const QuantityMention& second) const {
    if (first.kind != Kind::Money || second.kind != Kind::Money || first.upper || second.upper) return false;
    const std::string_view between = text_.substr(first.span.end, second.span.begin - first.span.end);
    return first.currency_kind == second.currency_kind && first.value < second.value &&
           std::ranges::find(kRangeMarks, between) != kRangeMarks.end();
  }

  /// "3 달러 50 센트", "15 dollars and 50.": the second is small change of the first.
  bool is_change_of(const QuantityMention& first, QuantityMention& second) const {
    if (first.kind != Kind::Money || first.upper || second.upper || first.value != std::floor(first.value))
      return false;
    const std::string_view between = text_.substr(first.span.end, second.span.begin - first.span.end);
    if (!between.empty() && between != " " && between != " and ") return false;
    if (second.kind == Kind::Money) return first.currency_kind == second.currency_kind && second.value < 1;
    const bool is_bare =
        second.kind == Kind::Number && second.value > 0 && second.value < 100 && ends_clause(second.span.end);
    if (!is_bare || first.currency_kind != "dollar" || first.step != 1) return false;
    second.value *= 0.01;
    second.step *= 0.01;
    return true;
  }

  bool ends_clause(std::size_t at) const {
    return at >= text_.size() || std::string_view(".,;:!?)\n").find(text_[at]) != std::string_view::npos;
  }

  Hedge hedge_of(const QuantityMention& quantity) const {
    const std::string_view before = trimmed_text(text_.substr(0, quantity.span.begin));
    for (const HedgeWord& word : kHedgesBefore) {
      if (ends_with_word(before, word.word)) return word.hedge;
    }
    if (is_band(quantity)) return Hedge::Band;
    if (const Hedge behind = hedge_behind(quantity.span.end); behind != Hedge::None) return behind;
    if (quantity.kind == Kind::Number) {
      const Hedge behind = hedge_behind(past_counter(quantity.span.end));
      const bool has_space = text_.substr(quantity.span.end).starts_with(' ');
      return behind != Hedge::None || !has_space ? behind : hedge_behind(past_counter(quantity.span.end + 1));
    }
    return Hedge::None;
  }

  /// 30%대, 140만 톤대: behind a unit or a counter, and no word that begins so.
  bool is_band(const QuantityMention& quantity) const {
    constexpr auto kCounted = std::to_array<std::string_view>({"명", "톤", "개", "건", "곳", "편", "원"});
    constexpr auto kOtherWords = std::to_array<std::string_view>(
        {"대비", "대한", "대해", "대학", "대표", "대회", "대상", "대신", "대체", "대출"});
    TextCursor cursor(text_, quantity.span.end);
    if (quantity.kind == Kind::Number) {
      cursor.skip_spaces();
      if (!cursor.take_any(kCounted)) return false;
    }
    const std::string_view behind = text_.substr(cursor.at());
    const auto begins = [&](std::string_view word) { return behind.starts_with(word); };
    return begins("대") && std::ranges::none_of(kOtherWords, begins);
  }

  Hedge hedge_behind(std::size_t at) const {
    const std::string_view behind = text_.substr(at);
    const std::string_view rest = behind.substr(behind.starts_with(' ') ? 1 : 0);
    for (const HedgeWord& word : kHedgesBehind) {
      if (rest.starts_with(word.word) || behind.starts_with(word.word)) return word.hedge;
    }
    return Hedge::None;
  }

  /// 명, 개국, 계단: a few syllables.
  std::size_t past_counter(std::size_t at) const {
    constexpr int kMostSyllables = 3;
    for (int i = 0; i < kMostSyllables && is_hangul(character_at(text_, at).code); ++i) {
      if (hedge_behind(at) != Hedge::None) return at;
      at += character_at(text_, at).size;
    }
    return at;
  }

  static bool ends_with_word(std::string_view text, std::string_view word) {
    if (text.size() < word.size()) return false;
    const std::string_view end = text.substr(text.size() - word.size());
    if (!std::ranges::equal(end, word, {}, in_lower_case)) return false;
    const char32_t before = character_before(text, text.size() - word.size()).code;
    return !is_latin(before) && !is_hangul(before);
  }

  std::string_view text_;
  std::span<const NumberMention> numbers_;
  std::vector<QuantityMention> found_{};
};

}  // namespace

std::vector<QuantityMention> quantities_of(std::string_view text, std::span<const NumberMention> numbers) {
  return QuantityReader(text, numbers).read();
}

}  // namespace podium
