#include "podium/cli/help.hpp"

#include "podium/cli/text_columns.hpp"
#include "podium/cli/texts.hpp"

namespace podium {
namespace {

std::string section(const Phrase& title, Language language, const std::vector<ColumnLine>& lines) {
  return "\n" + std::string(title.in(language)) + ":\n" + columns(lines);
}

ColumnLine line_of(const Option& option, Language language) {
  std::string left = option.letter.empty() ? std::string() : std::string(option.letter) + ", ";
  left += option.name;
  if (!option.value.empty()) left += " " + std::string(option.value);
  std::string right(option.help.in(language));
  if (!option.choices.empty()) {
    right += "; " + std::string(texts::kOneOf.in(language));
    for (const std::string_view choice : option.choices) right += " " + std::string(choice);
  }
  return {left, right};
}

std::string usage(const Command& command, Language language) {
  std::string text = std::string(texts::kUsage.in(language)) + ": podium " + std::string(command.name);
  for (const Option& option : command.options) {
    if (!option.is_word()) continue;
    const bool may_be_left_out = std::holds_alternative<std::vector<std::string>*>(option.target);
    text += may_be_left_out && !option.name.ends_with("...") ? " [" + std::string(option.name) + "]"
                                                             : " " + std::string(option.name);
  }
  return text + " [OPTIONS]\n";
}

std::vector<ColumnLine> exit_lines(const Command& command, Language language) {
  const auto words = [&](const Phrase& phrase) { return std::string(phrase.in(language)); };
  std::vector<ColumnLine> lines{{"0", words(texts::kDone)}};
  if (command.negative) lines.push_back({"1", words(command.negative->meaning)});
  lines.push_back({"2", words(texts::kBadInput)});
  lines.push_back({"3", words(texts::kFault)});
  return lines;
}

}  // namespace

std::string overview(std::span<const Command> commands, Language language) {
  const auto words = [&](const Phrase& phrase) { return std::string(phrase.in(language)); };
  std::vector<ColumnLine> lines;
  for (const Command& command : commands) {
    lines.push_back({std::string(command.name), std::string(command.purpose.in(language))});
  }
  return "podium: " + words(texts::kAbout) + "\n\n" + words(texts::kUsage) + ": podium COMMAND ...\n" +
         section(texts::kCommands, language, lines) +
         section(texts::kOptions, language,
                 {{"--help, -h", words(texts::kHelpOption)}, {"--version", words(texts::kVersionOption)}}) +
         "\n" + words(texts::kMoreHelp) + "\n";
}

std::string help_of(const Command& command, Language language) {
  std::vector<ColumnLine> arguments;
  std::vector<ColumnLine> options;
  for (const Option& option : command.options) {
    (option.is_word() ? arguments : options).push_back(line_of(option, language));
  }
  options.push_back({"-h, --help", std::string(texts::kHelpOption.in(language))});
  std::vector<ColumnLine> examples;
  for (const Example& example : command.examples) {
    examples.push_back({std::string(example.line), std::string(example.meaning.in(language))});
  }

  std::string text = "podium " + std::string(command.name) + ": " + std::string(command.purpose.in(language)) + "\n\n";
  text += usage(command, language);
  if (!arguments.empty()) text += section(texts::kArguments, language, arguments);
  text += section(texts::kOptions, language, options);
  if (!command.more.in(language).empty()) text += "\n" + wrapped(command.more.in(language), 0) + "\n";
  text += section(texts::kExamples, language, examples);
  return text + section(texts::kExitStatus, language, exit_lines(command, language));
}

}  // namespace podium
