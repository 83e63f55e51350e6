#include "podium/claims/sentences.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "podium/claims/characters.hpp"

namespace podium {
namespace {

/// Before a point that ends nothing.
constexpr auto kAbbreviations =
    std::to_array<std::string_view>({"mr",  "mrs",  "ms",  "dr",  "prof", "st",  "jr",     "sr",  "vs",  "etc", "no",
                                     "fig", "inc",  "ltd", "co",  "corp", "gen", "sen",    "rep", "gov", "jan", "feb",
                                     "aug", "sept", "sep", "oct", "nov",  "dec", "approx", "est", "ca"});

/// How Korean goes on from a quotation.
constexpr std::array<std::string_view, 20> kAfterQuotation{
    "고",   "라고",   "이라고", "며",   "라며", "이라며", "면서", "라면서", "이라면서", "는",
    "라는", "이라는", "란",     "이란", "라",   "이라",   "을",   "를",     "은",       "로"};

/// Lines of wrapped text, in columns; a shorter one was ended on purpose, a longer one is a paragraph.
constexpr std::size_t kShortestWrapped = 50;
constexpr std::size_t kLongestWrapped = 120;

bool is_terminator(char32_t code) { return code == U'.' || code == U'!' || code == U'?' || code == 0x3002; }

class Splitter {
 public:
  explicit Splitter(std::string_view text) : text_(text) {}

  std::vector<TextSpan> split() && {
    for (std::size_t at = 0; at < text_.size();) {
      const TextCharacter character = character_at(text_, at);
      std::size_t next = at + character.size;
      if (is_line_end(character.code)) {
        if (character.code == U'\r' && next < text_.size() && text_[next] == '\n') ++next;
        if (ends_at_line(at, next)) end_sentence(at, next);
      } else if (is_terminator(character.code)) {
        next = past_terminators(next);
        if (ends_at_terminator(at, next)) end_sentence(next, next);
      }
      at = next;
    }
    end_sentence(text_.size(), text_.size());
    return std::move(sentences_);
  }

 private:
  /// Further terminators, then what closes quotations and brackets.
  std::size_t past_terminators(std::size_t at) const {
    for (TextCharacter c = character_at(text_, at); c.size > 0 && (is_terminator(c.code) || closes(c.code));
         c = character_at(text_, at)) {
      at += c.size;
    }
    return at;
  }

  bool ends_at_terminator(std::size_t at, std::size_t next) const {
    const TextCharacter after = character_at(text_, next);
    const std::string_view mark = text_.substr(at, next - at);
    const bool is_ellipsis = mark.starts_with("..");
    if (after.size == 0 || is_line_end(after.code)) return true;
    if (is_ellipsis) return is_space(after.code) && starts_anew(next);
    const TextCharacter before = character_before(text_, at);
    if (text_[at] == '.' && is_part_of_word(before, after)) return false;
    if (is_space(after.code)) return text_[at] != '.' || !is_abbreviated(at);
    // A bracket or a quotation that was closed: does the sentence go on from it?
    const bool was_closed = mark.size() > 1 && !is_terminator(character_before(text_, next).code);
    if (was_closed && starts_with_any(text_.substr(next), kAfterQuotation)) return false;
    if (was_closed && (after.code == U',' || after.code == U'.')) return false;
    return is_hangul(before.code) || closes(before.code) || was_closed;
  }

  /// 3.5, 2025.4.8, .com, a.m.
  static bool is_part_of_word(TextCharacter before, TextCharacter after) {
    if (is_digit(after.code)) return true;
    const bool joins_letters = is_latin(before.code) || is_digit(before.code);
    return joins_letters && is_latin(after.code);
  }

  /// U.S. and the like, and known abbreviations.
  bool is_abbreviated(std::size_t point) const {
    std::size_t begin = point;
    while (begin > 0 && (is_latin(static_cast<unsigned char>(text_[begin - 1])) || text_[begin - 1] == '.')) --begin;
    const std::string_view word = text_.substr(begin, point - begin);
    if (word.empty()) return false;
    const bool is_initials = word.size() == 1 || word[word.size() - 2] == '.';
    if (is_initials) return !starts_anew(point + 1) || word.size() == 1;
    std::string lower;
    for (const char letter : word.substr(0, 8)) lower += in_lower_case(letter);
    const bool is_known = std::ranges::find(kAbbreviations, std::string_view(lower)) != kAbbreviations.end();
    return is_known && (lower != "no" || is_number_next(point + 1));
  }

  bool is_number_next(std::size_t at) const { return is_digit(first_after_spaces(at).code); }

  TextCharacter first_after_spaces(std::size_t at) const {
    TextCharacter c = character_at(text_, at);
    while (c.size > 0 && (is_space(c.code) || opens(c.code))) c = character_at(text_, at += c.size);
    return c;
  }

  /// Whether what follows the spaces looks like a sentence's beginning.
  bool starts_anew(std::size_t at) const {
    const TextCharacter c = first_after_spaces(at);
    return c.size == 0 || is_latin_upper(c.code) || is_hangul(c.code) || is_hanja(c.code);
  }

  bool ends_at_line(std::size_t at, std::size_t next) {
    const std::string_view line = trimmed_text(text_.substr(line_begin_, at - line_begin_));
    const std::size_t length = columns(line);
    line_begin_ = next;
    if (line.empty() || length < kShortestWrapped || length > kLongestWrapped) return true;
    const TextCharacter last = character_before(line, line.size());
    if (is_terminator(last.code) || closes(last.code)) return true;
    const TextCharacter c = character_at(text_, next);
    return c.size == 0 || is_line_end(c.code) || is_space(c.code) || c.code == U'*' || c.code == U'-' ||
           c.code == 0x2022;
  }

  /// Up to one more than the longest that is asked about.
  static std::size_t columns(std::string_view line) {
    std::size_t columns = 0;
    for (std::size_t at = 0; at < line.size() && columns <= kLongestWrapped;) {
      const TextCharacter c = character_at(line, at);
      columns += c.code >= 0x1100 ? 2 : 1;
      at += c.size;
    }
    return columns;
  }

  void end_sentence(std::size_t end, std::size_t next) {
    const std::string_view sentence = trimmed_text(text_.substr(begin_, end - begin_));
    if (!sentence.empty()) {
      const auto begin = static_cast<std::size_t>(sentence.data() - text_.data());
      sentences_.push_back({begin, begin + sentence.size()});
    }
    begin_ = next;
  }

  std::string_view text_;
  std::size_t begin_ = 0;
  std::size_t line_begin_ = 0;
  std::vector<TextSpan> sentences_{};
};

}  // namespace

std::vector<TextSpan> sentences_of(std::string_view text) { return Splitter(text).split(); }

}  // namespace podium
