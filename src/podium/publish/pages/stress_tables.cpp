#include "podium/publish/pages/stress_tables.hpp"

#include <algorithm>
#include <numeric>

#include "podium/publish/html.hpp"
#include "podium/publish/pictures/column_chart.hpp"
#include "podium/publish/pictures/influence_bar.hpp"
#include "podium/publish/pictures/rank_strip.hpp"
#include "podium/publish/pictures/share_grid.hpp"
#include "podium/wire/stress_sentences.hpp"

namespace podium {
namespace {

/// More rows or columns are not read as a picture, and would make the page heavy; the downloads hold all.
constexpr std::size_t kMostRows = 200;
constexpr std::size_t kMostInGrid = 60;
constexpr std::size_t kMostInPairs = 16;

UnitDistribution found_for(const StressResult& result, Unit unit) {
  return distribution_of(result.tally, at(unit), result.plan.interval);
}

const AttainableRanks* proven_for(const StressResult& result, Unit unit) {
  return result.attainable == nullptr ? nullptr : &(*result.attainable)[at(unit)];
}

std::string strip_of(const PageContext& context, const StressResult& result, Unit unit, const UnitDistribution& found) {
  const AttainableRanks* const proven = proven_for(result, unit);
  const std::string interval = rank_span(found.lower_rank, found.upper_rank);
  const std::string met = rank_span(found.best_rank, found.worst_rank);
  const std::string possible = proven == nullptr ? std::string() : possible_span(*proven);
  std::string title = fill(context.words["strip_in_words"], {{"name", name_of(context, unit)},
                                                             {"published", rank_text(result.published(unit))},
                                                             {"median", rank_text(found.median_rank)},
                                                             {"level", interval_share(result)},
                                                             {"interval", interval},
                                                             {"met", met}});
  if (!possible.empty()) title += fill(context.words["strip_possible"], {{"possible", possible}});
  return rank_strip({.title = title,
                     .ranks = result.tally.units(),
                     .published = result.published(unit),
                     .median = found.median_rank,
                     .interval = {found.lower_rank, found.upper_rank},
                     .met = {found.best_rank, found.worst_rank},
                     .possible = proven == nullptr ? RankSpan{} : RankSpan{proven->best.rank, proven->worst.rank}});
}

PageData rank_row(const PageContext& context, const StressResult& result, Unit unit, const std::string& home) {
  const UnitDistribution found = found_for(result, unit);
  const AttainableRanks* const proven = proven_for(result, unit);
  const Rank published = result.published(unit);
  PageData row;
  row["id"] = safe_name(context.index.info(unit).code);
  row["about"] = unit == result.about();
  row["rank"] = rank_text(published);
  row["name"] = name_of(context, unit);
  row["href"] = home + unit_path(context, unit);
  row["strip"] = strip_of(context, result, unit, found);
  row["interval"] = rank_span(found.lower_rank, found.upper_rank);
  row["median"] = rank_text(found.median_rank);
  row["met"] = rank_span(found.best_rank, found.worst_rank);
  row["possible"] = proven == nullptr ? PageData(false) : text_or_none(possible_span(*proven));
  row["held"] =
      published == 0 ? PageData(false) : PageData(share_text(at_most(result.tally, at(unit), published).value, 1));
  row["first"] = share_text(found.acceptability.front(), 1);
  return row;
}

/// A grid with the names at the left of its rows.
PageData grid_data(const PageContext& context, const StressResult& result, const std::vector<Unit>& units,
                   const ShareGrid& grid, const std::string& home) {
  PageData names = empty_list();
  for (const Unit unit : units) {
    PageData name;
    name["rank"] = rank_text(result.published(unit));
    name["name"] = name_of(context, unit);
    name["href"] = home + unit_path(context, unit);
    names << name;
  }
  PageData data;
  data["id"] = grid.id;
  data["names"] = std::move(names);
  data["picture"] = share_grid(grid);
  data["shown"] = std::to_string(units.size());
  data["is_cut"] = units.size() < shown_units(result, result.tally.units()).size();
  return data;
}

Rank worst_met(const StressResult& result, const std::vector<Unit>& units) {
  Rank worst = 1;
  for (const Unit unit : units) worst = std::max(worst, found_for(result, unit).worst_rank);
  return worst;
}

/// One cell for each rank up to the last, then what lies beyond, then worlds without a rank, where these are shown.
std::vector<ShareCell> cells_of(const PageContext& context, const StressResult& result, Unit unit, Rank last,
                                const std::vector<std::string>& columns) {
  const UnitDistribution found = found_for(result, unit);
  const auto cell = [&](double share, const std::string& rank, bool marked) {
    return ShareCell{share,
                     fill(context.words["share_of_rank"],
                          {{"name", name_of(context, unit)}, {"rank", rank}, {"share", share_text(share, 1)}}),
                     marked};
  };
  std::vector<ShareCell> cells;
  for (Rank rank = 1; rank <= last; ++rank) {
    cells.push_back(cell(found.acceptability[rank - 1], std::to_string(rank), rank == result.published(unit)));
  }
  for (std::size_t i = cells.size(); i < columns.size(); ++i) {
    const bool beyond = i == last && columns[i] != context.words["no_rank"];
    const double share =
        beyond ? std::accumulate(found.acceptability.begin() + last, found.acceptability.end(), 0.0) : found.unranked;
    cells.push_back(cell(share, columns[i], beyond && result.published(unit) > last));
  }
  return cells;
}

std::string row_in_words(const PageContext& context, const StressResult& result, Unit unit) {
  const UnitDistribution found = found_for(result, unit);
  const auto likeliest = std::ranges::max_element(found.acceptability);
  return fill(context.words["share_of_rank"], {{"name", name_of(context, unit)},
                                               {"rank", std::to_string(likeliest - found.acceptability.begin() + 1)},
                                               {"share", share_text(*likeliest, 1)}});
}

PageData influence_rows(const PageContext& context, const StressResult& result, const TargetSensitivity& target) {
  const std::vector<SensitivityFactor>& factors = result.sensitivity->factors;
  std::vector<std::size_t> order(factors.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, std::ranges::greater(),
                           [&](std::size_t factor) { return target.factors[factor].first.value; });
  const auto whole = [](const SobolIndex& index) { return share_text(std::clamp(index.value, 0.0, 1.0), 0); };
  const auto between = [](const SobolIndex& index) {
    return fixed(100 * std::clamp(index.low, 0.0, 1.0), 0) + "–" + share_text(std::clamp(index.high, 0.0, 1.0), 0);
  };
  PageData rows = empty_list();
  for (const std::size_t factor : order) {
    const FactorIndices& indices = target.factors[factor];
    PageData row;
    row["title"] = factor_title(result, factors[factor]).in(context.language());
    row["bar"] = influence_bar({.alone = {indices.first.value, indices.first.low, indices.first.high},
                                .together = {indices.total.value, indices.total.low, indices.total.high}});
    row["first"] = whole(indices.first);
    row["first_between"] = between(indices.first);
    row["total"] = whole(indices.total);
    row["total_between"] = between(indices.total);
    rows << row;
  }
  return rows;
}

}  // namespace

std::vector<Unit> shown_units(const StressResult& result, std::size_t most) {
  std::vector<Unit> units;
  const Unit about = result.about();
  const std::vector<Unit> order = result.order();
  for (const Unit unit : order) {
    if (found_for(result, unit).best_rank == 0) continue;
    if (units.size() < most || unit == about) units.push_back(unit);
  }
  return units;
}

PageData rank_rows(const PageContext& context, const StressResult& result, const std::string& home) {
  PageData rows = empty_list();
  for (const Unit unit : shown_units(result, kMostRows)) rows << rank_row(context, result, unit, home);
  return rows;
}

PageData acceptability_grid(const PageContext& context, const StressResult& result, const std::string& home) {
  const std::vector<Unit> units = shown_units(result, kMostInGrid);
  const Rank worst = worst_met(result, units);
  const Rank last = std::min<Rank>(worst, kMostInGrid);
  ShareGrid grid{.id = "acceptability-picture",
                 .title = context.words["acceptability_caption"],
                 .description = {},
                 .columns = {},
                 .rows = {},
                 .cell_width = 18};
  for (Rank rank = 1; rank <= last; ++rank) grid.columns.push_back(std::to_string(rank));
  if (worst > last) grid.columns.emplace_back("+");
  if (std::ranges::any_of(units, [&](Unit unit) { return found_for(result, unit).unranked > 0; })) {
    grid.columns.push_back(context.words["no_rank"]);
  }
  grid.description = context.words["likeliest_ranks"];
  for (const Unit unit : units) {
    grid.rows.push_back(cells_of(context, result, unit, last, grid.columns));
    grid.description += (unit == units.front() ? " " : "; ") + row_in_words(context, result, unit);
  }
  return grid_data(context, result, units, grid, home);
}

PageData pairs_grid(const PageContext& context, const StressResult& result, const std::string& home) {
  const std::vector<Unit> units = shown_units(result, kMostInPairs);
  ShareGrid grid{.id = "pairs-picture",
                 .title = context.words["pairs_caption"],
                 .description = context.words["pairs_note"],
                 .columns = {},
                 .rows = {},
                 .cell_width = 30};
  for (const Unit unit : units) {
    grid.columns.push_back(rank_text(result.published(unit)));
    std::vector<ShareCell> cells;
    for (const Unit other : units) {
      const double share = unit == other ? 0 : win_of(result.tally, at(unit), at(other)).value;
      cells.push_back({share, fill(context.words["share_of_pair"], {{"name", name_of(context, unit)},
                                                                    {"other", name_of(context, other)},
                                                                    {"share", share_text(share, 1)}})});
    }
    grid.rows.push_back(std::move(cells));
  }
  return grid_data(context, result, units, grid, home);
}

PageData influence_tables(const PageContext& context, const StressResult& result) {
  PageData tables = empty_list();
  if (result.sensitivity == nullptr || result.sensitivity->factors.size() < 2) return tables;
  const std::string titles[] = {fill(context.words["influence_on_rank"], {{"name", name_of(context, result.about())}}),
                                context.words["influence_on_all"]};
  for (std::size_t i = 0; i < std::size(titles); ++i) {
    const TargetSensitivity& target = result.sensitivity->result.targets[i];
    if (target.is_constant) continue;
    PageData table;
    table["id"] = std::to_string(i + 1);
    table["caption"] = titles[i];
    table["influences"] = influence_rows(context, result, target);
    tables << table;
  }
  return tables;
}

std::string acceptability_columns(const PageContext& context, const StressResult& result, Unit unit) {
  constexpr Rank kLeastRanks = 10;
  constexpr std::size_t kMostLabels = 12;
  const UnitDistribution found = found_for(result, unit);
  const auto all = static_cast<Rank>(found.acceptability.size());
  const Rank published = result.published(unit);
  const Rank first = std::max<Rank>(std::min(found.best_rank, published == 0 ? all : published), 2) - 1;
  const Rank last = std::min(all, std::max({found.worst_rank + 1, published + 1, first + kLeastRanks - 1}));
  ColumnChart chart{.id = "acceptability-chart",
                    .title = name_of(context, unit) + ": " + context.words["share_of_worlds_by_rank"],
                    .description = rank_sentence(result, unit).in(context.language()),
                    .domain = round_domain({0, 100 * *std::ranges::max_element(found.acceptability)}, 4),
                    .ticks = {},
                    .columns = {}};
  for (const double tick : round_ticks(chart.domain, 4)) chart.ticks.push_back({tick, shortest(tick) + "%"});
  const std::size_t stride = label_stride(last - first + 1, kMostLabels);
  for (Rank rank = first; rank <= last; ++rank) {
    const double share = found.acceptability[rank - 1];
    chart.columns.push_back({.value = 100 * share,
                             .title = fill(context.words["share_of_rank"], {{"name", name_of(context, unit)},
                                                                            {"rank", std::to_string(rank)},
                                                                            {"share", share_text(share, 1)}}),
                             .label = (rank - first) % stride == 0 ? std::to_string(rank) : std::string(),
                             .inside = rank >= found.lower_rank && rank <= found.upper_rank,
                             .marked = rank == published});
  }
  return column_chart(chart);
}

}  // namespace podium
