#pragma once

#include <cmath>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace podium::golden {

/// What podium found for one cell of an expected table: a number (NaN for a gap) or a text. A rank also says which
/// ranks scores within the tolerance could have given, so that a tie of scores that differ in their last bits is not a
/// question of who rounded how.
struct Cell {
  double number = 0;
  std::string text{};
  bool is_text = false;
  double least = number;
  double most = number;
};

/// A table as podium finds it, to be compared with an expected one. Rows are found by the texts of the key columns.
class FoundTable {
 public:
  using Key = std::vector<std::string>;

  explicit FoundTable(std::vector<std::string> key_columns) : key_columns_(std::move(key_columns)) {}

  void set(const Key& key, const std::string& column, double number) {
    rows_[key].insert_or_assign(column, Cell{.number = number});
  }
  void set_text(const Key& key, const std::string& column, std::string text) {
    rows_[key].insert_or_assign(column, Cell{.text = std::move(text), .is_text = true});
  }
  void set_rank(const Key& key, const std::string& column, double rank, double least, double most) {
    rows_[key].insert_or_assign(column, Cell{.number = rank, .least = least, .most = most});
  }
  /// To so many decimals. A figure halfway between two may be rounded either way.
  void set_rounded(const Key& key, const std::string& column, double number, int decimals) {
    constexpr double kHalfway = 1e-7;
    const double scale = std::pow(10.0, decimals);
    const double rest = number * scale - std::floor(number * scale);
    const bool is_halfway = std::abs(rest - 0.5) < kHalfway;
    const double least = is_halfway ? std::floor(number * scale) / scale : std::round(number * scale) / scale;
    const double most = is_halfway ? std::ceil(number * scale) / scale : least;
    rows_[key].insert_or_assign(column, Cell{.number = least, .least = least, .most = most});
  }
  void add_row(const Key& key) { rows_[key]; }

  /// The rows of a group share one free sign in each of these columns.
  void free_sign(const std::string& column) { free_signs_.insert(column); }
  void set_group(const Key& key, std::string group) { groups_[key] = std::move(group); }
  /// The columns are not compared, for a reason that the report gives.
  void leave_out(std::vector<std::string> columns, std::string reason) {
    left_out_.insert(columns.begin(), columns.end());
    reason_ = std::move(reason);
  }
  /// The order of the texts in these key columns has no meaning.
  void unordered_keys(std::size_t first, std::size_t second) { unordered_ = {{first, second}}; }
  /// Rows beyond the expected ones are fine (the expected table is a part).
  void may_have_more_rows() { has_spare_rows_ = true; }
  /// Figures of this column may be so far apart, whatever the case's tolerance for others.
  void allow(const std::string& column, double absolute) { allowed_[column] = absolute; }
  /// Figures of this table are p-values.
  void holds_p_values() { has_p_values_ = true; }

  const std::vector<std::string>& key_columns() const { return key_columns_; }
  const std::map<Key, std::map<std::string, Cell>>& rows() const { return rows_; }
  const std::set<std::string>& free_signs() const { return free_signs_; }
  const std::set<std::string>& left_out() const { return left_out_; }
  const std::map<std::string, double>& allowed() const { return allowed_; }
  const std::string& reason() const { return reason_; }
  bool has_spare_rows() const { return has_spare_rows_; }
  bool has_p_values() const { return has_p_values_; }

  /// The key with unordered parts in order.
  Key in_order(Key key) const {
    for (const auto& [first, second] : unordered_) {
      if (key[second] < key[first]) std::swap(key[first], key[second]);
    }
    return key;
  }
  std::string group_of(const Key& key) const {
    const auto found = groups_.find(key);
    return found == groups_.end() ? std::string() : found->second;
  }

 private:
  std::vector<std::string> key_columns_;
  std::map<Key, std::map<std::string, Cell>> rows_;
  std::map<Key, std::string> groups_;
  std::set<std::string> free_signs_;
  std::set<std::string> left_out_;
  std::map<std::string, double> allowed_;
  std::string reason_;
  std::vector<std::pair<std::size_t, std::size_t>> unordered_;
  bool has_spare_rows_ = false;
  bool has_p_values_ = false;
};

}  // namespace podium::golden
