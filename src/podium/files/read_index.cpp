#include "podium/files/read_index.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <thread>

#include "podium/core/parallel.hpp"
#include "podium/files/catalogue.hpp"
#include "podium/files/country_table.hpp"
#include "podium/files/definition.hpp"
#include "podium/files/index_directory.hpp"
#include "podium/files/read_figure.hpp"
#include "podium/files/read_goals.hpp"
#include "podium/files/read_observations.hpp"
#include "podium/files/read_units.hpp"
#include "podium/files/read_weights.hpp"
#include "podium/model/weight_set.hpp"
#include "podium/solve/solvers.hpp"

namespace podium {
namespace {

constexpr const char* kDefinition = "podium.toml";
constexpr const char* kUnits = "units.csv";
constexpr const char* kSources = "sources.toml";
constexpr const char* kEditions = "editions.toml";
/// A panel of that many cells takes 900 MB.
constexpr std::size_t kMostCells = 100'000'000;

/// One reading of a directory: the files one after the other, then what they say of each other. What could not be read
/// is passed over, so that everything else is still checked.
class IndexReader {
 public:
  IndexReader(const IndexDirectory& directory, std::size_t threads) : directory_(directory), threads_(threads) {}

  Result<ReadIndex> read() {
    read_files();
    resolve_words();
    read_tables();
    build();
    if (!problems_.empty()) return std::move(problems_).sorted();
    Diagnostics warnings = recipe_->warnings();
    attach_places(warnings, definition_->places);
    sort_by_place(warnings);
    return ReadIndex{make_index(), std::move(warnings), std::move(definition_->places)};
  }

 private:
  // Files

  void read_files() {
    if (const auto text = read_text(kDefinition)) definition_ = read_definition(*text, kDefinition, problems_);
    if (const auto text = read_text(kSources)) sources_ = podium::read_sources(*text, kSources, problems_);
    if (const auto text = read_text(kEditions)) editions_ = podium::read_editions(*text, kEditions, problems_);
    if (auto source = at_place({kUnits, 0, 0}, directory_.open_file(kUnits))) {
      CsvReader csv(kUnits, *std::move(source));
      units_ = read_units(csv, builtin_country_names(), problems_);
    }
  }

  std::optional<std::string> read_text(const char* name) { return at_place({name, 0, 0}, directory_.read_text(name)); }

  /// The value, or nothing after reporting at `place` why there is none.
  template <class Value>
  std::optional<Value> at_place(const Place& place, Result<Value> result) {
    if (result) return *std::move(result);
    problems_.add_at(place, std::move(result).diagnostics());
    return std::nullopt;
  }

  // Words that one file uses and another explains

  Vocabulary vocabulary() const {
    Vocabulary words;
    words.units = WordList(Code::UnknownUnit, "unit", !units_ || !units_->is_whole);
    words.series = WordList(Code::UnknownIndicator, "indicator", !definition_ || !definition_->ids_are_sound);
    words.sources = WordList(Code::UnknownSource, "source", !sources_);
    words.edition_list = editions_ ? std::span<const Edition>(*editions_) : std::span<const Edition>();
    words.editions = edition_words(words.edition_list, !editions_);
    for (std::size_t i = 0; units_ && i < units_->units.size(); ++i) words.units.add(units_->units[i].code, i);
    for (std::size_t i = 0; sources_ && i < sources_->size(); ++i) words.sources.add((*sources_)[i].id, i);
    if (!definition_) return words;
    const std::size_t nodes = definition_->nodes.size();
    for (std::size_t i = 0; i < nodes; ++i) {
      const NodeSpec& node = definition_->nodes[i];
      if (node.kind == NodeSpec::Kind::Indicator) words.series.add(node.id, i);
    }
    for (std::size_t i = 0; i < definition_->denominators.size(); ++i)
      words.series.add(definition_->denominators[i], nodes + i);
    return words;
  }

  void resolve_words() {
    if (!definition_) return;
    const Vocabulary words = vocabulary();
    const auto resolve = [&](const PlacedWord& word) {
      return read_edition_word(word.text, words, problems_, [&] { return word.place; });
    };
    if (definition_->as_of) choice_ = AsOf{*definition_->as_of};
    if (definition_->edition) resolve_choice(*definition_->edition, words);
    goals_ = resolve_goals(*definition_, words, units_ ? units_->units.size() : 0, problems_);
    for (std::size_t i = 0; i < definition_->series.size(); ++i) {
      if (definition_->editions[i]) definition_->series[i].edition = resolve(*definition_->editions[i]);
    }
  }

  void resolve_choice(const PlacedWord& word, const Vocabulary& words) {
    if (const auto position = words.editions.find(word.text)) {
      choice_ = NamedEdition{static_cast<EditionAt>(*position)};
      return;
    }
    Diagnostic problem = resolve_edition(words.edition_list, word.text).diagnostics().front();
    problem.expected = "'latest', " + problem.expected;
    if (problem.nearest.empty()) problem.nearest = nearest_word(word.text, std::array{std::string_view("latest")});
    problem.place = word.place;
    problems_.add(std::move(problem));
  }

  // Observations

  struct Table {
    std::string name;
    Place place;  ///< for a file that cannot be opened
    const TableEntry* entry;
  };

  std::vector<Table> tables() {
    std::map<std::string, Table> tables;
    if (const auto names = at_place({"observations", 0, 0}, directory_.observation_tables())) {
      for (const std::string& name : *names) tables.emplace(name, Table{name, {name, 0, 0}, nullptr});
    }
    for (std::size_t i = 0; definition_ && i < definition_->tables.size(); ++i) {
      const TableEntry& entry = definition_->tables[i];
      const std::optional<std::string> name = at_place(entry.file.place, directory_.locate(entry.file.text));
      if (!name) continue;
      Table& table = tables[*name];
      if (table.entry != nullptr) {
        problems_.add(Diagnostic{.code = Code::DuplicateKey,
                                 .found = "a second section for " + podium::quoted(*name),
                                 .expected = "one section [[table]] for each file",
                                 .place = entry.file.place});
        continue;
      }
      table = {*name, entry.file.place, &entry};
    }
    std::vector<Table> ordered;
    for (auto& [name, table] : tables) ordered.push_back(std::move(table));
    return ordered;
  }

  /// What one table says, so that several can be read at once.
  struct TableContent {
    std::vector<Observation> observations{};
    Problems problems{};
  };

  TableContent read_table(const Table& table, const Vocabulary& words) const {
    TableContent content;
    Result<ByteSource> source = directory_.open_file(table.name);
    if (source) {
      CsvReader csv(table.name, *std::move(source));
      read_observations(csv, table.entry, words, content.observations, content.problems);
      if (!words.is_open()) sort_observations(content.observations, *editions_);
    } else {
      content.problems.add_at(table.place, std::move(source).diagnostics());
    }
    return content;
  }

  void read_tables() {
    const Vocabulary words = vocabulary();
    const std::vector<Table> tables = this->tables();
    if (tables.empty() && problems_.empty()) {
      problems_.add(Diagnostic{.code = Code::MissingFile,
                               .found = "no table of observations",
                               .expected = "files such as observations/figures.csv"});
    }
    std::vector<TableContent> contents(tables.size());
    for_each_index(tables.size(), threads_, [&](std::size_t i) { contents[i] = read_table(tables[i], words); });
    std::vector<std::vector<Observation>> sorted;
    for (TableContent& content : contents) {
      problems_.add(std::move(content.problems));
      sorted.push_back(std::move(content.observations));
    }
    if (words.is_open()) return;
    observations_ = merge_observations(std::move(sorted), *editions_);
    report_duplicates(observations_, {series_ids(), units_->units, *editions_}, problems_);
  }

  std::vector<std::string> series_ids() const {
    std::vector<std::string> ids;
    for (const NodeSpec& node : definition_->nodes) ids.push_back(node.id);
    ids.insert(ids.end(), definition_->denominators.begin(), definition_->denominators.end());
    return ids;
  }

  // Hierarchy and recipe

  void build() {
    if (!definition_ || !definition_->ids_are_sound) return;
    Result<Hierarchy> hierarchy = Hierarchy::build(definition_->nodes, definition_->denominators);
    if (hierarchy) {
      hierarchy_ = *std::move(hierarchy);
      check_weight_sets();
      check_recipe(*hierarchy_);
      check_size();
      return;
    }
    add_placed(std::move(hierarchy).diagnostics());
    // The recipe can be checked against the tree alone.
    if (const Result<Hierarchy> tree =
            Hierarchy::build(with_plain_figures(definition_->nodes), definition_->denominators)) {
      check_recipe(*tree);
    }
  }

  /// What is wrong with the weights of a set is what would be wrong with them at the nodes.
  void check_weight_sets() {
    for (const NamedWeights& set : definition_->weight_sets) {
      Result<Hierarchy> hierarchy =
          Hierarchy::build(with_weights(definition_->nodes, set.weights), definition_->denominators);
      if (hierarchy) continue;
      Diagnostics problems = std::move(hierarchy).diagnostics();
      place_in_weight_set(problems, definition_->places.weight_sets.at(set.name));
      problems_.add(std::move(problems));
    }
  }

  static std::vector<NodeSpec> with_plain_figures(std::vector<NodeSpec> nodes) {
    for (NodeSpec& node : nodes) {
      node.weight = 1;
      node.factor = 1;
      node.denominator.clear();
      if (node.goalposts) node.goalposts = Bounds{0, 1};
    }
    return nodes;
  }

  void check_recipe(const Hierarchy& hierarchy) {
    if (!definition_->recipe || !units_ || !units_->is_whole) return;
    std::vector<std::string> codes;
    for (const UnitInfo& unit : units_->units) codes.push_back(unit.code);
    Result<CheckedRecipe> recipe =
        check(*definition_->recipe, hierarchy,
              {.units = codes, .groups = groups_of(units_->group_names, units_->units), .solvers = native_solvers()});
    if (recipe) {
      recipe_ = *std::move(recipe);
    } else {
      add_placed(std::move(recipe).diagnostics());
    }
  }

  void check_size() {
    const std::size_t cells =
        definition_->series.size() * definition_->periods.size() * (units_ ? units_->units.size() : 0);
    if (cells <= kMostCells) return;
    problems_.add(Diagnostic{.code = Code::TooLarge,
                             .found = std::to_string(cells) + " cells (series times periods times units)",
                             .expected = "at most " + std::to_string(kMostCells),
                             .place = {kDefinition, 0, 0}});
  }

  void add_placed(Diagnostics found) {
    attach_places(found, definition_->places);
    problems_.add(std::move(found));
  }

  /// Only without problems, when every part is there.
  Index make_index() {
    return {.id = std::move(definition_->id),
            .title = std::move(definition_->title),
            .description = std::move(definition_->description),
            .periods = std::move(definition_->periods),
            .edition = choice_,
            .min_coverage = definition_->min_coverage,
            .allow_mixed_editions = definition_->allow_mixed_editions,
            .hierarchy = *std::move(hierarchy_),
            .recipe = *std::move(recipe_),
            .weight_sets = std::move(definition_->weight_sets),
            .stress = std::move(definition_->stress),
            .goals = std::move(goals_),
            .series = std::move(definition_->series),
            .group_names = std::move(units_->group_names),
            .units = std::move(units_->units),
            .sources = *std::move(sources_),
            .editions = *std::move(editions_),
            .observations = std::move(observations_)};
  }

  const IndexDirectory& directory_;
  std::size_t threads_;
  Problems problems_;
  std::optional<Definition> definition_;
  std::optional<UnitTable> units_;
  std::optional<std::vector<Source>> sources_;
  std::optional<std::vector<Edition>> editions_;
  EditionChoice choice_ = LatestEdition{};
  std::vector<Goal> goals_;
  std::vector<Observation> observations_;
  std::optional<Hierarchy> hierarchy_;
  std::optional<CheckedRecipe> recipe_;
};

}  // namespace

Result<ReadIndex> read_index(const std::filesystem::path& directory, std::optional<std::size_t> threads) {
  TRY(const IndexDirectory opened, IndexDirectory::open(directory));
  return read_index(opened, threads);
}

Result<ReadIndex> read_index(const IndexDirectory& directory, std::optional<std::size_t> threads) {
  return IndexReader(directory, threads.value_or(std::max(1U, std::thread::hardware_concurrency()))).read();
}

}  // namespace podium
