#include "podium/store/measures/measured_figures.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "podium/files/country_matcher.hpp"
#include "podium/files/problems.hpp"
#include "podium/files/read_figure.hpp"
#include "podium/store/measures/country_table.hpp"

namespace podium {
namespace {

/// The units of a result, each text looked at once.
class Units {
 public:
  explicit Units(const Index& index) : index_(index) {}

  /// The code of the index's unit; empty for what it does not rank.
  const std::string& code(const std::string& text) {
    const auto [place, is_new] = codes_.emplace(text, std::string());
    if (is_new) place->second = find(text);
    return place->second;
  }

  Diagnostics remarks(const std::string& file) const {
    Diagnostics remarks = remarks_on_names(groups_, unknown_, file);
    if (others_.empty()) return remarks;
    std::string codes;
    for (const std::string& code : others_) codes += (codes.empty() ? "" : ", ") + code;
    remarks.push_back({.code = Code::UnknownUnit,
                       .found = "units that the index does not rank: " + codes,
                       .expected = "units of units.csv; their figures are left out",
                       .place = {file, 0, 0},
                       .severity = Severity::Warning});
    return remarks;
  }

 private:
  std::string find(const std::string& text) {
    if (index_.find_unit(text)) return text;
    const MatchedCountry match = builtin_country_matcher().match(text);
    if (match.kind == MatchedCountry::Kind::Group) groups_.push_back(text);
    if (match.kind == MatchedCountry::Kind::Unknown) unknown_.push_back(text);
    if (match.kind != MatchedCountry::Kind::Country) return {};
    if (index_.find_unit(match.code)) return match.code;
    others_.insert(match.code);
    return {};
  }

  const Index& index_;
  std::map<std::string, std::string> codes_;
  std::vector<std::string> groups_;
  std::vector<std::string> unknown_;
  std::set<std::string> others_;
};

class FigureMaker {
 public:
  FigureMaker(const Measured& measured, const Measure& measure, const Index& index)
      : measured_(measured), measure_(measure), index_(index), units_(index) {}

  Result<MeasuredFigures> make(const Edition& edition, const Source& source) {
    MeasuredFigures figures;
    for (const MeasuredRow& row : measured_.rows) {
      const std::string& unit = units_.code(row.unit);
      if (unit.empty()) continue;
      FigureRow figure{unit,        row.indicator, row.period,        edition.id,         row.value,
                       status(row), source.id,     measured_.locator, row.standard_error, row.note};
      check(figure);
      figures.rows.push_back(std::move(figure));
    }
    std::ranges::sort(figures.rows);
    check_duplicates(figures.rows);
    if (!problems_.empty()) return std::move(problems_).sorted();
    figures.remarks = measured_.remarks;
    append(figures.remarks, units_.remarks(measure_.file));
    return figures;
  }

 private:
  static std::string status(const MeasuredRow& row) {
    if (!row.status.empty()) return row.status;
    return row.value.empty() ? "M" : "A";
  }

  void check(const FigureRow& row) {
    const auto place = [this, &row] { return place_of(row); };
    if (!index_.find_series(row.indicator)) report_indicator(row);
    read_period(row.period, problems_, place);
    const std::optional<Status> status = read_status(row.status, problems_, place);
    const bool is_missing = status == Status::Missing;
    if (status && is_missing != row.value.empty()) {
      problems_.add(
          Diagnostic{.code = Code::InvalidValue,
                     .found = is_missing ? "a value with the status M" : "no value with the status " + row.status,
                     .expected = "a value, or the status M (missing)",
                     .place = place()});
    }
    if (!row.value.empty()) read_number(row.value, problems_, place);
    read_standard_error(row.standard_error, problems_, place);
  }

  void report_indicator(const FigureRow& row) {
    std::vector<std::string> ids = index_.hierarchy.series_ids();
    Diagnostic problem = not_among(Code::UnknownIndicator, "indicator", row.indicator, views(ids));
    problem.place = place_of(row);
    if (reported_.insert(row.indicator).second) problems_.add(std::move(problem));
  }

  /// Rows of a result have no lines; the cell says which one it is.
  Place place_of(const FigureRow& row) const {
    return {measure_.file + ", row of " + row.unit + " " + row.period, 0, 0};
  }

  void check_duplicates(const std::vector<FigureRow>& rows) {
    const auto cell = [](const FigureRow& row) { return std::tie(row.unit, row.indicator, row.period); };
    for (std::size_t i = 1; i < rows.size(); ++i) {
      if (cell(rows[i - 1]) != cell(rows[i])) continue;
      problems_.report([&] {
        return Diagnostic{.code = Code::DuplicateObservation,
                          .found = "a second row for " + podium::quoted(rows[i].unit) + ", " +
                                   podium::quoted(rows[i].indicator) + ", " + podium::quoted(rows[i].period),
                          .expected = "one row for each unit, indicator and period",
                          .place = {measure_.file, 0, 0}};
      });
    }
  }

  const Measured& measured_;
  const Measure& measure_;
  const Index& index_;
  Units units_;
  Problems problems_;
  std::set<std::string> reported_;
};

}  // namespace

Result<MeasuredFigures> figures_of(const Measured& measured, const Measure& measure, const Index& index,
                                   const Edition& edition, const Source& source) {
  return FigureMaker(measured, measure, index).make(edition, source);
}

void add_other_editions(MeasuredFigures& figures, const Index& index, const std::string& file, const Edition& edition) {
  const std::vector<std::string> ids = index.hierarchy.series_ids();
  for (const Observation& one : index.observations) {
    if (one.place.file != file || index.edition_of(one).id == edition.id) continue;
    figures.rows.push_back({index.info(one.unit).code, ids[at(one.series)], to_text(one.period),
                            index.edition_of(one).id, one.value ? one.value->text : "",
                            std::string(1, static_cast<char>(one.status)), index.source_of(one).id, one.locator.str(),
                            is_missing(one.standard_error) ? "" : shortest(one.standard_error), one.note.str()});
  }
  std::ranges::sort(figures.rows);
}

}  // namespace podium
