#include "podium/files/labour_gaps.hpp"

#include <algorithm>
#include <set>
#include <tuple>

#include "podium/files/read_labour.hpp"

namespace podium {
namespace {

/// Of one unit, whose figures are there.
class GapsOfUnit {
 public:
  GapsOfUnit(const LabourTable& table, const Index& index, Unit unit, Problems& problems)
      : table_(table), index_(index), unit_(unit), years_(years_of(table, unit)), problems_(problems) {
    for (const LabourFigure& figure : table.figures) {
      if (figure.unit != unit) continue;
      if (first_ == nullptr) first_ = &figure;
      there_.emplace(figure.level, figure.years.first, figure.item);
      has_span_ = has_span_ || figure.years.count() > 1;
    }
  }

  void report() {
    if (years_.count() == 0) {
      return add(Code::TooFewFigures, "stocks alone", "demand for each level and year, and what moves the stocks", {});
    }
    if (years_.count() > kMostLabourYears) {
      return add(Code::TooLarge, std::to_string(years_.count()) + " years, " + to_text(years_),
                 "at most " + std::to_string(kMostLabourYears), {});
    }
    const bool is_stock_flow = table_.kind == LabourKind::StockFlow;
    if (is_stock_flow) report_stocks_of_other_years();
    for (const std::size_t level : levels_of(table_, unit_)) {
      if (is_stock_flow) require(level, years_.first - 1, LabourItem::Stock);
      for (int year = years_.first; year <= (has_span_ ? years_.first : years_.last); ++year) {
        if (is_stock_flow) {
          require(level, year, LabourItem::Demand);
        } else {
          require(level, year, LabourItem::NewDemand);
          require(level, year, LabourItem::NewSupply);
        }
      }
    }
  }

 private:
  void report_stocks_of_other_years() {
    const int before = years_.first - 1;
    for (const LabourFigure& figure : table_.figures) {
      if (figure.unit != unit_ || figure.item != LabourItem::Stock || figure.years.first == before) continue;
      problems_.report([&] {
        return Diagnostic{.code = Code::InvalidValue,
                          .found = "a stock of " + to_text(figure.years),
                          .expected = "one of " + std::to_string(before) + ", the year before the first with flows",
                          .place = figure.place,
                          .subject = {.unit = index_.info(unit_).code}};
      });
    }
  }

  void require(std::size_t level, int year, LabourItem item) {
    if (there_.contains({level, year, item})) return;
    const YearSpan years = has_span_ ? years_ : YearSpan{year, year};
    add(Code::TooFewFigures, "no " + std::string(to_word(item)) + " of level " + podium::quoted(table_.levels[level]),
        "a row for it", to_text(years));
  }

  /// At the unit's first row, as what is missing stands nowhere.
  void add(Code code, std::string found, std::string expected, std::string period) {
    problems_.report([&] {
      return Diagnostic{.code = code,
                        .found = std::move(found),
                        .expected = std::move(expected),
                        .place = {first_->place.file, first_->place.line, 1},
                        .subject = {.unit = index_.info(unit_).code, .period = std::move(period)}};
    });
  }

  const LabourTable& table_;
  const Index& index_;
  Unit unit_;
  YearSpan years_;
  Problems& problems_;
  const LabourFigure* first_ = nullptr;
  std::set<std::tuple<std::size_t, int, LabourItem>> there_{};
  bool has_span_ = false;
};

}  // namespace

void report_labour_gaps(const LabourTable& table, const Index& index, Problems& problems) {
  std::set<Unit> units;
  for (const LabourFigure& figure : table.figures) units.insert(figure.unit);
  for (const Unit unit : units) GapsOfUnit(table, index, unit, problems).report();
}

}  // namespace podium
