#pragma once

#include "podium/cli/answer_words.hpp"
#include "podium/cli/text_form.hpp"
#include "podium/wire/projection.hpp"

namespace podium {

/// When a unit may catch up with another, for people: sentences, and a table of the years to come.
std::string project_view(const Projection& projection, TextForm form, Language language, Colour colour);

AnswerWords project_words(const Projection& projection, Language language);

}  // namespace podium
