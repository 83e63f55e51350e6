#include "podium/claims/sentence_marks.hpp"

#include <algorithm>
#include <string>

#include "podium/claims/characters.hpp"
#include "podium/claims/english_numbers.hpp"
#include "podium/claims/korean_numbers.hpp"
#include "podium/claims/text_cursor.hpp"

namespace podium {
namespace {

/// A title's year stands at most so many bytes from it.
constexpr std::size_t kMostBeforeYear = 16;

bool has_hangul(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); at += character_at(text, at).size) {
    if (is_hangul(character_at(text, at).code)) return true;
  }
  return false;
}

bool touches(TextSpan a, TextSpan b) { return a.begin < b.end && b.begin < a.end; }

TextSpan moved(TextSpan span, std::size_t by) { return {span.begin + by, span.end + by}; }

class MarkReader {
 public:
  MarkReader(std::string_view text, TextSpan sentence, const MarkContext& context)
      : here_(sentence.of(text)), context_(context) {
    marks_.sentence = sentence;
    marks_.is_korean = has_hangul(here_);
  }

  std::vector<EditionMark> editions() && {
    names_ = context_.names.names_in(here_);
    read_editions();
    return std::move(marks_.editions);
  }

  SentenceMarks read() && {
    names_ = context_.names.names_in(here_);
    read_editions();
    read_names();
    read_times();
    read_figures();
    read_bases();
    move_all();
    return std::move(marks_);
  }

 private:
  /// "AI Index Report 2025", "2025 AI Index", AI 인덱스 보고서 2025.
  void read_editions() {
    for (const NameMention& name : names_) {
      if (name.kind != NameMention::Kind::Report) continue;
      if (const auto mark = edition_beside(name)) {
        marks_.editions.push_back(*mark);
        taken_.push_back(mark->span);
      }
    }
  }

  std::optional<EditionMark> edition_beside(const NameMention& name) const {
    for (std::size_t at = name.span.end; at < std::min(here_.size(), name.span.end + kMostBeforeYear); ++at) {
      TextCursor reader(here_, at);
      const std::optional<int> year = reader.take_number(4, 4);
      if (!year) continue;
      if (auto edition = edition_of(name, *year)) return EditionMark{{name.span.begin, reader.at()}, *edition};
      break;
    }
    // "The 2025 edition of Stanford's AI Index".
    constexpr std::size_t kMostBeforeEdition = 40;
    const std::size_t far = name.span.begin > kMostBeforeEdition ? name.span.begin - kMostBeforeEdition : 0;
    const bool says_edition = here_.substr(far, name.span.begin - far).find(" edition of ") != std::string_view::npos;
    const std::size_t most = says_edition ? kMostBeforeEdition : kMostBeforeYear;
    const std::size_t first = name.span.begin > most ? name.span.begin - most : 0;
    for (std::size_t at = first; at + 4 <= name.span.begin; ++at) {
      TextCursor reader(here_, at);
      const std::optional<int> year = reader.take_number(4, 4);
      if (!year) continue;
      if (auto edition = edition_of(name, *year)) return EditionMark{{at, name.span.end}, *edition};
    }
    return std::nullopt;
  }

  std::optional<EditionAt> edition_of(const NameMention& name, int year) const {
    const std::string& publisher = context_.lexicon.publishers[name.at].publisher;
    const std::string ending = "-" + std::to_string(year);
    for (std::size_t i = 0; i < context_.index.editions.size(); ++i) {
      const Edition& edition = context_.index.editions[i];
      if (edition.publisher == publisher && edition.id.ends_with(ending)) return static_cast<EditionAt>(i);
    }
    return std::nullopt;
  }

  void read_names() {
    for (std::size_t i = 0; i < names_.size(); ++i) {
      const NameMention& name = names_[i];
      if (is_taken(name.span)) continue;
      if (name.kind == NameMention::Kind::Series) {
        marks_.series.push_back({name.span, name.at});
      } else if (name.kind == NameMention::Kind::Unit && !is_before_publisher(i)) {
        add_unit(name.span, context_.lexicon.units[name.at].code);
      } else if (name.kind == NameMention::Kind::HomeUnit && !context_.home.empty()) {
        add_unit(name.span, context_.home);
      }
      taken_.push_back(name.span);
    }
    mark_lists_compared();
  }

  /// 미국과 중국에 이어, behind Japan and China: all of the list.
  void mark_lists_compared() {
    std::vector<UnitMark>& units = marks_.units;
    const auto are_beside = [&](std::size_t i) {
      const std::size_t end = units[i].span.end;
      return is_list_separator(here_.substr(end, units[i + 1].span.begin - end));
    };
    for (std::size_t i = units.size(); marks_.is_korean && i-- > 1;) {
      if (units[i].is_compared && are_beside(i - 1)) units[i - 1].is_compared = true;
    }
    for (std::size_t i = 1; !marks_.is_korean && i < units.size(); ++i) {
      if (units[i - 1].is_compared && are_beside(i - 1)) units[i].is_compared = true;
    }
  }

  /// 미국 스탠퍼드대: the country of a publisher is not spoken of.
  bool is_before_publisher(std::size_t i) const {
    return i + 1 < names_.size() && names_[i + 1].kind == NameMention::Kind::Publisher &&
           names_[i + 1].span.begin <= names_[i].span.end + 1;
  }

  void add_unit(TextSpan span, std::string_view code) {
    const bool is_compared =
        marks_.is_korean ? is_compared_behind(behind_brackets(span.end)) : compares_before(here_, span.begin);
    marks_.units.push_back({span, code, is_compared});
  }

  /// 한국보다, and 미국(1091억 달러)의 82분의 1, 중국의 12배.
  bool is_compared_behind(std::size_t at) const {
    if (compares_behind(here_, at)) return true;
    TextCursor cursor(here_, at);
    if (!cursor.take("의")) return false;
    cursor.skip_spaces();
    if (cursor.take("약")) cursor.skip_spaces();
    std::size_t end = cursor.at();
    while (end < here_.size() && (is_digit(static_cast<unsigned char>(here_[end])) || here_[end] == '.')) ++end;
    const std::string_view behind = here_.substr(end);
    return end != cursor.at() && (behind.starts_with("배") || behind.starts_with("분의"));
  }

  void read_times() {
    for (const TimeMention& time : podium::read_times(here_)) {
      if (is_taken(time.span)) continue;
      marks_.times.push_back({time, role_of(time)});
      taken_.push_back(time.span);
    }
  }

  TimeMark::Role role_of(const TimeMention& time) const {
    const std::size_t end = behind_brackets(time.span.end);
    const bool is_base = marks_.is_korean
                             ? compares_behind(here_, end)
                             : compares_before(here_, time.span.begin) || time.anchor == TimeMention::Anchor::Context;
    if (is_base) return TimeMark::Role::Base;
    if (marks_.is_korean) {
      const std::string_view behind = here_.substr(end, 30);
      const std::size_t stop = behind.find_first_of("0123456789,");
      if (speaks_of_release(behind.substr(0, stop), true)) return TimeMark::Role::Release;
    } else {
      const std::size_t begin = time.span.begin > 24 ? time.span.begin - 24 : 0;
      if (speaks_of_release(here_.substr(begin, time.span.begin - begin), false)) return TimeMark::Role::Release;
    }
    return TimeMark::Role::Subject;
  }

  /// 전년(13억 달러)보다: what is in brackets stands between.
  std::size_t behind_brackets(std::size_t at) const {
    if (at >= here_.size() || here_[at] != '(') return at;
    const std::size_t end = here_.find(')', at);
    return end == std::string_view::npos ? at : end + 1;
  }

  void read_figures() {
    const auto numbers = marks_.is_korean ? read_korean_numbers(here_) : read_english_numbers(here_);
    for (const QuantityMention& figure : quantities_of(here_, numbers)) {
      if (is_taken(figure.span) || is_part_of_name(figure)) continue;
      marks_.figures.push_back({.figure = figure,
                                .counter = counter_behind(here_, figure.span.end, marks_.is_korean),
                                .brackets = brackets_around(figure.span)});
    }
  }

  /// ‘엑사원 3.5’, GPT-4, H100: a bare number that belongs to a name.
  bool is_part_of_name(const QuantityMention& figure) const {
    if (figure.kind != QuantityMention::Kind::Number) return false;
    const char32_t before = character_before(here_, figure.span.begin).code;
    const std::size_t hyphen = figure.span.begin - (figure.span.begin > 0 ? 1 : 0);
    if (is_latin(before) || is_latin(character_at(here_, figure.span.end).code)) return !is_currency_sign(figure);
    if (before == U'-' && is_latin(character_before(here_, hyphen).code)) return true;
    const char32_t after = character_at(here_, figure.span.end).code;
    const bool is_at_end_of_quote = after == 0x2019 || after == U'\'' || after == 0x201D || after == U'"';
    return is_at_end_of_quote && is_space(before);
  }
  static bool is_currency_sign(const QuantityMention& figure) { return !figure.currency_kind.empty(); }

  std::optional<TextSpan> brackets_around(TextSpan span) const {
    constexpr std::size_t kFarthest = 200;
    const std::size_t first = span.begin > kFarthest ? span.begin - kFarthest : 0;
    int depth = 0;
    for (std::size_t behind = span.begin; behind > first; --behind) {
      const char c = here_[behind - 1];
      if (c == ')') ++depth;
      if (c == '(' && depth == 0) {
        const std::size_t end = here_.find(')', span.end);
        return TextSpan{behind - 1, end == std::string_view::npos ? here_.size() : end + 1};
      }
      if (c == '(') --depth;
    }
    return std::nullopt;
  }

  /// 인구 1만명당, per 10,000 LinkedIn members, 링크드인 기준.
  void read_bases() {
    std::erase_if(marks_.figures, [&](const FigureMark& mark) { return take_per(mark); });
    for (const NameMention& name : names_) {
      if (name.kind != NameMention::Kind::Base) continue;
      const auto is_in_per = [&](const Claim::StatedPer& per) { return touches(per.span, name.span); };
      if (std::ranges::any_of(marks_.pers, is_in_per)) continue;
      TextCursor reader(here_, name.span.end);
      reader.skip_spaces();
      if (reader.take("기준")) {
        marks_.pers.push_back({.span = {name.span.begin, reader.at()}, .base = base_id(name)});
      } else if (name.series) {
        marks_.series.push_back({name.span, *name.series});
      }
    }
    std::ranges::sort(marks_.series, {}, [](const SeriesMark& mark) { return mark.span.begin; });
    std::ranges::sort(marks_.pers, {}, [](const Claim::StatedPer& per) { return per.span.begin; });
  }

  const std::string& base_id(const NameMention& name) const { return context_.lexicon.bases[name.at].id; }

  bool take_per(const FigureMark& mark) {
    if (mark.figure.kind != QuantityMention::Kind::Number) return false;
    TextSpan span = mark.figure.span;
    if (marks_.is_korean) {
      TextCursor reader(here_, span.end);
      reader.skip_spaces();
      reader.take("명") || reader.take("인");
      reader.skip_spaces();
      if (!reader.take("당")) return false;
      span.end = reader.at();
    } else {
      constexpr std::string_view kPer = "per ";
      const bool is_per = span.begin >= kPer.size() && here_.substr(span.begin - kPer.size(), kPer.size()) == kPer;
      if (!is_per) return false;
      span.begin -= kPer.size();
    }
    Claim::StatedPer per{.span = span, .count = mark.figure.value};
    for (const NameMention& name : names_) {
      if (name.kind != NameMention::Kind::Base) continue;
      const bool is_beside = marks_.is_korean ? name.span.end <= span.begin && span.begin - name.span.end <= 24
                                              : name.span.begin >= span.end && name.span.begin - span.end <= 2;
      if (!is_beside) continue;
      per.base = base_id(name);
      per.span = {std::min(span.begin, name.span.begin), std::max(span.end, name.span.end)};
    }
    marks_.pers.push_back(std::move(per));
    return true;
  }

  bool is_taken(TextSpan span) const {
    return std::ranges::any_of(taken_, [&](TextSpan other) { return touches(span, other); });
  }

  /// From places in the sentence to places in the text.
  void move_all() {
    const std::size_t by = marks_.sentence.begin;
    for (UnitMark& mark : marks_.units) mark.span = moved(mark.span, by);
    for (SeriesMark& mark : marks_.series) mark.span = moved(mark.span, by);
    for (EditionMark& mark : marks_.editions) mark.span = moved(mark.span, by);
    for (TimeMark& mark : marks_.times) mark.time.span = moved(mark.time.span, by);
    for (Claim::StatedPer& per : marks_.pers) per.span = moved(per.span, by);
    for (FigureMark& mark : marks_.figures) {
      mark.figure.span = moved(mark.figure.span, by);
      mark.counter.end += by;
      if (mark.brackets) mark.brackets = moved(*mark.brackets, by);
    }
  }

  std::string_view here_;
  const MarkContext& context_;
  std::vector<NameMention> names_;
  std::vector<TextSpan> taken_;
  SentenceMarks marks_;
};

}  // namespace

std::vector<EditionMark> editions_named(std::string_view text, TextSpan sentence, const MarkContext& context) {
  return MarkReader(text, sentence, context).editions();
}

SentenceMarks marks_of(std::string_view text, TextSpan sentence, const MarkContext& context) {
  return MarkReader(text, sentence, context).read();
}

}  // namespace podium
