#include "podium/files/read_goals.hpp"

#include <algorithm>
#include <array>

#include "podium/files/identifier.hpp"
#include "podium/files/read_figure.hpp"
#include "podium/files/table_reader.hpp"

namespace podium {
namespace {

constexpr std::array<std::string_view, 5> kGoalKeys{"id", "title", "unit", "rank", "by"};

Diagnostic wrong(std::string found, std::string expected, const Place& place) {
  return {.code = Code::InvalidValue, .found = std::move(found), .expected = std::move(expected), .place = place};
}

/// Nothing if it is not there or (reported) not after the last ranked period.
std::optional<Period> read_by(const TableReader& table, const Definition& definition) {
  const std::optional<PlacedWord> word = placed_word(table, "by");
  if (!word) return std::nullopt;
  const std::optional<Period> by = read_period(word->text, table.problems(), [&] { return word->place; });
  if (!by || definition.periods.empty()) return std::nullopt;
  if (by->kind() == Period::Kind::Year && *by > definition.periods.back()) return by;
  table.problems().add(wrong("by " + word->text,
                             "a year after the last ranked one, " + to_text(definition.periods.back()), word->place));
  return std::nullopt;
}

}  // namespace

void read_goals(const TomlTable& document, Definition& definition, Problems& problems) {
  for (const TomlValue* value : tables_of(document, "goal", problems)) {
    const TableReader table(std::get<TomlTable>(value->data), value->place, problems);
    table.allow_only(kGoalKeys);
    GoalEntry goal{.place = value->place, .title = table.get_text("title"), .by = read_by(table, definition)};
    goal.unit = placed_word(table, "unit");
    if (!goal.unit) table.require("unit", "unit = \"CODE\"");
    if (const auto rank = table.get_required<std::int64_t>("rank")) {
      goal.rank = *rank;
      goal.rank_place = table.find("rank")->value.place;
    }
    const auto id = table.get_required<std::string>("id");
    if (!id) continue;
    goal.id = *id;
    if (auto problem = check_identifier("goal", *id, table.find("id")->value.place)) problems.add(*std::move(problem));
    if (std::ranges::find(definition.goals, *id, &GoalEntry::id) != definition.goals.end()) {
      problems.add(Diagnostic{.code = Code::DuplicateId,
                              .found = "a second goal " + podium::quoted(*id),
                              .expected = "an id of its own for every goal",
                              .place = table.find("id")->value.place});
    }
    definition.goals.push_back(std::move(goal));
  }
}

std::vector<Goal> resolve_goals(const Definition& definition, const Vocabulary& words, std::size_t units,
                                Problems& problems) {
  std::vector<Goal> goals;
  for (const GoalEntry& entry : definition.goals) {
    if (!entry.unit) continue;
    const auto unit = read_word(entry.unit->text, words.units, problems, [&] { return entry.unit->place; });
    const bool has_rank = entry.rank >= 1 && (words.units.is_open() || entry.rank <= static_cast<std::int64_t>(units));
    if (!has_rank) {
      problems.add(
          wrong("rank " + std::to_string(entry.rank), "a rank from 1 to " + std::to_string(units), entry.rank_place));
    }
    if (!unit || !has_rank) continue;
    goals.push_back({.id = entry.id,
                     .title = entry.title,
                     .unit = static_cast<Unit>(*unit),
                     .rank = static_cast<Rank>(entry.rank),
                     .by = entry.by});
  }
  std::ranges::sort(goals, {}, &Goal::id);
  return goals;
}

}  // namespace podium
