#include "podium/claims/quotes.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <span>

#include "podium/claims/english_text.hpp"

namespace podium {
namespace {

constexpr std::string_view kOpen = "“";
constexpr std::string_view kClose = "”";
constexpr std::string_view kStraight = "\"";

/// Longer words than this name nobody.
constexpr std::size_t kLongestSpeaker = 120;

/// Behind what somebody said: 라고, 며.
constexpr auto kSpeechEndings =
    std::to_array<std::string_view>({"이라고", "라고", "이라며", "라며", "이라면서", "라면서", "고 ", "며 ", "면서 "});
constexpr auto kTopicParticles = std::to_array<std::string_view>({"은", "는", "께서"});
/// Words end with these for other reasons too.
constexpr auto kSubjectParticles = std::to_array<std::string_view>({"이", "가"});
constexpr std::string_view kSpeechVerbs =
    " said says told added adds noted notes warned warns argued argues explained wrote stated ";

TextSpan trimmed(std::string_view text, TextSpan span) {
  constexpr std::string_view kAround = " ,:;\n\t";
  while (!span.empty() && kAround.find(text[span.begin]) != std::string_view::npos) ++span.begin;
  while (!span.empty() && kAround.find(text[span.end - 1]) != std::string_view::npos) --span.end;
  return span;
}

/// The words up to the particle of the first of them that ends with one; empty if none does.
TextSpan first_with_particle(std::string_view text, TextSpan words, std::span<const std::string_view> particles) {
  for (std::size_t begin = words.begin; begin < words.end;) {
    const std::size_t size = words.of(text).substr(begin - words.begin).find(' ');
    const std::size_t end = size == std::string_view::npos ? words.end : begin + size;
    for (const std::string_view particle : particles) {
      const bool has_more = end - begin > particle.size();
      if (has_more && text.substr(begin, end - begin).ends_with(particle)) return {words.begin, end - particle.size()};
    }
    begin = end + 1;
  }
  return {};
}

TextSpan subject_of(std::string_view text, TextSpan words) {
  words = trimmed(text, words);
  const TextSpan topic = first_with_particle(text, words, kTopicParticles);
  return topic.empty() ? first_with_particle(text, words, kSubjectParticles) : topic;
}

class QuoteReader {
 public:
  QuoteReader(std::string_view text, TextSpan sentence, bool is_korean)
      : text_(text), sentence_(sentence), is_korean_(is_korean) {}

  std::vector<Quote> read() && {
    find_quotes();
    TextSpan last;
    for (std::size_t i = 0; i < quotes_.size(); ++i) {
      TextSpan speaker = is_korean_ ? korean_speaker(i) : english_speaker(i);
      if (speaker.end - speaker.begin > kLongestSpeaker) speaker = {};
      if (speaker.empty() && is_speech(i)) speaker = last;
      quotes_[i].speaker = last = speaker.empty() ? TextSpan{} : speaker;
    }
    return std::move(quotes_);
  }

 private:
  void find_quotes() {
    std::optional<std::size_t> open;
    for (std::size_t at = sentence_.begin; at < sentence_.end;) {
      const std::string_view rest = text_.substr(at, sentence_.end - at);
      const bool is_straight = rest.starts_with(kStraight);
      if (!open && (is_straight || rest.starts_with(kOpen))) {
        at += is_straight ? kStraight.size() : kOpen.size();
        open = at;
      } else if (open && (is_straight || rest.starts_with(kClose))) {
        quotes_.push_back({.words = {*open, at}});
        at += is_straight ? kStraight.size() : kClose.size();
        open.reset();
      } else {
        ++at;
      }
    }
    if (open) quotes_.push_back({.words = {*open, sentence_.end}});
  }

  std::size_t mark_size(std::size_t at) const { return text_.substr(at).starts_with(kStraight) ? 1 : kClose.size(); }
  /// Between the quote before and this one; between this one and the next.
  TextSpan words_before(std::size_t i) const {
    const std::size_t end = quotes_[i].words.begin;
    const std::size_t open = text_[end - 1] == kStraight.front() ? end - 1 : end - kOpen.size();
    return {i == 0 ? sentence_.begin : behind(i - 1), open};
  }
  TextSpan words_behind(std::size_t i) const {
    const std::size_t begin = behind(i);
    if (i + 1 == quotes_.size()) return {begin, sentence_.end};
    return {begin, std::max(begin, words_before(i + 1).end)};
  }
  std::size_t behind(std::size_t i) const {
    const std::size_t end = quotes_[i].words.end;
    return end == sentence_.end ? end : std::min(end + mark_size(end), sentence_.end);
  }

  bool is_speech(std::size_t i) const {
    const std::string_view words = words_behind(i).of(text_);
    if (!is_korean_) return true;
    return std::ranges::any_of(kSpeechEndings, [&](std::string_view ending) { return words.starts_with(ending); });
  }

  TextSpan korean_speaker(std::size_t i) const {
    if (!is_speech(i)) return {};
    if (const TextSpan before = subject_of(text_, words_before(i)); !before.empty()) return before;
    TextSpan behind = words_behind(i);
    for (const std::string_view ending : kSpeechEndings) {
      if (!behind.of(text_).starts_with(ending)) continue;
      behind.begin += ending.size();
      break;
    }
    return i + 1 == quotes_.size() ? subject_of(text_, behind) : TextSpan{};
  }

  TextSpan english_speaker(std::size_t i) const {
    if (const TextSpan behind = around_verb(words_behind(i)); !behind.empty()) return behind;
    return before_verb(words_before(i));
  }
  /// "said the minister on Monday", "the minister said": up to the clause's end.
  TextSpan around_verb(TextSpan words) const {
    words = trimmed(text_, words);
    const std::size_t clause = words.of(text_).find_first_of(",.;");
    if (clause != std::string_view::npos) words.end = words.begin + clause;
    const auto verb = verb_in(words);
    if (!verb) return {};
    return trimmed(text_,
                   verb->begin == words.begin ? TextSpan{verb->end, words.end} : TextSpan{words.begin, verb->begin});
  }
  /// "the minister said:", "told reporters:"; from the last comma on.
  TextSpan before_verb(TextSpan words) const {
    words = trimmed(text_, words);
    const std::size_t comma = words.of(text_).rfind(", ");
    if (comma != std::string_view::npos) words.begin += comma + 2;
    const auto verb = verb_in(words);
    return verb ? trimmed(text_, {words.begin, verb->begin}) : TextSpan{};
  }
  std::optional<TextSpan> verb_in(TextSpan words) const {
    for (std::size_t at = words.begin; at < words.end;) {
      const std::size_t end = std::min(end_of_letters(text_, at), words.end);
      if (end == at) {
        ++at;
        continue;
      }
      if (is_listed_word(text_.substr(at, end - at), kSpeechVerbs)) return TextSpan{at, end};
      at = end;
    }
    return std::nullopt;
  }

  std::string_view text_;
  TextSpan sentence_;
  bool is_korean_;
  std::vector<Quote> quotes_;
};

}  // namespace

std::vector<Quote> quotes_of(std::string_view text, TextSpan sentence, bool is_korean) {
  return QuoteReader(text, sentence, is_korean).read();
}

}  // namespace podium
