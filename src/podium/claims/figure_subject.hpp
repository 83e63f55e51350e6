#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "podium/claims/parted_names.hpp"
#include "podium/claims/sentence_marks.hpp"
#include "podium/claims/series_measure.hpp"

namespace podium {

/// What the sentences before were about; Korean leaves out what has been said.
struct StoryFocus {
  /// What was spoken of is carried over so many sentences.
  static constexpr std::size_t kMostCarried = 4;

  struct RecentSeries {
    std::size_t series = 0;  ///< in the lexicon
    std::size_t sentence = 0;
    std::optional<YearSpan> years{};
  };

  std::string unit{};
  std::vector<std::string> named{};    ///< codes of the two units named last, the earlier one first
  std::vector<RecentSeries> series{};  ///< the latest first, each once
  std::optional<EditionAt> edition{};
  std::optional<int> year{};  ///< the last that was spoken of in the paragraph
  std::size_t paragraph = 0;  ///< its first sentence

  /// Years and percentages are not carried over into another paragraph.
  void begin_paragraph(std::size_t sentence);
  void remember_unit(std::string_view code);
  void remember(std::size_t series, std::size_t sentence, const std::optional<YearSpan>& years);
};

/// What a story's claims are read by.
struct StoryContext {
  const Index& index;
  const Lexicon& lexicon;
  const NameFinder& names;
  const PartedNames& parted_names;
  std::span<const SeriesMeasure> measures;  ///< of the lexicon's series
  std::string_view home{};                  ///< code; empty: not known
  std::optional<Date> published{};
};

/// Finds whose figures the numbers of a sentence are, of which series and which year, by what stands beside them.
class SubjectFinder {
 public:
  SubjectFinder(std::string_view text, const SentenceMarks& marks, const StoryFocus& focus, std::size_t sentence,
                const StoryContext& context)
      : text_(text), marks_(marks), focus_(focus), sentence_(sentence), context_(context) {}

  /// All of a list that the figure is said of ("한국과 캐나다, 이스라엘 등은 1개"); empty if nobody is named.
  struct Units {
    std::vector<std::string_view> codes{};
    bool is_open = false;     ///< with 등: there are others
    bool is_assumed = false;  ///< none has been named: the home unit
  };
  Units units_of(const FigureMark& figure) const;

  /// A series of which the figure can be a level; for `is_any`, whatever series is spoken of.
  std::optional<std::size_t> series_of(const FigureMark& figure, bool is_any) const;

  /// Whether the sentence itself says that the figure is of a series: not only another clause of it.
  bool is_named(const FigureMark& figure, std::size_t series) const;

  /// The year that is said of it, or of the series in sentences before.
  struct Years {
    std::optional<YearSpan> years{};
    bool is_stated = false;
    bool is_part_of_year = false;
    bool is_open = false;  ///< counted from the day of a text that has none
  };
  Years years_of(const FigureMark& figure, std::optional<std::size_t> series) const;
  /// Of a time mark, where a year is one.
  std::optional<YearSpan> resolved(const TimeMention& time) const;
  /// The year that a text speaks of where it names none: the one before its edition or its day.
  std::optional<int> usual_year() const;

  /// The unit that a Korean sentence marks as its topic, otherwise its first that is not only compared with; null if
  /// there is none.
  const UnitMark* topic() const;
  /// It stands behind a figure that describes it: "1위인 미국".
  bool is_behind_figure(const UnitMark& unit) const;
  const UnitMark* unit_before(std::size_t at) const;
  const UnitMark* compared_unit() const;
  /// Units that stand beside each other from one on: "A과 B, C". As places in the marks, up to and without `end`.
  std::size_t list_end(std::size_t first) const;
  std::string_view between(std::size_t begin, std::size_t end) const {
    return begin < end ? text_.substr(begin, end - begin) : std::string_view();
  }

 private:
  std::optional<std::string_view> unit_of_brackets(const FigureMark& figure) const;
  bool is_rank_of_next(const FigureMark& rank, const UnitMark& unit) const;
  bool is_year_of_earlier_figure(const TimeMark& time, const FigureMark& figure) const;
  std::optional<std::size_t> series_around(const FigureMark& figure) const;
  std::optional<std::size_t> series_of_other_group(const FigureMark& figure, std::size_t series) const;
  bool has_subject_of_its_own(const FigureMark& figure) const;
  bool is_of_later_clause(const SeriesMark& mark, const FigureMark& figure) const;
  bool has_other_topic(const FigureMark& figure, std::size_t series) const;
  const UnitMark* unit_behind(const FigureMark& figure) const;
  std::optional<Units> the_two(const FigureMark& figure) const;
  Units shared_out(Units units, std::size_t behind, const FigureMark& figure) const;
  std::optional<std::string_view> unit_of_words_between(const FigureMark& figure) const;
  bool is_of_base_figure(const TimeMark& time, const FigureMark& figure) const;
  bool has_figure_between(std::size_t begin, std::size_t end) const;
  bool fits(const FigureMark& figure, std::size_t series, bool is_any, bool is_same_sentence) const;
  bool refers_back(const FigureMark& figure) const;
  bool is_decimal_of_unit(const FigureMark& figure) const;
  std::optional<std::size_t> share_series(const FigureMark& figure) const;
  bool has_open_year() const;
  std::optional<YearSpan> years_beside(const FigureMark& figure) const;

  std::string_view text_;
  const SentenceMarks& marks_;
  const StoryFocus& focus_;
  std::size_t sentence_;
  const StoryContext& context_;
};

}  // namespace podium
