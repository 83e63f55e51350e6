#include "podium/store/tables.hpp"

#include <bit>

namespace podium {
namespace {

constexpr const char* kTables = R"(
CREATE TABLE unit(code VARCHAR, name_en VARCHAR, name_ko VARCHAR);
CREATE TABLE unit_group(unit VARCHAR, grouping VARCHAR, name VARCHAR);
CREATE TABLE indicator(
  id VARCHAR, kind VARCHAR, parent VARCHAR, weight DOUBLE, share DOUBLE, effective_weight DOUBLE, direction INTEGER,
  unit_of_measure VARCHAR, title_en VARCHAR, title_ko VARCHAR, description_en VARCHAR, description_ko VARCHAR,
  denominator VARCHAR, factor DOUBLE, goalpost_low DOUBLE, goalpost_high DOUBLE);
CREATE TABLE source(
  id VARCHAR, title VARCHAR, publisher VARCHAR, published DATE, url VARCHAR, licence VARCHAR, note VARCHAR);
CREATE TABLE edition(id VARCHAR, publisher VARCHAR, released DATE, title VARCHAR, note VARCHAR);
CREATE TABLE observation(
  unit VARCHAR, indicator VARCHAR, period VARCHAR, edition VARCHAR, value DOUBLE, value_text VARCHAR,
  printed_step DOUBLE, status VARCHAR, standard_error DOUBLE, source VARCHAR, locator VARCHAR, note VARCHAR,
  file VARCHAR, line INTEGER);
CREATE TABLE cell_history(
  unit VARCHAR, indicator VARCHAR, period VARCHAR, step INTEGER, operation VARCHAR, value DOUBLE, history VARCHAR,
  edition VARCHAR);
CREATE TABLE result(period VARCHAR, node VARCHAR, unit VARCHAR, score DOUBLE, rank INTEGER);
CREATE TABLE input(path VARCHAR, kind VARCHAR, hash VARCHAR, bytes BIGINT);
CREATE TABLE made_by(podium VARCHAR, format BIGINT);
)";

void add_text(SqlAppender& table, std::string_view text) {
  if (text.empty()) {
    table.add_null();
  } else {
    table.add(text);
  }
}

template <class... Texts>
void add_texts(SqlAppender& table, const Texts&... texts) {
  (add_text(table, texts), ...);
}

Result<bool> fill_units(const SqlConnection& connection, const Index& index) {
  TRY(SqlAppender units, SqlAppender::open(connection, "unit"));
  TRY(SqlAppender groups, SqlAppender::open(connection, "unit_group"));
  for (const UnitInfo& unit : index.units) {
    add_texts(units, unit.code, unit.name.en, unit.name.ko);
    units.end_row();
    for (std::size_t i = 0; i < index.group_names.size(); ++i) {
      add_texts(groups, unit.code, index.group_names[i], unit.groups[i]);
      groups.end_row();
    }
  }
  TRY([[maybe_unused]] const bool has_units, units.close());
  return groups.close();
}

/// Weights, parents and scales; nulls for a denominator, which has none.
void add_place_in_tree(SqlAppender& table, const Index& index, Series series) {
  const Hierarchy& tree = index.hierarchy;
  const std::optional<Series> parent = tree.parent(series);
  if (parent) {
    table.add(tree.node(*parent).id);
  } else {
    table.add_null();
  }
  table.add(tree.node(series).weight).add(tree.share(series)).add(tree.effective_weight(series));
  if (tree.is_indicator(series)) {
    table.add(std::int64_t{tree.node(series).direction});
  } else {
    table.add_null();
  }
}

void add_scale(SqlAppender& table, const NodeSpec& node) {
  add_text(table, node.denominator);
  table.add(node.denominator.empty() ? kMissing : node.factor);
  table.add(node.goalposts ? node.goalposts->lower : kMissing);
  table.add(node.goalposts ? node.goalposts->upper : kMissing);
}

void add_nulls(SqlAppender& table, std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) table.add_null();
}

bool is_divisor(const Index& index, Series series) { return at(series) >= index.hierarchy.size(); }

Result<bool> fill_indicators(const SqlConnection& connection, const Index& index) {
  TRY(SqlAppender table, SqlAppender::open(connection, "indicator"));
  const std::vector<std::string> ids = index.hierarchy.series_ids();
  for (const Series series : Positions<Series>(ids.size())) {
    const bool is_denominator = is_divisor(index, series);
    table.add(ids[at(series)]);
    table.add(is_denominator ? "denominator" : index.hierarchy.is_indicator(series) ? "indicator" : "node");
    if (is_denominator) {
      add_nulls(table, 5);
    } else {
      add_place_in_tree(table, index, series);
    }
    const SeriesInfo& info = index.info(series);
    add_texts(table, info.unit_of_measure, info.title.en, info.title.ko, info.description.en, info.description.ko);
    if (is_denominator) {
      add_nulls(table, 4);
    } else {
      add_scale(table, index.hierarchy.node(series));
    }
    table.end_row();
  }
  return table.close();
}

Result<bool> fill_sources(const SqlConnection& connection, const Index& index) {
  TRY(SqlAppender table, SqlAppender::open(connection, "source"));
  for (const Source& source : index.sources) {
    add_texts(table, source.id, source.title, source.publisher,
              source.published ? to_text(*source.published) : std::string(), source.url, source.licence, source.note);
    table.end_row();
  }
  return table.close();
}

Result<bool> fill_editions(const SqlConnection& connection, const Index& index) {
  TRY(SqlAppender table, SqlAppender::open(connection, "edition"));
  for (const Edition& edition : index.editions) {
    add_texts(table, edition.id, edition.publisher, to_text(edition.released), edition.title, edition.note);
    table.end_row();
  }
  return table.close();
}

bool is_same(double one, double other) {
  return std::bit_cast<std::uint64_t>(one) == std::bit_cast<std::uint64_t>(other) ||
         (is_missing(one) && is_missing(other));
}

/// The cells that a step changed, or before any step those that there are.
class HistoryWriter {
 public:
  HistoryWriter(SqlAppender& table, const Index& index, const Selection& selection)
      : table_(table), index_(index), selection_(selection) {}

  void write(std::size_t step, const std::string& operation, const Panel* before, const Panel& after) {
    for (const Series series : all_series(after)) {
      for (const Time time : all_periods(after)) {
        for (const Unit unit : all_units(after)) {
          const std::string history = history_text(after, index_.hierarchy, series, time, unit);
          if (is_news(before, after, history, series, time, unit)) {
            write_row(step, operation, after, history, series, time, unit);
          }
        }
      }
    }
  }

 private:
  bool is_news(const Panel* before, const Panel& after, const std::string& history, Series series, Time time,
               Unit unit) const {
    const double value = after.value(series, time, unit);
    if (before == nullptr) return !is_missing(value);
    return !is_same(before->value(series, time, unit), value) ||
           history_text(*before, index_.hierarchy, series, time, unit) != history;
  }

  void write_row(std::size_t step, const std::string& operation, const Panel& panel, const std::string& history,
                 Series series, Time time, Unit unit) {
    table_.add(panel.code(unit)).add(panel.id(series)).add(to_text(panel.period(time)));
    table_.add(static_cast<std::int64_t>(step)).add(operation).add(panel.value(series, time, unit)).add(history);
    const auto edition = step == 0 ? selection_.edition(series, time) : std::nullopt;
    add_text(table_, edition ? index_.editions[at(*edition)].id : std::string());
    table_.end_row();
  }

  SqlAppender& table_;
  const Index& index_;
  const Selection& selection_;
};

Result<bool> fill_history(const SqlConnection& connection, const Index& index, const Selection& selection) {
  TRY(SqlAppender table, SqlAppender::open(connection, "cell_history"));
  HistoryWriter writer(table, index, selection);
  Panel before = selection.panel();
  writer.write(0, "select", nullptr, before);
  for (std::size_t number = 1; number <= index.recipe.steps().size(); ++number) {
    TRY(Panel after, run_steps(index.recipe, before, number - 1, number));
    writer.write(number, title_of(index.recipe.steps()[number - 1]), &before, after);
    before = std::move(after);
  }
  return table.close();
}

}  // namespace

Result<bool> create_tables(const SqlConnection& connection) { return connection.execute(kTables); }

Result<bool> fill_catalogue(const SqlConnection& connection, const Index& index) {
  for (const auto fill : {fill_units, fill_indicators, fill_sources, fill_editions}) {
    TRY([[maybe_unused]] const bool is_filled, fill(connection, index));
  }
  return true;
}

Result<bool> fill_observations(const SqlConnection& connection, const Index& index,
                               const std::function<bool(const std::string&)>& is_wanted) {
  TRY(SqlAppender table, SqlAppender::open(connection, "observation"));
  const std::vector<std::string> ids = index.hierarchy.series_ids();
  for (const Observation& one : index.observations) {
    if (!is_wanted(one.place.file.str())) continue;
    table.add(index.info(one.unit).code).add(ids[at(one.series)]).add(to_text(one.period));
    table.add(index.edition_of(one).id);
    table.add(one.value ? one.value->value : kMissing);
    add_text(table, one.value ? one.value->text : std::string());
    table.add(one.value ? one.value->step : kMissing);
    table.add(std::string(1, static_cast<char>(one.status))).add(one.standard_error);
    add_texts(table, index.source_of(one).id, one.locator, one.note, one.place.file);
    table.add(std::int64_t{one.place.line});
    table.end_row();
  }
  return table.close();
}

Result<bool> fill_results(const SqlConnection& connection, const Index& index, const Computed& computed) {
  TRY([[maybe_unused]] const bool has_history, fill_history(connection, index, computed.selection));
  TRY(SqlAppender table, SqlAppender::open(connection, "result"));
  const Ranking& ranking = computed.ranking;
  for (const Time time : all_periods(ranking.panel())) {
    for (const Series node : Positions<Series>(index.hierarchy.size())) {
      for (const Unit unit : all_units(ranking.panel())) {
        const Rank rank = ranking.rank(node, time, unit);
        table.add(to_text(ranking.panel().period(time))).add(index.hierarchy.node(node).id).add(index.info(unit).code);
        table.add(rank == 0 ? kMissing : ranking.score(node, time, unit));
        if (rank == 0) {
          table.add_null();
        } else {
          table.add(static_cast<std::int64_t>(rank));
        }
        table.end_row();
      }
    }
  }
  return table.close();
}

Result<bool> fill_inputs(const SqlConnection& connection, const StoreInputs& inputs) {
  TRY(SqlAppender table, SqlAppender::open(connection, "input"));
  const auto add = [&table](const std::vector<StoreInput>& files, const char* kind) {
    for (const StoreInput& file : files) {
      table.add(file.path).add(kind).add(file.hash).add(file.bytes);
      table.end_row();
    }
  };
  add(inputs.definitions, "definition");
  add(inputs.tables, "observations");
  TRY([[maybe_unused]] const bool has_inputs, table.close());
  TRY(SqlAppender maker, SqlAppender::open(connection, "made_by"));
  maker.add(PODIUM_VERSION).add(kStoreFormat);
  maker.end_row();
  return maker.close();
}

Result<StoreInputs> recorded_inputs(const SqlConnection& connection) {
  const std::string maker[] = {PODIUM_VERSION, std::to_string(kStoreFormat)};
  TRY(SqlRows made_by, connection.query("SELECT 1 FROM made_by WHERE podium = ? AND format = ?::BIGINT", maker));
  bool is_ours = false;
  TRY([[maybe_unused]] const bool is_read, made_by.for_each([&](std::span<const SqlValue>) { return is_ours = true; }));
  if (!is_ours) return Diagnostic{.found = "a store of another podium", .expected = "one of " PODIUM_VERSION};
  TRY(SqlRows rows, connection.query("SELECT kind = 'definition', path, hash, bytes FROM input ORDER BY rowid"));
  StoreInputs inputs;
  TRY([[maybe_unused]] const bool is_listed, rows.for_each([&](std::span<const SqlValue> row) {
    auto& list = row[0].text == "true" ? inputs.definitions : inputs.tables;
    list.push_back({row[1].text, row[2].text, std::stoll(row[3].text)});
    return true;
  }));
  return inputs;
}

}  // namespace podium
