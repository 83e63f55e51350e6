#pragma once

#include <span>
#include <string>
#include <vector>

#include "podium/claims/check_text.hpp"
#include "podium/claims/original_places.hpp"
#include "podium/claims/score_sheet.hpp"

namespace podium {

/// Where a text comes from.
struct TextOrigin {
  OriginalPlaces places{};             ///< of the text in its file
  std::vector<DroppedPart> dropped{};  ///< parts of the file that are not in the text, in the file's bytes
};

/// Texts that were checked together.
struct TextCheck {
  const Index& index;
  std::vector<CheckedText> texts{};
  std::vector<TextOrigin> origins{};  ///< of each text
  std::vector<Contradiction> contradictions{};
  std::vector<SharedSlip> shared_slips{};
};

/// Compares the texts with each other.
TextCheck text_check(const Index& index, std::vector<CheckedText> texts, std::vector<TextOrigin> origins);

/// All parts of a text's file that are no part of the story, in the order and the bytes of the file.
std::vector<DroppedPart> left_out_of(const TextCheck& check, std::size_t text);

/// The claims of all texts are numbered from 1, in the order of the texts.
struct NumberedClaim {
  std::size_t text = 0;
  std::size_t claim = 0;
};
std::vector<NumberedClaim> numbered_claims(const TextCheck& check);
/// The number of a claim.
std::size_t number_of(const TextCheck& check, std::size_t text, std::size_t claim);

/// How many claims of all texts have a verdict.
std::size_t count_of(const TextCheck& check, Verdict::Kind kind);

/// See docs/check-a-text.md.
std::string check_json(const TextCheck& check);
/// A row for each claim.
std::string check_csv(const TextCheck& check);
/// schema.org ClaimReview, as JSON-LD, of all claims that have a verdict of right or wrong.
std::string claim_reviews(const TextCheck& check);

}  // namespace podium
