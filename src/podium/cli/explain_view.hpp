#pragma once

#include "podium/cli/text_form.hpp"
#include "podium/wire/explanation.hpp"

namespace podium {

/// Why a rank moved, for people: a sentence, a table of what moved it, and who overtook whom.
std::string explain_view(const Explanation& explanation, TextForm form, Language language, Colour colour);

}  // namespace podium
