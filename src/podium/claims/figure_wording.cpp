#include "podium/claims/figure_wording.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "podium/claims/characters.hpp"

namespace podium {
namespace {

using FigureKind = QuantityMention::Kind;

/// Words of change stand so near their figure, in bytes.
constexpr std::size_t kNearWord = 30;

bool has_any(std::string_view text, std::span<const std::string_view> words) {
  return std::ranges::any_of(words, [&](std::string_view word) { return text.find(word) != std::string_view::npos; });
}

struct SignWord {
  std::string_view word;
  int sign;
};

/// Of the word that stands last; 0 where there is none.
int last_sign(std::string_view text, std::span<const SignWord> words) {
  int sign = 0;
  std::size_t last = 0;
  for (const SignWord& word : words) {
    const std::size_t at = text.rfind(word.word);
    if (at == std::string_view::npos || (sign != 0 && at < last)) continue;
    sign = word.sign;
    last = at;
  }
  return sign;
}

}  // namespace

std::size_t FigureWording::next_figure(std::size_t from) const {
  for (const FigureMark& mark : marks_.figures) {
    if (mark.figure.span.begin >= from) return mark.figure.span.begin;
  }
  return marks_.sentence.end;
}

std::size_t FigureWording::previous_figure(std::size_t before) const {
  std::size_t end = marks_.sentence.begin;
  for (const FigureMark& mark : marks_.figures) {
    if (mark.figure.span.end <= before) end = mark.figure.span.end;
  }
  return end;
}

std::string_view FigureWording::words_behind(const FigureMark& figure, std::size_t most) const {
  const std::size_t end = figure.figure.span.end;
  return subjects_.between(end, std::min({next_figure(end), end + most, marks_.sentence.end}));
}

std::string_view FigureWording::words_before(const FigureMark& figure, std::size_t most) const {
  const std::size_t begin = figure.figure.span.begin;
  const std::size_t from = std::max(marks_.sentence.begin, begin > most ? begin - most : 0);
  return subjects_.between(std::max(from, previous_figure(begin)), begin);
}

int FigureWording::change_of(const FigureMark& figure) const {
  const bool is_percentage =
      figure.figure.kind == FigureKind::Percent || figure.figure.kind == FigureKind::PercentPoint;
  return is_percentage ? change_of_percentage(figure) : change_of_amount(figure);
}

int FigureWording::change_of_percentage(const FigureMark& figure) const {
  const std::string_view behind = words_behind(figure, kNearWord);
  // "33%로 늘었다", "33%에 이어 늘었다", "rose to 33%", "fell from 33%" are levels.
  if (marks_.is_korean && (behind.starts_with("로 ") || behind.starts_with("에"))) return 0;
  std::string_view clause = behind.substr(0, behind.find_first_of(",;"));
  // "rose 4% in Japan and fell 18% in Korea"
  for (const std::string_view next : {" and ", " but ", " while "}) {
    if (!marks_.is_korean) clause = clause.substr(0, clause.find(next));
  }
  // "43% plan to hire more": a word that compares stands right behind its percentage.
  constexpr auto kComparing = std::to_array<std::string_view>({"more", "less", "higher", "lower", "up", "down"});
  if (const auto word = change_word_in(clause, marks_.is_korean)) {
    const std::string_view found = clause.substr(word.begin, word.end - word.begin);
    const bool is_comparing = std::ranges::find(kComparing, found) != kComparing.end();
    if (!is_comparing || trimmed_text(clause.substr(0, word.begin)).empty()) return word.direction;
  }
  if (marks_.is_korean) return 0;
  const std::string_view before = words_before(figure, kNearWord);
  constexpr auto kOfLevels = std::to_array<std::string_view>({" to ", " at ", " from "});
  const bool is_level = std::ranges::any_of(kOfLevels, [&](std::string_view word) { return before.ends_with(word); });
  return is_level ? 0 : change_word_in(before, false).direction;
}

/// In Korean the verb stands right behind the amount: "2억7000만 달러 줄었다", "4만6000톤 늘어난".
int FigureWording::change_of_amount(const FigureMark& figure) const {
  if (!marks_.is_korean) {
    const std::string_view before = words_before(figure, kNearWord);
    return before.ends_with(" by ") ? change_word_in(before, false).direction : 0;
  }
  std::string_view behind = words_behind(figure, kNearWord);
  if (figure.figure.kind == FigureKind::Number && figure.counter.counter == Counter::Other) {
    const std::size_t space = std::min(behind.find(' ', behind.starts_with(' ') ? 1 : 0), behind.size());
    const std::string_view counter = behind.substr(0, space);
    // "4만6000톤으로 늘었다" is a level, and so is "전년(4만6000톤)보다 늘었다".
    constexpr auto kOfLevels = std::to_array<std::string_view>({"로", "에", "에서", "보다", "까지"});
    if (std::ranges::any_of(kOfLevels, [&](std::string_view word) { return counter.ends_with(word); })) return 0;
    behind = behind.substr(space);
  }
  const auto word = change_word_in(behind, true);
  return word && trimmed_text(behind.substr(0, word.begin)).empty() ? word.direction : 0;
}

bool FigureWording::tells_difference(const FigureMark& figure) const {
  const std::string_view behind = words_behind(figure, kNearWord);
  if (marks_.is_korean) {
    const std::size_t word = difference_word_in(behind, true);
    const std::string_view counter = trimmed_text(behind.substr(0, std::min(word, behind.size())));
    const bool is_right_behind = counter.find_first_of(" )") == std::string_view::npos && !counter.ends_with("로");
    if (word != std::string_view::npos && is_right_behind) return true;
    const UnitMark* other = subjects_.compared_unit();
    const bool is_behind_other = other != nullptr && other->span.end <= figure.figure.span.begin &&
                                 previous_figure(figure.figure.span.begin) <= other->span.end;
    return is_behind_other && comparing_word_in(behind.substr(0, behind.find(',')), true).direction != 0;
  }
  if (difference_word_in(words_before(figure, 2 * kNearWord), false) != std::string_view::npos) return true;
  // "was $1.6 billion, more than Japan's" only compares.
  const std::string_view clause = behind.substr(0, behind.find_first_of(",;"));
  const std::size_t than = clause.find(" than ");
  return than != std::string_view::npos && comparing_word_in(clause.substr(0, than), false).direction != 0;
}

const UnitMark* FigureWording::other_unit(const FigureMark& figure) const {
  const bool is_multiple = figure.figure.kind == FigureKind::Multiple;
  for (const UnitMark& unit : marks_.units) {
    if (marks_.is_korean) {
      std::string_view words = trimmed_text(subjects_.between(unit.span.end, figure.figure.span.begin));
      if (words.starts_with('(')) words.remove_prefix(std::min(words.find(')'), words.size() - 1) + 1);
      const bool is_beside = unit.span.end <= figure.figure.span.begin && words.starts_with("의");
      if (is_beside && speaks_only_of_closeness(trimmed_text(words.substr(std::string_view("의").size()))))
        return &unit;
      continue;
    }
    if (unit.span.begin < figure.figure.span.end) continue;
    constexpr auto kBeside =
        std::to_array<std::string_view>({"", "of", "of the", "the", "that of", "that of the", "as much as",
                                         "as much as the", "more than", "larger than"});
    const std::string_view words = trimmed_text(subjects_.between(figure.figure.span.end, unit.span.begin));
    if (std::ranges::find(kBeside, words) == kBeside.end()) continue;
    const std::string_view behind = text_.substr(unit.span.end);
    const bool is_owner = behind.starts_with("'s") || behind.starts_with("’s");
    if (is_multiple || (words.starts_with("of") && is_owner)) return &unit;
  }
  return is_multiple ? subjects_.compared_unit() : nullptr;
}

std::optional<int> FigureWording::rank_direction(std::size_t i) const {
  const FigureMark& figure = marks_.figures[i];
  const std::size_t end = std::min(marks_.sentence.end, figure.figure.span.end + kNearWord);
  const std::string_view behind = subjects_.between(figure.figure.span.end, end);
  const std::string_view words = behind.substr(0, behind.find_first_of(",;("));
  if (const auto word = comparing_word_in(words, marks_.is_korean)) return word.direction;
  if (marks_.is_korean) {
    return marks_.sentence.of(text_).find("순위") != std::string_view::npos ? std::optional(0) : std::nullopt;
  }
  constexpr auto kHigh = std::to_array<std::string_view>({"highest", "largest", "biggest", "most"});
  constexpr auto kLow = std::to_array<std::string_view>({"lowest", "smallest", "fewest"});
  if (has_any(words, kHigh)) return 1;
  if (has_any(words, kLow)) return -1;
  const bool is_rank = trimmed_text(words).starts_with("place") || is_behind_ranking_word(figure) || is_on_path(i);
  return is_rank ? std::optional(0) : std::nullopt;
}

/// "ranked second", "came in third".
bool FigureWording::is_behind_ranking_word(const FigureMark& figure) const {
  constexpr auto kWords =
      std::to_array<std::string_view>({"rank", "ranks", "ranked", "ranking", "placed", "places", "came", "come",
                                       "comes", "came in", "comes in", "finished", "stood", "stands"});
  const std::string_view before = trimmed_text(subjects_.between(marks_.sentence.begin, figure.figure.span.begin));
  return std::ranges::any_of(kWords, [&](std::string_view word) {
    return before.ends_with(word) && !is_latin(character_before(before, before.size() - word.size()).code);
  });
}

/// "from 9th to 11th": one of the two.
bool FigureWording::is_on_path(std::size_t i) const {
  const auto is_path = [&](std::size_t first) {
    if (first + 1 >= marks_.figures.size()) return false;
    const QuantityMention& from = marks_.figures[first].figure;
    const QuantityMention& to = marks_.figures[first + 1].figure;
    const bool are_ordinals = from.number == NumberMention::Kind::Ordinal && to.number == NumberMention::Kind::Ordinal;
    return are_ordinals && subjects_.between(from.span.end, to.span.begin) == " to " &&
           subjects_.between(marks_.sentence.begin, from.span.begin).ends_with("from ");
  };
  return is_path(i) || (i > 0 && is_path(i - 1));
}

int FigureWording::sign_of(const FigureMark& figure) const {
  constexpr auto kKorean = std::to_array<SignWord>({{"적자", -1}, {"순유출", -1}, {"흑자", 1}, {"순유입", 1}});
  constexpr auto kEnglish = std::to_array<SignWord>(
      {{"deficit", -1}, {"net outflow", -1}, {"net loss", -1}, {"surplus", 1}, {"net inflow", 1}, {"net gain", 1}});
  const std::span<const SignWord> words = marks_.is_korean ? std::span<const SignWord>(kKorean) : kEnglish;
  const std::string_view behind = words_behind(figure, kNearWord);
  if (const int sign = last_sign(behind.substr(0, behind.find_first_of(",;")), words); sign != 0) return sign;
  return last_sign(subjects_.between(marks_.sentence.begin, figure.figure.span.begin), words);
}

bool FigureWording::is_ought(const FigureMark& figure) const {
  constexpr auto kKorean = std::to_array<std::string_view>({"야 한다", "야 할", "야 합니다", "야 하"});
  constexpr auto kEnglish =
      std::to_array<std::string_view>({" should ", " ought to ", " must ", " has to ", " have to "});
  if (marks_.is_korean) {
    const std::string_view behind = words_behind(figure, kNearWord + kNearWord);
    return has_any(behind.substr(0, behind.find_first_of(",;")), kKorean);
  }
  const std::string_view before = words_before(figure, 2 * kNearWord + kNearWord);
  const std::size_t comma = before.find_last_of(",;");
  return has_any(comma == std::string_view::npos ? before : before.substr(comma), kEnglish);
}

bool FigureWording::is_sum(const FigureMark& figure) const {
  constexpr std::size_t kNearSum = 60;
  return speaks_of_sum(words_before(figure, kNearSum), marks_.is_korean) ||
         speaks_of_sum(words_behind(figure, kNearWord), marks_.is_korean);
}

bool FigureWording::is_length_of_time(const FigureMark& figure) const {
  constexpr auto kBehind = std::to_array<std::string_view>(
      {"만에", "연속", "새", "동안", "간", "전", "내리", "째", "치", "이상", "넘게", "가까이", "뒤", "후", "차"});
  constexpr auto kBehindEnglish = std::to_array<std::string_view>({"ago", "in a row", "running", "earlier", "later"});
  const std::string_view behind = trimmed_text(text_.substr(figure.counter.end, kNearWord));
  const auto begins = [&](std::string_view word) { return behind.starts_with(word); };
  if (marks_.is_korean) return !begins("뒤처") && std::ranges::any_of(kBehind, begins);
  constexpr auto kBefore = std::to_array<std::string_view>({"in ", "for ", "over ", "within ", "past ", "last "});
  const std::string_view before = words_before(figure, kNearWord);
  return std::ranges::any_of(kBehindEnglish, begins) ||
         std::ranges::any_of(kBefore, [&](std::string_view word) { return before.ends_with(word); });
}

bool FigureWording::is_none_at_all(const FigureMark& figure) const {
  if (figure.figure.span.of(text_) != "한") return false;
  const std::string_view behind = trimmed_text(words_behind(figure, kNearWord));
  return behind.substr(0, behind.find(' ')).ends_with("도");
}

}  // namespace podium
