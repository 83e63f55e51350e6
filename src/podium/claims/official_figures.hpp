#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "podium/claims/claim.hpp"
#include "podium/claims/fact_book.hpp"
#include "podium/claims/series_measure.hpp"

namespace podium {

/// Values that a text's or a publisher's print stands for: from `lower` up to `upper`. Ends that differ by no more than
/// errors of computation are equal.
struct ValueInterval {
  double lower = 0;
  double upper = 0;
  bool is_lower_open = false;  ///< that end does not belong to it
  bool is_upper_open = false;

  bool contains(double value) const { return overlaps({value, value}); }
  bool overlaps(const ValueInterval& other) const;
};

/// A figure that an edition printed, in whole units: 1.33 "USD billions" is 1.33e9. Strings are those of the index or
/// the fact book.
struct OfficialFigure {
  std::string_view series{};
  std::string_view unit{};
  YearSpan years{};
  CitedFigure::Measure measure = CitedFigure::Measure::Value;
  CitedFigure::Relation relation = CitedFigure::Relation::Equal;
  double value = 0;
  double step = 1;  ///< one unit of its last printed digit
  std::string_view printed{};
  EditionAt edition{};
  SourceAt source{};
  std::string_view locator{};

  ValueInterval interval() const { return {value - step / 2, value + step / 2}; }
};

/// Where a unit stands among those that an edition has a figure of; equal values share the best rank.
struct OfficialRank {
  int best = 0;
  int worst = 0;
  int of = 0;
  EditionAt edition{};
};

/// All figures that texts are checked against: observations of the index and cited figures of the fact book, both of
/// which have to outlive it.
class OfficialFigures {
 public:
  OfficialFigures(const Index& index, const FactBook& book);
  OfficialFigures(const OfficialFigures&) = delete;
  OfficialFigures& operator=(const OfficialFigures&) = delete;

  const Index& index() const { return index_; }
  const FactBook& book() const { return book_; }
  const SeriesMeasure& measure(std::string_view series) const;
  const Lexicon::NamedSeries* series(std::string_view id) const;

  /// By unit, first year, last year, then date of release.
  std::span<const OfficialFigure> of(std::string_view series) const;
  /// By first year, last year, then date of release.
  std::span<const OfficialFigure> of(std::string_view series, std::string_view unit) const;
  /// Values of one span of years.
  std::vector<OfficialFigure> values(std::string_view series, std::string_view unit, YearSpan years) const;
  std::vector<OfficialFigure> measures(std::string_view series, std::string_view unit, YearSpan years,
                                       CitedFigure::Measure measure) const;
  /// Ranks by value, 1 for the highest, in editions that have figures of most of the index's units.
  std::vector<OfficialRank> ranks(std::string_view series, std::string_view unit, int year) const;

  const Edition& edition(EditionAt edition) const { return index_.editions[at(edition)]; }
  /// Of the day, otherwise the mean of its month, otherwise of its year: units of `to` for one of `from`. Nothing where
  /// there is none.
  std::optional<double> exchange_rate(std::string_view from, std::string_view to, const Date& day) const;

 private:
  void add_observations();
  void add_cited();
  std::optional<double> per_dollar(std::string_view currency, const Date& day) const;

  const Index& index_;
  const FactBook& book_;
  std::vector<SeriesMeasure> measures_;
  SeriesMeasure plain_{};  ///< of a series that nobody knows
  std::vector<OfficialFigure> figures_;
  std::unordered_map<std::string_view, std::span<const OfficialFigure>> by_series_;
};

}  // namespace podium
