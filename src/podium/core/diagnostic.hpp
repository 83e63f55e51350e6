#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "podium/core/shared_text.hpp"

namespace podium {

/// Every kind of problem that podium reports. The table in diagnostic.cpp gives each its stable text, cause and cure.
enum class Code : std::uint8_t {
  ColumnCount,
  ConstantIndicator,
  DirectionWithoutNormalise,
  DuplicateColumn,
  DuplicateId,
  DuplicateKey,
  DuplicateObservation,
  EditionFallback,
  EmptyFile,
  EmptyHierarchy,
  EmptyIndicator,
  HierarchyCycle,
  HierarchyOrphan,
  IncompleteComparisons,
  InconsistentComparisons,
  InternalFault,
  InvalidUsage,
  InvalidUtf8,
  InvalidValue,
  LineTooLong,
  MissingColumn,
  MissingFile,
  MissingFrame,
  MissingGoalposts,
  MissingKey,
  MissingReference,
  MissingSolver,
  MissingTarget,
  MixedEditions,
  NegativeWeight,
  NonPositiveUnderGeometricMean,
  NotANumber,
  NotConverged,
  NothingLeft,
  PathOutside,
  ScoreOutOfDomain,
  StepOrder,
  Syntax,
  TargetBelowMinimum,
  TooFewFigures,
  TooLarge,
  UnknownCode,
  UnknownEdition,
  UnknownGroup,
  UnknownIndicator,
  UnknownKey,
  UnknownMethod,
  UnknownNode,
  UnknownOperation,
  UnknownPeriod,
  UnknownSource,
  UnknownUnit,
  UnknownWeightSet,
  WriteFailed,
  WrongType,
  ZeroDenominator,
  ZeroWeights,
};

enum class Severity : std::uint8_t { Error, Warning };

/// What a code means to a reader of the documentation, and which exit status it leads to.
struct CodeEntry {
  Code code;
  std::string_view text;  ///< stable name in output: "unknown-key"
  int exit_status;        ///< 2 bad usage or bad input, 3 a fault of podium's
  std::string_view cause;
  std::string_view cure;
};

/// All codes in the order of their texts.
std::span<const CodeEntry> code_table();
const CodeEntry& entry(Code code);

/// A position in a file of the index; line and column count from 1, the column in bytes; 0 where not known.
struct Place {
  SharedText file{};
  std::uint32_t line = 0;
  std::uint32_t column = 0;

  bool operator==(const Place&) const = default;
};

/// What a diagnostic is about, in the words of the index. `step` counts from 1; empty or 0 where it does not apply.
struct Subject {
  std::size_t step = 0;
  std::string node{};
  std::string key{};
  std::string unit{};
  std::string period{};

  bool operator==(const Subject&) const = default;
};

/// One problem: what was found where, what was expected instead, and the nearest right word if there is one.
struct Diagnostic {
  Code code = Code::InternalFault;
  std::string found{};
  std::string expected{};
  std::string nearest{};
  Place place{};
  Subject subject{};
  Severity severity = Severity::Error;

  bool operator==(const Diagnostic&) const = default;
};

using Diagnostics = std::vector<Diagnostic>;

/// "podium.toml:3:1: error[unknown-key]: found ...; expected ...; did you mean 'weight'?"
/// Parts that are not known are left out. Control characters in quoted input are shown as \xNN.
std::string to_text(const Diagnostic& diagnostic);

bool has_error(std::span<const Diagnostic> diagnostics);

/// 0 without errors, otherwise the highest exit status of the errors' codes.
int exit_status(std::span<const Diagnostic> diagnostics);

/// Orders by file, line, column, then code; problems without a place come last.
void sort_by_place(Diagnostics& diagnostics);

/// Puts `more` behind `all`.
void append(Diagnostics& all, Diagnostics more);

/// 'text', shortened to 80 bytes at a character's edge.
std::string quoted(std::string_view text);

/// "'a', 'b' or 'c'"; after twelve words "... and N more".
std::string one_of(std::span<const std::string_view> words);

/// The word at the smallest edit distance (insert, delete, replace, swap of neighbours), ignoring ASCII case; empty if
/// none is nearer than a third of the longer word's length (at least one edit is always allowed).
std::string_view nearest_word(std::string_view word, std::span<const std::string_view> words);

/// The diagnostic of a word that is not in a closed list: fills found ("<what> 'word'"), expected and nearest.
Diagnostic not_among(Code code, std::string_view what, std::string_view word, std::span<const std::string_view> words);

/// Views of the strings, for the functions above.
std::vector<std::string_view> views(std::span<const std::string> words);

}  // namespace podium
