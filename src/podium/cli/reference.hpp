#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace podium {

/// Pages of the documentation that are written from the program itself, as Markdown: docs/methods/*.md and
/// docs/messages.md.

/// Every step and method with what it is for, an example of each step, and links to the steps' pages.
std::string methods_index();

/// A step with its methods: formulas, edge cases, parameters, sources, examples. Nothing for another word.
std::optional<std::string> methods_page(std::string_view step);

/// The words for which there is a page.
std::vector<std::string_view> method_pages();

/// Every diagnostic with its cause and cure.
std::string messages_reference();

}  // namespace podium
