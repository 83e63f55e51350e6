#include "podium/claims/check_text.hpp"

#include <algorithm>
#include <array>

#include "podium/claims/characters.hpp"
#include "podium/claims/judge.hpp"
#include "podium/claims/sentence_marks.hpp"
#include "podium/claims/story_claims.hpp"
#include "podium/claims/time_mention.hpp"

namespace podium {
namespace {

/// Korean if more than a tenth of its letters are Hangul: Korean news is full of Latin names.
Language language_of(std::string_view text) {
  std::size_t hangul = 0;
  std::size_t letters = 0;
  for (std::size_t at = 0; at < text.size();) {
    const TextCharacter c = character_at(text, at);
    hangul += is_hangul(c.code) ? 1 : 0;
    letters += is_hangul(c.code) || is_latin(c.code) ? 1 : 0;
    at += c.size;
  }
  return hangul * 10 > letters ? Language::Korean : Language::English;
}

struct StatedDay {
  Date date{};
  TextSpan span{};
};

/// The first day of a line that has month and year.
std::optional<StatedDay> stated_day(std::string_view line) {
  for (const TimeMention& time : read_times(line)) {
    if (time.kind != TimeMention::Kind::Day || time.anchor != TimeMention::Anchor::Stated) continue;
    return StatedDay{Date{static_cast<std::int16_t>(time.year), static_cast<std::int8_t>(time.part),
                          static_cast<std::int8_t>(time.day)},
                     time.span};
  }
  return std::nullopt;
}

/// The words behind the name of a wire service: "(Wire) — ", "/Wire/ -- ".
std::string_view behind_wire(std::string_view words) {
  constexpr std::size_t kLongest = 30;
  words = trimmed_text(words);
  if (words.empty()) return words;
  const std::size_t open = std::string_view("([/").find(words.front());
  if (open == std::string_view::npos) return words;
  const std::size_t close = words.find(std::string_view(")]/")[open], 1);
  return close < kLongest ? trimmed_text(words.substr(close + 1)) : words;
}

/// "SEOUL, June 10, 2025 -- ", "[서울=통신] 2025년 6월 12일": the day that the first sentence begins with.
std::optional<StatedDay> day_of_dateline(std::string_view sentence) {
  constexpr std::size_t kFarthest = 80;
  constexpr auto kDashes = std::to_array<std::string_view>({"--", "—", "–"});
  const auto day = stated_day(sentence);
  if (!day || day->span.end > kFarthest) return std::nullopt;
  const std::string_view behind = behind_wire(sentence.substr(day->span.end));
  const auto begins_story = [&](std::string_view dash) { return behind.starts_with(dash); };
  return behind.empty() || std::ranges::any_of(kDashes, begins_story) ? day : std::nullopt;
}

/// A byline with a day, or a day alone, which no word marks.
bool is_short_line(const DroppedPart& part) {
  constexpr std::size_t kLongest = 100;
  const bool is_of_story = part.part == PagePart::Menu || part.part == PagePart::Byline || part.part == PagePart::Other;
  return is_of_story && part.span.size() <= kLongest;
}

}  // namespace

TextChecker::TextChecker(const Index& index, const FactBook& book)
    : index_(index), book_(book), names_(book.lexicon), parted_names_(book.lexicon), figures_(index, book) {
  for (const Lexicon::NamedSeries& series : book.lexicon.series) {
    measures_.push_back(measure_of(series.unit_of_measure));
  }
}

CheckedText TextChecker::check(std::string name, std::string text, const CheckSetting& setting) const {
  CheckedText checked{.name = std::move(name), .text = std::move(text)};
  checked.language = setting.language.value_or(language_of(checked.text));
  checked.cleaned = clean_text(checked.text);
  find_day(checked, setting);
  const std::string_view home = checked.language == Language::Korean ? book_.lexicon.home_ko : book_.lexicon.home_en;
  const StoryContext context{.index = index_,
                             .lexicon = book_.lexicon,
                             .names = names_,
                             .parted_names = parted_names_,
                             .measures = measures_,
                             .home = home,
                             .published = checked.published};
  checked.claims = claims_of(checked.text, checked.cleaned.sentences, context);
  if (checked.claims.size() > kMostClaims) {
    checked.claims.clear();
    checked.has_too_many_claims = true;
    return checked;
  }
  checked.verdicts = judge(checked.claims, {.figures = figures_, .published = checked.published});
  checked.rates = text_rates(checked.claims, figures_, checked.published);
  return checked;
}

void TextChecker::find_day(CheckedText& checked, const CheckSetting& setting) const {
  if (setting.published) {
    checked.published = setting.published;
    checked.day_from = CheckedText::DayFrom::Setting;
    return;
  }
  const auto take = [&](std::size_t at, const StatedDay& day) {
    checked.published = day.date;
    checked.day_from = CheckedText::DayFrom::Dateline;
    checked.dateline = {at + day.span.begin, at + day.span.end};
  };
  for (const bool is_marked : {true, false}) {
    for (const DroppedPart& part : checked.cleaned.dropped) {
      const bool may_hold_day = is_marked ? part.part == PagePart::Dateline : is_short_line(part);
      const auto day = may_hold_day ? stated_day(part.span.of(checked.text)) : std::nullopt;
      if (day) return take(part.span.begin, *day);
    }
  }
  if (!checked.cleaned.sentences.empty()) {
    const TextSpan first = checked.cleaned.sentences.front();
    if (const auto day = day_of_dateline(first.of(checked.text))) return take(first.begin, *day);
  }
  checked.published = day_of_edition(checked);
  if (checked.published) checked.day_from = CheckedText::DayFrom::Edition;
}

std::optional<Date> TextChecker::day_of_edition(const CheckedText& checked) const {
  const MarkContext context{index_, book_.lexicon, names_, {}};
  std::optional<Date> newest;
  for (const TextSpan sentence : checked.cleaned.sentences) {
    for (const EditionMark& mark : editions_named(checked.text, sentence, context)) {
      const Date released = index_.editions[at(mark.edition)].released;
      if (!newest || released > *newest) newest = released;
    }
  }
  return newest;
}

}  // namespace podium
