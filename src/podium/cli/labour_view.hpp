#pragma once

#include "podium/cli/answer_words.hpp"
#include "podium/cli/text_form.hpp"
#include "podium/wire/labour.hpp"

namespace podium {

/// How many people of which level are short, for people: a sentence, tables by level and by year, who does whose work.
std::string labour_view(const LabourAnswer& answer, TextForm form, Language language, Colour colour);

AnswerWords labour_words(const LabourAnswer& answer, Language language);

}  // namespace podium
