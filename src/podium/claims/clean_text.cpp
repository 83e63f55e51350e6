#include "podium/claims/clean_text.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <unordered_map>

#include "podium/claims/characters.hpp"
#include "podium/claims/page_words.hpp"
#include "podium/claims/sentences.hpp"

namespace podium {
namespace {

/// Shorter lines without a full stop are no paragraph.
constexpr std::size_t kShortestParagraph = 30;  // characters
/// Longer ones are no prose; what reads a sentence may look from each of its words to each other.
constexpr std::size_t kLongestSentence = 4096;  // bytes
/// So many sentences that stand in the text before are a repeated passage.
constexpr std::size_t kShortestRepeat = 3;

std::size_t characters_in(std::string_view text) {
  return static_cast<std::size_t>(
      std::ranges::count_if(text, [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80; }));
}

/// A stretch of lines that stand together, or a line.
struct TextLine {
  TextSpan span{};
  bool is_bullet = false;
  std::string_view words{};  ///< without the bullet
};

std::vector<TextLine> lines_of(std::string_view text) {
  std::vector<TextLine> lines;
  std::size_t begin = 0;
  for (std::size_t at = 0; at <= text.size();) {
    const TextCharacter c = character_at(text, at);
    if (c.size > 0 && !is_line_end(c.code)) {
      at += c.size;
      continue;
    }
    const std::string_view line = trimmed_text(text.substr(begin, at - begin));
    if (!line.empty()) {
      const auto start = static_cast<std::size_t>(line.data() - text.data());
      TextLine one{.span = {start, start + line.size()}, .words = line};
      const TextCharacter first = character_at(line, 0);
      if (first.code == 0x2022 || first.code == 0x25CF || first.code == U'*' || first.code == 0x25AA) {
        one.is_bullet = true;
        one.words = trimmed_text(line.substr(first.size));
      }
      lines.push_back(one);
    }
    at += std::max<std::size_t>(c.size, 1);
    begin = at;
  }
  return lines;
}

/// Ends as a sentence does.
bool has_full_stop(std::string_view line) {
  std::size_t at = line.size();
  TextCharacter last = character_before(line, at);
  while (last.size > 0 && (closes(last.code) || is_space(last.code))) last = character_before(line, at -= last.size);
  return last.code == U'.' || last.code == U'!' || last.code == U'?' || last.code == 0x3002;
}

/// Mostly digits, signs and a unit.
bool is_number_alone(std::string_view words) {
  std::size_t digits = 0;
  std::size_t letters = 0;
  for (std::size_t at = 0; at < words.size();) {
    const TextCharacter c = character_at(words, at);
    digits += is_digit(c.code) ? 1 : 0;
    letters += is_latin(c.code) || is_hangul(c.code) || is_hanja(c.code) ? 1 : 0;
    at += c.size;
  }
  return digits > 0 && letters <= 2;
}

bool is_paragraph(const TextLine& line) {
  if (part_of_words(line.words) != PagePart::Other) return false;
  return has_full_stop(line.words) && characters_in(line.words) >= kShortestParagraph;
}

class Cleaner {
 public:
  explicit Cleaner(std::string_view text) : text_(text), lines_(lines_of(text)) {}

  CleanedText clean() && {
    find_body();
    find_headline();
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (i == headline_) {
        cleaned_.headline = lines_[i].span;
        cleaned_.sentences.push_back(lines_[i].span);
      } else if (i >= first_ && i < last_) {
        heading_ = PagePart::Other;
        add_body_line(i);
      } else {
        drop(lines_[i].span, part_outside(i));
      }
    }
    drop_repeats();
    std::ranges::sort(cleaned_.dropped, {}, [](const DroppedPart& part) { return part.span.begin; });
    return std::move(cleaned_);
  }

 private:
  /// From the first paragraph to behind the last one, with the short sentences beside them.
  void find_body() {
    const auto first = std::ranges::find_if(lines_, is_paragraph);
    first_ = static_cast<std::size_t>(first - lines_.begin());
    last_ = first_;
    for (std::size_t i = first_; i < lines_.size(); ++i) {
      if (is_paragraph(lines_[i])) last_ = i + 1;
    }
    const auto is_short_sentence = [&](std::size_t i) {
      const TextLine& line = lines_[i];
      return !line.is_bullet && has_full_stop(line.words) && part_of_words(line.words) == PagePart::Other;
    };
    while (first != lines_.end() && first_ > 0 && is_short_sentence(first_ - 1)) --first_;
    while (first != lines_.end() && last_ < lines_.size() && is_short_sentence(last_)) ++last_;
    // A text without paragraphs is taken as it is: somebody's note, a headline.
    if (first == lines_.end()) {
      first_ = 0;
      last_ = lines_.size();
    }
  }

  void find_headline() {
    std::size_t longest = 0;
    for (std::size_t i = 0; i < first_; ++i) {
      const TextLine& line = lines_[i];
      if (line.is_bullet || part_of_words(line.words) != PagePart::Other || line.words.size() <= longest) continue;
      longest = line.words.size();
      headline_ = i;
    }
  }

  /// Outside of the body: by its own words, else by the heading that it stands below.
  PagePart part_outside(std::size_t i) {
    const TextLine& line = lines_[i];
    const PagePart own = part_of_words(line.words);
    if (own != PagePart::Other) return heading_ = own;
    if (i < first_) return PagePart::Menu;
    if (heading_ == PagePart::Headlines && is_number_alone(line.words)) return PagePart::Ticker;
    return heading_;
  }

  void add_body_line(std::size_t i) {
    const TextLine& line = lines_[i];
    const PagePart own = part_of_words(line.words);
    if (own != PagePart::Other) return drop(line.span, own);
    if (line.is_bullet && !has_full_stop(line.words) && is_number_alone(line.words)) {
      return drop(line.span, PagePart::Ticker);
    }
    add_sentences(line.span);
  }

  void add_sentences(TextSpan span) {
    const std::size_t begin = cleaned_.sentences.size();
    for (const TextSpan& sentence : sentences_of(span.of(text_))) {
      add_sentence({span.begin + sentence.begin, span.begin + sentence.end}, begin);
    }
  }

  /// Without the credits and bylines in brackets that begin or end it; a credit takes the caption before it along.
  void add_sentence(TextSpan sentence, std::size_t paragraph) {
    while (const std::optional<TextSpan> bracket = leading_bracket(sentence)) {
      const PagePart part = part_of_bracket(bracket->of(text_));
      if (part == PagePart::Other) break;
      if (part == PagePart::Caption) drop_caption_before(paragraph);
      drop(*bracket, part);
      sentence = trimmed({bracket->end, sentence.end});
    }
    if (sentence.empty()) return;
    if (sentence.size() > kLongestSentence) return drop(sentence, PagePart::Other);
    if (part_of_sentence(sentence.of(text_)) == PagePart::Caption) {
      drop(sentence, PagePart::Caption);
      return;
    }
    cleaned_.sentences.push_back(sentence);
  }

  std::optional<TextSpan> leading_bracket(TextSpan sentence) const {
    const std::string_view words = sentence.of(text_);
    if (!words.starts_with('[') && !words.starts_with('(')) return std::nullopt;
    const std::size_t close = words.find(words.front() == '[' ? ']' : ')');
    if (close == std::string_view::npos) return std::nullopt;
    return TextSpan{sentence.begin, sentence.begin + close + 1};
  }

  /// What a picture shows stands before its credit: sentences that say so, or that are no sentences.
  void drop_caption_before(std::size_t paragraph) {
    while (cleaned_.sentences.size() > paragraph) {
      const std::string_view words = cleaned_.sentences.back().of(text_);
      if (!tells_of_picture(words)) return;
      drop(cleaned_.sentences.back(), PagePart::Caption);
      cleaned_.sentences.pop_back();
    }
  }

  TextSpan trimmed(TextSpan span) const {
    const std::string_view words = trimmed_text(span.of(text_));
    const auto begin = words.empty() ? span.end : static_cast<std::size_t>(words.data() - text_.data());
    return {begin, begin + words.size()};
  }

  /// Runs of sentences that stand in the text before, one after the other.
  void drop_repeats() {
    std::unordered_map<std::string_view, std::size_t> first;
    std::vector<std::size_t> before(cleaned_.sentences.size());
    for (std::size_t i = 0; i < before.size(); ++i) {
      before[i] = first.emplace(cleaned_.sentences[i].of(text_), i).first->second;
    }
    std::vector<TextSpan> kept;
    for (std::size_t i = 0; i < before.size();) {
      std::size_t end = i;
      while (end < before.size() && before[end] < end && (end == i || before[end] == before[end - 1] + 1)) ++end;
      if (end - i >= kShortestRepeat) {
        drop({cleaned_.sentences[i].begin, cleaned_.sentences[end - 1].end}, PagePart::Repeated);
        i = end;
      } else {
        kept.push_back(cleaned_.sentences[i++]);
      }
    }
    cleaned_.sentences = std::move(kept);
  }

  void drop(TextSpan span, PagePart part) { cleaned_.dropped.push_back({span, part}); }

  std::string_view text_;
  std::vector<TextLine> lines_;
  std::size_t first_ = 0;
  std::size_t last_ = 0;
  std::optional<std::size_t> headline_{};
  PagePart heading_ = PagePart::Other;
  CleanedText cleaned_{};
};

}  // namespace

std::string_view to_word(PagePart part) {
  constexpr std::array<std::string_view, 11> kWords{"dateline", "menu",      "card",    "headlines",
                                                    "ticker",   "reactions", "caption", "byline",
                                                    "repeated", "notice",    "other"};
  return kWords[static_cast<std::size_t>(part)];
}

CleanedText clean_text(std::string_view text) { return Cleaner(text).clean(); }

}  // namespace podium
