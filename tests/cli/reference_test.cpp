#include "podium/cli/reference.hpp"

#include <fstream>
#include <sstream>

#include <doctest/doctest.h>

#include "podium/core/recipe.hpp"

#include "support/shared.hpp"

namespace podium {
namespace {

std::string bytes_of(const std::filesystem::path& path) {
  const std::ifstream file(path, std::ios::binary);
  std::ostringstream bytes;
  bytes << file.rdbuf();
  return bytes.str();
}

TEST_CASE("the pages that the program writes are the pages in docs") {
  // podium help methods > docs/methods.md; podium help messages > docs/messages.md
  CHECK(bytes_of(testing::source_directory() / "docs" / "methods.md") == methods_reference());
  CHECK(bytes_of(testing::source_directory() / "docs" / "messages.md") == messages_reference());
}

TEST_CASE("every method and every code has its entry") {
  const std::string methods = methods_reference();
  Alternatives<NormaliseMethod>::for_each([&]<class Method>() {
    CHECK(methods.find("### normalise: " + std::string(Method::doc.name) + "\n") != std::string::npos);
  });
  Alternatives<ImputeMethod>::for_each([&]<class Method>() {
    CHECK(methods.find("### impute: " + std::string(Method::doc.name) + "\n") != std::string::npos);
  });
  Alternatives<AggregateMethod>::for_each([&]<class Method>() {
    CHECK(methods.find("### aggregate: " + std::string(Method::doc.name) + "\n") != std::string::npos);
  });
  const std::string messages = messages_reference();
  for (const CodeEntry& each : code_table()) {
    const std::string code(each.text);
    CAPTURE(code);
    CHECK(messages.find("| `" + code + "` |") != std::string::npos);
  }
}

}  // namespace
}  // namespace podium
