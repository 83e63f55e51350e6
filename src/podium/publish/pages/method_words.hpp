#pragma once

#include <string>
#include <vector>

#include "podium/publish/pages/wording.hpp"

/// A recipe's steps in words. Names and labels are in the texts; what a method does is told in English by its own
/// MethodDoc, in Korean by the texts.
namespace podium {

struct ParameterWords {
  std::string label;
  std::string value;
};

struct MethodWords {
  std::string key;    ///< "impute.median", "screen"
  std::string name;   ///< "the median"; empty where the step's own name says it
  std::string scope;  ///< what it is used for, where a step has several methods; may be empty
  std::string summary;
  std::string formula;
  std::string source;
  std::vector<ParameterWords> parameters;
};

struct StepWords {
  std::string name;
  std::string summary;               ///< empty where the method says it all
  std::vector<MethodWords> methods;  ///< one; several where nodes have methods of their own, or a second one follows
  std::vector<ParameterWords> parameters;  ///< of the step itself
};

StepWords step_words(const PageContext& context, const Step& step);

/// "arithmetic mean": how the recipe combines the components of a node; empty for an indicator.
std::string combination_of(const PageContext& context, Series node);

}  // namespace podium
