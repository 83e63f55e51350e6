#include "golden/case.hpp"

#include <algorithm>

namespace podium::golden {
namespace {

const Json& member(const Json& object, const char* key) {
  const auto found = object.find(key);
  if (found == object.end()) throw Malformed(std::string("case.json: no '") + key + "'");
  return *found;
}

void collect_texts(const Json& value, std::set<std::string>& texts, int depth = 0) {
  constexpr int kDeepest = 50;
  if (depth > kDeepest) throw Malformed("case.json: steps are nested too deep");
  if (value.is_string()) texts.insert(value.get<std::string>());
  if (value.is_structured()) {
    for (const Json& element : value) collect_texts(element, texts, depth + 1);
  }
}

bool ends_as_input(std::string_view what) { return what == "input" || what.ends_with("(input)"); }

Tolerance tolerance_of(const Json& stated) {
  Tolerance tolerance;
  tolerance.relative = stated.value("rel", tolerance.relative);
  tolerance.absolute = stated.value("abs", tolerance.absolute);
  tolerance.p_values = stated.value("pvalues_rel", tolerance.relative);
  return tolerance;
}

}  // namespace

std::vector<Output> Case::results() const {
  std::set<std::string> used(inputs.begin(), inputs.end());
  collect_texts(steps, used);
  std::vector<Output> found;
  for (const Output& output : outputs) {
    const bool is_input = ends_as_input(output.what) || used.contains("cases/" + id + "/" + output.file);
    if (!is_input) found.push_back(output);
  }
  return found;
}

double Case::allowed(const std::string& kind) const {
  if (!stated_tolerance.contains(kind)) throw NotApplicable("no tolerance '" + kind + "' is stated");
  return number_of(stated_tolerance[kind]);
}

std::vector<std::string> list_cases(const std::filesystem::path& root) {
  std::vector<std::string> ids;
  if (std::filesystem::exists(root / "MANIFEST.json")) {
    const Json manifest = read_json(root / "MANIFEST.json");
    for (const Json& entry : member(manifest, "cases")) ids.push_back(member(entry, "id").get<std::string>());
  }
  if (!std::filesystem::is_directory(root / "cases")) throw Malformed("no folder 'cases' in " + root.string());
  std::vector<std::string> unlisted;
  for (const auto& entry : std::filesystem::directory_iterator(root / "cases")) {
    const std::string id = entry.path().filename().string();
    if (entry.is_directory() && std::ranges::find(ids, id) == ids.end()) unlisted.push_back(id);
  }
  std::ranges::sort(unlisted);
  ids.insert(ids.end(), unlisted.begin(), unlisted.end());
  return ids;
}

Case read_case(const std::filesystem::path& root, const std::string& id) {
  const Json json = read_json(root / "cases" / id / "case.json");
  if (!json.is_object()) throw Malformed("case.json: not an object");
  Case c{.root = root, .id = id, .expect = json.value("expect", "match")};
  c.inputs = texts_of(member(json, "input"));
  c.steps = member(json, "steps");
  if (!c.steps.is_array()) c.steps = Json::array({c.steps});
  if (c.steps.empty()) throw Malformed("case.json: no steps");
  for (const Json& step : c.steps) member(step, "op");
  const Json& outputs = member(json, "outputs");
  for (const Json& output : outputs.is_array() ? outputs : Json::array({outputs})) {
    c.outputs.push_back({member(output, "file").get<std::string>(), output.value("what", "")});
  }
  c.stated_tolerance = json.value("tolerance", Json::object());
  c.tolerance = tolerance_of(c.stated_tolerance);
  return c;
}

Arguments::Arguments(const Json& step, std::string what) : step_(step), what_(std::move(what)) {
  if (what_.empty()) what_ = step.value("op", "step");
}

const Json* Arguments::find(const std::string& key) {
  read_.insert(key);
  const auto found = step_.find(key);
  return found == step_.end() || found->is_null() ? nullptr : &*found;
}

bool Arguments::has(const std::string& key) const { return step_.contains(key) && !step_[key].is_null(); }

const Json& Arguments::value(const std::string& key) {
  const Json* const found = find(key);
  if (found == nullptr) throw Malformed("case.json: " + what_ + ": no '" + key + "'");
  return *found;
}

double Arguments::number(const std::string& key) { return number_of(value(key)); }
double Arguments::number(const std::string& key, double otherwise) {
  const Json* const found = find(key);
  return found == nullptr ? otherwise : number_of(*found);
}
std::size_t Arguments::count(const std::string& key) { return count_of(value(key)); }
std::size_t Arguments::count(const std::string& key, std::size_t otherwise) {
  const Json* const found = find(key);
  return found == nullptr ? otherwise : count_of(*found);
}
bool Arguments::flag(const std::string& key, bool otherwise) {
  const Json* const found = find(key);
  return found == nullptr ? otherwise : found->get<bool>();
}
std::string Arguments::text(const std::string& key) { return value(key).get<std::string>(); }
std::string Arguments::text(const std::string& key, const std::string& otherwise) {
  const Json* const found = find(key);
  return found == nullptr ? otherwise : found->get<std::string>();
}

void Arguments::expect(const std::string& key, std::initializer_list<std::string_view> known) {
  const Json* const found = find(key);
  if (found == nullptr) return;
  const std::string text = found->is_string() ? found->get<std::string>() : found->dump();
  if (std::ranges::find(known, text) == known.end()) {
    throw NotApplicable(what_ + ": no counterpart of " + key + " = " + text);
  }
}

void Arguments::finish() const {
  for (const auto& [key, value] : step_.items()) {
    if (!read_.contains(key)) throw NotApplicable(what_ + ": the parameter '" + key + "' is not known here");
  }
}

}  // namespace podium::golden
