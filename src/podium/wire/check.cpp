#include "podium/wire/check.hpp"

#include <algorithm>

#include "podium/wire/csv_writer.hpp"
#include "podium/wire/parts.hpp"

namespace podium {
namespace {

std::string_view to_word(CheckedText::DayFrom from) {
  constexpr std::array<std::string_view, 4> kWords{"nowhere", "setting", "dateline", "edition"};
  return kWords[static_cast<std::size_t>(from)];
}

class CheckWriter {
 public:
  explicit CheckWriter(const TextCheck& check) : check_(check) {}

  std::string write() && {
    json_.object([&] {
      write_index(json_, check_.index);
      json_.array("texts", [&] {
        for (std::size_t i = 0; i < check_.texts.size(); ++i) write_text_of(i);
      });
      json_.array("contradictions", [&] {
        for (const Contradiction& one : check_.contradictions) {
          json_.array([&] {
            json_.value(number_of(check_, one.text, one.claim));
            json_.value(number_of(check_, one.other_text, one.other_claim));
          });
        }
      });
      json_.array("shared_slips", [&] {
        for (const SharedSlip& slip : check_.shared_slips) {
          json_.array([&] {
            for (const SharedSlip::Place& place : slip.places) json_.value(number_of(check_, place.text, place.claim));
          });
        }
      });
    });
    return std::move(json_).finish();
  }

 private:
  void write_span(std::string_view key, TextSpan span, std::size_t text) {
    write_original(key, check_.origins[text].places.original(span));
  }
  void write_original(std::string_view key, TextSpan original) {
    json_.object(key, [&] {
      json_.field("begin", original.begin);
      json_.field("end", original.end);
    });
  }

  void write_text_of(std::size_t i) {
    const CheckedText& text = check_.texts[i];
    json_.object([&] {
      json_.field("name", text.name);
      json_.field("language", text.language == Language::Korean ? "ko" : "en");
      json_.object("published", [&] {
        json_.key("date");
        text.published ? json_.value(to_text(*text.published)) : json_.value(nullptr);
        json_.field("from", to_word(text.day_from));
      });
      json_.array("dropped", [&] {
        for (const DroppedPart& part : left_out_of(check_, i)) {
          json_.object([&] {
            json_.field("part", podium::to_word(part.part));
            write_original("span", part.span);
          });
        }
      });
      json_.array("rates", [&] {
        for (const TextRate& rate : text.rates) write_rate_of(rate, i);
      });
      json_.array("claims", [&] {
        for (std::size_t k = 0; k < text.claims.size(); ++k) write_claim(i, k);
      });
    });
  }

  void write_numbers(std::string_view key, std::span<const std::size_t> claims, std::size_t text) {
    json_.array(key, [&] {
      for (const std::size_t claim : claims) json_.value(number_of(check_, text, claim));
    });
  }

  void write_rate_of(const TextRate& rate, std::size_t text) {
    json_.object([&] {
      json_.field("from", rate.from);
      json_.field("to", rate.to);
      write_numbers("conversions", rate.conversions, text);
      write_numbers("sharing", rate.sharing, text);
      json_.field("lower", rate.shared.lower);
      json_.field("upper", rate.shared.upper);
      if (rate.known) {
        json_.object("known", [&] {
          json_.field("time", rate.known->time);
          json_.field("rate", rate.known->value);
          json_.field("shared", rate.known->is_shared);
        });
      }
      write_text(json_, "text", rate.text);
    });
  }

  void write_years(std::string_view key, const std::optional<YearSpan>& years) {
    json_.key(key);
    years ? json_.value(to_text(*years)) : json_.value(nullptr);
  }

  void write_claim(std::size_t at, std::size_t k) {
    const CheckedText& text = check_.texts[at];
    const Claim& claim = text.claims[k];
    const Verdict& verdict = text.verdicts[k];
    json_.object([&] {
      json_.field("number", number_of(check_, at, k));
      json_.field("kind", podium::to_word(claim.kind));
      write_span("span", claim.span, at);
      json_.field("words", claim.span.of(text.text));
      write_span("sentence", text.cleaned.sentences[claim.sentence], at);
      json_.field("unit", claim.unit);
      json_.field("against", claim.against);
      json_.field("series", claim.series);
      write_years("years", claim.years);
      json_.field("years_stated", claim.has_stated_years);
      write_years("base_years", claim.base_years);
      if (claim.has_figure()) {
        json_.field("value", claim.figure.value);
        json_.field("step", claim.figure.step);
        json_.field("upper", claim.figure.upper.value_or(kMissing));
        json_.field("currency", claim.figure.currency);
      }
      json_.field("direction", claim.direction);
      json_.field("quoted", claim.is_quoted);
      json_.field("speaker", claim.speaker.of(text.text));
      json_.field("forecast", claim.is_forecast);
      if (claim.of) json_.field("made_of", number_of(check_, at, *claim.of));
      write_verdict(verdict);
    });
  }

  void write_verdict(const Verdict& verdict) {
    json_.field("verdict", podium::to_word(verdict.kind));
    json_.field("slip", podium::to_word(verdict.slip));
    write_text(json_, "reason", verdict.reason);
    json_.field("derived", verdict.derived);
    json_.array("evidence", [&] {
      for (const ClaimEvidence& evidence : verdict.evidence) write_evidence(evidence);
    });
    json_.array("steps", [&] {
      for (const Text& step : verdict.steps) {
        json_.object([&] {
          json_.field("en", step.in(Language::English));
          json_.field("ko", step.in(Language::Korean));
        });
      }
    });
  }

  void write_evidence(const ClaimEvidence& evidence) {
    json_.object([&] {
      json_.field("value", evidence.value);
      json_.field("lower", evidence.interval.lower);
      json_.field("upper", evidence.interval.upper);
      json_.field("inside", evidence.is_inside);
      write_text(json_, "text", evidence.text);
      json_.field("edition", evidence.edition ? check_.index.editions[at(*evidence.edition)].id : std::string());
      json_.field("source", evidence.source ? check_.index.sources[at(*evidence.source)].id : std::string());
      json_.field("locator", evidence.locator);
    });
  }

  const TextCheck& check_;
  JsonWriter json_;
};

}  // namespace

TextCheck text_check(const Index& index, std::vector<CheckedText> texts, std::vector<TextOrigin> origins) {
  TextCheck check{.index = index, .texts = std::move(texts), .origins = std::move(origins)};
  check.contradictions = contradictions_of(check.texts);
  check.shared_slips = shared_slips_of(check.texts);
  return check;
}

std::vector<DroppedPart> left_out_of(const TextCheck& check, std::size_t text) {
  const TextOrigin& origin = check.origins[text];
  std::vector<DroppedPart> all = origin.dropped;
  for (const DroppedPart& part : check.texts[text].cleaned.dropped) {
    all.push_back({origin.places.original(part.span), part.part});
  }
  std::ranges::stable_sort(all, {}, [](const DroppedPart& part) { return part.span.begin; });
  return all;
}

std::vector<NumberedClaim> numbered_claims(const TextCheck& check) {
  std::vector<NumberedClaim> all;
  for (std::size_t i = 0; i < check.texts.size(); ++i) {
    for (std::size_t k = 0; k < check.texts[i].claims.size(); ++k) all.push_back({i, k});
  }
  return all;
}

std::size_t number_of(const TextCheck& check, std::size_t text, std::size_t claim) {
  std::size_t before = 0;
  for (std::size_t i = 0; i < text; ++i) before += check.texts[i].claims.size();
  return before + claim + 1;
}

std::size_t count_of(const TextCheck& check, Verdict::Kind kind) {
  std::size_t count = 0;
  for (const CheckedText& text : check.texts) {
    count += static_cast<std::size_t>(std::ranges::count(text.verdicts, kind, &Verdict::kind));
  }
  return count;
}

std::string check_json(const TextCheck& check) { return CheckWriter(check).write(); }

std::string check_csv(const TextCheck& check) {
  std::string csv = "number,text,begin,end,words,kind,unit,series,years,value,verdict,slip,reason\n";
  for (const NumberedClaim& at : numbered_claims(check)) {
    const CheckedText& text = check.texts[at.text];
    const Claim& claim = text.claims[at.claim];
    const Verdict& verdict = text.verdicts[at.claim];
    const TextSpan original = check.origins[at.text].places.original(claim.span);
    csv += csv_line(
        {std::to_string(number_of(check, at.text, at.claim)), text.name, std::to_string(original.begin),
         std::to_string(original.end), std::string(claim.span.of(text.text)), std::string(podium::to_word(claim.kind)),
         claim.unit, claim.series, claim.years ? to_text(*claim.years) : std::string(),
         claim.has_figure() ? shortest(claim.figure.value) : std::string(), std::string(podium::to_word(verdict.kind)),
         std::string(podium::to_word(verdict.slip)), verdict.reason.in(text.language)});
  }
  return csv;
}

}  // namespace podium
