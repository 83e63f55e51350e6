#pragma once

#include "podium/cli/text_form.hpp"
#include "podium/wire/explanation.hpp"

namespace podium {

/// "+1.50", "-0.25"; "0.00" has no sign; with its standard error if it has one.
std::string signed_text(double value);
std::string signed_text(const ShapleyShare& share);

/// Why a rank moved, for people: a sentence, a table of what moved it, and who overtook whom.
std::string explain_view(const Explanation& explanation, TextForm form, Language language, Colour colour);

}  // namespace podium
