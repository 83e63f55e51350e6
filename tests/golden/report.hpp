#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "golden/case.hpp"
#include "golden/found_table.hpp"

namespace podium::golden {

enum class Verdict : std::uint8_t { Pass, Fail, NotApplicable };

/// Collects the comparisons of one case and says in one line how it went. Nothing passes by default: a case without a
/// compared figure fails.
class Report {
 public:
  explicit Report(const Case& c) : case_(c) {}

  /// Every field of the expected table against podium's, and no row of podium's that is not expected.
  void compare(const Output& output, const FoundTable& actual);
  /// As above, with the expected table at hand.
  void compare(const Table& expected, const FoundTable& actual);
  void compare(const std::string& where, double actual, double expected);
  void compare(const std::string& where, double actual, double expected, const Tolerance& tolerance);
  void compare(const std::string& where, const std::vector<double>& actual, const std::vector<double>& expected);
  void compare_texts(const std::string& where, const std::string& actual, const std::string& expected);
  void compare_sets(const std::string& where, const std::set<std::string>& actual,
                    const std::set<std::string>& expected);
  /// Something that holds or does not.
  void require(bool holds, const std::string& otherwise);

  /// A stated file for which the runner has no rule; the case is then not applicable unless something fails.
  void no_rule(const Output& output) { without_rule_.push_back(output.file); }
  /// A word for the line of a case that passes.
  void note(std::string text) { notes_.push_back(std::move(text)); }
  void not_applicable(std::string reason) { not_applicable_.push_back(std::move(reason)); }
  void fail(std::string reason) { failures_.push_back(std::move(reason)); }

  Verdict verdict() const;
  /// "pass  <id>  2499 figures, largest relative error 1.2e-15"
  std::string line() const;

 private:
  void compare_cell(const std::string& where, const Cell& actual, const std::string& expected, double sign,
                    const Tolerance& tolerance);

  const Case& case_;
  std::size_t compared_ = 0;
  std::size_t decided_by_last_bits_ = 0;
  double largest_error_ = 0;
  double largest_failure_ = 0;
  std::vector<std::string> failures_;  ///< the largest error first
  std::vector<std::string> notes_;
  std::vector<std::string> not_applicable_;
  std::vector<std::string> without_rule_;
};

}  // namespace podium::golden
