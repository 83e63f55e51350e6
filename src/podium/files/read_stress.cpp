#include "podium/files/read_stress.hpp"

#include <algorithm>

#include "podium/files/identifier.hpp"
#include "podium/files/method_reader.hpp"
#include "podium/files/read_recipe.hpp"
#include "podium/files/read_weights.hpp"

namespace podium {
namespace {

constexpr std::array<std::string_view, 5> kStressKeys{"draws", "seed", "interval", "unit", "vary"};
/// More ways to do one step than these are refused.
constexpr std::size_t kMostAlternatives = 256;

/// A value as an author writes it, for the label of an alternative.
std::string label_of(const TomlValue& value) {
  if (const auto* text = std::get_if<std::string>(&value.data)) return *text;
  if (const auto* whole = std::get_if<std::int64_t>(&value.data)) return std::to_string(*whole);
  if (const auto* number = std::get_if<double>(&value.data)) return shortest(*number);
  if (const auto* truth = std::get_if<bool>(&value.data)) return *truth ? "true" : "false";
  if (const auto* list = std::get_if<TomlArray>(&value.data)) {
    std::string text;
    for (const TomlValue& each : *list) text += (text.empty() ? "" : ", ") + label_of(each);
    return "[" + text + "]";
  }
  const auto* table = std::get_if<TomlTable>(&value.data);
  if (table == nullptr) return "...";
  // A method and its parameters.
  const auto method = std::ranges::find(*table, "method", &TomlEntry::key);
  std::string text = method == table->end() ? "..." : label_of(method->value);
  for (const TomlEntry& entry : *table) {
    if (entry.key != "method") text += ", " + entry.key + " " + label_of(entry.value);
  }
  return text;
}

/// A key of a step and the values that it may have.
struct Choice {
  const TomlEntry* entry;
  const TomlArray* values;
};

/// The ways to do one step.
class StepReader {
 public:
  StepReader(const TableReader& table, const TomlTable& published, const Step& step,
             const std::vector<NamedWeights>& sets)
      : table_(table), published_(published), step_(step), sets_(sets) {}

  void read(std::vector<StepAlternative>& alternatives) {
    for (const TomlEntry& entry : table_.table()) {
      if (entry.key == "what" || entry.key == "name" || entry.key == "together" || entry.key == "step" ||
          entry.key == "leave_out") {
        continue;
      }
      const auto* values = std::get_if<TomlArray>(&entry.value.data);
      if (values == nullptr || values->empty()) {
        table_.report_type(entry, "a list of the values to choose from, such as [\"minmax\", \"zscore\"]");
        continue;
      }
      choices_.push_back({&entry, values});
    }
    std::size_t count = 1;
    for (const Choice& choice : choices_) count *= choice.values->size();
    if (count > kMostAlternatives) {
      table_.problems().add(Diagnostic{.code = Code::TooLarge,
                                       .found = std::to_string(count) + " ways to do one step",
                                       .expected = "at most " + std::to_string(kMostAlternatives),
                                       .place = table_.place()});
      return;
    }
    for (std::size_t number = 0; number < count && !choices_.empty(); ++number) read_one(number, alternatives);
    if (table_.get<bool>("leave_out").value_or(false)) alternatives.push_back({.label = {}});
  }

 private:
  void read_one(std::size_t number, std::vector<StepAlternative>& alternatives) {
    TomlTable changed = published_;
    std::string label;
    for (const Choice& choice : choices_) {
      const TomlValue& value = (*choice.values)[number % choice.values->size()];
      number /= choice.values->size();
      if (choice.entry->key == "method") {
        if (!choose_method(changed, *choice.entry, value)) return;
      } else {
        set(changed, *choice.entry, value);
      }
      label += (label.empty() ? "" : ", ") + (choice.entry->key == "method" ? "" : choice.entry->key + " ") +
               label_of(value);
    }
    std::optional<Step> step = read_step(changed, table_.place(), table_.problems());
    if (step && fill_weight_set(*step, sets_, table_.place(), table_.problems())) {
      alternatives.push_back({.label = std::move(label), .step = std::move(step)});
    }
  }

  /// A method by its name, or a table of its name and its parameters. The published one stays as it is published.
  bool choose_method(TomlTable& changed, const TomlEntry& choice, const TomlValue& value) const {
    const auto* own = std::get_if<TomlTable>(&value.data);
    const TomlValue* name = &value;
    if (own != nullptr) {
      const auto found = std::ranges::find(*own, "method", &TomlEntry::key);
      if (found == own->end()) {
        table_.problems().add(Diagnostic{.code = Code::MissingKey,
                                         .found = "parameters without a method",
                                         .expected = "{ method = \"...\", and its parameters }",
                                         .place = value.place});
        return false;
      }
      name = &found->value;
    }
    if (!is_published(*name)) keep_own_keys(changed);
    set(changed, choice, *name);
    if (own == nullptr) return true;
    for (const TomlEntry& entry : *own) set(changed, entry, entry.value);
    return true;
  }

  bool is_published(const TomlValue& method) const {
    const auto* word = std::get_if<std::string>(&method.data);
    const auto published = std::ranges::find(published_, "method", &TomlEntry::key);
    if (published == published_.end()) {
      return word != nullptr && title_of(step_) == std::string(name_of(step_)) + " " + *word;
    }
    const auto* own = std::get_if<std::string>(&published->value.data);
    return word != nullptr && own != nullptr && *word == *own;
  }

  /// With another method, what the published one was told does not hold.
  void keep_own_keys(TomlTable& table) const {
    const std::vector<std::string_view> own = parameters_of_step(step_);
    std::erase_if(table, [&](const TomlEntry& entry) {
      return entry.key != "op" && std::ranges::find(own, entry.key) == own.end();
    });
  }

  static void set(TomlTable& table, const TomlEntry& entry, const TomlValue& value) {
    const auto found = std::ranges::find(table, entry.key, &TomlEntry::key);
    if (found != table.end()) {
      found->value = value;
    } else {
      table.insert(std::ranges::upper_bound(table, entry.key, {}, &TomlEntry::key), {entry.key, entry.place, value});
    }
  }

  const TableReader& table_;
  const TomlTable& published_;
  const Step& step_;
  const std::vector<NamedWeights>& sets_;
  std::vector<Choice> choices_;
};

/// One [[stress.vary]].
class FactorReader {
 public:
  FactorReader(const TomlTable& document, const Definition& definition, const TableReader& table)
      : document_(document), definition_(definition), table_(table) {}

  std::optional<Factor> read() {
    const KeyList names = names_of_alternatives<Variation>();
    const TomlEntry* what = table_.require("what", one_of(names));
    if (what == nullptr) return std::nullopt;
    const auto* word = std::get_if<std::string>(&what->value.data);
    std::optional<Variation> variation = word != nullptr ? alternative_named<Variation>(*word) : std::nullopt;
    if (word == nullptr) {
      table_.report_type(*what, one_of(names));
      return std::nullopt;
    }
    if (!variation) {
      Diagnostic problem = not_among(Code::InvalidValue, "what", *word, names);
      problem.place = what->value.place;
      table_.problems().add(std::move(problem));
      return std::nullopt;
    }
    KeyList allowed{"what", "name", "together"};
    Factor factor{.name = table_.get<std::string>("name").value_or(*word),
                  .together = table_.get<std::string>("together").value_or(""),
                  .variation = *std::move(variation)};
    if (auto* step = std::get_if<VaryStep>(&factor.variation)) {
      read_step_variation(*step, factor.name);
      return factor;
    }
    std::visit(
        [&]<class Described>(Described& described) {
          add_parameter_names<Described>(allowed);
          read_parameters(described, table_);
        },
        factor.variation);
    table_.allow_only(allowed);
    report_unknown_names(factor.variation);
    return factor;
  }

 private:
  void read_step_variation(VaryStep& variation, std::string& name) {
    const TomlEntry* which = table_.require("step", "the step's name, such as \"normalise\", or its number");
    if (which == nullptr || !definition_.recipe) return;
    const std::optional<std::size_t> position = position_of(*which);
    if (!position) return;
    variation.number = *position + 1;
    const Step& step = definition_.recipe->steps[*position];
    const std::vector<const TomlValue*> tables = tables_of(document_, "step", table_.problems());
    StepReader(table_, std::get<TomlTable>(tables[*position]->data), step, definition_.weight_sets)
        .read(variation.alternatives);
    if (table_.find("name") == nullptr) name = name_of(step);
    if (!variation.alternatives.empty() || table_.problems().count() > 0) return;
    table_.problems().add(Diagnostic{.code = Code::MissingKey,
                                     .found = "no other way to do step " + quoted(name_of(step)),
                                     .expected = "a list for one of its keys, such as method = [\"a\", \"b\"], or "
                                                 "leave_out = true",
                                     .place = table_.place()});
  }

  std::optional<std::size_t> position_of(const TomlEntry& which) const {
    const std::vector<Step>& steps = definition_.recipe->steps;
    if (const auto* number = std::get_if<std::int64_t>(&which.value.data)) {
      if (*number >= 1 && static_cast<std::uint64_t>(*number) <= steps.size()) return *number - 1;
    }
    const auto* word = std::get_if<std::string>(&which.value.data);
    KeyList names;
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < steps.size(); ++i) {
      names.push_back(name_of(steps[i]));
      if (word != nullptr && names.back() == *word) found.push_back(i);
    }
    if (found.size() == 1) return found.front();
    Diagnostic problem = not_among(Code::InvalidValue, "step", word != nullptr ? *word : label_of(which.value), names);
    if (found.size() > 1) {
      problem.found = std::to_string(found.size()) + " steps " + quoted(*word);
      problem.expected = "the number of one of them, from 1 to " + std::to_string(steps.size());
    }
    problem.place = which.value.place;
    table_.problems().add(std::move(problem));
    return std::nullopt;
  }

  void report_unknown_names(const Variation& variation) const {
    if (!definition_.ids_are_sound) return;
    if (const auto* weights = std::get_if<VaryWeights>(&variation)) {
      report_unknown("at", weights->at, {"indicator", "pillar"}, true);
      report_unknown("order", weights->order, {}, true);
      std::vector<std::string> limited;
      for (const auto& [id, limits] : weights->limits) limited.push_back(id);
      report_unknown("limits", limited, {}, true);
    }
    if (const auto* indicators = std::get_if<VaryIndicators>(&variation)) {
      report_unknown("among", indicators->among, {}, false);
    }
    if (const auto* rounding = std::get_if<VaryRounding>(&variation)) {
      report_unknown("only", rounding->only, {}, true);
      report_unknown("except", rounding->except, {}, true);
    }
    if (const auto* measurement = std::get_if<VaryMeasurement>(&variation)) {
      report_unknown("only", measurement->only, {}, true);
      report_unknown("except", measurement->except, {}, true);
    }
  }

  void report_unknown(std::string_view key, const std::vector<std::string>& names, KeyList known,
                      bool are_nodes) const {
    for (const NodeSpec& node : definition_.nodes) {
      if (are_nodes || node.kind == NodeSpec::Kind::Indicator) known.emplace_back(node.id);
    }
    for (const std::string& name : names) {
      if (std::ranges::find(known, name) != known.end()) continue;
      Diagnostic problem = not_among(are_nodes ? Code::UnknownNode : Code::UnknownIndicator,
                                     are_nodes ? "node" : "indicator", name, known);
      problem.place = table_.find(key) != nullptr ? table_.find(key)->value.place : table_.place();
      table_.problems().add(std::move(problem));
    }
  }

  const TomlTable& document_;
  const Definition& definition_;
  const TableReader& table_;
};

void read_counts(const TableReader& table, StressPlan& plan) {
  constexpr std::int64_t kMostDraws = 1'000'000'000;
  if (const auto draws = table.get<std::int64_t>("draws")) {
    if (*draws >= 1 && *draws <= kMostDraws) {
      plan.draws = static_cast<std::uint64_t>(*draws);
    } else {
      table.report_type(*table.find("draws"), "a whole number from 1 to " + std::to_string(kMostDraws));
    }
  }
  if (const auto seed = table.get<std::int64_t>("seed")) {
    if (*seed >= 0) {
      plan.seed = static_cast<std::uint64_t>(*seed);
    } else {
      table.report_type(*table.find("seed"), "a whole number, 0 or more");
    }
  }
  if (const auto interval = table.get<double>("interval")) {
    if (*interval > 0 && *interval < 1) {
      plan.interval = *interval;
    } else {
      table.report_type(*table.find("interval"), "a share between 0 and 1, such as 0.9");
    }
  }
}

}  // namespace

void read_stress(const TomlTable& document, Definition& definition, Problems& problems) {
  const TableReader all(document, {definition.places.file, 1, 1}, problems);
  const TomlEntry* section = all.find("stress");
  if (section == nullptr) return;
  const auto* stress = std::get_if<TomlTable>(&section->value.data);
  if (stress == nullptr) return all.report_type(*section, "a section [stress]");
  const TableReader table(*stress, section->place, problems);
  table.allow_only(kStressKeys);
  read_counts(table, definition.stress);
  definition.stress.unit = table.get<std::string>("unit").value_or("");
  for (const TomlValue* value : tables_of(*stress, "vary", problems)) {
    const TableReader reader(std::get<TomlTable>(value->data), value->place, problems);
    std::optional<Factor> factor = FactorReader(document, definition, reader).read();
    if (!factor) continue;
    std::vector<Factor>& factors = definition.stress.factors;
    if (std::ranges::find(factors, factor->name, &Factor::name) != factors.end()) {
      problems.add(Diagnostic{.code = Code::DuplicateId,
                              .found = "a second factor " + quoted(factor->name),
                              .expected = "a `name` of its own",
                              .place = value->place});
      continue;
    }
    factors.push_back(*std::move(factor));
  }
}

}  // namespace podium
