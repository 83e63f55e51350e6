#pragma once

#include "podium/cli/command.hpp"

/// Options that several commands have.
namespace podium {

/// Which edition's figures: "latest", an id, a bare year; or a day.
struct EditionWords {
  std::optional<std::string> edition;
  std::optional<std::string> as_of;
};

Option directory_word(std::string& target);
Option edition_option(EditionWords& target);
Option as_of_option(EditionWords& target);
Option weights_option(std::optional<std::string>& target);
Option format_option(std::string& target, std::vector<std::string_view> choices);
Option language_option(std::optional<std::string>& target);

/// What --lang says, else the surroundings.
Language language_of(const std::optional<std::string>& lang, const Surroundings& surroundings);

}  // namespace podium
