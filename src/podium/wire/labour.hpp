#pragma once

#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "podium/model/labour.hpp"
#include "podium/reason/stock_flow.hpp"

namespace podium {

/// Whose surplus may do whose work.
enum class SubstitutionRule : std::uint8_t { Any, HigherForLower, None };
template <>
struct Words<SubstitutionRule> {
  static constexpr std::array<std::pair<std::string_view, SubstitutionRule>, 3> list{
      {{"any", SubstitutionRule::Any},
       {"higher-for-lower", SubstitutionRule::HigherForLower},
       {"none", SubstitutionRule::None}}};
};

/// The rule of that name; an unknown one is answered with the nearest.
Result<SubstitutionRule> substitution_rule_of(std::string_view word);

/// What of the people of one unit is short by level of skill, as its labour table has them.
struct LabourAnswer {
  const Index& index;
  Unit unit;
  SubstitutionRule rule;
  LabourKind kind;
  std::vector<std::string> levels;  ///< lowest first; lists by level follow this order
  YearSpan years;                   ///< all that the figures are about
  /// What the balances are about: each year's end; of new people each year with all before it, or the one span.
  std::vector<YearSpan> periods;
  std::vector<double> start_stocks;         ///< by level; empty for new people
  std::vector<std::vector<double>> demand;  ///< by level, then period
  std::vector<std::vector<double>> supply;  ///< the same; stocks at the year's end, or new people
  std::vector<LabourBalance> balances;      ///< by period
  /// What the last period is short of, by the number of years.
  double yearly_shortage_alone = 0;
  double yearly_shortage_substituted = 0;
  std::vector<LabourItem> counted_as_zero;  ///< flows that are not stated for every year and level
  std::vector<LabourFigure> figures;        ///< of the unit; their levels are positions in `levels`
  std::vector<EditionAt> editions;          ///< of the figures, by id
  std::vector<SourceAt> sources;            ///< the same
};

/// Balances the figures of a unit. The table is one that read_labour gives. TooFewFigures where it has none of the
/// unit, InvalidValue where flows leave fewer than nobody.
Result<LabourAnswer> labour_answer(const LabourTable& table, const Index& index, Unit unit, SubstitutionRule rule);

/// What a level is short of in a period once others do its work, at least 0.
double shortage_left(const LabourBalance& balance, std::size_t level);

/// {"index":{..},"unit","kind","substitution","levels":[..],"first_year","last_year","start_stocks":[..],
///  "periods":[{"period","demand","supply","shortage_alone","surplus_alone","shortage_substituted",
///    "surplus_substituted","levels":[{"level","demand","supply","shortage"}],"substituted":[{"from","to","persons"}]}],
///  "yearly_shortage_alone","yearly_shortage_substituted","counted_as_zero":[..],"editions":[..],"sources":[..],
///  "figures":[{"level","period","item","value","printed","edition","source","locator","note"}]}
std::string labour_json(const LabourAnswer& answer);

/// period,level,demand,supply,shortage,shortage_alone,shortage_substituted: a line for each level of each period, and
/// one of level "all". `shortage` is demand less supply, below 0 for a surplus; `shortage_alone` at least 0, for "all"
/// the sum of the levels'; `shortage_substituted` what stays of that once others do the work.
std::string labour_csv(const LabourAnswer& answer);

}  // namespace podium
