#pragma once

#include "podium/claims/implied_rate.hpp"
#include "podium/claims/judge.hpp"

/// Pieces of `judge`, by what is judged.
namespace podium {

struct JudgeTask {
  const Claim& claim;
  std::span<const Claim> claims;  ///< all of the text
  const OfficialFigures& figures;
  const std::optional<Date>& published;
  const ImpliedRates& rates;  ///< of the text's conversions

  /// What the sentence of the claim says.
  std::span<const Claim> sentence() const { return claims_of_sentence(claims, claim.sentence); }
  std::size_t position() const { return static_cast<std::size_t>(&claim - claims.data()); }

  const Edition& edition(EditionAt edition) const { return figures.edition(edition); }
  bool is_known_by_then(EditionAt edition) const {
    return !published || figures.edition(edition).released <= *published;
  }
  /// Of several editions the one that counts for the claim: that which the text names, otherwise the last that was out
  /// by then. Nothing where all came later.
  std::optional<EditionAt> counting(std::span<const EditionAt> editions) const;
};

Verdict judge_level(const JudgeTask& task);

Verdict judge_change(const JudgeTask& task);
Verdict judge_trend(const JudgeTask& task);

/// One unit's figure as a multiple, or percentage, of another's, or how far they are apart; both of one edition.
Verdict judge_ratio(const JudgeTask& task);
Verdict judge_difference(const JudgeTask& task);

Verdict judge_rank(const JudgeTask& task);
Verdict judge_rank_change(const JudgeTask& task);
Verdict judge_extremum(const JudgeTask& task);
Verdict judge_member(const JudgeTask& task);
Verdict judge_beyond(const JudgeTask& task);
Verdict judge_compared(const JudgeTask& task);

/// `verdicts` are those of the claims before.
Verdict judge_conversion(const JudgeTask& task, std::span<const Verdict> verdicts);
Verdict judge_product(const JudgeTask& task);
/// The claims of the rates of exchange that the conversions imply, and their verdicts.
void add_rates(std::vector<Claim>& claims, std::vector<Verdict>& verdicts, const ImpliedRates& rates,
               const JudgeContext& context);

Verdict judge_release(const JudgeTask& task);

Verdict unverifiable(Text reason);
/// What only editions say that came out after the text: what nobody could have known makes nothing wrong.
Verdict unverifiable_by_then(Verdict verdict);
/// The years of a claim, or the newest ones that the counting edition has a figure of.
std::optional<YearSpan> years_of_claim(const JudgeTask& task, std::string_view unit, CitedFigure::Measure measure);

}  // namespace podium
