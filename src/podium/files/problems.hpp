#pragma once

#include <cstddef>
#include <utility>

#include "podium/core/diagnostic.hpp"

namespace podium {

/// The problems of one reading of an index. Keeps a bounded number of them and counts the rest, because a table of the
/// wrong kind has one problem on every line.
class Problems {
 public:
  static constexpr std::size_t kMost = 1000;

  bool empty() const { return kept_.empty(); }
  /// Kept or not.
  std::size_t count() const { return kept_.size() + left_out_; }

  /// `make` gives the diagnostic; it is not called when nothing more is kept.
  template <class Make>
  void report(Make&& make) {
    if (kept_.size() < kMost) {
      kept_.push_back(std::forward<Make>(make)());
    } else {
      ++left_out_;
    }
  }
  void add(Diagnostic problem) {
    report([&problem] { return std::move(problem); });
  }
  void add(Diagnostics problems) {
    for (Diagnostic& problem : problems) add(std::move(problem));
  }
  /// Those of another part of the same reading, behind these.
  void add(Problems others) {
    add(std::move(others.kept_));
    left_out_ += others.left_out_;
  }
  void add_at(const Place& place, Diagnostics problems) {
    for (Diagnostic& problem : problems) {
      problem.place = place;
      add(std::move(problem));
    }
  }

  /// By place, and one more that says how many were left out.
  Diagnostics sorted() &&;

 private:
  Diagnostics kept_;
  std::size_t left_out_ = 0;
};

}  // namespace podium
