#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "podium/claims/claim.hpp"
#include "podium/claims/clean_text.hpp"
#include "podium/claims/name_finder.hpp"
#include "podium/claims/official_figures.hpp"
#include "podium/claims/parted_names.hpp"
#include "podium/claims/text_rates.hpp"
#include "podium/claims/verdict.hpp"

namespace podium {

/// What is known about a text beside itself.
struct CheckSetting {
  std::optional<Date> published{};     ///< otherwise found in the text
  std::optional<Language> language{};  ///< otherwise by its letters; decides whose country "ours" is
};

/// A text with its claims and a verdict for each.
struct CheckedText {
  enum class DayFrom : std::uint8_t {
    Nowhere,
    Setting,   ///< given
    Dateline,  ///< found in the text
    Edition    ///< the text names none: the day on which the newest edition that it names came out
  };

  std::string name{};  ///< of the file
  std::string text{};
  Language language = Language::English;
  CleanedText cleaned{};
  std::optional<Date> published{};
  DayFrom day_from = DayFrom::Nowhere;
  TextSpan dateline{};               ///< where the day was found
  bool has_too_many_claims = false;  ///< more than kMostClaims: it is no story, and none of them was judged
  std::vector<Claim> claims{};
  std::vector<Verdict> verdicts{};  ///< one for each claim
  std::vector<TextRate> rates{};    ///< by which its conversions were made
};

/// Reads a text and judges its claims.
class TextChecker {
 public:
  /// `index` and `book` have to outlive it.
  TextChecker(const Index& index, const FactBook& book);

  CheckedText check(std::string name, std::string text, const CheckSetting& setting) const;

  const OfficialFigures& figures() const { return figures_; }

 private:
  void find_day(CheckedText& checked, const CheckSetting& setting) const;
  std::optional<Date> day_of_edition(const CheckedText& checked) const;

  const Index& index_;
  const FactBook& book_;
  NameFinder names_;
  PartedNames parted_names_;
  OfficialFigures figures_;
  std::vector<SeriesMeasure> measures_;
};

/// Two claims about one figure, of two texts or of one, that cannot both be right. Of more than 32 claims about one
/// figure each is set beside the 32 before it.
struct Contradiction {
  std::size_t text = 0;
  std::size_t claim = 0;
  std::size_t other_text = 0;
  std::size_t other_claim = 0;
};
std::vector<Contradiction> contradictions_of(std::span<const CheckedText> texts);

/// A wrong figure that stands in several texts: where it went from one to the other, or from a third to both.
struct SharedSlip {
  struct Place {
    std::size_t text = 0;
    std::size_t claim = 0;
  };
  std::vector<Place> places{};  ///< by text
};
std::vector<SharedSlip> shared_slips_of(std::span<const CheckedText> texts);

}  // namespace podium
