#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "podium/core/cell_history.hpp"
#include "podium/core/period.hpp"

namespace podium {

/// Positions in the three index spaces of a panel; they do not mix.
enum class Unit : std::uint32_t {};
enum class Time : std::uint32_t {};
enum class Series : std::uint32_t {};

template <class Position>
constexpr std::size_t at(Position position) {
  return static_cast<std::size_t>(position);
}

/// A gap inside panels. Never compared: ask is_missing.
inline constexpr double kMissing = std::numeric_limits<double>::quiet_NaN();
inline bool is_missing(double value) { return std::isnan(value); }

/// The figures that a recipe works on: series x period x unit, NaN for a gap, one byte of history beside each cell.
/// A series is an indicator, a denominator, or a node above indicators (filled when scores are aggregated).
/// Memory: one contiguous block of doubles per series, period after period, units within a period; copies share the
/// names.
class Panel {
 public:
  /// All cells are gaps. Codes and periods are unique; periods ascend.
  Panel(std::vector<std::string> units, std::vector<Period> periods, std::vector<std::string> series);

  std::span<const std::string> units() const { return names_->units; }
  std::span<const Period> periods() const { return names_->periods; }
  std::span<const std::string> series() const { return names_->series; }
  const std::string& code(Unit unit) const { return names_->units[at(unit)]; }
  const std::string& id(Series series) const { return names_->series[at(series)]; }
  Period period(Time time) const { return names_->periods[at(time)]; }

  std::optional<Unit> find_unit(std::string_view code) const;
  std::optional<Time> find_period(Period period) const;
  std::optional<Series> find_series(std::string_view id) const;

  /// All figures, series after series.
  std::span<const double> values() const { return values_; }

  /// All periods of a series, period-major.
  std::span<double> values(Series series) { return block(std::span(values_), series); }
  std::span<const double> values(Series series) const { return block(std::span(values_), series); }
  std::span<CellHistory> history(Series series) { return block(std::span(history_), series); }
  std::span<const CellHistory> history(Series series) const { return block(std::span(history_), series); }

  /// One period of a series: one figure per unit.
  std::span<double> values(Series series, Time time) { return row(values(series), time); }
  std::span<const double> values(Series series, Time time) const { return row(values(series), time); }
  std::span<CellHistory> history(Series series, Time time) { return row(history(series), time); }
  std::span<const CellHistory> history(Series series, Time time) const { return row(history(series), time); }

  double value(Series series, Time time, Unit unit) const { return values(series, time)[at(unit)]; }
  void set(Series series, Time time, Unit unit, double value) { values(series, time)[at(unit)] = value; }

  /// A panel of one period of this one, with all that is known of its cells.
  Panel only(Time time) const;

  /// A unit that screening left out of a period: its cells are gaps and stay gaps.
  bool is_excluded(Time time, Unit unit) const { return excluded_[at(time) * unit_count_ + at(unit)] != 0; }
  void exclude(Time time, Unit unit);

  /// An indicator that screening left out of a period: its cells are gaps and stay gaps, and it counts nothing there.
  bool is_dropped(Series series, Time time) const { return dropped_[at(series) * period_count_ + at(time)] != 0; }
  void drop(Series series, Time time);

  /// The weight that a step gave to a series within its parent in a period; NaN where the hierarchy's own weight holds.
  double given_weight(Series series, Time time) const { return weights_[at(series) * period_count_ + at(time)]; }
  void give_weight(Series series, Time time, double weight) {
    weights_[at(series) * period_count_ + at(time)] = weight;
  }

 private:
  template <class Cell>
  std::span<Cell> block(std::span<Cell> cells, Series series) const {
    const std::size_t size = period_count_ * unit_count_;
    return cells.subspan(at(series) * size, size);
  }
  template <class Cell>
  std::span<Cell> row(std::span<Cell> cells, Time time) const {
    return cells.subspan(at(time) * unit_count_, unit_count_);
  }

  struct Names {
    std::vector<std::string> units;
    std::vector<Period> periods;
    std::vector<std::string> series;
  };

  std::shared_ptr<const Names> names_;
  std::size_t unit_count_;
  std::size_t period_count_;
  std::vector<double> values_;
  std::vector<CellHistory> history_;
  std::vector<char> excluded_;
  std::vector<char> dropped_;  ///< series-major, as weights_
  std::vector<double> weights_;
};

/// The positions of an index space, for range-based loops: for (const Unit unit :
/// positions<Unit>(panel.units().size())).
template <class Position>
class Positions {
 public:
  struct Iterator {
    std::size_t position;
    Position operator*() const { return static_cast<Position>(position); }
    Iterator& operator++() {
      ++position;
      return *this;
    }
    bool operator==(const Iterator&) const = default;
  };
  explicit Positions(std::size_t count) : count_(count) {}
  Iterator begin() const { return {0}; }
  Iterator end() const { return {count_}; }

 private:
  std::size_t count_;
};

inline Positions<Unit> all_units(const Panel& panel) { return Positions<Unit>(panel.units().size()); }
inline Positions<Time> all_periods(const Panel& panel) { return Positions<Time>(panel.periods().size()); }
inline Positions<Series> all_series(const Panel& panel) { return Positions<Series>(panel.series().size()); }

}  // namespace podium
