// Cases that show a defect of the other tool. podium is compared with the right answer, computed here from the
// definition by the plainest code, and with the tool wherever its defect does not reach.
#include <algorithm>
#include <cmath>

#include "podium/core/number_text.hpp"

#include "golden/handlers.hpp"
#include "golden/pipeline.hpp"

namespace podium::golden {
namespace {

std::string field_of(double number) { return std::isnan(number) ? "NA" : shortest(number); }

/// The figure that the tool states for a cell, or the right one where it states none.
void mend(Table& expected, std::size_t row, const std::string& column, double right) {
  expected.rows[row][expected.position(column)] = field_of(right);
}

std::size_t row_of(const Table& table, const std::string& unit) {
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    if (table.text(row, "uCode") == unit) return row;
  }
  throw Malformed(table.name + ": no row " + unit);
}

/// The generalised mean skips gaps, as the other means do: (sum w x^p / sum w)^(1/p) over the children that are there.
double power_mean(const Hierarchy& hierarchy, const Panel& panel, Series node, Unit unit, double p) {
  if (hierarchy.is_indicator(node)) return panel.value(node, Time{0}, unit);
  double sum = 0;
  double weight = 0;
  for (const Series child : hierarchy.children(node)) {
    const double score = power_mean(hierarchy, panel, child, unit, p);
    if (std::isnan(score)) continue;
    sum += hierarchy.node(child).weight * std::pow(score, p);
    weight += hierarchy.node(child).weight;
  }
  return weight > 0 ? std::pow(sum / weight, 1 / p) : kMissing;
}

void compare_power_means(const Case& c, const Runnable& run, double p, Report& report) {
  const Panel after = run.after_all();
  std::size_t mended = 0;
  Panel right = run.index.panel;
  for (const Series node : run.index.hierarchy.aggregates()) {
    for (const Unit unit : all_units(right)) {
      right.set(node, Time{0}, unit, power_mean(run.index.hierarchy, run.index.panel, node, unit, p));
    }
  }
  for (const Output& output : c.results()) {
    Table expected = c.table(output);
    expected.name = output.file;
    if (output.stem() == "ranks") {
      // Ranks of scores that the tool lacks say nothing; they are those of the right scores.
      const FoundTable ranks = rank_table(run.index, right, expected, Ties::Smallest);
      for (const auto& [key, cells] : ranks.rows()) {
        const std::size_t row = row_of(expected, key.front());
        for (const auto& [column, cell] : cells) {
          if (!cell.is_text && expected.has(column)) mend(expected, row, column, cell.number);
        }
      }
      report.compare(expected, rank_table(run.index, after, expected, Ties::Smallest));
      continue;
    }
    for (const Series node : run.index.hierarchy.aggregates()) {
      const std::string& column = right.id(node);
      for (std::size_t row = 0; row < expected.rows.size(); ++row) {
        if (!std::isnan(expected.number(row, column))) continue;
        const double figure = right.value(node, Time{0}, *right.find_unit(expected.text(row, "uCode")));
        mended += std::isnan(figure) ? 0 : 1;
        mend(expected, row, column, figure);
      }
    }
    report.compare(expected, panel_table(run.index, after, expected));
  }
  report.note("evidence: " + std::to_string(mended) +
              " means over gaps, which the tool leaves missing, tested for the right answer (gaps are skipped)");
}

/// The transform of the Global Innovation Index for figures whose skewness is above 0, or not:
///   ln((max f - 1)(x - min) / (max - min) + 1)    or    -ln((max f - 1)(max - x) / (max - min) + 1),    f = 1
double gii(double x, double least, double most, bool is_right_skewed) {
  const double share = is_right_skewed ? (x - least) / (most - least) : (most - x) / (most - least);
  const double value = std::log((most - 1) * share + 1);
  return is_right_skewed ? value : -value;
}

/// The sign of the third central moment.
bool is_right_skewed(const std::vector<double>& figures) {
  double mean = 0;
  for (const double x : figures) mean += x / static_cast<double>(figures.size());
  double third = 0;
  for (const double x : figures) third += (x - mean) * (x - mean) * (x - mean);
  return third > 0;
}

/// The available figures after the transform; gaps stay where they are in `all`.
struct Transformed {
  std::vector<double> all;
  std::vector<double> available;
};

Transformed transformed(const TableIndex& index, const std::string& column) {
  std::vector<double> figures;
  const auto values = index.panel.values(index.series(column), Time{0});
  std::ranges::copy_if(values, std::back_inserter(figures), [](double x) { return !std::isnan(x); });
  const auto [least, most] = std::ranges::minmax(figures);
  const bool is_right = is_right_skewed(figures);
  Transformed found;
  for (const double x : values) {
    found.all.push_back(std::isnan(x) ? x : gii(x, least, most, is_right));
    if (!std::isnan(x)) found.available.push_back(found.all.back());
  }
  return found;
}

/// G1 and G2 as the README defines them, from sums of powers.
std::pair<double, double> skewness_and_kurtosis(const std::vector<double>& figures) {
  const auto n = static_cast<double>(figures.size());
  double mean = 0;
  for (const double x : figures) mean += x / n;
  double second = 0;
  double third = 0;
  double fourth = 0;
  for (const double x : figures) {
    const double d = x - mean;
    second += d * d / n;
    third += d * d * d / n;
    fourth += d * d * d * d / n;
  }
  const double g1 = third / std::pow(second, 1.5);
  const double g2 = fourth / (second * second) - 3;
  return {g1 * std::sqrt(n * (n - 1)) / (n - 2), ((n + 1) * g2 + 6) * (n - 1) / ((n - 2) * (n - 3))};
}

void mend_details(Table& details, const TableIndex& index, const std::vector<std::string>& columns, const Json& rule) {
  for (std::size_t row = 0; row < details.rows.size(); ++row) {
    const std::string& column = details.text(row, "iCode");
    if (std::ranges::find(columns, column) == columns.end()) continue;
    const auto [skewness, kurtosis] = skewness_and_kurtosis(transformed(index, column).available);
    const bool passes = std::abs(skewness) < number_of(rule.at("skew")) || kurtosis < number_of(rule.at("kurt"));
    mend(details, row, "check_SkewKurt2.Skew", skewness);
    mend(details, row, "check_SkewKurt2.Kurt", kurtosis);
    mend(details, row, "check_SkewKurt2.Pass", passes ? 1 : 0);
  }
}

/// The indicators that the tool labels as transformed.
std::vector<std::string> labelled(const Case& c, std::string_view label) {
  std::vector<std::string> columns;
  for (const Output& output : c.results()) {
    if (!output.stem().ends_with("points")) continue;
    const Table points = c.table(output);
    for (const std::string& column : points.columns) {
      const bool has_label = std::ranges::any_of(
          points.rows, [&](const auto& row) { return row[points.position(column)].find(label) != std::string::npos; });
      if (has_label) columns.push_back(column);
    }
  }
  return columns;
}

void compare_gii(const Case& c, Report& report) {
  const Runnable run = runnable(pipeline_of(c, c.steps));
  const std::vector<std::string> columns = labelled(c, "log_GII");
  for (const Output& output : c.results()) {
    Table expected = c.table(output);
    expected.name = output.file;
    if (output.stem() == "treated") {
      for (const std::string& column : columns) {
        const Transformed right = transformed(run.index, column);
        for (const Unit unit : all_units(run.index.panel)) {
          mend(expected, row_of(expected, run.index.panel.code(unit)), column, right.all[at(unit)]);
        }
      }
      report.compare(expected, panel_table(run.index, run.after_all(), expected));
    } else {
      if (output.stem().ends_with("details")) mend_details(expected, run.index, columns, c.steps.back().at("first"));
      compare_treatment(run, 0, output, expected, report);
    }
  }
  report.note("evidence: " + std::to_string(columns.size()) +
              " indicators whose figures the tool leaves untouched, tested for the right answer (the GII's formula)");
}

}  // namespace

void run_evidence(const Case& c, Report& report) {
  const Json& step = c.steps.back();
  if (step["op"] == "aggregate" && step.value("method", Json()) == "genmean") {
    return compare_power_means(c, runnable(pipeline_of(c, c.steps)), number_of(step.at("p")), report);
  }
  const bool is_gii = step["op"] == "treat" && step.value("/second/method"_json_pointer, "") == "log_GII";
  if (is_gii && c.steps.size() == 1) return compare_gii(c, report);
  throw NotApplicable("evidence of a defect for which no right answer is derived here");
}

}  // namespace podium::golden
