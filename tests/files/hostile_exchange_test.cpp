#include <algorithm>

#include <sys/stat.h>
#include <unistd.h>

#include "podium/files/exchange/csv_tables.hpp"
#include "podium/files/exchange/data_package.hpp"
#include "podium/files/exchange/form.hpp"
#include "podium/files/exchange/json_document.hpp"
#include "podium/files/exchange/json_tables.hpp"

#include "files/exchanged_index.hpp"

namespace podium {
namespace {

using namespace testing;
namespace fs = std::filesystem;

Result<ReadTables> read_as(std::string_view form, const fs::path& path) {
  for (const ExchangeForm& one : text_forms()) {
    if (one.name == form) return one.read(path);
  }
  FAIL("no such form");
  return Diagnostic{};
}

/// The first diagnostic's code and what it found.
template <class T>
std::string refusal(const Result<T>& result) {
  REQUIRE(!result.has_value());
  const Diagnostic& problem = result.diagnostics().front();
  return std::string(entry(problem.code).text) + ": " + problem.found;
}

/// A stream that repeats a text, and counts what is taken of it.
class Endless {
 public:
  explicit Endless(std::string text) : text_(std::move(text)) {}

  ByteSource source(std::size_t bytes) {
    return [this, bytes](std::span<char> block) -> Result<std::size_t> {
      const std::size_t count = std::min(block.size(), bytes - taken);
      for (std::size_t i = 0; i < count; ++i) block[i] = text_[(taken + i) % text_.size()];
      taken += count;
      return count;
    };
  }

  std::size_t taken = 0;

 private:
  std::string text_;
};

TEST_CASE("a line of two gigabytes is refused after its first megabyte") {
  constexpr std::size_t kTwoGigabytes = std::size_t{2} << 30U;
  for (const char* const text : {"x", "\"x", "1,", "\"a\n"}) {
    CAPTURE(text);
    Endless stream(text);
    const auto table = read_csv_table(stream.source(kTwoGigabytes), "big.csv", "big");
    REQUIRE(!table);
    const Code code = table.diagnostics().front().code;
    CHECK((code == Code::LineTooLong || code == Code::Syntax));
    CHECK(stream.taken < (std::size_t{2} << 20U));
  }
}

TEST_CASE("more than a table or a JSON text may have is refused, whatever it holds") {
  Endless stream(std::string(1000, 'u') + "\n");
  CHECK(refusal(read_csv_table(stream.source(kMostTableBytes * 2), "big.csv", "big")) ==
        "too-large: more than 256 MiB");
  const DirectoryOnDisk place(FileTexts{{"big.json", "["}, {"datapackage.json", "{"}});
  fs::resize_file(place.path() / "big.json", kMostJsonBytes * 4);
  fs::resize_file(place.path() / "datapackage.json", std::uintmax_t{8} << 30U);
  CHECK(refusal(read_as("json", place.path() / "big.json")) == "too-large: more than 64 MiB");
  CHECK(refusal(read_as("datapackage", place.path())) == "too-large: more than 4 MiB");
}

TEST_CASE("many tiny values are refused before they fill the memory") {
  Endless rows("a\n");
  CHECK(refusal(read_csv_table(rows.source(kMostTableBytes), "big.csv", "big")) ==
        "too-large: more than 32000000 rows and cells");
  std::string text = "[1";
  for (std::size_t i = 0; i < kMostJsonValues; ++i) text += ",1";
  CHECK(refusal(parse_json(text + "]", "big.json")) == "too-large: more than 16000000 values");
}

TEST_CASE("bytes that are no text are refused in every form") {
  const std::string nul(1, '\0');
  CHECK(refusal(read_csv_table(bytes_of("unit\na" + nul), "a.csv", "a")) == "invalid-utf8: a NUL byte");
  CHECK(refusal(read_csv_table(bytes_of("unit\n\xff"), "a.csv", "a")) == "invalid-utf8: the byte 0xff");
  CHECK(refusal(parse_json("[\"" + nul + "\"]", "a.json")) == "invalid-utf8: a NUL byte");
  CHECK(refusal(parse_json("[\"\\u0000\"]", "a.json")) == "invalid-utf8: a NUL byte in a text");
  CHECK(refusal(parse_json("{\"\\u001b[31m\": 1}", "a.json")) == "syntax: the control character 0x1b in a text");
  CHECK(refusal(parse_json("[\"\xed\xa0\x80\"]", "a.json")).starts_with("invalid-utf8"));
}

TEST_CASE("JSON a hundred thousand levels deep is refused") {
  for (const char* const open : {"[", "{\"a\":", "[{\"a\":"}) {
    CAPTURE(open);
    std::string text;
    for (int i = 0; i < 100'000; ++i) text += open;
    CHECK(refusal(parse_json(text, "deep.json")) == "syntax: values nested more than 32 deep");
  }
}

TEST_CASE("JSON that breaks its rules is refused with its place") {
  const struct {
    std::string text;
    std::string expected;
  } cases[] = {
      {"", "a.json:1:1: error[syntax]: found a JSON text that ends too early; expected a value by RFC 8259"},
      {"[1,\n 2,,3]", "a.json:2:4: error[syntax]: found JSON that cannot be read; expected a value by RFC 8259"},
      {"{\"a\" 1}", "a.json:1:6: error[syntax]: found JSON that cannot be read; expected a value by RFC 8259"},
      {"[NaN]", "a.json:1:2: error[syntax]: found JSON that cannot be read; expected a value by RFC 8259"},
      {"[1] 2", "a.json:1:5: error[syntax]: found JSON that cannot be read; expected a value by RFC 8259"},
      {"[1e999]", "a.json:1:6: error[syntax]: found JSON that cannot be read; expected a value by RFC 8259"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.text);
    CHECK(problems_of(parse_json(c.text, "a.json")) == c.expected);
  }
}

TEST_CASE("numbers of JSON keep their digits") {
  const JsonValue list = must(parse_json("[1.30, -0.50, 1E2, 18446744073709551616, -7, 0]", "a.json"));
  std::vector<std::string> digits;
  for (const JsonValue& item : *list.list()) digits.push_back(std::get<JsonNumber>(item.data).text);
  CHECK(digits == std::vector<std::string>{"1.30", "-0.50", "1E2", "18446744073709551616", "-7", "0"});
}

TEST_CASE("JSON that holds no tables is refused") {
  const auto tables = [](const std::string& text) {
    return read_json_tables(must(parse_json(text, "a.json")), "a.json", "a");
  };
  CHECK(refusal(tables("3")) == "wrong-type: JSON of another form");
  CHECK(refusal(tables("[1]")) == "wrong-type: an item that is no object");
  CHECK(refusal(tables("[{\"a\": [1]}]")) == "wrong-type: a list or an object for 'a'");
  CHECK(refusal(tables("{\"tables\": [{\"name\": \"a\"}]}")) == "wrong-type: a table without name, columns or rows");
  CHECK(refusal(tables(R"({"tables": [{"name": "a", "columns": ["x"], "rows": [["1", "2"]]}]})")) ==
        "wrong-type: row 1 of another length than the columns");
  CHECK(refusal(tables(R"({"tables": [{"name": "a", "columns": ["x", "x"], "rows": []}]})")) ==
        "wrong-type: a second column 'x'");
  CHECK(refusal(tables(R"({"tables": [{"name": "definition", "columns": ["path", "line", "text"], "rows": []}]})")) ==
        "missing-file: no table 'unit'");
  const auto read = must(tables(R"([{"unit": "KOR", "risk": 1.50}, {"unit": "USA", "startups": null, "risk": 2}])"));
  const RawTable& table = std::get<std::vector<RawTable>>(read).front();
  CHECK(table.columns == std::vector<std::string>{"unit", "risk", "startups"});
  CHECK(table.rows == std::vector<std::vector<std::string>>{{"KOR", "1.50", ""}, {"USA", "2", ""}});
}

TEST_CASE("a Data Package cannot name a file outside of its directory") {
  const DirectoryOnDisk place(FileTexts{{"outside.csv", "unit\n"}, {"package/a.csv", "unit\nKOR\n"}});
  fs::create_symlink("../outside.csv", place.path() / "package/link.csv");
  REQUIRE(::symlink("/etc/passwd", (place.path() / "package/passwd.csv").c_str()) == 0);
  const struct {
    std::string resources;
    std::string expected;
  } cases[] = {
      {R"([{"path": "../outside.csv"}])", "path-outside: '../outside.csv', which leads out of"},
      {R"([{"path": "../../../../../../etc/passwd"}])", "path-outside: '../../../../../../etc/passwd', which leads"},
      {R"([{"path": "/etc/passwd"}])", "path-outside: '/etc/passwd', which leads out of"},
      {R"([{"path": "a/../../outside.csv"}])", "path-outside: 'a/../../outside.csv', which leads out of"},
      {R"([{"path": "link.csv"}])", "path-outside: 'link.csv', which leads out of"},
      {R"([{"path": "passwd.csv"}])", "path-outside: 'passwd.csv', which leads out of"},
      {R"([{"path": "https://example.org/a.csv"}])", "path-outside: path 'https://example.org/a.csv'"},
      {R"([{"path": "file:///etc/passwd"}])", "path-outside: path 'file:///etc/passwd'"},
      {R"([{"path": "none.csv"}])", "missing-file: no file 'none.csv'"},
      {R"([{"path": "."}])", "missing-file: '.', which is not a regular file"},
      {R"([{"data": "unit\nKOR\n"}])", "missing-key: a resource without a path of its own"},
      {R"([{"path": ["a.csv", "a.csv"]}])", "missing-key: a resource without a path of its own"},
      {R"([{"path": "a.csv", "dialect": {"delimiter": ";"}}])", "invalid-value: delimiter ';' of 'a.csv'"},
      {R"([])", "missing-key: no resources"},
      {R"({"path": "a.csv"})", "missing-key: no resources"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.resources);
    place.write("package/datapackage.json", "{\"resources\": " + c.resources + "}");
    CHECK_MESSAGE(refusal(read_data_package(place.path() / "package")).starts_with(c.expected),
                  refusal(read_data_package(place.path() / "package")));
  }
  place.write("package/datapackage.json", R"({"resources": [{"path": ["a.csv"]}]})");
  CHECK(std::get<std::vector<RawTable>>(must(read_data_package(place.path() / "package"))).front().rows[0][0] == "KOR");
}

TEST_CASE("what is no regular file is not waited for") {
  const DirectoryOnDisk place(FileTexts{});
  REQUIRE(::mkfifo((place.path() / "pipe.csv").c_str(), 0600) == 0);
  CHECK(refusal(read_as("csv", place.path() / "pipe.csv")) == "missing-file: 'pipe.csv', which is not a regular file");
  CHECK(refusal(read_as("csv", "/dev/zero")) == "missing-file: 'zero', which is not a regular file");
  CHECK(refusal(read_as("csv", place.path() / "none.csv")) == "missing-file: no file 'none.csv'");
}

}  // namespace
}  // namespace podium
