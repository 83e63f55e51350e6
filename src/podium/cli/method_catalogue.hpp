#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "podium/core/method.hpp"

/// Every step of a recipe and every method, as they describe themselves, for help and documentation.
namespace podium {

struct ParameterEntry {
  std::string_view name;
  std::string type;      ///< "number", "[low, high]"
  std::string standard;  ///< the default as a recipe would write it; empty for none
  std::string example;   ///< what an example writes: the default, or a value that shows the form; may be empty
  std::string_view meaning;
};

struct MethodEntry {
  MethodDoc doc;
  std::vector<ParameterEntry> parameters;
};

struct StepEntry {
  MethodDoc doc;
  std::vector<ParameterEntry> parameters;
  std::vector<MethodEntry> methods;  ///< empty for a step that has no choice of methods
  bool has_second = false;           ///< a second method can follow: then = "..."
  bool has_exceptions = false;       ///< [step.for.NODE] gives nodes a method of their own
};

/// In the order in which a recipe names them.
std::vector<StepEntry> method_catalogue();

}  // namespace podium
