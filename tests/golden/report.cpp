#include "golden/report.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "podium/core/number_text.hpp"

namespace podium::golden {
namespace {

std::string shown(double number) {
  if (std::isnan(number)) return "missing";
  if (std::isinf(number)) return number > 0 ? "Inf" : "-Inf";
  return shortest(number);
}

/// Two digits are enough for an error.
std::string shown_error(double error) {
  char text[32];
  std::snprintf(text, sizeof text, "%.1e", error);
  return error == 0 ? "0" : text;
}

double relative_error(double actual, double expected) {
  const double difference = std::abs(actual - expected);
  return expected == 0 ? difference : difference / std::abs(expected);
}

std::string joined(const std::vector<std::string>& parts, std::string_view between) {
  std::string text;
  for (const std::string& part : parts) text += (text.empty() ? "" : std::string(between)) + part;
  return text;
}

std::string joined(const std::set<std::string>& parts) {
  return joined(std::vector<std::string>(parts.begin(), parts.end()), " ");
}

FoundTable::Key key_of(const Table& expected, std::size_t row, const FoundTable& actual) {
  FoundTable::Key key;
  for (const std::string& column : actual.key_columns()) key.push_back(expected.text(row, column));
  return actual.in_order(std::move(key));
}

/// For each group and column of free sign: +1 or -1, as the cell that is largest in the expected table says.
std::map<std::pair<std::string, std::string>, double> signs_of(const Table& expected, const FoundTable& actual) {
  std::map<std::pair<std::string, std::string>, std::pair<double, double>> largest;  // expected, product
  for (const std::string& column : actual.free_signs()) {
    for (std::size_t row = 0; row < expected.rows.size() && expected.has(column); ++row) {
      const auto key = key_of(expected, row, actual);
      const auto found = actual.rows().find(key);
      if (found == actual.rows().end() || !found->second.contains(column)) continue;
      const double value = expected.number(row, column);
      auto& [size, product] = largest[{actual.group_of(key), column}];
      if (!(std::abs(value) > size)) continue;
      size = std::abs(value);
      product = value * found->second.at(column).number;
    }
  }
  std::map<std::pair<std::string, std::string>, double> signs;
  for (const auto& [place, found] : largest) signs[place] = found.second < 0 ? -1 : 1;
  return signs;
}

}  // namespace

void Report::compare(const Output& output, const FoundTable& actual) {
  Table expected = case_.table(output);
  expected.name = output.file;
  compare(expected, actual);
}

void Report::compare(const Table& expected, const FoundTable& actual) {
  Tolerance tolerance = case_.tolerance;
  if (actual.has_p_values()) tolerance.relative = tolerance.p_values;
  const auto signs = signs_of(expected, actual);
  std::set<FoundTable::Key> seen;
  for (std::size_t row = 0; row < expected.rows.size(); ++row) {
    const auto key = key_of(expected, row, actual);
    const std::string who = expected.name + ": " + joined(key, " ");
    if (!seen.insert(key).second) throw Malformed(who + " stands there twice");
    const auto found = actual.rows().find(key);
    if (found == actual.rows().end()) {
      fail(who + " is expected and not in the result");
      continue;
    }
    for (std::size_t i = 0; i < expected.columns.size(); ++i) {
      const std::string& column = expected.columns[i];
      if (std::ranges::find(actual.key_columns(), column) != actual.key_columns().end()) continue;
      if (actual.left_out().contains(column)) continue;
      const auto cell = found->second.find(column);
      if (cell == found->second.end()) {
        fail(joined({who, " ", column, " is expected and not in the result"}));
        continue;
      }
      const auto allowed = actual.allowed().find(column);
      const auto sign = signs.find({actual.group_of(key), column});
      compare_cell(
          joined({who, " ", column}), cell->second, expected.rows[row][i], sign == signs.end() ? 1 : sign->second,
          allowed == actual.allowed().end() ? tolerance : Tolerance{.relative = 0, .absolute = allowed->second});
    }
  }
  for (const auto& [key, cells] : actual.rows()) {
    if (actual.has_spare_rows() || seen.contains(key)) continue;
    fail(expected.name + ": " + joined(key, " ") + " is in the result and not expected");
  }
  if (!actual.reason().empty()) note(actual.reason());
}

void Report::compare_cell(const std::string& where, const Cell& actual, const std::string& expected, double sign,
                          const Tolerance& tolerance) {
  if (actual.is_text) {
    const bool is_missing_in_both = is_not_available(actual.text) && is_not_available(expected);
    compare_texts(where, is_missing_in_both ? expected : actual.text, expected);
    return;
  }
  double number = 0;
  if (!read_number(expected, number)) throw Malformed(where + ": '" + expected + "' is not a number");
  if (actual.number != number && actual.least <= number && number <= actual.most) {
    ++decided_by_last_bits_;
    ++compared_;
    return;
  }
  compare(where, sign * actual.number, number, tolerance);
}

void Report::compare(const std::string& where, double actual, double expected) {
  compare(where, actual, expected, case_.tolerance);
}

void Report::compare(const std::string& where, double actual, double expected, const Tolerance& tolerance) {
  ++compared_;
  if (std::isnan(actual) && std::isnan(expected)) return;
  if (actual == expected) return;
  const double error = std::abs(actual - expected);
  if (error <= tolerance.absolute + tolerance.relative * std::abs(expected)) {
    // A difference below the absolute tolerance says nothing relative to a figure near zero.
    if (std::abs(expected) > tolerance.absolute) {
      largest_error_ = std::max(largest_error_, relative_error(actual, expected));
    }
    return;
  }
  std::string text = where + " is " + shown(actual) + ", expected " + shown(expected);
  if (std::isfinite(error)) {
    text += " (relative error " + shown_error(relative_error(actual, expected)) + ")";
    if (relative_error(actual, expected) > largest_failure_) {
      largest_failure_ = relative_error(actual, expected);
      failures_.insert(failures_.begin(), text);
      return;
    }
  }
  fail(text);
}

void Report::compare(const std::string& where, const std::vector<double>& actual, const std::vector<double>& expected) {
  if (actual.size() != expected.size()) {
    return fail(where + ": " + std::to_string(actual.size()) + " figures, expected " + std::to_string(expected.size()));
  }
  for (std::size_t i = 0; i < actual.size(); ++i) {
    compare(actual.size() == 1 ? where : where + ", figure " + std::to_string(i + 1), actual[i], expected[i]);
  }
}

void Report::compare_texts(const std::string& where, const std::string& actual, const std::string& expected) {
  ++compared_;
  if (actual != expected) fail(where + " is '" + actual + "', expected '" + expected + "'");
}

void Report::compare_sets(const std::string& where, const std::set<std::string>& actual,
                          const std::set<std::string>& expected) {
  ++compared_;
  if (actual != expected) fail(where + " is {" + joined(actual) + "}, expected {" + joined(expected) + "}");
}

void Report::require(bool holds, const std::string& otherwise) {
  ++compared_;
  if (!holds) fail(otherwise);
}

Verdict Report::verdict() const {
  if (!failures_.empty()) return Verdict::Fail;
  if (!not_applicable_.empty() || !without_rule_.empty()) return Verdict::NotApplicable;
  return compared_ == 0 ? Verdict::Fail : Verdict::Pass;
}

std::string Report::line() const {
  const std::string head = case_.id + "  ";
  if (!failures_.empty()) {
    const std::size_t more = failures_.size() - 1;
    return "fail  " + head + failures_.front() + (more > 0 ? "; and " + std::to_string(more) + " more" : "");
  }
  std::string compared = std::to_string(compared_) + " figures, largest relative error " + shown_error(largest_error_);
  if (decided_by_last_bits_ > 0) {
    compared += "; " + std::to_string(decided_by_last_bits_) + " ranks between scores that differ in their last bits";
  }
  if (!notes_.empty()) compared += "; " + joined(notes_, "; ");
  if (!not_applicable_.empty() || !without_rule_.empty()) {
    std::vector<std::string> reasons = not_applicable_;
    if (!without_rule_.empty()) reasons.push_back("no rule for " + joined(without_rule_, ", "));
    return "n/a   " + head + joined(reasons, "; ") + (compared_ > 0 ? " (beside it: " + compared + ")" : "");
  }
  if (compared_ == 0) return "fail  " + head + "nothing was compared";
  return "pass  " + head + compared;
}

}  // namespace podium::golden
