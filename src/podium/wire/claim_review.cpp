#include <array>

#include "podium/wire/check.hpp"
#include "podium/wire/json_writer.hpp"

namespace podium {
namespace {

struct Rating {
  int value = 0;  ///< 1 worst ... 5 best
  Text name{};
};

/// Nothing for what nobody can review.
std::optional<Rating> rating_of(Verdict::Kind kind) {
  switch (kind) {
    case Verdict::Kind::Match:
      return Rating{5, {"True", "사실"}};
    case Verdict::Kind::Rounded:
      return Rating{5, {"True, rounded", "사실(반올림)"}};
    case Verdict::Kind::OtherEdition:
      return Rating{3, {"True in another edition", "다른 판에서는 사실"}};
    case Verdict::Kind::Mismatch:
      return Rating{1, {"False", "사실 아님"}};
    case Verdict::Kind::Unverifiable:
    case Verdict::Kind::Opinion:
      break;
  }
  return std::nullopt;
}

}  // namespace

std::string claim_reviews(const TextCheck& check) {
  JsonWriter json;
  json.array([&] {
    for (const NumberedClaim& at : numbered_claims(check)) {
      const CheckedText& text = check.texts[at.text];
      const Verdict& verdict = text.verdicts[at.claim];
      const auto rating = rating_of(verdict.kind);
      if (!rating) continue;
      const TextSpan sentence = text.cleaned.sentences[text.claims[at.claim].sentence];
      json.object([&] {
        json.field("@context", "https://schema.org");
        json.field("@type", "ClaimReview");
        json.field("inLanguage", text.language == Language::Korean ? "ko" : "en");
        json.field("claimReviewed", sentence.of(text.text));
        json.field("reviewBody", verdict.reason.in(text.language));
        json.object("itemReviewed", [&] {
          json.field("@type", "Claim");
          json.field("name", text.claims[at.claim].span.of(text.text));
          if (text.published) json.field("datePublished", to_text(*text.published));
        });
        json.object("reviewRating", [&] {
          json.field("@type", "Rating");
          json.field("ratingValue", rating->value);
          json.field("bestRating", 5);
          json.field("worstRating", 1);
          json.field("alternateName", rating->name.in(text.language));
        });
      });
    }
  });
  return std::move(json).finish();
}

}  // namespace podium
