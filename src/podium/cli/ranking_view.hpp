#pragma once

#include <optional>

#include "podium/cli/command.hpp"
#include "podium/wire/ranking.hpp"

/// How rankings look to people.
namespace podium {

/// How many units a first look at a ranking shows.
inline constexpr std::size_t kTopOfRanking = 10;

/// "AI competitiveness, 2024", or with the node: "AI competitiveness: Talent, 2024".
std::string ranking_title(const Index& index, Series node, Period period, Language language);

/// A node's components: those that count (weight above 0), then those that are only shown.
std::vector<Series> components_by_weight(const Hierarchy& hierarchy, Series node);
bool is_counted(const Hierarchy& hierarchy, Series node);
/// The node's title, in brackets if it does not count.
std::string component_title(const Index& index, Series node, Language language);

/// Rank, unit, name, score, the scores of the node's components (in brackets those that do not count), change of rank.
TextTable ranking_text_table(const Index& index, const Computed& computed, const RankingTable& table,
                             Language language);

/// What the brackets in the table of a node mean; empty if there are none.
std::string note_on_brackets(const Index& index, Series node, Language language);

/// "Figures from:" and a line for each edition, as a list of Markdown.
std::string note_on_editions(const Index& index, const Computed& computed, Series node, Time time, Language language);

/// A score as people read it: two decimals.
std::string shown_score(double score);
/// "12.5%"
std::string shown_share(double share);
std::string shown_rank(Rank rank);
/// "▲2", "▼1", "="; empty if unknown.
Cell change_cell(const std::optional<int>& change);
/// "ai-index-2025: AI Index Report 2025 (Stanford HAI, 2025-04-07)"
std::string edition_text(const Edition& edition);

}  // namespace podium
