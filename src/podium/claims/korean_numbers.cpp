#include "podium/claims/korean_numbers.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "podium/claims/decimal_digits.hpp"
#include "podium/claims/hangul.hpp"
#include "podium/claims/korean_endings.hpp"
#include "podium/claims/korean_quantity.hpp"
#include "podium/claims/korean_words.hpp"
#include "podium/core/panel.hpp"

namespace podium {
namespace {

using korean::NumeralSetting;
using korean::UnitsOfDigits;

constexpr auto kMinusMarks = std::to_array<std::string_view>({"-", "−", "－", "–"});

NumberMention negated(NumberMention mention, std::size_t begin) {
  mention.span.begin = begin;
  mention.value = -mention.value;
  return mention;
}

/// Goes over the text once. Words count from their beginning only; inside a word a number begins behind the counter of
/// the number before it (두시삼십분).
class KoreanNumberScan {
 public:
  explicit KoreanNumberScan(std::string_view text) : text_(text) {}

  std::vector<NumberMention> run() {
    while (at_ < text_.size()) step();
    return std::move(mentions_);
  }

 private:
  void step() {
    if (syllable_at(text_, at_) != 0) return read_word();
    const char c = text_[at_];
    if (is_latin_letter(c)) return skip_name();
    if (digit_at(text_, at_).size != 0 || is_leading_point()) return read_digits_here();
    if ((c == '-' || static_cast<unsigned char>(c) >= 0xE2) && take(negative_of_mark())) return;
    ++at_;
  }

  bool is_leading_point() const {
    return text_[at_] == '.' && digit_at(text_, at_ + 1).size != 0 &&
           (at_ == 0 || text_[at_ - 1] == ' ' || text_[at_ - 1] == '(');
  }

  bool take(const std::optional<NumberMention>& mention) {
    if (!mention) return false;
    mentions_.push_back(*mention);
    at_ = mention->span.end;
    const std::string_view counter =
        syllable_at(text_, at_) != 0 ? korean::longest_at(text_, at_, korean::kPartCounters) : "";
    if (!counter.empty()) at_ += counter.size();
    word_begin_ = at_;
    return true;
  }

  /// A number of more digits than anyone counts with is passed over as a whole.
  void read_digits_here() {
    if (is_name_of_digit()) {
      at_ += 2;
      return;
    }
    const std::optional<DigitRun> run = read_digits(text_, at_);
    if (!run) {  // a point before several runs that points divide
      ++at_;
      return;
    }
    if (!take(korean::read_quantity(text_, at_, NumeralSetting::Sentence))) at_ = run->span.end;
  }

  /// 5G, 3D.
  bool is_name_of_digit() const {
    if (at_ + 1 >= text_.size() || (text_[at_ + 1] != 'G' && text_[at_ + 1] != 'D')) return false;
    return digit_at(text_, at_).size == 1 && !follows_digit(text_, at_) &&
           (at_ + 2 >= text_.size() || !is_latin_letter(text_[at_ + 2]));
  }

  /// F-16, G20, KF94: letters and what is tied to them are a name.
  void skip_name() {
    while (at_ < text_.size()) {
      const bool is_tied = text_[at_] == '-' && digit_at(text_, at_ + 1).size == 1;
      if (!is_latin_letter(text_[at_]) && digit_at(text_, at_).size != 1 && !is_tied) return;
      ++at_;
    }
  }

  bool is_word_begin() const {
    if (at_ == word_begin_) return true;
    return !follows_word(at_) && !follows_closing_mark();
  }

  bool follows_word(std::size_t at) const {
    return at > 0 && (syllable_before(text_, at) != 0 || follows_digit(text_, at) || is_latin_letter(text_[at - 1]));
  }

  /// Behind a closing mark a word goes on: '미스터리'한.
  bool follows_closing_mark() const {
    constexpr auto kClosing = std::to_array<std::string_view>({")", "]", "%", "’", "”", "》", "〉", "」", "』"});
    const std::string_view before = text_.substr(0, at_);
    if (before.ends_with('\'') || before.ends_with('"')) return follows_word(at_ - 1);
    return std::ranges::any_of(kClosing, [&](std::string_view mark) { return before.ends_with(mark); });
  }

  void read_word() {
    const bool may_begin = korean::begins_number_word(syllable_at(text_, at_)) && is_word_begin();
    if (may_begin &&
        (take(ordinal_of_prefix()) || take(number_of_sign_word()) || take(half()) || take(number_of_word()))) {
      return;
    }
    while (syllable_at(text_, at_) != 0) at_ += kSyllableBytes;
  }

  std::optional<NumberMention> number_of_word() const {
    return korean::read_quantity(text_, at_, is_listed() ? NumeralSetting::Certain : NumeralSetting::Sentence);
  }

  /// "이백과 이천": behind a number and 과 or 와.
  bool is_listed() const {
    if (mentions_.empty() || at_ == 0 || text_[at_ - 1] != ' ') return false;
    const std::size_t end = mentions_.back().span.end;
    const std::string_view between = text_.substr(end, at_ - 1 - end);
    return between == "과" || between == "와";
  }

  /// A hyphen is a sign only where nothing stands before it that it could tie the digits to.
  std::optional<NumberMention> negative_of_mark() const {
    const std::string_view mark = korean::longest_at(text_, at_, kMinusMarks);
    if (mark.empty()) return std::nullopt;
    constexpr std::string_view kBefore = " (,[:~\"'\n\t=/";
    if (at_ > 0 && kBefore.find(text_[at_ - 1]) == std::string_view::npos) return std::nullopt;
    const std::size_t begin = at_ + mark.size();
    const std::size_t number = skip_spaces(text_, begin);
    if (digit_at(text_, number).size == 0) return std::nullopt;
    const auto mention = korean::read_quantity(text_, number, NumeralSetting::Certain);
    // A hyphen apart is a bullet, but before a fraction: "- 1 4/5".
    if (!mention || (number != begin && mention->kind != NumberMention::Kind::Fraction)) return std::nullopt;
    return negated(*mention, at_);
  }

  std::optional<NumberMention> number_of_sign_word() const {
    const std::string_view minus = korean::longest_at(text_, at_, korean::kMinusWords);
    const bool is_plus = text_.substr(at_).starts_with(korean::kPlusWord);
    if (minus.empty() && !is_plus) return std::nullopt;
    const std::size_t begin = skip_spaces(text_, at_ + (is_plus ? korean::kPlusWord.size() : minus.size()));
    auto mention = korean::read_quantity(text_, begin, NumeralSetting::Certain);
    if (!mention) return std::nullopt;
    if (!is_plus) return negated(*mention, at_);
    mention->span.begin = at_;
    return mention;
  }

  /// 제3, 제 3, 제삼. "제 일" is more often "my work", and "제일" is "most".
  std::optional<NumberMention> ordinal_of_prefix() const {
    if (!text_.substr(at_).starts_with(korean::kOrdinalPrefix)) return std::nullopt;
    const std::size_t begin = at_ + korean::kOrdinalPrefix.size();
    const std::size_t next = begin < text_.size() && text_[begin] == ' ' ? begin + 1 : begin;
    if (digit_at(text_, next).size == 0 && !is_ordinal_word(next)) return std::nullopt;
    auto mention = korean::read_quantity(text_, next, NumeralSetting::Certain, UnitsOfDigits::LeftOut);
    if (!mention || mention->kind == NumberMention::Kind::Fraction) return std::nullopt;
    mention->span.begin = at_;
    mention->kind = NumberMention::Kind::Ordinal;
    return mention;
  }

  bool is_ordinal_word(std::size_t at) const {
    const std::size_t end = at + kSyllableBytes;
    const korean::SinoWord word = korean::sino_word(syllable_at(text_, at));
    if (word.kind == korean::WordKind::None || word.kind == korean::WordKind::LargeUnit) return false;
    if (korean::sino_word(syllable_at(text_, end)).kind != korean::WordKind::None) return true;
    if (text_.substr(at, kSyllableBytes) == "삼") return true;
    constexpr auto kOrdinalCounters = std::to_array<std::string_view>({"차", "회", "호", "조", "항", "권", "장"});
    return korean::is_one_of(korean::ending_at(text_, end).counter, kOrdinalCounters);
  }

  /// 반 alone: a half. Behind a number it is what others make of it (두 시 반).
  std::optional<NumberMention> half() const {
    constexpr std::string_view kHalf = "반";
    if (!text_.substr(at_).starts_with(kHalf)) return std::nullopt;
    const std::size_t end = at_ + kHalf.size();
    constexpr auto kBehind = std::to_array<std::string_view>({"을", "이"});
    const std::string_view particle = korean::longest_at(text_, end, kBehind);
    const bool is_alone = skip_spaces(text_, 0) == at_ && skip_spaces(text_, end) == text_.size();
    const bool is_over = !particle.empty() && syllable_at(text_, end + particle.size()) == 0;
    if (!is_alone && !is_over) return std::nullopt;
    return NumberMention{.span = {at_, end}, .value = 0.5, .step = kMissing, .kind = NumberMention::Kind::Fraction};
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t word_begin_ = 0;
  std::vector<NumberMention> mentions_;
};

}  // namespace

std::vector<NumberMention> read_korean_numbers(std::string_view text) { return KoreanNumberScan(text).run(); }

}  // namespace podium
