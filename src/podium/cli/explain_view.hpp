#pragma once

#include <span>
#include <vector>

#include "podium/cli/answer_words.hpp"
#include "podium/cli/text_form.hpp"
#include "podium/wire/explanation.hpp"

namespace podium {

/// "+1.50", "-0.25"; "0.00" has no sign; with its standard error if it has one.
std::string signed_text(double value);
std::string signed_text(const ShapleyShare& share);

/// Why a rank moved, for people: a sentence, a table of what moved it, and who overtook whom.
std::string explain_view(const Explanation& explanation, TextForm form, Language language, Colour colour);

AnswerWords explain_words(const Explanation& explanation, Language language);

/// The unit's own figures of each pillar together, before everything else, which is alone.
std::vector<std::span<const ChangeFactor>> grouped_factors(std::span<const ChangeFactor> factors);
ShapleyShare sum_of_factors(std::span<const ChangeFactor> factors, ShapleyShare ChangeFactor::* part);

/// "figures of the others"; of an own figure its indicator's title.
std::string factor_title(const Explanation& explanation, const ChangeFactor& factor, Language language);
/// "own figures: Talent"; without a pillar those that divide.
std::string own_factors_title(const Explanation& explanation, const std::optional<Series>& pillar, Language language);

}  // namespace podium
