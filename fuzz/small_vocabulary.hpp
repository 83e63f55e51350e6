#pragma once

#include <string>
#include <vector>

#include "podium/files/read_observations.hpp"

namespace podium::fuzzing {

/// Words for two units, two indicators, two editions and one source.
struct SmallVocabulary {
  std::vector<UnitInfo> units{{"KOR", {}, {}}, {"USA", {}, {}}};
  std::vector<std::string> series{"index", "investment", "risk"};
  std::vector<Edition> editions{{"report-2024", "", {2024, 4, 15}, "", ""}, {"report-2025", "", {2025, 4, 7}, "", ""}};
  Vocabulary words = make();

  Vocabulary make() const {
    Vocabulary vocabulary;
    for (std::size_t i = 0; i < units.size(); ++i) vocabulary.units.add(units[i].code, i);
    for (std::size_t i = 1; i < series.size(); ++i) vocabulary.series.add(series[i], i);
    vocabulary.sources.add("report", 0);
    vocabulary.edition_list = editions;
    vocabulary.editions = edition_words(editions, false);
    return vocabulary;
  }
};

/// Reads a table of observations and checks what its readers rely on: positions that exist, M without a value, places
/// that count from 1.
inline void read_table(std::string_view bytes, const TableEntry* entry) {
  const SmallVocabulary small;
  Problems problems;
  std::vector<Observation> observations;
  CsvReader csv("t.csv", bytes_of(bytes));
  read_observations(csv, entry, small.words, observations, problems);
  for (const Observation& o : observations) {
    const bool is_sound = at(o.unit) < small.units.size() && at(o.series) < small.series.size() &&
                          at(o.edition) < small.editions.size() &&
                          o.value.has_value() == (o.status != Status::Missing) && o.place.line > 0 &&
                          o.place.column > 0;
    if (!is_sound) __builtin_trap();
  }
  sort_observations(observations, small.editions);
  report_duplicates(observations, {small.series, small.units, small.editions}, problems);
  for (const Diagnostic& problem : std::move(problems).sorted()) {
    if (to_text(problem).empty()) __builtin_trap();
  }
}

}  // namespace podium::fuzzing
