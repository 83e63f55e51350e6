#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "claims/small_checker.hpp"
#include "support/random.hpp"

/// Harvests of random figures, and sentences that say them in both languages.
namespace podium::testing {

/// How the figures of a series are written: by the same digits everywhere, with the point at other places.
struct SeriesPrint {
  const char* id;
  int decimals;  ///< of the index
  const char* korean;
  int korean_decimals;
  const char* korean_unit;
  const char* english;
  int english_decimals;
  const char* english_unit;
};
inline constexpr SeriesPrint kPrints[] = {
    {"farm_investment", 2, "농업 투자는", 1, "억 달러", "farm investment", 2, " billion dollars"},
    {"fish_catch", 0, "어획량은", 1, "만톤", "the fish catch", 3, " million tonnes"},
    {"rice_balance", 2, "쌀 무역수지는", 1, "억 달러", "the rice trade balance", 2, " billion dollars"},
    {"rice_harvest", 0, "쌀 수확량은", 1, "만톤", "the rice harvest", 3, " million tonnes"},
    {"self_sufficiency", 1, "식량 자급률은", 1, "%", "food self-sufficiency", 1, "%"},
    {"tractors", 1, "트랙터 보급은", 1, "대", "tractors", 1, " tractors"},
};
struct CountryName {
  const char* korean;
  const char* english;
};
inline constexpr CountryName kCountries[] = {
    {"중국", "China"}, {"일본", "Japan"}, {"한국", "South Korea"}, {"미국", "the United States"}};

/// "-2.57" of -257 and 2.
inline std::string decimal_text(long digits, int decimals) {
  std::string text = std::to_string(digits < 0 ? -digits : digits);
  if (decimals > 0) text.insert(text.size() - static_cast<std::size_t>(decimals), ".");
  return (digits < 0 ? "-" : "") + text;
}

/// A figure of the index by its digits, all four that it has or more.
struct RandomCell {
  const SeriesPrint* print;
  std::size_t country;
  int year;
  int edition;  ///< the year of it
  long digits;

  bool is_beside(const RandomCell& other) const {
    return print == other.print && country == other.country && year == other.year;
  }
};

struct RandomWorld {
  std::vector<RandomCell> cells;
  std::vector<HarvestFigure> figures;
};

inline RandomWorld random_world(Random& random) {
  RandomWorld world;
  for (const SeriesPrint& print : kPrints) {
    for (const auto& [year, edition] : {std::pair{2022, 2024}, {2023, 2024}, {2023, 2025}, {2024, 2025}}) {
      HarvestFigure figure{print.id, year, edition == 2024 ? "harvest-2024" : "harvest-2025", {}};
      for (std::size_t country = 0; country < std::size(kCountries); ++country) {
        long digits = 1000 + static_cast<long>(random.below(9000));
        if (std::string_view(print.id) == "rice_balance" && random.below(2) == 0) digits = -digits;
        world.cells.push_back({&print, country, year, edition, digits});
        figure.printed.push_back(decimal_text(digits, print.decimals));
      }
      world.figures.push_back(std::move(figure));
    }
  }
  return world;
}

/// A print and the sentence that says it, which names the edition.
struct SaidFigure {
  std::string print;
  std::string text;
};
/// `left_out` of the last digits are not written.
inline SaidFigure korean(const RandomCell& cell, long digits, int left_out) {
  const std::string number = decimal_text(digits, cell.print->korean_decimals - left_out);
  const std::string unit = cell.print->korean_unit;
  return {number + unit, "'수확 연감 " + std::to_string(cell.edition) + "'에 따르면 " + std::to_string(cell.year) +
                             "년 " + kCountries[cell.country].korean + "의 " + cell.print->korean + " " + number +
                             unit + "로 집계됐다."};
}
inline SaidFigure english(const RandomCell& cell, long digits, int left_out) {
  const std::string number = decimal_text(digits, cell.print->english_decimals - left_out);
  const std::string unit = cell.print->english_unit;
  return {number + unit, "According to the Harvest Atlas " + std::to_string(cell.edition) + ", " + cell.print->english +
                             " in " + kCountries[cell.country].english + " came to " + number + unit + " in " +
                             std::to_string(cell.year) + "."};
}

/// Some cells of a world, each in a sentence of one language.
inline std::vector<SaidFigure> random_sentences(const RandomWorld& world, Random& random, Language language) {
  std::vector<RandomCell> cells = world.cells;
  std::vector<SaidFigure> sentences;
  const std::size_t count = 2 + random.below(7);
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t at = random.below(cells.size());
    const RandomCell cell = cells[at];
    cells.erase(cells.begin() + static_cast<std::ptrdiff_t>(at));
    sentences.push_back(language == Language::Korean ? korean(cell, cell.digits, 0) : english(cell, cell.digits, 0));
  }
  return sentences;
}

inline std::string joined(const std::vector<SaidFigure>& sentences, const std::string& between) {
  std::string text;
  for (const SaidFigure& sentence : sentences) text += (text.empty() ? "" : between) + sentence.text;
  return text;
}

}  // namespace podium::testing
