#pragma once

#include <optional>
#include <string_view>

#include "podium/claims/figure_subject.hpp"
#include "podium/claims/sentence_marks.hpp"

namespace podium {

/// What the words around a figure of a sentence make of it.
class FigureWording {
 public:
  FigureWording(std::string_view text, const SentenceMarks& marks, const SubjectFinder& subjects)
      : text_(text), marks_(marks), subjects_(subjects) {}

  /// A percentage or an amount by which something went up (+1) or down (-1): "28% 늘었다", "fell by $2 billion"; 0
  /// where it is none, as of what something rose to.
  int change_of(const FigureMark& figure) const;

  /// "25개 차이", "한국보다 25개 많다", "a gap of 25", "25 more than China".
  bool tells_difference(const FigureMark& figure) const;

  /// The unit of which the figure is a multiple or a share: "미국의 2%", "12 times China's"; null if there is none.
  const UnitMark* other_unit(const FigureMark& figure) const;

  /// Of an ordinal that is a rank: +1 "5번째로 높은", -1 "fifth lowest", 0 where nothing says from which end ("ranked
  /// fifth"). Nothing for other ordinals.
  std::optional<int> rank_direction(std::size_t figure) const;

  /// -1 for a deficit or net outflow, +1 for a surplus or net inflow; 0 where no word says so.
  int sign_of(const FigureMark& figure) const;
  /// "55%로 높여야 한다", "should raise it to 55%".
  bool is_ought(const FigureMark& figure) const;
  /// "더하면 52억 달러", "52 billion combined".
  bool is_sum(const FigureMark& figure) const;
  /// "5년 만에", "3년 연속", "five years ago": of years, and nothing that somebody is after.
  bool is_length_of_time(const FigureMark& figure) const;
  /// "한 톤도": not a single one.
  bool is_none_at_all(const FigureMark& figure) const;

  std::size_t next_figure(std::size_t from) const;
  std::size_t previous_figure(std::size_t before) const;

 private:
  int change_of_percentage(const FigureMark& figure) const;
  int change_of_amount(const FigureMark& figure) const;
  bool is_behind_ranking_word(const FigureMark& figure) const;
  bool is_on_path(std::size_t figure) const;
  /// So many bytes at most, up to the next figure.
  std::string_view words_behind(const FigureMark& figure, std::size_t most) const;
  /// From the figure before.
  std::string_view words_before(const FigureMark& figure, std::size_t most) const;

  std::string_view text_;
  const SentenceMarks& marks_;
  const SubjectFinder& subjects_;
};

}  // namespace podium
