#pragma once

#include "podium/cli/answer_words.hpp"
#include "podium/cli/text_form.hpp"
#include "podium/wire/seek.hpp"

namespace podium {

/// What a rank would take, for people: a sentence, the nearest units, and a line for each indicator.
std::string seek_view(const SeekAnswer& answer, TextForm form, Language language, Colour colour);

AnswerWords seek_words(const SeekAnswer& answer, Language language);

}  // namespace podium
