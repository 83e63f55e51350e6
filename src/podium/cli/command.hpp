#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "podium/cli/phrase.hpp"
#include "podium/cli/text_table.hpp"
#include "podium/core/result.hpp"

namespace podium {

/// What a command is told of the world it runs in.
struct Surroundings {
  Language language = Language::English;
  Colour colour = Colour::Off;
  std::size_t threads = 1;  ///< how many the machine runs at once
  /// Told how much of a long work is done; false: whoever waits wants what there is so far.
  std::function<bool(std::uint64_t done, std::uint64_t total)> progress = [](std::uint64_t, std::uint64_t) {
    return true;
  };
};

/// What a command says: its text for the standard output, remarks for the standard error, and 1 if its own question
/// came out negative. A command that cannot do its work returns diagnostics instead.
struct Report {
  std::string text;
  Diagnostics remarks{};
  int status = 0;
};

/// Where the words of the command line go. A flag is a bool; a number counts from 1.
using Target = std::variant<bool*, std::string*, std::optional<std::string>*, std::optional<std::size_t>*,
                            std::vector<std::string>*>;

/// What a shell offers to complete a value with.
enum class Completion : std::uint8_t { Nothing, Directories };

/// One option, or one word without dashes if `name` does not begin with a dash; it is required unless it is a list's.
struct Option {
  std::string_view name;   ///< "--period", "DIR"
  std::string_view value;  ///< "P" in "--period P"; empty for flags and words
  Phrase help;
  Target target;
  std::vector<std::string_view> choices{};  ///< the closed list of values, if there is one
  Completion completion = Completion::Nothing;
  std::string_view letter{};  ///< "-o"

  bool is_word() const { return name.front() != '-'; }
  bool is_flag() const { return std::holds_alternative<bool*>(target); }
};

struct Example {
  std::string_view line;
  Phrase meaning;
};

struct ExitStatus {
  int status;
  Phrase meaning;
};

/// One command as its file describes it: arguments are read, help and completions are written from this alone.
struct Command {
  std::string_view name;
  Phrase purpose;
  std::vector<Option> options;
  std::vector<Example> examples;
  std::function<Result<Report>(const Surroundings&)> run;  ///< after the options' targets are filled
  Phrase more{};                                           ///< a paragraph of its help
  std::optional<ExitStatus> negative{};                    ///< when it ends with status 1
};

/// A problem with the command line.
Diagnostic bad_usage(std::string found, std::string expected, std::string_view nearest = {});

}  // namespace podium
