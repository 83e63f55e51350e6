#pragma once

#include "podium/cli/text_form.hpp"
#include "podium/wire/overtake.hpp"

namespace podium {

/// How little the weights have to change for one unit to overtake another: a sentence, and the weights that change.
std::string overtake_view(const OvertakeResult& overtake, TextForm form, Language language, Colour colour);

}  // namespace podium
