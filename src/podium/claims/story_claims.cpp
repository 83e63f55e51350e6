#include "podium/claims/story_claims.hpp"

#include <algorithm>

#include "podium/claims/sentence_claims.hpp"

namespace podium {
namespace {

/// Of each series the newest year that the sentence names, unless it has a figure of no named year too: that one is of
/// the year that is spoken of, and the others are only set beside it.
void remember_years(const SentenceMarks& marks, const SubjectFinder& subjects, std::span<const Claim> all_claims,
                    std::size_t sentence, const StoryContext& context, StoryFocus& focus) {
  // A year that is only set beside another (전년, "a year earlier") is not spoken of further.
  std::vector<YearSpan> beside;
  for (const TimeMark& mark : marks.times) {
    const bool is_subject = mark.role == TimeMark::Role::Subject && mark.time.anchor != TimeMention::Anchor::Context;
    const auto years = subjects.resolved(mark.time);
    if (!is_subject && years) beside.push_back(*years);
  }
  std::vector<Claim> claims(all_claims.begin(), all_claims.end());
  std::erase_if(claims, [&](const Claim& claim) {
    return claim.has_stated_years && claim.years && std::ranges::find(beside, *claim.years) != beside.end();
  });
  const auto& all = context.lexicon.series;
  const std::optional<int> usual = subjects.usual_year();
  const bool has_several = std::ranges::any_of(
      claims, [&](const Claim& claim) { return claim.years && claim.years != claims.front().years; });
  for (const Claim& claim : claims) {
    std::optional<YearSpan> newest = claim.years;
    for (const Claim& other : claims) {
      if (other.series != claim.series || !newest) continue;
      if (!other.years || other.years->last > newest->last) newest = other.years;
    }
    const auto found = std::ranges::find(all, claim.series, &Lexicon::NamedSeries::id);
    if (found == all.end()) continue;
    // "2022년 6위, 2023년 9위": a look back.
    if (has_several && newest && usual && newest->last < *usual) newest.reset();
    focus.remember(static_cast<std::size_t>(found - all.begin()), sentence, newest);
  }
}

/// The year that a sentence speaks of, if it names no other.
std::optional<YearSpan> only_year(const SentenceMarks& marks, const SubjectFinder& subjects) {
  const TimeMark* only = nullptr;
  for (const TimeMark& mark : marks.times) {
    if (mark.time.kind != TimeMention::Kind::Year) continue;
    const bool is_subject = mark.role == TimeMark::Role::Subject && mark.time.anchor != TimeMention::Anchor::Context;
    if (only != nullptr || !is_subject) return std::nullopt;
    only = &mark;
  }
  return only == nullptr ? std::nullopt : subjects.resolved(only->time);
}

/// The unit that a sentence is about stays the one that the next is about, unless it is only one of a list of others.
void carry_over(const SentenceMarks& marks, std::size_t sentence, const SubjectFinder& subjects,
                std::span<const Claim> claims, const StoryContext& context, StoryFocus& focus) {
  for (const UnitMark& unit : marks.units) focus.remember_unit(unit.code);
  for (const EditionMark& edition : marks.editions) focus.edition = edition.edition;
  const UnitMark* compared = subjects.compared_unit();
  const UnitMark* topic = subjects.topic();
  const auto is_of_others = [](const Claim& claim) { return claim.kind == Claim::Kind::Member; };
  if (std::ranges::any_of(claims, is_of_others) && compared != nullptr) {
    focus.unit = compared->code;
  } else if (topic != nullptr && !subjects.is_behind_figure(*topic)) {
    focus.unit = topic->code;
  }
  for (const SeriesMark& mark : marks.series) focus.remember(mark.series, sentence, only_year(marks, subjects));
  remember_years(marks, subjects, claims, sentence, context, focus);
  // Kept to the end: what is resolved above is counted from the year before.
  std::optional<int> year;
  for (const TimeMark& mark : marks.times) {
    const bool looks_back = mark.time.anchor == TimeMention::Anchor::Context && mark.time.year < 0;
    const bool is_spoken_of = mark.role == TimeMark::Role::Subject && mark.time.kind == TimeMention::Kind::Year;
    const auto years = is_spoken_of && !looks_back ? subjects.resolved(mark.time) : std::nullopt;
    if (years) year = years->last;
  }
  if (year) focus.year = year;
}

/// An empty line stands between paragraphs, or where a text has none, the end of a line.
bool begins_paragraph(std::string_view text, TextSpan before, TextSpan sentence, bool has_empty_lines) {
  if (before.end >= sentence.begin) return false;
  const std::string_view between = text.substr(before.end, sentence.begin - before.end);
  return std::ranges::count(between, '\n') > (has_empty_lines ? 1 : 0);
}

}  // namespace

std::vector<Claim> claims_of(std::string_view text, std::span<const TextSpan> sentences, const StoryContext& context) {
  const MarkContext marking{context.index, context.lexicon, context.names, context.home};
  std::vector<Claim> claims;
  StoryFocus focus;
  const bool has_empty_lines = text.find("\n\n") != std::string_view::npos;
  for (std::size_t i = 0; i < sentences.size() && claims.size() <= kMostClaims; ++i) {
    if (i > 0 && begins_paragraph(text, sentences[i - 1], sentences[i], has_empty_lines)) focus.begin_paragraph(i);
    const SentenceMarks marks = marks_of(text, sentences[i], marking);
    if (!marks.editions.empty()) focus.edition = marks.editions.back().edition;
    const std::size_t first = claims.size();
    add_sentence_claims(text, marks, i, focus, context, claims);
    const SubjectFinder subjects(text, marks, focus, i, context);
    carry_over(marks, i, subjects, std::span(claims).subspan(first), context, focus);
  }
  return claims;
}

}  // namespace podium
