#include "podium/cli/reference.hpp"

#include <fstream>
#include <set>
#include <sstream>

#include <doctest/doctest.h>

#include "podium/core/recipe.hpp"
#include "podium/files/read_recipe.hpp"

#include "support/shared.hpp"

namespace podium {
namespace {

std::string bytes_of(const std::filesystem::path& path) {
  const std::ifstream file(path, std::ios::binary);
  std::ostringstream bytes;
  bytes << file.rdbuf();
  return bytes.str();
}

/// The files of a folder, without what only people write.
std::set<std::string> names_in(const std::filesystem::path& directory) {
  std::set<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(directory))
    names.insert(entry.path().filename().string());
  return names;
}

TEST_CASE("the pages that the program writes are the pages in docs") {
  // podium help methods > docs/methods/README.md; podium help methods impute > docs/methods/impute.md;
  // podium help messages > docs/messages.md
  const std::filesystem::path docs = testing::source_directory() / "docs";
  CHECK(bytes_of(docs / "messages.md") == messages_reference());
  CHECK(bytes_of(docs / "methods" / "README.md") == methods_index());
  std::set<std::string> expected{"README.md"};
  for (const std::string_view step : method_pages()) {
    const std::string name = std::string(step) + ".md";
    CAPTURE(name);
    CHECK(bytes_of(docs / "methods" / name) == methods_page(step));
    expected.insert(name);
  }
  CHECK(names_in(docs / "methods") == expected);
}

/// What a step writes of itself, and of each of its methods.
template <class Described>
void check_page() {
  const std::string step(Described::doc.name);
  CAPTURE(step);
  const std::string page = methods_page(step).value_or("");
  CHECK(page.starts_with("# " + step + "\n"));
  const auto check_method = [&]<class Method>() {
    const std::string name(Method::doc.name);
    CAPTURE(name);
    CHECK(page.find("\n## " + name + "\n") != std::string::npos);
    CHECK(methods_index().find("(" + step + ".md#" + name + ")") != std::string::npos);
    for_each_parameter<Method>(
        [&](const auto& each) { CHECK(page.find("| `" + std::string(each.name) + "` |") != std::string::npos); });
  };
  if constexpr (requires { Described{}.method.otherwise; }) {
    Alternatives<decltype(Described{}.method.otherwise)>::for_each(check_method);
  } else if constexpr (HasMethods<Described>) {
    Alternatives<decltype(Described{}.method)>::for_each(check_method);
  }
}

TEST_CASE("every step, every method and every code has its entry") {
  Alternatives<Step>::for_each([]<class Described>() { check_page<Described>(); });
  const std::string messages = messages_reference();
  for (const CodeEntry& each : code_table()) {
    const std::string code(each.text);
    CAPTURE(code);
    CHECK(messages.find("| `" + code + "` |") != std::string::npos);
  }
}

TEST_CASE("the examples of the pages are steps that can be read") {
  std::string pages = methods_index();
  for (const std::string_view step : method_pages()) pages += methods_page(step).value_or("");
  std::size_t examples = 0;
  const std::string opening = "```toml\n";
  for (std::size_t from = pages.find(opening); from != std::string::npos; from = pages.find(opening, from + 1)) {
    const std::size_t begin = from + opening.size();
    const std::string example = pages.substr(begin, pages.find("```", begin) - begin);
    CAPTURE(example);
    Problems problems;
    const Result<TomlTable> document = parse_toml(example, "example.toml");
    REQUIRE(document);
    CHECK(read_recipe(std::get<TomlArray>(document->front().value.data), problems));
    CHECK(problems.empty());
    ++examples;
  }
  CHECK(examples > 50);
}

}  // namespace
}  // namespace podium
