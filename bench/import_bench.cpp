// A large import beside DuckDB's own reading of the same file: the ratio of the two is what counts.
#include <array>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <random>
#include <string>

#include <benchmark/benchmark.h>

#include "podium/files/exchange/take_tables.hpp"
#include "podium/store/database.hpp"

namespace podium {
namespace {

namespace fs = std::filesystem;

constexpr int kIndicators = 20;
constexpr int kUnits = 250;
constexpr int kYears = 200;
constexpr std::int64_t kFigures = std::int64_t{kIndicators} * kUnits * kYears;

/// An index without figures, and a table of a million of them, for as long as this object lives.
class Example {
 public:
  Example() : folder_(fs::temp_directory_path() / "podium_import_bench") {
    fs::remove_all(folder_);
    fs::create_directories(folder_ / "index/observations");
    write_index();
    std::ofstream table(this->table());
    table << "unit,indicator,period,edition,value,status,source,locator\n";
    std::mt19937_64 random(1);
    for (int indicator = 0; indicator < kIndicators; ++indicator) {
      for (int unit = 0; unit < kUnits; ++unit) {
        for (int year = 0; year < kYears; ++year) {
          table << 'U' << unit << ",indicator_" << indicator << ',' << 1900 + year << ",report-2025,"
                << random() % 10000 << '.' << random() % 100 << ",A,report,row U" << unit << ' ' << 1900 + year << '\n';
        }
      }
    }
  }
  Example(const Example&) = delete;
  Example& operator=(const Example&) = delete;
  ~Example() { fs::remove_all(folder_); }

  fs::path index() const { return folder_ / "index"; }
  fs::path table() const { return folder_ / "table.csv"; }

 private:
  void write_index() const {
    std::ofstream definition(index() / "podium.toml");
    definition << "[index]\nid = \"large\"\ntitle = { en = \"Large\" }\nperiods = [2000, 2001]\n";
    for (int i = 0; i < kIndicators; ++i) {
      definition << "[[indicator]]\nid = \"indicator_" << i
                 << "\"\nparent = \"index\"\ndirection = 1\nunit_of_measure = \"1\"\ntitle = { en = \"I\" }\n";
    }
    definition << "[[step]]\nop = \"normalise\"\nmethod = \"minmax\"\n";
    definition << "[[step]]\nop = \"aggregate\"\nmethod = \"arithmetic\"\n";
    std::ofstream units(index() / "units.csv");
    units << "code,name.en\n";
    for (int i = 0; i < kUnits; ++i) units << 'U' << i << ",Unit " << i << '\n';
    std::ofstream(index() / "sources.toml") << "[report]\ntitle = \"Report\"\npublisher = \"Office\"\n";
    std::ofstream(index() / "editions.toml")
        << "[report-2025]\ntitle = \"Report\"\npublisher = \"Office\"\nreleased = 2025-01-01\n";
  }

  fs::path folder_;
};

void import_a_million_figures(benchmark::State& state) {
  const Example example;
  for (auto _ : state) {
    const Result<Taken> taken = take_tables({.directory = example.index(),
                                             .files = {example.table()},
                                             .name = "figures",
                                             .commitment = Commitment::Write,
                                             .listing = Listing::First});
    if (!taken || !taken->import) return state.SkipWithError("the table is not taken as it is");
    state.PauseTiming();
    fs::remove(example.index() / "observations/figures.csv");
    state.ResumeTiming();
  }
  state.SetItemsProcessed(state.iterations() * kFigures);
}

void read_them_with_duckdb(benchmark::State& state) {
  const Example example;
  const std::string table = sql_quoted(example.table().string(), '\'');
  for (auto _ : state) {
    const auto database = Database::open("", std::array<Database::Setting, 1>{{{"threads", "2"}}});
    const auto connection = database ? database->connect() : Result<SqlConnection>(database.diagnostics());
    if (!connection || !connection->execute("CREATE TABLE figures AS SELECT * FROM read_csv(" + table + ")")) {
      return state.SkipWithError("DuckDB cannot read the table");
    }
  }
  state.SetItemsProcessed(state.iterations() * kFigures);
}

BENCHMARK(import_a_million_figures)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(read_them_with_duckdb)->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace
}  // namespace podium
