#include "podium/store/measures/measure.hpp"

#include "store/measured.hpp"

namespace podium {
namespace {

using namespace testing;

TEST_CASE("a measure says what it reads, and its query keeps its place in the file") {
  const Measure measure = measure_of(
      measure_text("unit = { type = \"text\", named = [\"Country\", \"Land\"], country = true, separator = \";\" }\n"
                   "\"Publication date\" = \"date\"\nextra = { type = \"number\", required = false }",
                   "SELECT 1",
                   "[parameters.share]\nvalue = 0.5\nmeaning = { en = \"S\" }\n"
                   "[parameters.kind]\nvalue = \"a\"\none_of = [\"a\", \"b\"]\nmeaning = { en = \"K\" }\n"));
  CHECK(measure.id == "m");
  REQUIRE(measure.inputs.size() == 1);
  const std::vector<InputColumn>& columns = measure.inputs[0].columns;
  REQUIRE(columns.size() == 3);
  CHECK(columns[0].name == "Publication date");
  CHECK(columns[0].type == ColumnType::Date);
  CHECK(columns[0].named == std::vector<std::string>{"Publication date"});
  CHECK(!columns[1].is_required);
  CHECK(columns[2].is_country);
  CHECK(columns[2].separator == ";");
  CHECK(columns[2].named == std::vector<std::string>{"Country", "Land"});
  REQUIRE(measure.parameters.size() == 2);
  CHECK(text_of(measure.parameters[1].value) == "0.5");
  CHECK(measure.hash.size() == 32);
  // The query's only line is the last of the file.
  CHECK(std::count(measure.sql.begin(), measure.sql.end(), '\n') == 21);
  CHECK(measure.sql.find("podium") == std::string::npos);
}

TEST_CASE("a header with problems is refused with every place") {
  const std::string good = measure_text("a = \"text\"", "SELECT 1");
  const struct {
    const char* what;
    std::string text;
    const char* problem;
  } cases[] = {
      {"no header", "SELECT 1", "measures/m.sql:1:1: error[syntax]: found no header"},
      {"no end", "/*podium\nid = 1", "measures/m.sql:1:1: error[syntax]: found a header without an end"},
      {"no query", good.substr(0, good.find("SELECT")), "found no query"},
      {"TOML", replaced(good, "id = \"m\"", "id = "), "measures/m.sql:2:"},
      {"another id", replaced(good, "id = \"m\"", "id = \"n\""), "found id 'n'; expected 'm', the name of the file"},
      {"unknown key", replaced(good, "rule", "rules"), "measures/m.sql:6:1: error[unknown-key]"},
      {"no title", replaced(good, "title", "#"), "found no key 'title'"},
      {"unknown type", replaced(good, "a = \"text\"", "a = \"txt\""),
       "measures/m.sql:10:5: error[wrong-type]: found type 'txt'; expected 'text', 'integer', 'number', 'date' or "
       "'boolean'; did you mean 'text'?"},
      {"a name that is podium's", replaced(good, "\"rows\"", "\"Parameter\""), "found a second input 'Parameter'"},
      {"two inputs of one name", replaced(good, "*/", "[[input]]\nname = \"ROWS\"\ncolumns = { b = \"text\" }\n*/"),
       "found a second input 'ROWS'"},
      {"a parameter outside its list",
       replaced(good, "*/", "[parameters.k]\nvalue = \"c\"\none_of = [\"a\"]\nmeaning = { en = \"K\" }\n*/"),
       "found value 'c'"},
      {"not UTF-8", replaced(good, "\"R\"", "\"\xff\""), "measures/m.sql:6:"},
  };
  for (const auto& one : cases) {
    CAPTURE(one.what);
    const std::string problems = problems_of(read_measure(one.text, "measures/m.sql"));
    CAPTURE(problems);
    CHECK(problems.find(one.problem) != std::string::npos);
  }
  CHECK(problems_of(read_measure(good, "measures/m.sql")) == "");
}

TEST_CASE("a parameter takes a value of its own type") {
  Measure measure =
      measure_of(measure_text("a = \"text\"", "SELECT 1",
                              "[parameters]\nn = { value = 3, meaning = { en = \"N\" } }\n"
                              "x = { value = 0.5, meaning = { en = \"X\" } }\n"
                              "d = { value = 2024-01-02, meaning = { en = \"D\" } }\n"
                              "b = { value = true, meaning = { en = \"B\" } }\n"
                              "t = { value = \"p\", one_of = [\"p\", \"q\"], meaning = { en = \"T\" } }\n"));
  const auto problem = [&measure](const char* name, const char* text) {
    return problems_of(set_parameter(measure, name, text));
  };
  for (const auto& [name, text] : {std::pair{"n", "-4"}, {"x", "2"}, {"d", "2025-12-31"}, {"b", "false"}, {"t", "q"}}) {
    CAPTURE(name);
    CHECK(problem(name, text) == "");
  }
  CHECK(problem("n", "4.5").find("expected a whole number") != std::string::npos);
  CHECK(problem("x", "much").find("expected a number") != std::string::npos);
  CHECK(problem("d", "2025-02-30").find("expected a date") != std::string::npos);
  CHECK(problem("b", "yes").find("expected true or false") != std::string::npos);
  CHECK(problem("t", "r").find("expected 'p' or 'q'") != std::string::npos);
  CHECK(problem("tt", "p").find("did you mean 't'?") != std::string::npos);
}

TEST_CASE("the measures of an index come before podium's own, and may replace them") {
  const DirectoryOnDisk place;
  const std::size_t shipped_count = must(list_measures(place.path())).size();
  CHECK(shipped_count == 7);
  place.write("measures/m.sql", measure_text("a = \"text\"", "SELECT 1"));
  place.write("measures/net_migration.sql",
              replaced(measure_text("a = \"text\"", "SELECT 1"), "\"m\"", "\"net_migration\""));
  place.write("measures/.hidden.sql", "");
  place.write("measures/readme.txt", "");
  const std::vector<FoundMeasure> found = must(list_measures(place.path()));
  CHECK(found.size() == shipped_count + 1);
  CHECK(found[0].measure.id == "m");
  CHECK(!found[1].is_shipped);
  CHECK(must(find_measure(place.path(), "net_migration")).measure.title.en == "M");
  CHECK(must(find_measure(place.path(), "notable_models")).is_shipped);
  CHECK(problems_of(find_measure(place.path(), "notable_model")).find("did you mean 'notable_models'?") !=
        std::string::npos);
  place.write("measures/bad.sql", "SELECT");
  place.write("measures/worse.sql", "SELECT");
  CHECK(list_measures(place.path()).diagnostics().size() == 2);
}

TEST_CASE("a folder of measures that leads out of the index is refused") {
  const DirectoryOnDisk place;
  const DirectoryOnDisk outside;
  outside.write("m.sql", measure_text("a = \"text\"", "SELECT 1"));
  std::filesystem::create_directory_symlink(outside.path(), place.path() / "measures");
  CHECK(problems_of(list_measures(place.path())).find("leads out of the directory") != std::string::npos);
}

}  // namespace
}  // namespace podium
