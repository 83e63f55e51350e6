#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "podium/claims/check_text.hpp"

namespace podium {

/// A statement that a text makes, and what a person found about it: a row of a fact sheet.
struct SheetFact {
  std::string id{};
  std::string article{};  ///< name of the text's file
  std::string unit{};     ///< code; empty: of none
  std::string period{};
  std::string value{};    ///< as written: a number, "3-4" for a range, a year, a day, a word
  std::string measure{};  ///< the sheet's unit: "USD", "ratio", "date", "trend" ...
  std::optional<int> rank{};
  std::string as_printed{};  ///< words of the text
  std::string verdict{};
  Place place{};
};

/// What a check made of it.
struct FactScore {
  bool is_found = false;  ///< a claim stands where the fact does
  bool has_right_value = false;
  bool has_right_verdict = false;  ///< of a claim with the right value
  std::string verdict{};           ///< of that claim
};

struct SheetScore {
  struct FalseFind {
    std::size_t text = 0;
    std::size_t claim = 0;
  };
  std::vector<FactScore> facts{};        ///< one for each row
  std::vector<FalseFind> false_finds{};  ///< claims where the sheet has no fact
};

/// Sets claims beside facts of the same text: the claim has to touch the printed words and be of the same unit; its
/// value is compared at the precision that the sheet prints. Verdicts are compared as words; "other-edition" counts as
/// "mismatch" where the sheet has no such word at all. Rates that conversions imply are no false finds.
SheetScore score_against(std::span<const SheetFact> facts, std::span<const CheckedText> texts);

}  // namespace podium
