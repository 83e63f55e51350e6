#pragma once

#include <string>

namespace podium {

/// Pages of the documentation that are written from the program itself, as Markdown: docs/methods.md and
/// docs/messages.md.

/// Every step of a recipe with its methods, their formulas, edge cases, parameters and sources.
std::string methods_reference();

/// Every diagnostic with its cause and cure.
std::string messages_reference();

}  // namespace podium
