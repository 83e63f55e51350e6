#pragma once

#include <span>
#include <string>
#include <vector>

#include "podium/cli/text_table.hpp"
#include "podium/model/language.hpp"
#include "podium/store/measures/measure_list.hpp"
#include "podium/store/measures/measured_figures.hpp"

namespace podium {

/// A tidy table of observations, as podium writes it into an index.
std::string figures_as_csv(std::span<const FigureRow> rows);

/// The same for people: without what is the same in all rows.
std::string figures_as_table(std::span<const FigureRow> rows, Language language, Colour colour);

/// [{"unit":"KOR","indicator":"...", ...}, ...] Numbers are numbers, gaps null.
std::string figures_as_json(std::span<const FigureRow> rows);

/// id, where it comes from, indicator, inputs, title.
std::string measures_as_table(std::span<const FoundMeasure> measures, Language language, Colour colour);
std::string measures_as_csv(std::span<const FoundMeasure> measures);
std::string measures_as_json(std::span<const FoundMeasure> measures);

}  // namespace podium
