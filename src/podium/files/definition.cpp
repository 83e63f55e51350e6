#include "podium/files/definition.hpp"

#include <algorithm>
#include <array>

#include "podium/files/identifier.hpp"
#include "podium/files/read_goals.hpp"
#include "podium/files/read_recipe.hpp"
#include "podium/files/read_series.hpp"
#include "podium/files/read_stress.hpp"
#include "podium/files/read_weights.hpp"
#include "podium/files/table_reader.hpp"

namespace podium {
namespace {

constexpr std::string_view kRoot = "index";
constexpr std::array<std::string_view, 9> kSections{"index", "node", "indicator", "denominator", "weights",
                                                    "table", "step", "stress",    "goal"};
constexpr std::array<std::string_view, 8> kIndexKeys{"id",      "title", "description",  "periods",
                                                     "edition", "as_of", "min_coverage", "allow_mixed_editions"};
constexpr std::array<std::string_view, 6> kTableKeys{"file", "period", "edition", "source", "status", "locator"};

std::span<const TomlValue> items_of(const TomlArray* list) {
  return list != nullptr ? std::span<const TomlValue>(*list) : std::span<const TomlValue>();
}

std::vector<Period> read_periods(const TableReader& index) {
  const TomlEntry* entry = index.require("periods", "the first and the last ranked year, such as [2021, 2024]");
  if (entry == nullptr) return {};
  const auto* items = std::get_if<TomlArray>(&entry->value.data);
  std::vector<std::int64_t> years;
  for (const TomlValue& item : items_of(items)) {
    if (const auto* year = std::get_if<std::int64_t>(&item.data)) years.push_back(*year);
  }
  if (items == nullptr || items->size() != 2 || years.size() != 2 || years[0] < 1000 || years[1] > 9999 ||
      years[1] < years[0]) {
    index.problems().add(Diagnostic{.code = items == nullptr ? Code::WrongType : Code::InvalidValue,
                                    .found = items == nullptr ? std::string(kind_of(entry->value)) + " for 'periods'"
                                                              : "periods that are not two years in ascending order",
                                    .expected = "the first and the last ranked year, such as [2021, 2024]",
                                    .place = entry->value.place});
    return {};
  }
  std::vector<Period> periods;
  for (std::int64_t year = years[0]; year <= years[1]; ++year) periods.push_back(Period::year(static_cast<int>(year)));
  return periods;
}

void read_edition_choice(const TableReader& index, Definition& definition) {
  definition.edition = placed_word(index, "edition");
  definition.as_of = index.get<Date>("as_of");
  const TomlEntry* edition = index.find("edition");
  const TomlEntry* as_of = index.find("as_of");
  if (edition != nullptr && as_of != nullptr) {
    index.problems().add(Diagnostic{.code = Code::DuplicateKey,
                                    .found = "both 'edition' and 'as_of'",
                                    .expected = "one of the two",
                                    .place = as_of->place});
  }
  if (definition.edition && definition.edition->text == "latest") definition.edition.reset();
}

void read_coverage(const TableReader& index, Definition& definition) {
  const std::optional<double> coverage = index.get<double>("min_coverage");
  if (!coverage) return;
  if (*coverage >= 0 && *coverage <= 1) {
    definition.min_coverage = *coverage;
    return;
  }
  index.problems().add(Diagnostic{.code = Code::InvalidValue,
                                  .found = "min_coverage " + shortest(*coverage),
                                  .expected = "a share between 0 and 1",
                                  .place = index.find("min_coverage")->value.place});
}

void read_index_section(const TableReader& index, Definition& definition) {
  index.allow_only(kIndexKeys);
  if (const std::optional<std::string> id = index.get_required<std::string>("id")) {
    definition.id = *id;
    if (auto problem = check_identifier("id", *id, index.find("id")->value.place))
      index.problems().add(*std::move(problem));
  }
  definition.title = index.get_required_text("title");
  definition.description = index.get_text("description");
  definition.periods = read_periods(index);
  read_edition_choice(index, definition);
  read_coverage(index, definition);
  definition.allow_mixed_editions = index.get<bool>("allow_mixed_editions").value_or(false);
}

/// The root has no section of its own: [index] stands for it, whether it is there or not.
void add_root(const TomlTable& document, const std::string& file, Definition& definition, Problems& problems) {
  const TableReader all(document, {file, 1, 1}, problems);
  const TomlEntry* entry = all.find(kRoot);
  if (entry == nullptr) {
    problems.add(
        Diagnostic{.code = Code::MissingKey, .found = "no section [index]", .expected = "one", .place = {file, 1, 1}});
  }
  const auto* table = entry != nullptr ? std::get_if<TomlTable>(&entry->value.data) : nullptr;
  if (entry != nullptr && table == nullptr) all.report_type(*entry, "a section [index]");
  if (table != nullptr) {
    read_index_section(TableReader(*table, entry->value.place, problems), definition);
    definition.places.nodes.emplace(kRoot, places_of(*table, entry->value.place));
  } else {
    definition.places.nodes.emplace(kRoot, Places::Table{{file, 0, 0}, {}});
  }
  definition.nodes.push_back({.id = std::string(kRoot), .parent = {}});
  definition.series.push_back(
      {.title = definition.title, .description = definition.description, .unit_of_measure = {}, .edition = {}});
  definition.editions.emplace_back();
}

void read_tables(const TomlTable& document, Definition& definition, Problems& problems) {
  for (const TomlValue* value : tables_of(document, "table", problems)) {
    const TableReader table(std::get<TomlTable>(value->data), value->place, problems);
    table.allow_only(kTableKeys);
    const std::optional<std::string> file = table.get_required<std::string>("file");
    if (!file) continue;
    definition.tables.push_back({.file = {*file, table.find("file")->value.place},
                                 .period = placed_word(table, "period"),
                                 .edition = placed_word(table, "edition"),
                                 .source = placed_word(table, "source"),
                                 .status = placed_word(table, "status"),
                                 .locator = placed_word(table, "locator")});
  }
}

void read_steps(const TomlTable& document, Definition& definition, Problems& problems) {
  const std::size_t before = problems.count();
  TomlArray steps;
  for (const TomlValue* value : tables_of(document, "step", problems)) {
    definition.places.steps.push_back(places_of(std::get<TomlTable>(value->data), value->place));
    steps.push_back(*value);
  }
  definition.recipe = read_recipe(steps, problems);
  if (problems.count() > before) definition.recipe.reset();
}

}  // namespace

std::optional<PlacedWord> placed_word(const TableReader& table, std::string_view key) {
  std::optional<TomlWord> word = table.get<TomlWord>(key);
  if (!word) return std::nullopt;
  return PlacedWord{std::move(word->text), table.find(key)->value.place};
}

std::vector<const TomlValue*> tables_of(const TomlTable& document, std::string_view key, Problems& problems) {
  const auto found = std::ranges::find(document, key, &TomlEntry::key);
  if (found == document.end()) return {};
  std::vector<const TomlValue*> tables;
  const auto* list = std::get_if<TomlArray>(&found->value.data);
  for (const TomlValue& item : items_of(list)) {
    if (std::holds_alternative<TomlTable>(item.data)) tables.push_back(&item);
  }
  if (list == nullptr || tables.size() != list->size()) {
    problems.add(Diagnostic{.code = Code::WrongType,
                            .found = std::string(kind_of(found->value)) + " for " + podium::quoted(key),
                            .expected = "sections [[" + std::string(key) + "]]",
                            .place = found->place});
  }
  return tables;
}

std::optional<Definition> read_definition(std::string_view text, const std::string& file, Problems& problems) {
  const std::size_t before = problems.count();
  const Result<TomlTable> document = parse_toml(text, file);
  if (!document) {
    problems.add(document.diagnostics());
    return std::nullopt;
  }
  Definition definition;
  definition.places.file = file;
  TableReader(*document, {file, 1, 1}, problems).allow_only(kSections);
  // What stands in a misspelt section is not known to be missing.
  definition.ids_are_sound = problems.count() == before;
  add_root(*document, file, definition, problems);
  read_series(*document, definition, problems);
  read_weight_sets(*document, definition, problems);
  read_tables(*document, definition, problems);
  read_steps(*document, definition, problems);
  fill_weight_sets(definition, problems);
  read_stress(*document, definition, problems);
  read_goals(*document, definition, problems);
  return definition;
}

}  // namespace podium
