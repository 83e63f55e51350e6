#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "podium/cli/phrase.hpp"

namespace podium {

/// What `podium help WORD` prints of every step and method of that name; empty if there is none.
std::string method_help(std::string_view word, Language language);

/// The names of all steps and methods, each once.
std::vector<std::string_view> method_topics();

}  // namespace podium
