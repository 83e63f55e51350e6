#include "podium/publish/pages/parameter_words.hpp"

#include <algorithm>

namespace podium {
namespace {

std::string range_text(const PageContext& context, double from, double to) {
  const std::string low = shortest(from);
  const std::string high = shortest(to);
  return fill(context.words["from_to"], {{"from", low}, {"to", high}});
}

}  // namespace

std::string joined(const std::vector<std::string>& parts) {
  std::string text;
  for (const std::string& part : parts) text += (text.empty() ? "" : ", ") + part;
  return text;
}

std::string known_name(const PageContext& context, const std::string& id) {
  if (const auto node = context.index.hierarchy.find(id)) return title_of(context, *node);
  if (const auto unit = context.index.find_unit(id)) return name_of(context, *unit);
  if (std::ranges::find(context.index.group_names, id) != context.index.group_names.end())
    return group_word(context, id);
  return id;
}

std::string choice_text(const PageContext& context, std::string_view name, std::string_view word) {
  const std::string_view own = context.words.find_in("choice", std::string(name) + "." + std::string(word));
  if (!own.empty()) return std::string(own);
  const std::string_view common = context.words.find_in("choice", word);
  return std::string(common.empty() ? word : common);
}

std::string value_text(const PageContext&, std::string_view name, double value) {
  const bool is_least =
      name == "lowest_share" || name.find("min_available") != name.npos || name.find("min_nonzero") != name.npos;
  // A threshold of zero asks for nothing, nor does a ceiling of everything.
  if (is_least) return value == 0 ? std::string() : percent_text(value);
  if (name == "highest_share") return value == 1 ? std::string() : percent_text(value);
  return shortest(value);
}

std::string value_text(const PageContext&, std::string_view, std::size_t value) { return std::to_string(value); }

std::string value_text(const PageContext& context, std::string_view, bool value) {
  return value ? context.words["yes"] : context.words["no"];
}

std::string value_text(const PageContext& context, std::string_view, const std::string& value) {
  return known_name(context, value);
}

std::string value_text(const PageContext& context, std::string_view, Bounds value) {
  return range_text(context, value.lower, value.upper);
}

std::string value_text(const PageContext&, std::string_view, const std::vector<double>& values) {
  std::vector<std::string> texts;
  for (const double value : values) texts.push_back(shortest(value));
  return joined(texts);
}

std::string value_text(const PageContext& context, std::string_view, const std::vector<std::string>& ids) {
  std::vector<std::string> names;
  for (const std::string& id : ids) names.push_back(known_name(context, id));
  return joined(names);
}

std::string value_text(const PageContext& context, std::string_view, const NodeValues& values) {
  std::vector<std::string> texts;
  for (const auto& [node, value] : values) texts.push_back(known_name(context, node) + " " + shortest(value));
  return joined(texts);
}

std::string value_text(const PageContext& context, std::string_view, const NodeFrames& frames) {
  std::vector<std::string> texts;
  for (const auto& [node, frame] : frames) {
    texts.push_back(known_name(context, node) + " " + shortest(frame.first) + " / " + shortest(frame.second));
  }
  return joined(texts);
}

std::string value_text(const PageContext& context, std::string_view, const std::vector<Comparison>& comparisons) {
  std::vector<std::string> texts;
  for (const Comparison& one : comparisons) {
    texts.push_back(known_name(context, one.preferred) + " : " + known_name(context, one.other) + " = " +
                    shortest(one.times));
  }
  return joined(texts);
}

std::string value_text(const PageContext& context, std::string_view name, const std::vector<ExpertBudget>& budgets) {
  std::vector<std::string> texts;
  for (const ExpertBudget& budget : budgets) {
    texts.push_back(budget.expert + " (" + value_text(context, name, budget.points) + ")");
  }
  return joined(texts);
}

std::string value_text(const PageContext& context, std::string_view, Over value) {
  return context.words["over_" + std::string(to_word(value))];
}

std::string value_text(const PageContext& context, std::string_view, MissingRule value) {
  return context.words["missing_" + std::string(to_word(value))];
}

}  // namespace podium
