#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "podium/publish/figures/figure_cell.hpp"
#include "podium/publish/pages/page_context.hpp"
#include "podium/publish/pictures/line_chart.hpp"

/// How names, numbers and histories are put for readers.
namespace podium {

const std::string& name_of(const PageContext& context, Unit unit);
/// The title, or the id where the index gives none; the root is called "Index".
std::string title_of(const PageContext& context, Series series);
/// The title, or the id where the index gives none.
const std::string& title_of(const Edition& edition);
std::string period_of(const PageContext& context, Time time);
/// The unit of measure in the page's language; as in the index where the texts do not know it.
std::string measure_of(const PageContext& context, Series series);
/// A group column's name or value in the page's language.
std::string group_word(const PageContext& context, std::string_view word);

/// "63.2"; a dash for none.
std::string score_text(const PageContext& context, double score);
std::string rank_text(Rank rank);
/// A node's share of the index in the newest period.
double effective_weight(const PageContext& context, Series node);
/// "12.5%" of a share of 1; "50%" where nothing stands behind the point.
std::string percent_text(double share);

/// The same text, with ranges such as 6–14 kept on one line.
std::string unbroken(std::string_view text);

/// A printed number with a comma between groups of three digits of its integer part; nothing else is changed.
std::string printed_text(std::string_view printed);
/// The same, cut after five digits (at least one decimal) with "…" where it is longer than ten.
std::string short_printed_text(std::string_view printed);
/// A computed figure to five significant digits.
std::string computed_text(double value);

/// Labels of an axis: "0", "50 billion", "1,000억".
std::vector<Tick> number_ticks(const PageContext& context, Domain domain, std::size_t count);

/// What to know of a cell beside its figure: filled in and how, estimated, held at a goalpost. May be empty.
std::vector<std::string> remarks_of(const PageContext& context, const FigureCell& cell);
/// "provisional"; empty for a normal figure.
std::string status_text(const PageContext& context, Status status);

/// How the figures are called by which units compare: "per Population × 1,000,000"; empty for an indicator that nothing
/// divides.
std::string compared_label(const PageContext& context, Series indicator);

}  // namespace podium
