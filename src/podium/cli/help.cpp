#include "podium/cli/help.hpp"

#include <algorithm>

#include "podium/cli/display_width.hpp"
#include "podium/cli/texts.hpp"

namespace podium {
namespace {

constexpr std::size_t kLine = 100;
constexpr std::size_t kIndent = 2;

/// Words of a text from column `start` on, broken before kLine.
std::string wrapped(std::string_view text, std::size_t start) {
  std::string result;
  std::size_t column = start;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    const std::string_view word = text.substr(0, end);
    const std::size_t width = display_width(word);
    if (column > start && column + 1 + width > kLine) {
      result += "\n" + std::string(start, ' ');
      column = start;
    } else if (column > start) {
      result += ' ';
      ++column;
    }
    result += word;
    column += width;
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return result;
}

struct Line {
  std::string left;
  std::string right;
};

/// Two columns; the right ones start together.
std::string columns(const std::vector<Line>& lines) {
  std::size_t width = 0;
  for (const Line& line : lines) width = std::max(width, display_width(line.left));
  const std::size_t start = kIndent + width + 2;
  std::string text;
  for (const Line& line : lines) {
    text += std::string(kIndent, ' ') + line.left + std::string(start - kIndent - display_width(line.left), ' ') +
            wrapped(line.right, start) + "\n";
  }
  return text;
}

std::string section(const Phrase& title, Language language, const std::vector<Line>& lines) {
  return "\n" + std::string(title.in(language)) + ":\n" + columns(lines);
}

Line line_of(const Option& option, Language language) {
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
    if (option.is_word()) text += " " + std::string(option.name);
  }
  return text + " [OPTIONS]\n";
}

std::vector<Line> exit_lines(const Command& command, Language language) {
  const auto words = [&](const Phrase& phrase) { return std::string(phrase.in(language)); };
  std::vector<Line> lines{{"0", words(texts::kDone)}};
  if (command.negative) lines.push_back({"1", words(command.negative->meaning)});
  lines.push_back({"2", words(texts::kBadInput)});
  lines.push_back({"3", words(texts::kFault)});
  return lines;
}

}  // namespace

std::string overview(std::span<const Command> commands, Language language) {
  const auto words = [&](const Phrase& phrase) { return std::string(phrase.in(language)); };
  std::vector<Line> lines;
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
  std::vector<Line> arguments;
  std::vector<Line> options;
  for (const Option& option : command.options) {
    (option.is_word() ? arguments : options).push_back(line_of(option, language));
  }
  options.push_back({"-h, --help", std::string(texts::kHelpOption.in(language))});
  std::vector<Line> examples;
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
