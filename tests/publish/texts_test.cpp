#include "podium/publish/texts.hpp"

#include <fstream>
#include <set>
#include <sstream>

#include <doctest/doctest.h>

#include "podium/audit/finding.hpp"
#include "podium/core/recipe.hpp"
#include "podium/publish/templates.hpp"

#include "publish/pages.hpp"
#include "support/shared.hpp"

namespace podium {
namespace {

using Keys = std::set<std::string>;

Keys keys_of(const TextTable& table) {
  Keys keys;
  for (const auto& [key, text] : table) keys.insert(key);
  return keys;
}

Keys site_keys(const Texts& texts) {
  Keys keys;
  for (const char* const table : {"site", "country", "year"}) keys.merge(keys_of(texts.at(table)));
  return keys;
}

Keys marks_in(std::string_view text, std::string_view open, std::string_view close) {
  const std::vector<std::string> found = testing::all_between(text, open, close);
  return {found.begin(), found.end()};
}

/// Keys that the code puts together from a method's or an enumeration's words.
Keys composed_keys() {
  Keys keys;
  for (const auto& [over, value] : Words<Over>::list) {
    keys.insert("over_" + std::string(over));
    for (const char* const method : {"mean", "median"})
      keys.insert("filled_" + std::string(method) + "_" + std::string(over));
  }
  // Of these it is told what the method says by itself.
  Alternatives<ImputeMethod>::for_each([&]<class Method>() {
    const std::string name(Method::doc.name);
    if (name != "mean" && name != "median") keys.insert("filled_" + name);
  });
  for (const auto& [ties, value] : Words<Ties>::list) keys.insert("ties_" + std::string(ties));
  for (const auto& [rule, value] : Words<MissingRule>::list) keys.insert("missing_" + std::string(rule));
  for (const auto& [gravity, value] : Words<Gravity>::list) keys.insert("gravity_" + std::string(gravity));
  for (const char status : {'B', 'E', 'I', 'M', 'P'}) keys.insert(std::string("status_") + status);
  return keys;
}

std::string source_of_the_room() {
  std::stringstream text;
  for (const auto& entry :
       std::filesystem::recursive_directory_iterator(testing::source_directory() / "src/podium/publish")) {
    if (entry.path().extension() == ".cpp") text << std::ifstream(entry.path()).rdbuf();
  }
  return text.str();
}

/// Every name of a step or method, of their parameters, and of the words of these, as the texts call them.
struct MethodKeys {
  Keys names;
  std::vector<std::pair<std::string, std::string>> parameters;  ///< owner and name
  std::vector<std::pair<std::string, std::string>> choices;     ///< parameter and word

  template <class Described>
  void add(const std::string& name) {
    names.insert(name);
    const Described defaults{};
    for_each_parameter<Described>([&](const auto& parameter) {
      parameters.emplace_back(Described::doc.name, parameter.name);
      add_words(std::string(parameter.name), defaults.*parameter.member);
    });
  }

 private:
  template <class Value>
  void add_words(const std::string& name, const Value&) {
    // The words of these two depend on what an index ranks and when: [site], [year], [period].
    if constexpr (std::is_enum_v<Value> && !std::is_same_v<Value, Over> && !std::is_same_v<Value, MissingRule>) {
      for (const auto& [word, value] : Words<Value>::list) choices.emplace_back(name, word);
    }
  }
};

template <class... Methods>
void add_methods(MethodKeys& keys, const std::string& step, const std::variant<Methods...>&) {
  (keys.add<Methods>(step + "." + std::string(Methods::doc.name)), ...);
}
template <class Plan>
  requires requires(const Plan& plan) { plan.otherwise; }
void add_methods(MethodKeys& keys, const std::string& step, const Plan& plan) {
  add_methods(keys, step, plan.otherwise);
}

MethodKeys method_keys() {
  MethodKeys keys;
  Alternatives<Step>::for_each([&]<class Alternative>() {
    const std::string name(Alternative::doc.name);
    keys.add<Alternative>(name);
    if constexpr (HasMethods<Alternative>) add_methods(keys, name, Alternative{}.method);
  });
  return keys;
}

/// Each pair has a text of its own or one under its second word; texts that no pair has are left in `unused`.
void check_words(const Keys& texts, const std::vector<std::pair<std::string, std::string>>& pairs) {
  Keys unused = texts;
  for (const auto& [owner, word] : pairs) {
    CAPTURE(owner);
    CAPTURE(word);
    const std::string own = std::string(owner).append(".").append(word);
    CHECK((texts.contains(own) || texts.contains(word)));
    unused.erase(texts.contains(own) ? own : word);
  }
  for (const std::string& key : unused) FAIL_CHECK("unused text: " << key);
}

TEST_CASE("every text stands in both languages") {
  const Texts texts = read_texts();
  REQUIRE(texts.size() == 11);
  for (const auto& [name, table] : texts) {
    for (const auto& [key, text] : table) {
      CAPTURE(name);
      CAPTURE(key);
      // In English, the methods' own words are shown.
      CHECK((name == "summary" || !text.en.empty()));
      CHECK(!text.ko.empty());
    }
  }
}

TEST_CASE("both languages of a text are filled with the same things") {
  for (const auto& [name, table] : read_texts()) {
    if (name == "summary") continue;
    for (const auto& [key, text] : table) {
      CAPTURE(key);
      CHECK(marks_in(text.en, "{{", "}}") == marks_in(text.ko, "{{", "}}"));
      CHECK(marks_in(text.en, "[[", "]]") == marks_in(text.ko, "[[", "]]"));
    }
  }
}

TEST_CASE("tables of which one is used have the same keys, and no key stands in two tables that are used together") {
  const Texts texts = read_texts();
  CHECK(keys_of(texts.at("country")) == keys_of(texts.at("item")));
  CHECK(keys_of(texts.at("year")) == keys_of(texts.at("period")));
  const std::size_t all = texts.at("site").size() + texts.at("country").size() + texts.at("year").size();
  CHECK(site_keys(texts).size() == all);
}

TEST_CASE("every text that a template names exists, and every text is used") {
  const Texts texts = read_texts();
  Keys unused = site_keys(texts);
  for (const std::string_view name : template_names()) {
    for (const std::string& key : marks_in(template_source(name), "[[", "]]")) {
      CAPTURE(name);
      CAPTURE(key);
      CHECK(site_keys(texts).contains(key));
      unused.erase(key);
    }
  }
  for (const std::string& key : composed_keys()) {
    CAPTURE(key);
    CHECK(site_keys(texts).contains(key));
    unused.erase(key);
  }
  const std::string source = source_of_the_room();
  std::erase_if(unused, [&](const std::string& key) { return source.find("\"" + key + "\"") != std::string::npos; });
  for (const std::string& key : unused) FAIL_CHECK("unused text: " << key);
}

TEST_CASE("every template that is included exists") {
  for (const std::string_view name : template_names()) {
    for (const std::string& included : marks_in(template_source(name), "{{> ", "}}")) {
      CAPTURE(included);
      CHECK(!template_source(included).empty());
    }
  }
}

TEST_CASE("every step, method and parameter of the engine has its words") {
  const Texts texts = read_texts();
  const MethodKeys expected = method_keys();
  CHECK(keys_of(texts.at("step")) == expected.names);
  CHECK(keys_of(texts.at("summary")) == expected.names);
  check_words(keys_of(texts.at("parameter")), expected.parameters);
  check_words(keys_of(texts.at("choice")), expected.choices);
}

TEST_CASE("a text is filled with what has its name, and with nothing else") {
  const struct {
    const char* name;
    std::string_view text;
    std::string_view expected;
  } cases[] = {
      {"in the text's own order", "{{b}} of {{a}}", "2 of 1"},
      {"a value may hold marks", "{{mark}}", "{{a}}"},
      {"an unknown name leaves nothing", "x{{unknown}}y", "xy"},
      {"an open mark stays", "x {{a", "x {{a"},
      {"no marks", "plain", "plain"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.name);
    CHECK(fill(c.text, {{"a", "1"}, {"b", "2"}, {"mark", "{{a}}"}}) == c.expected);
  }
}

}  // namespace
}  // namespace podium
