#include "podium/cli/reference.hpp"

#include <algorithm>

#include "podium/cli/method_catalogue.hpp"
#include "podium/core/diagnostic.hpp"

namespace podium {
namespace {

/// A bar would end the cell.
std::string cell(std::string_view text) {
  std::string escaped;
  for (const char character : text) escaped += character == '|' ? std::string("\\|") : std::string(1, character);
  return escaped;
}

std::string parameter_table(const std::vector<ParameterEntry>& parameters) {
  if (parameters.empty()) return {};
  std::string text = "\n| parameter | value | default | meaning |\n| --- | --- | --- | --- |\n";
  for (const ParameterEntry& parameter : parameters) {
    const std::string standard = parameter.standard.empty() ? "none" : "`" + cell(parameter.standard) + "`";
    text += "| `" + std::string(parameter.name) + "` | " + cell(parameter.type) + " | " + standard + " | " +
            cell(parameter.meaning) + " |\n";
  }
  return text;
}

std::string description(const MethodDoc& doc) {
  return std::string(doc.summary) + "\n\n- Formula: " + std::string(doc.formula) +
         "\n- Edge cases: " + std::string(doc.edge_cases) + "\n- Source: " + std::string(doc.source) + "\n";
}

std::string assignment(const ParameterEntry& parameter, const std::string& value) {
  return value.empty() ? std::string() : std::string(parameter.name) + " = " + value + "\n";
}

/// A step as a recipe writes it, with the parameters of its method, or its own where it has no choice of methods.
std::string example(const StepEntry& step, const MethodEntry* method) {
  std::string text = "\n```toml\n[[step]]\nop = \"" + std::string(step.doc.name) + "\"\n";
  if (method == nullptr) {
    for (const ParameterEntry& parameter : step.parameters) text += assignment(parameter, parameter.standard);
  } else {
    text += "method = \"" + std::string(method->doc.name) + "\"\n";
    for (const ParameterEntry& parameter : method->parameters) text += assignment(parameter, parameter.example);
  }
  return text + "```\n";
}

std::string index_section(const StepEntry& step) {
  const std::string name(step.doc.name);
  std::string text = "\n## [" + name + "](" + name + ".md)\n\n" + std::string(step.doc.summary) + "\n" +
                     example(step, step.methods.empty() ? nullptr : &step.methods.front());
  if (step.methods.empty()) return text;
  text += "\n| method | what it does |\n| --- | --- |\n";
  for (const MethodEntry& method : step.methods) {
    const std::string own(method.doc.name);
    for (const std::string& part : {"| [" + own, "](" + name, ".md#" + own, ") | " + cell(method.doc.summary)})
      text += part;
    text += " |\n";
  }
  return text;
}

}  // namespace

std::string methods_index() {
  std::string text =
      "# Steps and methods\n\n"
      "A recipe is the list of `[[step]]` tables in podium.toml; `op` names the step, `method` its method, and the "
      "parameters stand\n"
      "beside them. [Write a recipe](../write-a-recipe.md) tells how. These pages are what `podium help methods` and "
      "`podium help methods\n"
      "STEP` print; `podium help METHOD` tells about one method.\n";
  for (const StepEntry& step : method_catalogue()) text += index_section(step);
  return text;
}

std::optional<std::string> methods_page(std::string_view wanted) {
  const std::vector<StepEntry> steps = method_catalogue();
  const auto step =
      std::find_if(steps.begin(), steps.end(), [&](const StepEntry& one) { return one.doc.name == wanted; });
  if (step == steps.end()) return std::nullopt;
  std::string text = "# " + std::string(wanted) + "\n\n" + description(step->doc) + parameter_table(step->parameters);
  if (step->has_second) {
    text +=
        "\n`then = \"METHOD\"` names a second method for what the first leaves; the parameters of both stand in the "
        "step's table.\n";
  }
  if (step->has_exceptions) {
    text +=
        "\nA section `[step.for.NODE]` gives the indicators at or below a node another method, or other parameters.\n";
  }
  if (step->methods.empty()) text += example(*step, nullptr);
  for (const MethodEntry& method : step->methods) {
    text += "\n## " + std::string(method.doc.name) + "\n\n" + description(method.doc) +
            parameter_table(method.parameters) + example(*step, &method);
  }
  return text;
}

std::vector<std::string_view> method_pages() {
  std::vector<std::string_view> names;
  for (const StepEntry& step : method_catalogue()) names.push_back(step.doc.name);
  return names;
}

std::string messages_reference() {
  std::string text =
      "# Messages\n\n"
      "A message names file, line and column, its code, what was found, what was expected, and the nearest right word. "
      "This page is\n"
      "what `podium help messages` prints.\n\n"
      "| code | cause | cure |\n| --- | --- | --- |\n";
  for (const CodeEntry& each : code_table()) {
    text += "| `" + std::string(each.text) + "` | " + std::string(each.cause) + " | " + std::string(each.cure) + " |\n";
  }
  return text;
}

}  // namespace podium
