#include "podium/files/read_stress.hpp"

#include <doctest/doctest.h>

#include "podium/files/read_index.hpp"

#include "files/bad_input.hpp"
#include "files/small_index.hpp"
#include "support/small.hpp"

namespace podium {
namespace {

using testing::DirectoryOnDisk;
using testing::FileTexts;
using testing::must;
using testing::problems_of;
using testing::small_index;

FileTexts with_plan(const std::string& plan) {
  FileTexts files = small_index();
  files["podium.toml"] += "\n[[stress.vary]]\nwhat = \"step\"\nstep = \"normalise\"\n" + plan;
  return files;
}

struct ShownParameters {
  std::string operator()(const MinMax& method) const {
    return "from " + std::to_string(method.range.lower) + " to " + std::to_string(method.range.upper);
  }
  std::string operator()(const ZScore& method) const {
    return "mean " + std::to_string(method.mean) + " sd " + std::to_string(method.sd);
  }
  template <class Method>
  std::string operator()(const Method& method) const {
    return std::string(method.doc.name);
  }
};

/// "label: parameters" of each way to normalise.
std::vector<std::string> ways(const std::string& plan) {
  const ReadIndex read = must(read_index(DirectoryOnDisk(with_plan(plan)).path()));
  std::vector<std::string> shown;
  for (const StepAlternative& each : std::get<VaryStep>(read.index.stress.factors.front().variation).alternatives) {
    shown.push_back(each.label + ": " +
                    std::visit(ShownParameters(), std::get<Normalise>(*each.step).method.otherwise));
  }
  return shown;
}

std::string problems_in(const std::string& plan) {
  return problems_of(read_index(DirectoryOnDisk(with_plan(plan)).path()));
}

TEST_CASE("the published method keeps its parameters among the alternatives, others have their own") {
  // The index is published with minmax over [1, 100].
  CHECK(ways(R"(method = ["minmax", "zscore", "rank"])") ==
        std::vector<std::string>{"minmax: from 1.000000 to 100.000000", "zscore: mean 0.000000 sd 1.000000",
                                 "rank: rank"});
  CHECK(ways(R"(method = [{ method = "zscore", mean = 50, sd = 10 }, { method = "minmax", range = [2, 3] }])") ==
        std::vector<std::string>{"zscore, mean 50, sd 10: mean 50.000000 sd 10.000000",
                                 "minmax, range [2, 3]: from 2.000000 to 3.000000"});
}

TEST_CASE("parameters of an alternative need a method, and must be its own") {
  CHECK(problems_in("method = [{ range = [5, 10] }]")
            .find("found parameters without a method; expected { method = \"...\", and its parameters }") !=
        std::string::npos);
  CHECK(problems_in(R"(method = [{ method = "zscore", maen = 5 }])").find("found key 'maen'") != std::string::npos);
  CHECK(problems_in(R"(method = [{ method = 3 }])").find("method") != std::string::npos);
}

}  // namespace
}  // namespace podium
