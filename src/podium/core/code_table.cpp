#include <algorithm>
#include <array>
#include <cassert>

#include "podium/core/diagnostic.hpp"

namespace podium {
namespace {

constexpr int kBadInput = 2;
constexpr int kOwnFault = 3;

constexpr std::array kTable{
    CodeEntry{Code::ColumnCount, "column-count", kBadInput,
              "A row of a table has more or fewer fields than the header.",
              "Look for a missing comma or for a comma in a field without quotes."},
    CodeEntry{
        Code::ConstantIndicator, "constant-indicator", kBadInput,
        "All units have the same figure, so the method cannot tell them apart.",
        "Drop the indicator, choose another method for it (goalposts, rank), or take the figures over the panel."},
    CodeEntry{Code::DirectionWithoutNormalise, "direction-without-normalise", kBadInput,
              "An indicator has direction -1 but no normalise step turns it round.",
              "Add a normalise step that covers the indicator."},
    CodeEntry{Code::DuplicateColumn, "duplicate-column", kBadInput, "A table has two columns of one name.",
              "Keep one of them."},
    CodeEntry{Code::DuplicateId, "duplicate-id", kBadInput, "Two entries have the same id or code.",
              "Rename one of them."},
    CodeEntry{Code::DuplicateKey, "duplicate-key", kBadInput, "A key is given twice, or two keys exclude each other.",
              "Keep one of them."},
    CodeEntry{Code::DuplicateObservation, "duplicate-observation", kBadInput,
              "Two rows give a figure for the same unit, indicator, period and edition.",
              "Keep one row, or give the other its own edition."},
    CodeEntry{
        Code::EditionFallback, "edition-fallback", kBadInput,
        "The edition asked for prints too few figures of an indicator and period to rank by, so another is used there.",
        "Nothing to do; `podium show INDICATOR` lists which edition prints what."},
    CodeEntry{Code::EmptyFile, "empty-file", kBadInput, "A table has no header line.",
              "Write the header and the rows."},
    CodeEntry{Code::EmptyHierarchy, "empty-hierarchy", kBadInput,
              "The index has no indicator, or a node has no components.",
              "Put an indicator below the node, or remove the node."},
    CodeEntry{Code::EmptyIndicator, "empty-indicator", kBadInput, "An indicator has no figure where a step needs some.",
              "Add observations, drop the indicator, or rank other periods."},
    CodeEntry{Code::HierarchyCycle, "hierarchy-cycle", kBadInput, "Following the parents of a node leads back to it.",
              "Give one of the nodes another parent."},
    CodeEntry{Code::HierarchyOrphan, "hierarchy-orphan", kBadInput,
              "A node names a parent that does not exist, or none.",
              "Name an existing node, or \"index\" for the top."},
    CodeEntry{Code::IncompleteComparisons, "incomplete-comparisons", kBadInput,
              "Not every pair of components is compared exactly once.",
              "Compare each pair of components of the node once."},
    CodeEntry{Code::InconsistentComparisons, "inconsistent-comparisons", kBadInput,
              "The comparisons of an expert contradict each other: their consistency ratio is above 0.1.",
              "Look again at the comparisons, or ask for a budget allocation instead."},
    CodeEntry{Code::InternalFault, "internal-fault", kOwnFault, "podium broke an assumption of its own.",
              "Please report it with the command and the index."},
    CodeEntry{Code::InvalidUsage, "invalid-usage", kBadInput, "The command line cannot be understood.",
              "See the command's --help."},
    CodeEntry{Code::InvalidUtf8, "invalid-utf8", kBadInput, "A file is not UTF-8 text.", "Save it as UTF-8."},
    CodeEntry{Code::InvalidValue, "invalid-value", kBadInput,
              "A value is of the right type but outside what is allowed.", "Choose a value that the message names."},
    CodeEntry{Code::LineTooLong, "line-too-long", kBadInput, "A line of a table is longer than 1 MiB.",
              "Look for an unclosed quote or missing line ends."},
    CodeEntry{Code::MissingColumn, "missing-column", kBadInput, "A table lacks a column that it must have.",
              "Add the column."},
    CodeEntry{Code::MissingFile, "missing-file", kBadInput,
              "A file or directory that is needed does not exist or cannot be read.",
              "Check the path and the permissions."},
    CodeEntry{Code::MissingFrame, "missing-frame", kBadInput,
              "An indicator has no frozen parameters although others of its step have.",
              "Write the step's parameters out again with `podium run --freeze`."},
    CodeEntry{Code::MissingGoalposts, "missing-goalposts", kBadInput,
              "The goalposts method is used for an indicator that has none.",
              "Write goalposts = [low, high] at the indicator."},
    CodeEntry{Code::MissingKey, "missing-key", kBadInput, "A table lacks a key that it must have.", "Add the key."},
    CodeEntry{Code::MissingReference, "missing-reference", kBadInput,
              "The unit that others are compared with has no figure.",
              "Choose another reference unit, or fill its gap first."},
    CodeEntry{Code::MissingSolver, "missing-solver", kBadInput,
              "The method needs an optimiser that this build of podium does not have.",
              "Run it with the command-line program and write the weights into the recipe."},
    CodeEntry{Code::MissingTarget, "missing-target", kBadInput, "The method needs a target and the indicator has none.",
              "Give target = number or target = [low, high] at the indicator or the step."},
    CodeEntry{Code::MixedEditions, "mixed-editions", kBadInput,
              "One derived figure is made of figures of two editions of one publisher, so that a part of it is "
              "restatement.",
              "Bind both series to one edition, choose it with --edition, or allow it with allow_mixed_editions = true "
              "under [index]."},
    CodeEntry{Code::NegativeWeight, "negative-weight", kBadInput, "A weight is below zero or not a finite number.",
              "Write a weight of zero or more; use direction = -1 where less is better."},
    CodeEntry{Code::NonPositiveUnderGeometricMean, "non-positive-under-geometric-mean", kBadInput,
              "A geometric mean meets a score of zero or less.",
              "Normalise to a range above 0, such as [1, 100], or use another mean for the node."},
    CodeEntry{
        Code::NotANumber, "not-a-number", kBadInput, "A field that must hold a number holds something else.",
        "Write a plain decimal such as 1.33, without units and separators; leave it empty with status M for a gap."},
    CodeEntry{Code::NotConverged, "not-converged", kBadInput, "An iterative method did not reach its precision.",
              "Allow more iterations, or choose another method."},
    CodeEntry{Code::NothingLeft, "nothing-left", kBadInput, "Screening leaves no unit, or no component of a node.",
              "Lower the thresholds, or force units in."},
    CodeEntry{Code::PathOutside, "path-outside", kBadInput, "A path leads out of the directory of the index.",
              "Put the file into the directory."},
    CodeEntry{Code::ScoreOutOfDomain, "score-out-of-domain", kBadInput,
              "A score lies outside what the method can combine.",
              "Map the normalised scores to a range above 0, such as range = [1, 100]."},
    CodeEntry{Code::StepOrder, "step-order", kBadInput,
              "The steps of the recipe stand in an order that makes no sense.",
              "Order them: denominate, normalise, aggregate, rank; screen and impute before aggregate."},
    CodeEntry{Code::Syntax, "syntax", kBadInput, "A file breaks the rules of its format.",
              "Mend the place that the message names."},
    CodeEntry{Code::TargetBelowMinimum, "target-below-minimum", kBadInput,
              "A target is not better than the worst figure, so there is no distance to measure.",
              "Correct the target or the direction of the indicator."},
    CodeEntry{Code::TooFewFigures, "too-few-figures", kBadInput, "The method needs more figures than there are.",
              "Choose a simpler method, or take the figures over the panel."},
    CodeEntry{Code::TooLarge, "too-large", kBadInput, "A file, or the number of its entries, is beyond the limit.",
              "Split it, or remove what does not belong."},
    CodeEntry{Code::UnknownCode, "unknown-code", kBadInput, "A code names nothing in the index.",
              "Name a unit, an indicator, a node, or a cell such as KOR.indicator@2024."},
    CodeEntry{Code::UnknownEdition, "unknown-edition", kBadInput,
              "An edition is named that editions.toml does not have.", "Correct the id, or add the edition."},
    CodeEntry{Code::UnknownGroup, "unknown-group", kBadInput, "A group is named that units.csv has no column for.",
              "Use the name of a column of units.csv."},
    CodeEntry{Code::UnknownIndicator, "unknown-indicator", kBadInput,
              "An indicator is named that podium.toml does not have.", "Correct the id, or add the indicator."},
    CodeEntry{Code::UnknownKey, "unknown-key", kBadInput, "A key or column is not known there.",
              "Correct its spelling, or remove it."},
    CodeEntry{Code::UnknownMethod, "unknown-method", kBadInput, "A step names a method that it does not have.",
              "Choose one of the methods that the message names."},
    CodeEntry{Code::UnknownNode, "unknown-node", kBadInput, "A node is named that the hierarchy does not have.",
              "Correct the id, or add the node."},
    CodeEntry{Code::UnknownOperation, "unknown-operation", kBadInput, "A step's op is not known.",
              "Choose one of the operations that the message names."},
    CodeEntry{Code::UnknownPeriod, "unknown-period", kBadInput, "A period is named that the index does not rank.",
              "Choose one of its periods."},
    CodeEntry{Code::UnknownSource, "unknown-source", kBadInput, "A source is named that sources.toml does not have.",
              "Correct the id, or add the source."},
    CodeEntry{Code::UnknownUnit, "unknown-unit", kBadInput, "A unit is named that units.csv does not have.",
              "Correct the code, or add the unit."},
    CodeEntry{Code::UnknownWeightSet, "unknown-weight-set", kBadInput,
              "A set of weights is named that podium.toml does not define.",
              "Define [weights.NAME] in podium.toml, or correct the name."},
    CodeEntry{Code::WriteFailed, "write-failed", kBadInput,
              "An output could not be written; what was there before is untouched.",
              "Check the path, the permissions and the free space."},
    CodeEntry{Code::WrongType, "wrong-type", kBadInput, "A value is of another type than the key takes.",
              "Write a value of the type that the message names."},
    CodeEntry{Code::ZeroDenominator, "zero-denominator", kBadInput, "A figure would be divided by zero.",
              "Correct the denominator, or mark it missing (status M)."},
    CodeEntry{Code::ZeroWeights, "zero-weights", kBadInput, "All components of a node have weight zero.",
              "Give at least one of them a weight above zero."},
};

static_assert(std::ranges::is_sorted(kTable, {}, &CodeEntry::text));

}  // namespace

std::span<const CodeEntry> code_table() { return kTable; }

const CodeEntry& entry(Code code) {
  const auto found = std::ranges::find(kTable, code, &CodeEntry::code);
  assert(found != kTable.end());
  return *found;
}

}  // namespace podium
