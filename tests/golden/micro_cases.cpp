#include <cmath>

#include "golden/handlers.hpp"
#include "golden/micro.hpp"

namespace podium::golden {
namespace {

MicroFunction function_of(const std::string& op) {
  for (const auto* const family : {&micro_normalise(), &micro_aggregate(), &micro_treat(), &micro_others()}) {
    const auto found = family->find(op);
    if (found != family->end()) return found->second;
  }
  throw NotApplicable("no operation '" + op + "'");
}

bool is_text(const Json& value) {
  double number = 0;
  return value.is_string() && !read_number(value.get_ref<const std::string&>(), number);
}

bool is_label_list(const Json& value) {
  return value.is_array() && !value.empty() && std::ranges::any_of(value, [](const Json& each) {
           return is_text(each) || (each.is_string() && each.get_ref<const std::string&>().empty());
         });
}

void compare(const std::string& where, const Json& actual, const Json& expected, Report& report) {
  if (expected.is_object()) {
    for (const auto& [key, value] : expected.items()) {
      if (!actual.is_object() || !actual.contains(key)) {
        report.fail(joined({where, " ", key, " is expected and not in the result"}));
      } else {
        compare(joined({where, " ", key}), actual[key], value, report);
      }
    }
  } else if (is_label_list(expected) || is_text(expected)) {
    report.compare_texts(where, actual.dump(), expected.dump());
  } else if (expected.is_array() && !expected.empty() && expected.front().is_array()) {
    report.require(actual.size() == expected.size(), where + ": another number of rows");
    for (std::size_t i = 0; i < std::min(actual.size(), expected.size()); ++i) {
      compare(where + " row " + std::to_string(i + 1), actual[i], expected[i], report);
    }
  } else {
    report.compare(where, numbers_of(actual), numbers_of(expected));
  }
}

/// Whether every number of the answer is missing, or some are no numbers at all: the tool had no answer and said so by
/// neither an error nor a gap that the input explains.
bool has_no_answer(const Json& expected) {
  if (expected.is_object()) return std::ranges::any_of(expected, has_no_answer);
  if (is_text(expected) || is_label_list(expected)) return false;
  bool all_missing = true;
  for (const Json& each : expected.is_array() ? expected : Json::array({expected})) {
    if (each == "NaN" || each == "Inf" || each == "-Inf") return true;
    all_missing = all_missing && each.is_null();
  }
  return all_missing;
}

bool any_below_zero(const Json& args, const char* key) {
  if (!args.contains(key)) return false;
  for (const double number : numbers_of(args[key])) {
    if (number < 0) return true;
  }
  return false;
}

/// Why podium is right to refuse what the tool answers; empty if it is not.
std::string reason_to_refuse(const Json& entry, const std::string& op, const Json& args) {
  if (has_no_answer(entry["expect"])) return "the tool has no number for an answer";
  if (any_below_zero(args, "w")) return "negative weights";
  if (op == "hmean" && any_below_zero(args, "x")) return "figures below zero under a harmonic mean";
  return {};
}

void add_to(std::map<std::string, std::vector<std::string>>& lists, const std::string& reason, const Json& entry) {
  lists[reason].push_back(entry.value("name", entry["op"].get<std::string>()));
}

struct Lists {
  std::map<std::string, std::vector<std::string>> refused{};  ///< by reason
  std::vector<std::string> not_applicable{};
  std::vector<std::string> corrected{};
};

/// The tool's answer, or the right one where the entry's note says that the tool's is wrong.
Json right_answer(const Json& entry, const std::string& op, const Json& args, Lists& lists) {
  const bool is_power_mean_with_gaps = op == "genmean" && entry.contains("note") && entry["expect"].is_null();
  if (!is_power_mean_with_gaps) return entry["expect"];
  // By its manual the generalised mean skips gaps: (sum w x^p / sum w)^(1/p) over what is there.
  const std::vector<double> x = numbers_of(args.at("x"));
  const std::vector<double> w = args.contains("w") ? numbers_of(args["w"]) : std::vector<double>(x.size(), 1);
  const double p = number_of(args.at("p"));
  double sum = 0;
  double weight = 0;
  for (std::size_t i = 0; i < x.size(); ++i) {
    if (std::isnan(x[i])) continue;
    sum += w.at(i) * std::pow(x[i], p);
    weight += w.at(i);
  }
  lists.corrected.push_back(entry.value("name", op));
  return std::pow(sum / weight, 1 / p);
}

void examine(const Json& entry, Report& report, Lists& lists) {
  const std::string op = entry.at("op").get<std::string>();
  const std::string name = "'" + entry.value("name", op) + "'";
  const Json& args = entry.at("args");
  if (!entry.contains("expect") && !entry.contains("error")) throw Malformed(name + ": neither expect nor error");
  const bool is_refused_by_tool = entry.contains("error");
  try {
    const Json actual = function_of(op)(args, op);
    if (is_refused_by_tool) return report.fail(name + ": the tool refuses, podium answers " + actual.dump());
    compare(name, actual, right_answer(entry, op, args, lists), report);
  } catch (const NotApplicable& reason) {
    lists.not_applicable.push_back(name + " (" + reason.what() + ")");
  } catch (const Refused& refusal) {
    const std::string reason = is_refused_by_tool ? "as by the tool" : reason_to_refuse(entry, op, args);
    report.require(!reason.empty(), name + ": " + refusal.what());
    add_to(lists.refused, reason, entry);
  }
}

std::string joined(const std::vector<std::string>& parts) {
  std::string text;
  for (const std::string& part : parts) text += (text.empty() ? "" : ", ") + part;
  return text;
}

}  // namespace

void run_micro(const Case& c, Report& report) {
  const Json entries = c.json(c.outputs.front());
  if (!entries.is_array()) throw Malformed(c.outputs.front().file + ": not a list");
  Lists lists;
  for (const Json& entry : entries) {
    try {
      examine(entry, report, lists);
    } catch (const std::exception& problem) {
      report.fail(entry.value("name", entry.dump().substr(0, 60)) + ": " + problem.what());
    }
  }
  for (const auto& [reason, names] : lists.refused) {
    report.note(std::to_string(names.size()) + " refused, " + reason + ": " + joined(names));
  }
  if (!lists.corrected.empty()) report.note("evidence, tested for the right answer: " + joined(lists.corrected));
  if (lists.not_applicable.empty()) return;
  const std::string rest = joined(lists.not_applicable);
  if (lists.not_applicable.size() == entries.size()) {
    report.not_applicable(rest);
  } else {
    report.note("not applicable: " + rest);
  }
}

NodeSpec micro_indicator(const std::string& id, double weight) {
  return {.id = id, .parent = "Index", .kind = NodeSpec::Kind::Indicator, .weight = weight};
}

MicroColumns micro_columns(const Json& table) {
  MicroColumns columns;
  for (const auto& [id, values] : table.items()) columns.emplace_back(micro_indicator(id), numbers_of(values));
  return columns;
}

MicroIndex micro_index(const MicroColumns& columns) {
  if (columns.empty() || columns.front().second.empty()) throw Malformed("no figures");
  std::vector<NodeSpec> nodes = {{.id = "Index", .parent = ""}};
  for (const auto& [node, values] : columns) nodes.push_back(node);
  Hierarchy hierarchy = must(Hierarchy::build(nodes, {}));
  std::vector<std::string> units;
  for (std::size_t i = 0; i < columns.front().second.size(); ++i) {
    const std::string number = std::to_string(i + 1);
    units.push_back(std::string(number.size() < 3 ? 3 - number.size() : 0, '0') + number);
  }
  Panel panel(units, {Period::year(2000)}, hierarchy.series_ids());
  for (const auto& [node, values] : columns) {
    if (values.size() != units.size()) throw Malformed("columns of different lengths");
    std::ranges::copy(values, panel.values(*panel.find_series(node.id)).begin());
  }
  return {.hierarchy = std::move(hierarchy), .panel = std::move(panel)};
}

Panel micro_run(const MicroIndex& index, std::vector<Step> steps, std::size_t count, const UnitGroups& groups) {
  const RecipeSetting setting{.units = index.panel.units(), .groups = groups};
  const CheckedRecipe recipe = must(check(Recipe{std::move(steps)}, index.hierarchy, setting));
  return must(run_steps(recipe, index.panel, count));
}

Json column_of(const Panel& panel, std::string_view id) {
  const auto values = panel.values(*panel.find_series(id));
  return std::vector<double>(values.begin(), values.end());
}

}  // namespace podium::golden
