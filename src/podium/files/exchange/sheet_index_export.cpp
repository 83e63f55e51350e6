#include <algorithm>

#include "podium/files/exchange/sheet_codes.hpp"
#include "podium/files/exchange/sheet_index.hpp"
#include "podium/model/selection.hpp"

namespace podium {
namespace {

using Kind = SheetEntry::Kind;

PlacedWord word(std::string text) { return {std::move(text), {}}; }

class Exporter {
 public:
  Exporter(const Index& index, const SheetCodes& codes) : index_(index), hierarchy_(index.hierarchy), codes_(codes) {}

  SheetExport run(std::span<const Period> periods) {
    for (const Series indicator : hierarchy_.indicators()) add_indicator(indicator);
    add_aggregates();
    for (const std::string& group : index_.group_names) add_group(group);
    for (std::size_t i = hierarchy_.size(); i < index_.series.size(); ++i) add_denominator(static_cast<Series>(i));
    fill_table(periods);
    return std::move(result_);
  }

 private:
  const SheetCode* find(const char* kind, const std::string& id) const {
    const auto found = codes_.find({kind, id});
    return found != codes_.end() ? &found->second : nullptr;
  }
  std::string code_of(const char* kind, const std::string& id) const {
    const SheetCode* const code = find(kind, id);
    return code != nullptr ? code->code : id;
  }
  std::string id_of(Series series) const { return ids_[at(series)]; }

  void warn(Series series, std::string found) {
    result_.warnings.push_back({.code = Code::InvalidValue,
                                .found = std::move(found),
                                .expected = "nothing that the form has no place for; it is left out",
                                .subject = {.node = id_of(series)},
                                .severity = Severity::Warning});
  }

  SheetEntry common(Series series, Kind kind) const {
    const SeriesInfo& info = index_.info(series);
    SheetEntry entry;
    entry.kind = kind;
    entry.code = word(code_of("series", id_of(series)));
    entry.name = word(info.title.in(Language::English));
    entry.unit_of_measure = word(info.unit_of_measure);
    return entry;
  }

  /// What nodes and indicators have.
  void place_in_tree(Series series, SheetEntry& entry) const {
    const NodeSpec& node = hierarchy_.node(series);
    entry.level = word(std::to_string(levels_[at(series)]));
    entry.weight = word(shortest(node.weight));
    entry.direction = word(std::to_string(node.direction));
    if (const auto parent = hierarchy_.parent(series)) entry.parent = word(code_of("series", id_of(*parent)));
  }

  void add_indicator(Series series) {
    const NodeSpec& node = hierarchy_.node(series);
    SheetEntry entry = common(series, Kind::Indicator);
    place_in_tree(series, entry);
    if (const auto denominator = hierarchy_.denominator_of(series)) {
      entry.denominator = word(code_of("series", id_of(*denominator)));
    }
    if (node.factor != 1) warn(series, "the factor " + shortest(node.factor));
    if (node.target && node.target->lower == node.target->upper) {
      entry.target = word(shortest(node.target->lower));
    } else if (node.target) {
      warn(series, "a target of two numbers");
    }
    if (node.goalposts) {
      entry.lower_goalpost = word(shortest(node.goalposts->lower));
      entry.upper_goalpost = word(shortest(node.goalposts->upper));
    }
    result_.sheets.entries.push_back(std::move(entry));
  }

  /// Level by level upward, as such sheets have them.
  void add_aggregates() {
    std::vector<Series> nodes(hierarchy_.aggregates().begin(), hierarchy_.aggregates().end());
    std::ranges::sort(nodes, {}, [&](Series series) { return std::pair(levels_[at(series)], series); });
    for (const Series series : nodes) {
      SheetEntry entry = common(series, Kind::Aggregate);
      place_in_tree(series, entry);
      if (const SheetCode* const code = find("series", id_of(series))) {
        entry.unit_of_measure = word(code->unit_of_measure);
      }
      result_.sheets.entries.push_back(std::move(entry));
    }
  }

  void add_group(const std::string& group) {
    const SheetCode* const code = find("group", group);
    SheetEntry& entry = result_.sheets.entries.emplace_back();
    entry.kind = Kind::Group;
    entry.code = word(code_of("group", group));
    entry.name = word(code != nullptr ? code->name : group);
  }

  void add_denominator(Series series) { result_.sheets.entries.push_back(common(series, Kind::Denominator)); }

  void fill_table(std::span<const Period> periods) {
    SheetIndex& sheets = result_.sheets;
    std::vector<std::string>& columns = sheets.data.columns;
    columns = {"uName", "uCode"};
    for (const std::string& group : index_.group_names) columns.push_back(code_of("group", group));
    columns.emplace_back("Time");
    sheets.name_column = 0;
    sheets.code_column = 1;
    sheets.period_column = columns.size() - 1;
    std::vector<Series> series;
    for (std::size_t i = hierarchy_.size(); i < index_.series.size(); ++i) series.push_back(static_cast<Series>(i));
    series.insert(series.end(), hierarchy_.indicators().begin(), hierarchy_.indicators().end());
    for (const Series one : series) columns.push_back(code_of("series", id_of(one)));
    const Selection selection = select(index_, index_.edition);
    for (const Period period : periods) {
      for (std::size_t unit = 0; unit < index_.units.size(); ++unit) {
        sheets.data.rows.push_back(row_of(selection, static_cast<Unit>(unit), period, series));
      }
    }
  }

  std::vector<std::string> row_of(const Selection& selection, Unit unit, Period period,
                                  std::span<const Series> series) const {
    const UnitInfo& info = index_.info(unit);
    std::vector<std::string> fields{info.name.in(Language::English), code_of("unit", info.code)};
    fields.insert(fields.end(), info.groups.begin(), info.groups.end());
    fields.push_back(to_text(period));
    const std::optional<Time> time = selection.panel().find_period(period);
    for (const Series one : series) {
      const auto origin = time ? selection.origin(one, *time, unit) : std::nullopt;
      const Observation* const observation = origin ? &index_.observation(*origin) : nullptr;
      fields.push_back(observation != nullptr && observation->value ? observation->value->text : "");
    }
    return fields;
  }

  std::vector<std::size_t> levels() const {
    std::vector<std::size_t> levels(hierarchy_.size());
    for (std::size_t i = 0; i < levels.size(); ++i) levels[i] = hierarchy_.level(static_cast<Series>(i));
    return levels;
  }

  const Index& index_;
  const Hierarchy& hierarchy_;
  const SheetCodes& codes_;
  std::vector<std::string> ids_ = index_.hierarchy.series_ids();
  std::vector<std::size_t> levels_ = levels();
  SheetExport result_;
};

/// An indicator directly below a higher level, or a branch that is shorter than others.
Diagnostics uneven_levels(const Hierarchy& hierarchy) {
  Diagnostics problems;
  for (std::size_t i = 0; i < hierarchy.size(); ++i) {
    const auto series = static_cast<Series>(i);
    const auto parent = hierarchy.parent(series);
    if (!parent || hierarchy.level(*parent) == hierarchy.level(series) + 1) continue;
    const NodeSpec& node = hierarchy.node(series);
    problems.push_back({.code = Code::InvalidValue,
                        .found = podium::quoted(node.id) + " of level " + std::to_string(hierarchy.level(series)) +
                                 " directly below " + podium::quoted(node.parent) + " of level " +
                                 std::to_string(hierarchy.level(*parent)),
                        .expected = "an index whose indicators all stand at one depth, as this form has them",
                        .subject = {.node = node.id}});
  }
  return problems;
}

}  // namespace

Result<SheetExport> sheet_index_of(const Index& index, const std::filesystem::path& directory,
                                   std::span<const Period> periods) {
  if (Diagnostics problems = uneven_levels(index.hierarchy); !problems.empty()) return problems;
  for (const Period period : periods) {
    if (std::ranges::find(index.periods, period) != index.periods.end()) continue;
    return Diagnostic{.code = Code::UnknownPeriod,
                      .found = "period " + podium::quoted(to_text(period)),
                      .expected = "a ranked period of the index"};
  }
  TRY(const SheetCodes codes, read_sheet_codes(directory));
  return Exporter(index, codes).run(periods);
}

}  // namespace podium
