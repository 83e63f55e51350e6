// What happens to inputs with one thing wrong: podium has to refuse them, also where the other tool accepts silently.
#include <algorithm>
#include <regex>

#include "golden/handlers.hpp"
#include "golden/index.hpp"

namespace podium::golden {
namespace {

/// The tables of the case, to be changed.
struct Tables {
  Table data;
  Table metadata;
};

std::size_t row_of(const Table& table, std::string_view column, const std::string& wanted) {
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    if (table.text(row, column) == wanted) return row;
  }
  throw Malformed(table.name + ": no " + wanted);
}

std::size_t ordinal(const std::string& word) {
  static const std::vector<std::string> kWords = {"first", "second", "third", "fourth", "fifth"};
  const auto found = std::ranges::find(kWords, word);
  if (found == kWords.end()) throw NotApplicable("no reading of '" + word + "'");
  return static_cast<std::size_t>(found - kWords.begin());
}

void set_column(Table& table, const std::string& column, const std::string& field) {
  for (auto& row : table.rows) row[table.position(column)] = field;
}

void set_metadata(Tables& tables, const std::string& id, const std::string& column, const std::string& field) {
  tables.metadata.rows[row_of(tables.metadata, "iCode", id)][tables.metadata.position(column)] = field;
}

using Words = std::smatch;

/// The phrases in which such cases state their change, and what each does.
const std::vector<std::pair<std::string, void (*)(Tables&, const Words&)>>& phrases() {
  static const std::vector<std::pair<std::string, void (*)(Tables&, const Words&)>> all = {
      {R"((\w+) of (\w+) row = (\S+))",
       [](Tables& t, const Words& w) { t.data.rows.at(ordinal(w[2]))[t.data.position(w[1].str())] = w[3]; }},
      {R"((\w+) of (\w+) row missing)",
       [](Tables& t, const Words& w) { t.data.rows.at(ordinal(w[2]))[t.data.position(w[1].str())] = "NA"; }},
      {R"((first|second|third|fourth|fifth) (\w+) = (\w+) \w+)",
       [](Tables& t, const Words& w) {
         const std::size_t column = t.data.position(w[2].str());
         t.data.rows.at(ordinal(w[1]))[column] = t.data.rows.at(ordinal(w[3]))[column];
       }},
      {R"((weight|Weight) of (\w+) = (\S+))", [](Tables& t, const Words& w) { set_metadata(t, w[2], "Weight", w[3]); }},
      {R"(all (\w+) weights (\S+))",
       [](Tables& t, const Words& w) {
         for (std::size_t row = 0; row < t.metadata.rows.size(); ++row) {
           if (t.metadata.text(row, "Parent") == w[1]) t.metadata.rows[row][t.metadata.position("Weight")] = w[2];
         }
       }},
      {R"((Direction|Parent|Type|iCode) of (\w+) = (\S+))",
       [](Tables& t, const Words& w) { set_metadata(t, w[2], w[1], w[3]); }},
      {R"((Direction|Parent|Type) of (\w+) missing)",
       [](Tables& t, const Words& w) { set_metadata(t, w[2], w[1], "NA"); }},
      {R"((\w+) all missing)", [](Tables& t, const Words& w) { set_column(t.data, w[1], "NA"); }},
      {R"((\w+) as text)", [](Tables& t, const Words& w) { set_column(t.data, w[1], "text"); }},
      {R"((\w+) = (\S+) everywhere)", [](Tables& t, const Words& w) { set_column(t.data, w[1], w[2]); }},
      {R"(column (\d+) renamed (\w+))",
       [](Tables& t, const Words& w) { t.data.columns.at(std::stoul(w[1]) - 1) = w[2]; }},
  };
  return all;
}

void change(Tables& tables, const std::string& stated) {
  constexpr std::size_t kLongest = 200;
  if (stated.size() > kLongest) throw NotApplicable("no reading of a change of so many words");
  for (const auto& [phrase, apply] : phrases()) {
    Words words;
    if (std::regex_match(stated, words, std::regex(phrase))) return apply(tables, words);
  }
  throw NotApplicable("no reading of the change '" + stated + "'");
}

/// Reads the tables, checks, and computes an index: min-max 1..100, arithmetic means.
void compute(const Tables& tables) {
  Inputs inputs;
  inputs.data.emplace_back("data", tables.data);
  inputs.metadata = tables.metadata;
  const TableIndex index = build_index(blueprint_of(inputs, inputs.first()), inputs, inputs.first());
  const Recipe recipe{{Normalise{.method = MinMax{.range = {1, 100}}}, Aggregate{}}};
  const Ranking ranking = must(run(must(check(recipe, index.hierarchy, index.setting())), index.panel));
  if (ranking.ranked(index.hierarchy.root(), Time{0}) == 0) throw Refused("no unit has a rank");
}

/// Only a parent on the next level is right for the tool; podium's nodes may stand at any height.
bool is_fine_here(const std::string& stated) { return std::regex_match(stated, std::regex(R"(Parent of \w+ = \w+)")); }

}  // namespace

void run_validation(const Case& c, Report& report) {
  Arguments(c.steps.back()).finish();
  const Inputs inputs = read_inputs(c);
  if (!inputs.metadata) throw Malformed("validate: no metadata table");
  const Tables sound{.data = inputs.first(), .metadata = *inputs.metadata};
  compute(sound);
  std::vector<std::string> silent;
  std::vector<std::string> accepted;
  std::size_t by_recipe = 0;
  std::size_t by_reader = 0;
  for (const Output& output : c.results()) {
    for (const Json& entry : c.json(output)) {
      const std::string stated = entry.at("change").get<std::string>();
      try {
        Tables tables = sound;
        change(tables, stated);
        compute(tables);
        report.require(is_fine_here(stated), "'" + stated + "' is accepted");
        accepted.push_back(stated);
        continue;
      } catch (const Refused&) {
        ++by_recipe;
      } catch (const Malformed&) {
        ++by_reader;
      } catch (const NotApplicable& reason) {
        report.not_applicable(reason.what());
        continue;
      }
      report.require(true, {});
      if (entry.value("accepted", false)) silent.push_back(stated);
    }
  }
  std::string text =
      "evidence: " + std::to_string(silent.size()) + " changes that the tool accepts silently are refused (";
  for (const std::string& stated : silent) text += (&stated == silent.data() ? "" : ", ") + stated;
  report.note(text + "); of all, " + std::to_string(by_reader) + " by the reader of the tables and " +
              std::to_string(by_recipe) + " by the checks of the recipe");
  for (const std::string& stated : accepted)
    report.note("'" + stated + "' is fine here: parents may stand at any height");
}

}  // namespace podium::golden
