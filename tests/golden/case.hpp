#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "golden/table.hpp"

namespace podium::golden {

/// A file that a case states, with the words that say what it holds.
struct Output {
  std::string file;
  std::string what;

  std::string stem() const { return std::filesystem::path(file).stem().string(); }
  bool is_json() const { return file.ends_with(".json"); }
};

/// How far figures may be apart: |a - b| <= absolute + relative * |b|.
struct Tolerance {
  double relative = 1e-9;
  double absolute = 1e-12;
  double p_values = 1e-9;  ///< relative, for p-values
};

/// What a case.json says. Paths are relative to the folder of all cases.
struct Case {
  std::filesystem::path root{};
  std::string id{};
  std::string expect{};  ///< match, statistical, quality or evidence
  std::vector<std::string> inputs{};
  Json steps{};
  std::vector<Output> outputs{};
  Tolerance tolerance{};
  Json stated_tolerance = Json::object();  ///< with what only some operations have

  /// How far figures of a kind may be apart, such as "rank_mean_abs"; NotApplicable if the case does not say.
  double allowed(const std::string& kind) const;
  std::filesystem::path directory() const { return root / "cases" / id; }
  Table table(const std::string& path) const { return read_table(root / path); }
  Table table(const Output& output) const { return read_table(directory() / output.file); }
  Json json(const Output& output) const { return read_json(directory() / output.file); }
  /// The outputs that are to be reproduced: those that are not inputs as well.
  std::vector<Output> results() const;
};

/// Ids of a folder of cases: in the order of MANIFEST.json if there is one, then the folders that it does not list.
std::vector<std::string> list_cases(const std::filesystem::path& root);
Case read_case(const std::filesystem::path& root, const std::string& id);

/// The parameters of a step, read one by one. What nobody asked for is a parameter that the runner does not know:
/// then the case is not applicable, rather than compared with something else.
class Arguments {
 public:
  explicit Arguments(const Json& step, std::string what = {});

  /// The whole step.
  const Json& stated() const { return step_; }
  bool has(const std::string& key) const;
  double number(const std::string& key, double otherwise);
  double number(const std::string& key);
  /// A whole number of 0 or more; Malformed otherwise.
  std::size_t count(const std::string& key, std::size_t otherwise);
  std::size_t count(const std::string& key);
  bool flag(const std::string& key, bool otherwise);
  std::string text(const std::string& key, const std::string& otherwise);
  std::string text(const std::string& key);
  const Json& value(const std::string& key);  ///< Malformed if absent
  void pass_over(const std::string& key) { read_.insert(key); }
  /// NotApplicable unless the text of `key` is absent or among `known`.
  void expect(const std::string& key, std::initializer_list<std::string_view> known);
  /// NotApplicable if a parameter was not read.
  void finish() const;

 private:
  const Json* find(const std::string& key);

  const Json& step_;
  std::string what_;
  std::set<std::string> read_{"op"};
};

}  // namespace podium::golden
