#pragma once

#include "podium/cli/answer_words.hpp"
#include "podium/cli/text_form.hpp"
#include "podium/wire/what_if.hpp"

namespace podium {

/// What a scenario does to a ranking, for people: a sentence, the figures assumed, and every rank that changes.
std::string what_if_view(const WhatIf& what_if, TextForm form, Language language, Colour colour);

AnswerWords what_if_words(const WhatIf& what_if, Language language);

}  // namespace podium
