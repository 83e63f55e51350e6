#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

#include "podium/claims/official_figures.hpp"
#include "podium/claims/verdict.hpp"

/// How verdicts are put into words.
namespace podium {

/// A sentence in both languages, {0}, {1} ... replaced by the values.
Text told(std::string_view en, std::string_view ko, std::initializer_list<Text> values);
Text told(std::string_view both);

/// Up to so many significant digits: "109.08", "1,332", "-0.36".
std::string significant(double value, int digits = 5);
/// "USD 1.33 billion", "13.3억 달러"; "51.4%"; a plain number.
Text amount_of(double value, const SeriesMeasure& measure, int digits = 5);
/// "The print stands for USD 1.325 billion to USD 1.335 billion.", "... for 24,000 or more."
Text print_text(const ValueInterval& printed, const SeriesMeasure& measure);
/// Its code; in Korean its name, if it has a common one.
Text currency_text(std::string_view code);
/// "2024" or "2023 to 2027".
Text years_text(YearSpan years);
Text title_of(const OfficialFigures& figures, std::string_view series);
Text name_of(const OfficialFigures& figures, std::string_view unit);
/// "Private AI investment, South Korea, 2024: USD 1.33 billion (AI Index Report 2025)".
Text told_figure(const OfficialFigures& figures, const OfficialFigure& figure);

ClaimEvidence evidence_of(const OfficialFigures& figures, const OfficialFigure& figure, const ValueInterval& printed);

}  // namespace podium
