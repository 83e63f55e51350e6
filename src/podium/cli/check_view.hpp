#pragma once

#include <string>

#include "podium/cli/text_form.hpp"
#include "podium/wire/check.hpp"

namespace podium {

/// The texts with numbered marks, each figure in the colour of its verdict, and the evidence under them.
std::string check_view(const TextCheck& check, TextForm form, Language language, Colour colour);
/// Each step of one verdict; `number` is that of a claim.
std::string check_steps_view(const TextCheck& check, std::size_t number, TextForm form, Language language,
                             Colour colour);
/// How the check stands against a sheet of facts.
std::string check_score_view(const TextCheck& check, std::span<const SheetFact> facts, const SheetScore& score,
                             TextForm form, Language language, Colour colour);

}  // namespace podium
