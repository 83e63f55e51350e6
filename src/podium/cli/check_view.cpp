#include "podium/cli/check_view.hpp"

#include <algorithm>
#include <array>

#include "podium/claims/check_words.hpp"
#include "podium/claims/claim_marks.hpp"
#include "podium/cli/check_texts.hpp"
#include "podium/cli/texts.hpp"
#include "podium/publish/display_width.hpp"

namespace podium {
namespace {

Style style_of(Verdict::Kind kind) {
  switch (kind) {
    case Verdict::Kind::Match:
    case Verdict::Kind::Rounded:
      return Style::Good;
    case Verdict::Kind::OtherEdition:
      return Style::Doubtful;
    case Verdict::Kind::Mismatch:
      return Style::Bad;
    case Verdict::Kind::Unverifiable:
    case Verdict::Kind::Opinion:
      break;
  }
  return Style::Plain;
}

class CheckView {
 public:
  CheckView(const TextCheck& check, TextForm form, Language language, Colour colour)
      : check_(check), form_(form), language_(language), colour_(colour) {}

  std::string whole() const {
    std::string text;
    for (std::size_t i = 0; i < check_.texts.size(); ++i) {
      if (i > 0) text += "\n";
      text += head_of(i) + "\n" + marked_text(i) + "\n" + evidence_of_text(i);
    }
    return text + across_texts() + "\n" + counts() + "\n";
  }

  std::string steps(std::size_t number) const {
    const NumberedClaim at = numbered_claims(check_)[number - 1];
    const CheckedText& text = check_.texts[at.text];
    const Claim& claim = text.claims[at.claim];
    const Verdict& verdict = text.verdicts[at.claim];
    std::string shown = heading_line(
        fill(say(texts::kStepsTitle), {std::to_string(number), printed_words(text, claim)}), form_, colour_);
    std::string lines =
        fill(say(texts::kSentenceOf), {printable(text.cleaned.sentences[claim.sentence].of(text.text))}) + "\n";
    lines += fill(say(texts::kReadAs), {reading_of(claim)}) + "\n";
    if (!claim.speaker.empty()) {
      lines += fill(say(texts::kSpokenBy), {printable(claim.speaker.of(text.text))}) + "\n";
    }
    for (const Text& step : verdict.steps) lines += step.in(language_) + "\n";
    lines += verdict_line(verdict) + "\n";
    for (const ClaimEvidence& evidence : verdict.evidence) {
      if (evidence.source) lines += source_line(evidence) + "\n";
    }
    return shown + shown_lines(lines, form_);
  }

  std::string score(std::span<const SheetFact> facts, const SheetScore& score) const {
    TextTable table{.columns = {{say(texts::kFact)},
                                {say(texts::kPrintedWords)},
                                {say(texts::kScoreFound)},
                                {say(texts::kScoreValue)},
                                {say(texts::kSheetVerdict)},
                                {say(texts::kOwnVerdict)}},
                    .rows = {}};
    std::array<std::size_t, 3> counts{};
    for (std::size_t i = 0; i < facts.size(); ++i) {
      const FactScore& one = score.facts[i];
      counts[0] += one.is_found ? 1 : 0;
      counts[1] += one.has_right_value ? 1 : 0;
      counts[2] += one.has_right_verdict ? 1 : 0;
      const auto yes_or_no = [&](bool is) {
        return Cell(say(is ? texts::kYes : texts::kNo), is ? Style::Good : Style::Bad);
      };
      table.rows.push_back({Cell(facts[i].id), Cell(printable(facts[i].as_printed)), yes_or_no(one.is_found),
                            yes_or_no(one.has_right_value), Cell(printable(facts[i].verdict)),
                            Cell(one.verdict, one.has_right_verdict ? Style::Good : Style::Bad)});
    }
    std::string text = shown_table(table, form_, colour_) + "\n" +
                       fill(say(texts::kScoreCounts),
                            {std::to_string(facts.size()), std::to_string(counts[0]), std::to_string(counts[1]),
                             std::to_string(counts[2]), std::to_string(score.false_finds.size())}) +
                       "\n";
    if (score.false_finds.empty()) return text;
    text += "\n" + heading_line(say(texts::kFalseFinds), form_, colour_);
    std::string lines;
    for (const SheetScore::FalseFind& find : score.false_finds) {
      const CheckedText& in = check_.texts[find.text];
      lines += printable(in.name) + ": " + printed_words(in, in.claims[find.claim]) + "\n";
    }
    return text + shown_lines(lines, form_);
  }

 private:
  std::string say(const Phrase& phrase) const { return std::string(phrase.in(language_)); }
  static std::string printed_words(const CheckedText& text, const Claim& claim) {
    return printable(claimed_words(text, claim));
  }

  std::string head_of(std::size_t i) const {
    const CheckedText& text = check_.texts[i];
    std::string head = heading_line(
        fill(say(texts::kCheckTitle), {printable(text.name), check_.index.title.in(language_)}), form_, colour_);
    const std::string day = text.published ? to_text(*text.published) : std::string();
    switch (text.day_from) {
      case CheckedText::DayFrom::Nowhere:
        head += say(texts::kNoDay);
        break;
      case CheckedText::DayFrom::Setting:
        head += fill(say(texts::kDayGiven), {day});
        break;
      case CheckedText::DayFrom::Dateline:
        head += fill(say(texts::kDayFound), {day});
        break;
      case CheckedText::DayFrom::Edition:
        head += fill(say(texts::kDayAssumed), {day});
        break;
    }
    head += "\n";
    const std::string left_out = left_out_words(left_out_of(check_, i)).in(language_);
    if (!left_out.empty()) head += fill(say(texts::kLeftOutOfStory), {left_out}) + "\n";
    return head;
  }

  /// The sentences that hold claims, each on a line. Claims of the same words share a mark: "[3,4]".
  std::string marked_text(std::size_t i) const {
    const CheckedText& text = check_.texts[i];
    const std::vector<ClaimMark> all = claim_marks_of(text);
    std::string shown;
    for (const TextSpan sentence : text.cleaned.sentences) {
      const std::span<const ClaimMark> marks = marks_within(all, sentence);
      if (marks.empty()) continue;
      std::size_t at = sentence.begin;
      for (const ClaimMark& mark : marks) {
        shown += printable(text.text.substr(at, mark.span.begin - at));
        shown += styled(printable(mark.span.of(text.text)) + "[" + numbers_of(i, mark) + "]", style_of(mark.gravest),
                        colour_);
        at = mark.span.end;
      }
      shown += printable(text.text.substr(at, sentence.end - at)) + "\n";
    }
    if (shown.empty()) return say(texts::kNothingFound) + "\n";
    return shown_lines(shown, form_);
  }
  std::string numbers_of(std::size_t i, const ClaimMark& mark) const {
    std::string numbers;
    for (const std::size_t k : mark.claims) {
      numbers += (numbers.empty() ? "" : ",") + std::to_string(number_of(check_, i, k));
    }
    return numbers;
  }

  std::string evidence_of_text(std::size_t i) const {
    const CheckedText& text = check_.texts[i];
    std::string lines;
    for (std::size_t k = 0; k < text.claims.size(); ++k) {
      const Verdict& verdict = text.verdicts[k];
      lines += "[" + std::to_string(number_of(check_, i, k)) + "] " + printed_words(text, text.claims[k]) + " - " +
               verdict_line(verdict) + "\n";
    }
    for (const TextRate& rate : text.rates) lines += rate.text.in(language_) + "\n";
    return shown_lines(lines, form_);
  }

  std::string verdict_line(const Verdict& verdict) const {
    return styled(words_of(verdict.kind).in(language_), style_of(verdict.kind), colour_) + ": " +
           printable(verdict.reason.in(language_));
  }

  std::string reading_of(const Claim& claim) const {
    std::string text(to_word(claim.kind));
    for (const std::string& part :
         {claim.series, claim.unit, claim.against, claim.years ? to_text(*claim.years) : std::string(),
          claim.base_years ? "from " + to_text(*claim.base_years) : std::string()}) {
      if (!part.empty()) text += ", " + part;
    }
    if (claim.has_figure()) text += ", " + shortest(claim.figure.value);
    if (!claim.figure.currency.empty()) text += " " + std::string(claim.figure.currency);
    return text;
  }

  std::string source_line(const ClaimEvidence& evidence) const {
    const Source& source = check_.index.sources[at(*evidence.source)];
    return fill(say(texts::kSourceOf), {printable(source.title), printable(evidence.locator)});
  }

  std::string across_texts() const {
    std::string text;
    std::string lines;
    for (const Contradiction& one : check_.contradictions) {
      const CheckedText& first = check_.texts[one.text];
      const CheckedText& other = check_.texts[one.other_text];
      lines +=
          fill(say(texts::kContradicts),
               {std::to_string(number_of(check_, one.text, one.claim)), printed_words(first, first.claims[one.claim]),
                printable(first.name), std::to_string(number_of(check_, one.other_text, one.other_claim)),
                printed_words(other, other.claims[one.other_claim]), printable(other.name)}) +
          "\n";
    }
    if (!lines.empty()) {
      text += "\n" + heading_line(say(texts::kContradictionsTitle), form_, colour_) + shown_lines(lines, form_);
    }
    lines.clear();
    for (const SharedSlip& slip : check_.shared_slips) {
      std::string places;
      for (const SharedSlip::Place& place : slip.places) {
        places += (places.empty() ? "" : ", ") + printable(check_.texts[place.text].name) + " [" +
                  std::to_string(number_of(check_, place.text, place.claim)) + "]";
      }
      const CheckedText& first = check_.texts[slip.places.front().text];
      lines +=
          fill(say(texts::kSharedSlip), {printed_words(first, first.claims[slip.places.front().claim]), places}) + "\n";
    }
    if (!lines.empty()) {
      text += "\n" + heading_line(say(texts::kSharedTitle), form_, colour_) + shown_lines(lines, form_);
    }
    return text;
  }

  std::string counts() const {
    using Kind = Verdict::Kind;
    const auto count = [&](Kind kind) { return std::to_string(count_of(check_, kind)); };
    return fill(say(texts::kCheckCounts),
                {std::to_string(numbered_claims(check_).size()), count(Kind::Match), count(Kind::Rounded),
                 count(Kind::OtherEdition), count(Kind::Mismatch), count(Kind::Unverifiable), count(Kind::Opinion)});
  }

  const TextCheck& check_;
  TextForm form_;
  Language language_;
  Colour colour_;
};

}  // namespace

std::string check_view(const TextCheck& check, TextForm form, Language language, Colour colour) {
  return CheckView(check, form, language, colour).whole();
}

std::string check_steps_view(const TextCheck& check, std::size_t number, TextForm form, Language language,
                             Colour colour) {
  return CheckView(check, form, language, colour).steps(number);
}

std::string check_score_view(const TextCheck& check, std::span<const SheetFact> facts, const SheetScore& score,
                             TextForm form, Language language, Colour colour) {
  return CheckView(check, form, language, colour).score(facts, score);
}

}  // namespace podium
