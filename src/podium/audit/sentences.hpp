#pragma once

#include "podium/audit/finding.hpp"
#include "podium/model/language.hpp"

namespace podium {

/// What the units of an index are called in sentences. The Korean counter follows a number ("47개국").
struct UnitWords {
  std::string one = "unit";
  std::string many = "units";
  std::string counter = "개";
};
UnitWords country_words();

/// A finding in plain words, in both languages: nodes by title, units by name, every figure stated.
Text sentence_of(const Index& index, const Finding& finding, const UnitWords& words = {});

/// The handbook's ten steps by name, from 1.
Text handbook_step(int number);

/// "serious", in both languages.
Text gravity_text(Gravity gravity);

}  // namespace podium
