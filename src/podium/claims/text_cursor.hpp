#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string_view>

#include "podium/claims/characters.hpp"

namespace podium {

/// A place in a text. What takes something goes behind it, or stays where it is.
class TextCursor {
 public:
  TextCursor(std::string_view text, std::size_t at) : text_(text), at_(at) {}

  std::size_t at() const { return at_; }
  bool is_at_end() const { return at_ >= text_.size(); }
  char32_t next() const { return character_at(text_, at_).code; }

  bool take(std::string_view word) {
    if (!text_.substr(at_).starts_with(word)) return false;
    at_ += word.size();
    return true;
  }
  template <class Words>
  bool take_any(const Words& words) {
    return std::ranges::any_of(words, [&](std::string_view word) { return take(word); });
  }

  /// Latin letters in any case, as a whole word.
  bool take_word(std::string_view word) {
    if (at_ + word.size() > text_.size()) return false;
    for (std::size_t i = 0; i < word.size(); ++i) {
      if (in_lower_case(text_[at_ + i]) != word[i]) return false;
    }
    const TextCharacter after = character_at(text_, at_ + word.size());
    if (is_latin(after.code) && is_latin(static_cast<unsigned char>(word.back()))) return false;
    at_ += word.size();
    return true;
  }

  void skip_spaces() {
    while (is_space(next())) at_ += character_at(text_, at_).size;
  }

  /// So many digits and no more, as a number.
  std::optional<int> take_number(std::size_t least, std::size_t most) {
    std::size_t end = at_;
    int number = 0;
    while (end < text_.size() && is_digit(static_cast<unsigned char>(text_[end])) && end - at_ <= most) {
      number = number * 10 + (text_[end] - '0');
      ++end;
    }
    if (end - at_ < least || end - at_ > most) return std::nullopt;
    at_ = end;
    return number;
  }

 private:
  std::string_view text_;
  std::size_t at_;
};

}  // namespace podium
