#pragma once

#include "podium/cli/command.hpp"
#include "podium/files/exchange/import.hpp"

namespace podium {

/// For people: how many figures become what, and the first of each.
std::string import_as_text(const Import& import, Commitment commitment, Language language, Colour colour);

/// A line for each figure: change,unit,indicator,period,edition,value,status,known_value,known_status,known_edition.
std::string import_as_csv(const Import& import);

std::string import_as_json(const Import& import, Commitment commitment);

/// What was left out, as remarks.
Diagnostics import_remarks(const Import& import);

}  // namespace podium
