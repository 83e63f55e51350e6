#include "podium/cli/method_help.hpp"

#include <algorithm>

#include "podium/cli/method_catalogue.hpp"
#include "podium/cli/text_columns.hpp"
#include "podium/cli/texts.hpp"
#include "podium/publish/texts.hpp"

namespace podium {
namespace {

/// The help of one reader's language. What a method does is told in Korean by the texts of the site, the rest in
/// English by the method itself.
class MethodPage {
 public:
  explicit MethodPage(Language language) : language_(language), texts_(read_texts()) {}

  std::string of_step(const StepEntry& step) const {
    std::string text =
        head(step.doc, step.doc.name, words(texts::kStepOfRecipe)) + parameters(step.doc.name, step.parameters);
    if (step.methods.empty()) return text;
    std::vector<ColumnLine> lines;
    for (const MethodEntry& method : step.methods) {
      lines.push_back({std::string(method.doc.name), summary(key_of(step, method), method.doc)});
    }
    return text + "\n" + words(texts::kMethods) + ":\n" + columns(lines);
  }

  std::string of_method(const StepEntry& step, const MethodEntry& method) const {
    const std::string kind = fill(texts::kMethodOfStep.in(language_), {std::string(step.doc.name)});
    return head(method.doc, key_of(step, method), kind) + parameters(method.doc.name, method.parameters);
  }

 private:
  static std::string key_of(const StepEntry& step, const MethodEntry& method) {
    return std::string(step.doc.name) + "." + std::string(method.doc.name);
  }

  std::string words(const Phrase& phrase) const { return std::string(phrase.in(language_)); }

  /// The Korean text of a table, or the English one where there is none.
  std::string korean_or(std::string_view table, std::string_view key, std::string_view english) const {
    if (language_ == Language::English) return std::string(english);
    const auto found = texts_.find(table);
    if (found == texts_.end()) return std::string(english);
    const auto text = found->second.find(key);
    return text == found->second.end() || text->second.ko.empty() ? std::string(english) : text->second.ko;
  }

  std::string summary(std::string_view key, const MethodDoc& doc) const {
    return korean_or("summary", key, doc.summary);
  }

  std::string head(const MethodDoc& doc, std::string_view key, const std::string& kind) const {
    return std::string(doc.name) + ": " + kind + "\n\n" + wrapped(summary(key, doc), 0) + "\n\n" +
           columns({{words(texts::kFormula), std::string(doc.formula)},
                    {words(texts::kEdgeCases), std::string(doc.edge_cases)},
                    {words(texts::kAfter), std::string(doc.source)}});
  }

  std::string parameters(std::string_view owner, const std::vector<ParameterEntry>& entries) const {
    if (entries.empty()) return {};
    std::vector<ColumnLine> lines;
    for (const ParameterEntry& entry : entries) {
      std::string meaning =
          korean_or("parameter", std::string(owner) + "." + std::string(entry.name), entry.meaning) + "; " + entry.type;
      if (!entry.standard.empty()) meaning += "; " + fill(texts::kDefault.in(language_), {entry.standard});
      lines.push_back({std::string(entry.name), std::move(meaning)});
    }
    return "\n" + words(texts::kParameters) + ":\n" + columns(lines);
  }

  Language language_;
  Texts texts_;
};

}  // namespace

std::string method_help(std::string_view word, Language language) {
  const MethodPage page(language);
  std::string text;
  const auto add = [&text](const std::string& part) { text += (text.empty() ? "" : "\n") + part; };
  for (const StepEntry& step : method_catalogue()) {
    if (step.doc.name == word) add(page.of_step(step));
    for (const MethodEntry& method : step.methods) {
      if (method.doc.name == word) add(page.of_method(step, method));
    }
  }
  return text;
}

std::vector<std::string_view> method_topics() {
  std::vector<std::string_view> topics;
  const auto add = [&topics](std::string_view name) {
    if (std::find(topics.begin(), topics.end(), name) == topics.end()) topics.push_back(name);
  };
  for (const StepEntry& step : method_catalogue()) {
    add(step.doc.name);
    for (const MethodEntry& method : step.methods) add(method.doc.name);
  }
  return topics;
}

}  // namespace podium
