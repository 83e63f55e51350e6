#pragma once

#include <string>

#include "golden/case.hpp"

/// Inputs of a design that changes the steps of a pipeline, as the cases state them.
namespace podium::golden {

/// The node that "mean absolute rank change of <node> against nominal" is about.
std::string rank_change_node(const std::string& target);

/// Puts one alternative of an input into the steps; NotApplicable for an input that this runner cannot read.
void vary(Json& steps, const std::string& input, const Json& alternative);

/// The steps of the pipeline that the case's last step varies.
Json steps_before(const Case& c);

}  // namespace podium::golden
