#include "podium/cli/program.hpp"

#include <algorithm>
#include <exception>

#include "podium/cli/arguments.hpp"
#include "podium/cli/commands.hpp"
#include "podium/cli/help.hpp"
#include "podium/cli/reference.hpp"

namespace podium {
namespace {

std::string counted(std::ptrdiff_t count, std::string_view what) {
  return std::to_string(count) + " " + std::string(what) + (count == 1 ? "" : "s");
}

/// One line for each, then "podium: 2 problems"; remarks alone are not counted.
void print(std::span<const Diagnostic> diagnostics, std::ostream& err) {
  for (const Diagnostic& diagnostic : diagnostics) err << to_text(diagnostic) << "\n";
  if (!has_error(diagnostics)) return;
  const auto errors = std::count_if(diagnostics.begin(), diagnostics.end(),
                                    [](const Diagnostic& d) { return d.severity == Severity::Error; });
  const std::ptrdiff_t warnings = static_cast<std::ptrdiff_t>(diagnostics.size()) - errors;
  err << "podium: " << counted(errors, "problem") << (warnings > 0 ? ", " + counted(warnings, "warning") : "") << "\n";
}

int fail(const Diagnostics& diagnostics, std::ostream& err) {
  print(diagnostics, err);
  return exit_status(diagnostics);
}

bool is_help(const std::string& word) { return word == "--help" || word == "-h"; }

/// Whether help is asked for before a "--", behind which there are only words.
bool asks_for_help(std::span<const std::string> words) {
  return std::any_of(words.begin(), std::find(words.begin(), words.end(), "--"), is_help);
}

Diagnostic unknown_command(const std::string& word, std::span<const Command> commands) {
  std::vector<std::string_view> names;
  for (const Command& command : commands) names.push_back(command.name);
  const bool is_option = word.starts_with('-');
  if (is_option) names = {"--help", "--version"};
  return not_among(Code::InvalidUsage, is_option ? "unknown option" : "unknown command", word, names);
}

int run_command_line(const Command& command, std::span<const std::string> words, std::ostream& out, std::ostream& err,
                     const Surroundings& surroundings) {
  if (asks_for_help(words)) {
    out << help_of(command, surroundings.language);
    return 0;
  }
  const Diagnostics problems = read_arguments(command, words);
  if (!problems.empty()) return fail(problems, err);
  const Result<Report> report = command.run(surroundings);
  if (!report) return fail(report.diagnostics(), err);
  out << report->text;
  print(report->remarks, err);
  return report->status;
}

int run_words(std::span<const std::string> words, std::ostream& out, std::ostream& err,
              const Surroundings& surroundings) {
  const std::vector<Command> commands = all_commands();
  if (words.empty()) {
    err << overview(commands, surroundings.language);
    return 2;
  }
  // "podium help rank" is "podium rank --help".
  if (is_help(words.front()) || (words.front() == "help" && (words.size() == 1 || is_help(words[1])))) {
    out << overview(commands, surroundings.language);
    return 0;
  }
  if (words.front() == "--version") {
    out << "podium " PODIUM_VERSION "\n";
    return 0;
  }
  const bool is_question = words.front() == "help";
  const std::string& name = is_question ? words[1] : words.front();
  if (is_question && (name == "methods" || name == "messages")) {
    out << (name == "methods" ? methods_reference() : messages_reference());
    return 0;
  }
  const auto command = std::find_if(commands.begin(), commands.end(), [&](const Command& c) { return c.name == name; });
  if (command == commands.end()) return fail({unknown_command(name, commands)}, err);
  if (!is_question) return run_command_line(*command, words.subspan(1), out, err, surroundings);
  out << help_of(*command, surroundings.language);
  return 0;
}

}  // namespace

int run_program(std::span<const std::string> arguments, std::ostream& out, std::ostream& err,
                const Surroundings& surroundings) {
  try {
    return run_words(arguments, out, err, surroundings);
  } catch (const std::exception& fault) {
    Diagnostic diagnostic;
    diagnostic.found = std::string("an exception: ") + fault.what();
    diagnostic.expected = "none; please report this with the command line";
    return fail({diagnostic}, err);
  }
}

}  // namespace podium
