#pragma once

#include <map>
#include <string>

#include "podium/core/treat/treat.hpp"

#include "golden/case.hpp"

namespace podium::golden {

/// A treatment as the cases name it, as podium's. `force` is the step's.
TreatMethod treat_method_of(const Json& stated, bool force);

/// The word with which the tool labels the cells that a method transformed.
std::string tool_label(const std::string& method);

/// The label of an indicator: its own, else that of all ("").
const std::string& label_of(const std::map<std::string, std::string>& labels, const std::string& indicator);

}  // namespace podium::golden
