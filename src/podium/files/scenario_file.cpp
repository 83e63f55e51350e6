#include "podium/files/scenario_file.hpp"

#include <algorithm>
#include <array>

#include "podium/files/definition.hpp"
#include "podium/files/loose_file.hpp"
#include "podium/files/parameter_values.hpp"
#include "podium/files/table_reader.hpp"
#include "podium/model/find_word.hpp"

namespace podium {
namespace {

using Kind = FigureChange::Kind;

constexpr std::array<std::string_view, 7> kSections{"title",      "period",  "weight_set", "change",
                                                    "elasticity", "weights", "step"};
constexpr std::array<std::string_view, 7> kChangeKeys{"unit", "indicator", "period", "set", "add", "scale", "why"};
constexpr std::array<std::string_view, 4> kElasticityKeys{"cause", "effect", "exponent", "why"};
constexpr std::array<std::pair<std::string_view, Kind>, 3> kKinds{
    {{"set", Kind::Set}, {"add", Kind::Add}, {"scale", Kind::Scale}}};

class ScenarioReader {
 public:
  ScenarioReader(const TomlTable& document, std::string file, const Index& index)
      : document_(document), file_(std::move(file)), index_(index) {}

  Result<ScenarioFile> read() {
    const TableReader all(document_, {file_, 1, 1}, problems_);
    all.allow_only(kSections);
    ScenarioFile scenario{.title = all.get_text("title"), .period = period_in(all)};
    if (const auto word = all.get<TomlWord>("weight_set")) scenario.weight_set = word->text;
    for (const TomlValue* value : tables_of(document_, "change", problems_)) read_change(*value, scenario);
    for (const TomlValue* value : tables_of(document_, "elasticity", problems_)) read_elasticity(*value, scenario);
    read_weights(all, scenario);
    if (all.find("step") != nullptr) scenario.recipe = read_recipe_tables(document_, file_, problems_);
    const bool is_empty = scenario.changes.empty() && scenario.weights.empty() && !scenario.weight_set;
    if (problems_.empty() && is_empty && !scenario.recipe) {
      problems_.add(Diagnostic{.code = Code::MissingKey,
                               .found = "nothing that changes",
                               .expected = "[[change]], [weights], weight_set or [[step]]",
                               .place = {file_, 0, 0}});
    }
    if (!problems_.empty()) return std::move(problems_).sorted();
    return scenario;
  }

 private:
  std::optional<Period> period_in(const TableReader& table) {
    const auto word = table.get<TomlWord>("period");
    if (!word) return std::nullopt;
    return placed(table, "period", parse_period(word->text));
  }

  /// The value, or nothing after reporting at the key's value why there is none.
  template <class Value>
  std::optional<Value> placed(const TableReader& table, std::string_view key, Result<Value> result) {
    if (result) return *std::move(result);
    problems_.add_at(table.find(key)->value.place, std::move(result).diagnostics());
    return std::nullopt;
  }

  std::optional<Series> figures_in(const TableReader& table, std::string_view key) {
    const auto word = table.get_required<TomlWord>(key);
    return word ? placed(table, key, figures_of_word(index_, word->text)) : std::nullopt;
  }

  void read_change(const TomlValue& value, ScenarioFile& scenario) {
    const TableReader table(std::get<TomlTable>(value.data), value.place, problems_);
    table.allow_only(kChangeKeys);
    const std::optional<Series> series = figures_in(table, "indicator");
    const auto code = table.get_required<TomlWord>("unit");
    const std::optional<Unit> unit = code ? placed(table, "unit", unit_of_word(index_, code->text)) : std::nullopt;
    std::optional<std::pair<Kind, double>> change;
    std::size_t stated = 0;
    for (const auto& [key, kind] : kKinds) {
      if (table.find(key) == nullptr) continue;
      ++stated;
      if (const auto amount = table.get<double>(key)) change = {kind, *amount};
    }
    if (stated != 1) {
      problems_.add(Diagnostic{.code = stated == 0 ? Code::MissingKey : Code::InvalidValue,
                               .found = stated == 0 ? "a change without an amount" : "several amounts",
                               .expected = "one of set, add and scale",
                               .place = value.place});
    }
    const std::optional<Period> period = period_in(table);
    const auto why = table.get<std::string>("why");
    if (!series || !unit || !change) return;
    scenario.changes.push_back({.kind = change->first,
                                .series = *series,
                                .unit = *unit,
                                .period = period,
                                .amount = change->second,
                                .why = why.value_or(""),
                                .place = value.place});
  }

  void read_elasticity(const TomlValue& value, ScenarioFile& scenario) {
    const TableReader table(std::get<TomlTable>(value.data), value.place, problems_);
    table.allow_only(kElasticityKeys);
    const std::optional<Series> cause = figures_in(table, "cause");
    const std::optional<Series> effect = figures_in(table, "effect");
    const auto exponent = table.get_required<double>("exponent");
    const auto why = table.get<std::string>("why");
    if (!cause || !effect || !exponent) return;
    scenario.assumptions.push_back(
        {.elasticity = {.cause = *cause, .effect = *effect, .exponent = *exponent}, .why = why.value_or("")});
  }

  void read_weights(const TableReader& all, ScenarioFile& scenario) {
    const TomlEntry* section = all.find("weights");
    if (section == nullptr) return;
    read_value(scenario.weights, *section, all);
    const auto* values = std::get_if<TomlTable>(&section->value.data);
    if (values == nullptr) return;
    std::vector<std::string_view> known;
    for (const Series node : Positions<Series>(index_.hierarchy.size())) {
      if (node != index_.hierarchy.root()) known.emplace_back(index_.hierarchy.node(node).id);
    }
    for (const TomlEntry& weight : *values) {
      if (std::ranges::find(known, weight.key) != known.end()) continue;
      Diagnostic problem = not_among(Code::UnknownNode, "node", weight.key, known);
      problem.place = weight.place;
      problems_.add(std::move(problem));
    }
  }

  const TomlTable& document_;
  std::string file_;
  const Index& index_;
  Problems problems_;
};

}  // namespace

Result<ScenarioFile> read_scenario_file(const std::filesystem::path& path, const Index& index) {
  TRY(const TomlTable document, read_loose_toml(path));
  return ScenarioReader(document, path.generic_string(), index).read();
}

}  // namespace podium
