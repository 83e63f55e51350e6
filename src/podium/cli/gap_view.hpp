#pragma once

#include "podium/cli/answer_words.hpp"
#include "podium/cli/text_form.hpp"
#include "podium/wire/explained_gap.hpp"

namespace podium {

/// Why one unit stands above another, for people: a sentence, and what each pillar and indicator has in the lead.
std::string gap_view(const GapExplanation& explanation, TextForm form, Language language, Colour colour);

AnswerWords gap_words(const GapExplanation& explanation, Language language);

}  // namespace podium
