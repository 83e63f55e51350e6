// Compares podium with a folder of golden cases: results of another tool with the inputs and the steps that gave them.
// golden/coinr/README.md of the reference data describes the form. Any folder of that form will do: nothing here knows
// a case, an indicator or a unit by its name.
#include <cstdio>
#include <cstring>

#include "golden/handlers.hpp"

namespace podium::golden {
namespace {

int examine_all(const std::filesystem::path& root) {
  std::size_t passed = 0;
  std::size_t failed = 0;
  std::size_t not_applicable = 0;
  const std::vector<std::string> ids = list_cases(root);
  for (const std::string& id : ids) {
    const auto [verdict, line] = examine(root, id);
    std::puts(line.c_str());
    std::fflush(stdout);
    if (verdict == Verdict::Pass) ++passed;
    if (verdict == Verdict::Fail) ++failed;
    if (verdict == Verdict::NotApplicable) ++not_applicable;
  }
  std::printf("%zu cases: %zu passed, %zu failed, %zu not applicable\n", ids.size(), passed, failed, not_applicable);
  if (ids.empty()) std::puts("there is nothing to compare with");
  return failed > 0 || ids.empty() ? 1 : 0;
}

}  // namespace
}  // namespace podium::golden

/// podium_golden DIR: exit status 1 if a case fails, 2 if the folder cannot be read, 77 if it is absent and
/// --may-be-absent is given (ctest counts that as skipped).
int main(int count, char** arguments) {
  const bool may_be_absent = count == 3 && std::strcmp(arguments[2], "--may-be-absent") == 0;
  if (count != 2 && !may_be_absent) {
    std::puts("usage: podium_golden DIR [--may-be-absent]");
    return 2;
  }
  const std::filesystem::path root = arguments[1];
  if (!std::filesystem::is_directory(root)) {
    std::printf("%s: no folder %s\n", may_be_absent ? "skipped" : "error", root.string().c_str());
    return may_be_absent ? 77 : 2;
  }
  try {
    return podium::golden::examine_all(root);
  } catch (const std::exception& problem) {
    std::printf("fail  %s  %s\n", root.string().c_str(), problem.what());
    return 2;
  }
}
