#include <algorithm>
#include <map>
#include <tuple>

#include "podium/wire/labour.hpp"

namespace podium {
namespace {

/// What a table says of one unit.
class UnitFigures {
 public:
  UnitFigures(const LabourTable& table, Unit unit) : levels_(levels_of(table, unit)), years_(years_of(table, unit)) {
    for (const LabourFigure& figure : table.figures) {
      if (figure.unit != unit) continue;
      LabourFigure own = figure;
      own.level = static_cast<std::size_t>(std::ranges::find(levels_, figure.level) - levels_.begin());
      values_.emplace(std::tuple(own.level, own.years.first, own.item), own.value.value);
      has_span_ = has_span_ || own.years.count() > 1;
      figures_.push_back(std::move(own));
    }
  }

  const std::vector<std::size_t>& levels() const { return levels_; }
  YearSpan years() const { return years_; }
  bool has_span() const { return has_span_; }
  const std::vector<LabourFigure>& figures() const { return figures_; }

  std::optional<double> stated(std::size_t level, int year, LabourItem item) const {
    const auto found = values_.find({level, year, item});
    return found == values_.end() ? std::nullopt : std::optional(found->second);
  }
  double needed(std::size_t level, int year, LabourItem item) const {
    return stated(level, year, item).value_or(kMissing);
  }
  double flow(std::size_t level, int year, LabourItem item) const { return stated(level, year, item).value_or(0); }

 private:
  std::vector<std::size_t> levels_;
  YearSpan years_;
  std::map<std::tuple<std::size_t, int, LabourItem>, double> values_{};
  std::vector<LabourFigure> figures_{};
  bool has_span_ = false;
};

SkillLevel stock_flow_level(const UnitFigures& figures, std::size_t level, std::string name) {
  using enum LabourItem;
  const YearSpan years = figures.years();
  SkillLevel skill{.name = std::move(name), .stock = figures.needed(level, years.first - 1, Stock)};
  for (int year = years.first; year <= years.last; ++year) {
    skill.years.push_back({.demand = figures.needed(level, year, Demand),
                           .exit_rate = figures.flow(level, year, ExitRate),
                           .training = figures.flow(level, year, Training),
                           .graduates = figures.flow(level, year, Graduates),
                           .net_migration = figures.flow(level, year, NetMigration)});
  }
  return skill;
}

/// New people are a stock that nobody is in at first; their demand is added up (see labour_outlook).
SkillLevel new_people_level(const UnitFigures& figures, std::size_t level, std::string name) {
  SkillLevel skill{.name = std::move(name)};
  const YearSpan years = figures.years();
  double demand = 0;
  for (int year = years.first; year <= (figures.has_span() ? years.first : years.last); ++year) {
    demand += figures.needed(level, year, LabourItem::NewDemand);
    skill.years.push_back({.demand = demand, .graduates = figures.needed(level, year, LabourItem::NewSupply)});
  }
  return skill;
}

std::vector<YearSpan> periods_of(const UnitFigures& figures, LabourKind kind) {
  const YearSpan years = figures.years();
  if (figures.has_span()) return {years};
  std::vector<YearSpan> periods;
  for (int year = years.first; year <= years.last; ++year) {
    periods.push_back({kind == LabourKind::StockFlow ? year : years.first, year});
  }
  return periods;
}

std::vector<Substitution> substitutions(SubstitutionRule rule, std::size_t levels) {
  if (rule == SubstitutionRule::None) return {};
  return rule == SubstitutionRule::Any ? any_for_any(levels) : higher_for_lower(levels);
}

std::vector<LabourItem> flows_not_stated(const UnitFigures& figures) {
  const auto is_gap = [&](LabourItem item) {
    for (std::size_t level = 0; level < figures.levels().size(); ++level) {
      for (int year = figures.years().first; year <= figures.years().last; ++year) {
        if (!figures.stated(level, year, item)) return true;
      }
    }
    return false;
  };
  std::vector<LabourItem> items;
  std::ranges::copy_if(kLabourFlows, std::back_inserter(items), is_gap);
  return items;
}

template <class Position>
std::vector<Position> used(const std::vector<LabourFigure>& figures, Position LabourFigure::* member) {
  std::vector<Position> positions;
  for (const LabourFigure& figure : figures) positions.push_back(figure.*member);
  std::ranges::sort(positions);
  positions.erase(std::ranges::unique(positions).begin(), positions.end());
  return positions;
}

Diagnostic no_figures(const LabourTable& table, const Index& index, Unit unit) {
  std::vector<std::string_view> there;
  for (const Unit one : used(table.figures, &LabourFigure::unit)) there.push_back(index.info(one).code);
  return {.code = Code::TooFewFigures,
          .found = "no figure in the labour table",
          .expected = there.empty() ? "figures of the unit" : "a unit that has figures: " + one_of(there),
          .subject = {.unit = index.info(unit).code}};
}

Result<LabourOutlook> outlook_of(std::span<const SkillLevel> levels, SubstitutionRule rule, const std::string& unit) {
  Result<LabourOutlook> outlook = labour_outlook(levels, substitutions(rule, levels.size()));
  if (outlook) return outlook;
  Diagnostics problems = std::move(outlook).diagnostics();
  for (Diagnostic& problem : problems) problem.subject.unit = unit;
  return problems;
}

std::vector<std::vector<double>> demand_of(std::span<const SkillLevel> levels) {
  std::vector<std::vector<double>> demand;
  for (const SkillLevel& level : levels) {
    std::vector<double>& of_level = demand.emplace_back();
    for (const LabourYear& year : level.years) of_level.push_back(year.demand);
  }
  return demand;
}

}  // namespace

Result<SubstitutionRule> substitution_rule_of(std::string_view word) {
  std::vector<std::string_view> known;
  for (const auto& [name, rule] : Words<SubstitutionRule>::list) {
    if (name == word) return rule;
    known.push_back(name);
  }
  return not_among(Code::InvalidUsage, "rule of substitution", word, known);
}

Result<LabourAnswer> labour_answer(const LabourTable& table, const Index& index, Unit unit, SubstitutionRule rule) {
  const UnitFigures figures(table, unit);
  if (figures.figures().empty()) return no_figures(table, index, unit);
  const bool is_stock_flow = table.kind == LabourKind::StockFlow;
  std::vector<SkillLevel> levels;
  for (std::size_t i = 0; i < figures.levels().size(); ++i) {
    const std::string& name = table.levels[figures.levels()[i]];
    levels.push_back(is_stock_flow ? stock_flow_level(figures, i, name) : new_people_level(figures, i, name));
  }
  TRY(LabourOutlook outlook, outlook_of(levels, rule, index.info(unit).code));
  LabourAnswer answer{.index = index,
                      .unit = unit,
                      .rule = rule,
                      .kind = table.kind,
                      .levels = {},
                      .years = figures.years(),
                      .periods = periods_of(figures, table.kind),
                      .start_stocks = {},
                      .demand = demand_of(levels),
                      .supply = std::move(outlook.stocks),
                      .balances = std::move(outlook.years),
                      .counted_as_zero = is_stock_flow ? flows_not_stated(figures) : std::vector<LabourItem>(),
                      .figures = figures.figures(),
                      .editions = used(figures.figures(), &LabourFigure::edition),
                      .sources = used(figures.figures(), &LabourFigure::source)};
  for (const SkillLevel& level : levels) {
    answer.levels.push_back(level.name);
    if (is_stock_flow) answer.start_stocks.push_back(level.stock);
  }
  const double years = answer.years.count();
  answer.yearly_shortage_alone = answer.balances.back().shortage_alone / years;
  answer.yearly_shortage_substituted = answer.balances.back().shortage_substituted / years;
  return answer;
}

double shortage_left(const LabourBalance& balance, std::size_t level) {
  double left = std::max(0.0, balance.shortage[level]);
  for (const Substituted& one : balance.substituted) {
    if (one.as.to == level) left -= one.persons;
  }
  return std::max(0.0, left);
}

}  // namespace podium
