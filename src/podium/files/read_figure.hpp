#pragma once

#include <optional>
#include <string_view>

#include "podium/files/problems.hpp"
#include "podium/files/vocabulary.hpp"
#include "podium/model/labour.hpp"

namespace podium {

/// Readers of single fields of a table. Nothing means that the problem was reported at `place`, which is only called
/// then.

template <class PlaceOf>
std::optional<std::size_t> read_word(std::string_view text, const WordList& words, Problems& problems,
                                     const PlaceOf& place) {
  const std::optional<std::size_t> position = words.find(text);
  if (!position) {
    problems.report([&] {
      Diagnostic problem = words.unknown(text);
      problem.place = place();
      return problem;
    });
  }
  return position;
}

/// By id, or by the year of the only edition that ends in it.
template <class PlaceOf>
std::optional<EditionAt> read_edition_word(std::string_view text, const Vocabulary& vocabulary, Problems& problems,
                                           const PlaceOf& place) {
  if (const auto position = vocabulary.editions.find(text)) return static_cast<EditionAt>(*position);
  problems.report([&] {
    Diagnostic problem = resolve_edition(vocabulary.edition_list, text).diagnostics().front();
    problem.place = place();
    return problem;
  });
  return std::nullopt;
}

template <class PlaceOf>
std::optional<Period> read_period(std::string_view text, Problems& problems, const PlaceOf& place) {
  Result<Period> period = parse_period(text);
  if (period) return *period;
  problems.add_at(place(), std::move(period).diagnostics());
  return std::nullopt;
}

/// "2023", or "2023-2027" for several years; nothing for any other text.
std::optional<YearSpan> year_span_from(std::string_view text);

/// Nothing for a letter that is no status; empty is normal.
std::optional<Status> status_from(std::string_view text);
Diagnostic unknown_status(std::string_view text);

template <class PlaceOf>
std::optional<Status> read_status(std::string_view text, Problems& problems, const PlaceOf& place) {
  const std::optional<Status> status = status_from(text);
  if (!status) {
    problems.report([&] {
      Diagnostic problem = unknown_status(text);
      problem.place = place();
      return problem;
    });
  }
  return status;
}

/// Says what to write instead of a text that is no number, as far as one can guess what was meant. `what` is the word
/// for it.
Diagnostic not_a_number(std::string_view text, std::string_view what = "value");

Diagnostic negative_standard_error(std::string_view text);

template <class PlaceOf>
std::optional<PrintedNumber> read_number(std::string_view text, Problems& problems, const PlaceOf& place) {
  std::optional<PrintedNumber> number = parse_decimal(text);
  if (!number) {
    problems.report([&] {
      Diagnostic problem = not_a_number(text);
      problem.place = place();
      return problem;
    });
  }
  return number;
}

/// A finite number, 0 or more; NaN for an empty text, where it is not known.
template <class PlaceOf>
std::optional<double> read_standard_error(std::string_view text, Problems& problems, const PlaceOf& place) {
  if (text.empty()) return kMissing;
  const std::optional<PrintedNumber> number = parse_decimal(text);
  if (number && number->value >= 0) return number->value;
  problems.report([&] {
    Diagnostic problem = number ? negative_standard_error(text) : not_a_number(text, "standard error");
    problem.place = place();
    return problem;
  });
  return std::nullopt;
}

}  // namespace podium
