#include "podium/claims/korean_numeral.hpp"

#include <optional>
#include <utility>

#include "podium/claims/hangul.hpp"
#include "podium/claims/korean_endings.hpp"
#include "podium/claims/korean_words.hpp"

namespace podium::korean {
namespace {

constexpr int kNoLimit = 100;             // above the largest unit
constexpr std::string_view kOver = "여";  // 30여 억: thirty and some

/// 11조 2항 is an article of a law and its paragraph.
bool is_article(std::string_view text, std::size_t at) {
  const std::size_t begin = skip_spaces(text, at);
  const auto digits = begin - at <= 1 ? read_digits(text, begin) : std::nullopt;
  return digits && (text.substr(digits->span.end).starts_with("항") || text.substr(digits->span.end).starts_with("호"));
}

/// 경 and 해 after digits begin so many other words (경기, 해) that only these make them units.
bool is_huge_unit_over(std::string_view text, std::size_t at) {
  const std::size_t next = skip_spaces(text, at);
  const std::string_view rest = text.substr(next);
  if (digit_at(text, next).size != 0 || rest.starts_with("원") || rest.starts_with("달러")) return true;
  const WordKind kind = sino_word(syllable_at(text, next)).kind;
  return kind == WordKind::Digit || kind == WordKind::SmallUnit || ending_at(text, at).kind == EndingKind::TextEnd;
}

}  // namespace

/// Reads part after part and keeps what has been put together so far.
class NumeralBuilder {
 public:
  NumeralBuilder(std::string_view text, std::size_t begin, LargeUnits large_units, NumeralReadings& readings)
      : text_(text), at_(begin), large_units_(large_units), readings_(readings) {}

  void run() {
    while (readings_.size_ < NumeralReadings::kMost && (read_here() || read_behind_space())) {}
  }

 private:
  bool is_first() const { return readings_.size_ == 0; }
  bool is_native_last() const {
    return !is_first() && (last_ == NumeralPart::Native || last_ == NumeralPart::Attributive);
  }
  bool may_be_spaced() const {
    return !is_first() && (last_ == NumeralPart::Unit || (last_ == NumeralPart::Native && section_limit_ == 1));
  }

  bool read_here() {
    is_spaced_ = false;
    return read_part();
  }

  bool read_behind_space() {
    const std::size_t begin = skip_spaces(text_, at_);
    if (is_first() || begin == at_ || (has_point_ && last_ == NumeralPart::Unit)) return false;
    const std::size_t before = std::exchange(at_, begin);
    is_spaced_ = true;
    const bool is_read = may_be_spaced() ? read_part() : is_large_unit_here() && read_sino();
    if (!is_read) at_ = before;
    return is_read;
  }

  /// Native words first: 일곱 begins with a digit word.
  bool read_part() { return read_digit_run() || read_native() || read_sino(); }

  bool is_large_unit_here() const { return sino_word(syllable_at(text_, at_)).kind == WordKind::LargeUnit; }

  /// 3 만, 30여 억: behind a space the unit is a word for itself. 경 and 해 are too often other words.
  bool is_unit_behind_space(int exponent) const {
    const EndingKind kind = ending_at(text_, at_ + kSyllableBytes).kind;
    return exponent <= 12 && kind != EndingKind::None && kind != EndingKind::Particle;
  }

  bool read_digit_run() {
    if (pending_ || (!is_first() && !has_digits_)) return false;  // 만 19세: an age
    const std::optional<DigitRun> run = read_digits(text_, at_);
    if (!run || !run->value) return false;
    if (!is_first() && (!run->is_whole() || !is_below_power(*run->value, section_limit_) || is_native_last()))
      return false;
    if (is_first()) has_digits_ = true;
    has_point_ = has_point_ || !run->is_whole();
    pending_ = *run->value;
    pending_exponent_ = run->last_exponent;
    // Behind a large unit zeros only fill up to the next one: 13억3000만 is 1.33 billion.
    if (has_large_unit_ && run->is_whole()) pending_exponent_ = std::max(pending_exponent_, pending_->exponent);
    return keep(run->span.end, NumeralPart::Digits, pending_exponent_);
  }

  bool read_sino() {
    const SinoWord word = sino_word(syllable_at(text_, at_));
    const std::size_t end = at_ + kSyllableBytes;
    switch (word.kind) {
      case WordKind::None:
        return read_over();
      case WordKind::Digit:
        return read_digit_word(word.value, end);
      case WordKind::SmallUnit:
        return is_unit_here() && read_small_unit(word.value, end);
      case WordKind::LargeUnit:
        return is_unit_here() && read_large_unit(word.value, end);
    }
    return false;
  }

  bool is_unit_here() const {
    if (!has_digits_) return true;
    const SinoWord word = sino_word(syllable_at(text_, at_));
    const std::size_t end = at_ + kSyllableBytes;
    if (!longest_at(text_, at_, kNotUnits).empty()) return false;
    return word.value < 12 || (word.value == 12 ? !is_article(text_, end) : is_huge_unit_over(text_, end));
  }

  bool read_digit_word(int value, std::size_t end) {
    if (pending_ || section_limit_ < 1 || is_native_last() || (value == 0 && !is_first())) return false;
    pending_ = ExactDecimal{static_cast<std::uint64_t>(value), 0};
    pending_exponent_ = 0;
    return keep(end, NumeralPart::DigitWord, 0);
  }

  bool read_small_unit(int exponent, std::size_t end) {
    if (exponent >= section_limit_ || (is_spaced_ && pending_) || is_native_last()) return false;
    const ExactDecimal coefficient = pending_.value_or(ExactDecimal{1, 0});
    if (coefficient.mantissa == 0) return false;
    if (!is_first() && section_limit_ != kNoLimit && !is_below_power(coefficient, section_limit_ - exponent))
      return false;
    const auto sum = exact_sum(section_, {coefficient.mantissa, coefficient.exponent + exponent});
    if (!sum) return false;
    const int last_exponent = (pending_ ? pending_exponent_ : 0) + exponent;
    section_ = *sum;
    section_exponent_ = last_exponent;
    pending_.reset();
    section_limit_ = exponent;
    return keep(end, NumeralPart::Unit, last_exponent);
  }

  bool read_large_unit(int exponent, std::size_t end) {
    if (large_units_ == LargeUnits::Excluded || exponent >= large_limit_ || is_native_last()) return false;
    if (is_spaced_ && !is_unit_behind_space(exponent)) return false;
    auto coefficient = exact_sum(section_, pending_.value_or(ExactDecimal{}));
    const bool is_bare = !pending_ && section_.mantissa == 0;
    if (is_bare) coefficient = ExactDecimal{1, 0};
    if (!coefficient || coefficient->mantissa == 0) return false;
    const ExactDecimal scaled{coefficient->mantissa, coefficient->exponent + exponent};
    const auto sum = exact_sum(total_, scaled);
    if (!sum || !is_below_power(scaled, large_limit_)) return false;
    const int last_exponent = (pending_ ? pending_exponent_ : is_bare ? 0 : section_exponent_) + exponent;
    total_ = *sum;
    section_ = {};
    pending_.reset();
    large_limit_ = exponent;
    section_limit_ = exponent;
    has_large_unit_ = true;
    return keep(end, NumeralPart::Unit, last_exponent);
  }

  /// 여 between a coefficient and a large unit.
  bool read_over() {
    if (is_first() || is_spaced_ || !text_.substr(at_).starts_with(kOver)) return false;
    const std::size_t before = at_;
    at_ = skip_spaces(text_, at_ + kOver.size());
    is_spaced_ = at_ > before + kOver.size();
    const bool is_read = is_large_unit_here() && read_sino();
    if (!is_read) at_ = before;
    return is_read;
  }

  bool read_native() {
    if (pending_ || has_digits_) return false;
    for (const NativeWord& word : kNativeWords) {
      if (!text_.substr(at_).starts_with(word.text)) continue;
      const bool is_tens = word.value >= 10;
      if (section_limit_ <= (is_tens ? 1 : 0) || (word.text == "첫" && !is_first())) return false;
      const auto sum = exact_sum(section_, {word.value, 0});
      if (!sum) return false;
      if (is_first()) is_native_ = true;
      section_ = *sum;
      section_limit_ = is_tens ? 1 : 0;
      return keep(at_ + word.text.size(), word.is_attributive ? NumeralPart::Attributive : NumeralPart::Native,
                  is_tens ? 1 : 0);
    }
    return false;
  }

  /// Whether what has been read so far is a number that fits.
  bool keep(std::size_t end, NumeralPart part, int last_exponent) {
    const auto below = exact_sum(section_, pending_.value_or(ExactDecimal{}));
    const auto value = below ? exact_sum(total_, *below) : std::nullopt;
    if (!value) return false;
    readings_.readings_[readings_.size_] = {.end = end,
                                            .value = *value,
                                            .last_exponent = last_exponent,
                                            .last = part,
                                            .before_last = last_,
                                            .parts = static_cast<int>(readings_.size_) + 1,
                                            .has_digits = has_digits_,
                                            .is_native = is_native_,
                                            .last_spaced = is_spaced_,
                                            .has_large_unit = has_large_unit_,
                                            .last_begin = at_};
    ++readings_.size_;
    last_ = part;
    at_ = end;
    return true;
  }

  std::string_view text_;
  std::size_t at_;
  LargeUnits large_units_;
  NumeralReadings& readings_;

  ExactDecimal total_{};                   // above the last large unit
  ExactDecimal section_{};                 // below it
  std::optional<ExactDecimal> pending_{};  // a coefficient that may get a unit
  int pending_exponent_ = 0;
  int section_exponent_ = 0;
  int section_limit_ = kNoLimit;  // what follows stands below ten to this
  int large_limit_ = kNoLimit;
  NumeralPart last_ = NumeralPart::Digits;
  bool has_point_ = false;  // 3.5만 is a number to the end
  bool is_spaced_ = false;
  bool has_digits_ = false;
  bool is_native_ = false;
  bool has_large_unit_ = false;
};

NumeralReadings::NumeralReadings(std::string_view text, std::size_t begin, LargeUnits large_units) {
  NumeralBuilder(text, begin, large_units, *this).run();
}

std::size_t end_of_digit_words(std::string_view text, std::size_t at, std::size_t most) {
  for (; most > 0 && sino_word(syllable_at(text, at)).kind == WordKind::Digit; --most) at += kSyllableBytes;
  return at;
}

ExactDecimal spelled_digits(std::string_view words) {
  std::uint64_t value = 0;
  for (std::size_t at = 0; at < words.size(); at += kSyllableBytes) {
    value = value * 10 + static_cast<std::uint64_t>(sino_word(syllable_at(words, at)).value);
  }
  return {value, 0};
}

}  // namespace podium::korean
