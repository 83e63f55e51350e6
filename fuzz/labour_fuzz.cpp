// Tables of demand and supply of people from any bytes, and what follows from those that are sound.
#include <cmath>
#include <cstddef>
#include <cstdint>

#include "podium/files/index_directory.hpp"
#include "podium/files/read_index.hpp"
#include "podium/files/read_labour.hpp"
#include "podium/wire/labour.hpp"

namespace {

using namespace podium;

/// Two units, two editions, one source.
Index small_index() {
  const IndexDirectory directory = IndexDirectory::of(
      {{"podium.toml",
        "[index]\nid = \"small\"\ntitle = { en = \"Small\" }\nperiods = [2024, 2024]\n"
        "[[indicator]]\nid = \"a\"\nparent = \"index\"\nweight = 1\ndirection = 1\nunit_of_measure = \"things\"\n"
        "title = { en = \"A\" }\n[[step]]\nop = \"normalise\"\nmethod = \"minmax\"\n"
        "[[step]]\nop = \"aggregate\"\nmethod = \"arithmetic\"\n"},
       {"units.csv", "code\nKOR\nUSA\n"},
       {"sources.toml",
        "[report]\ntitle = \"Report\"\npublisher = \"P\"\nurl = \"https://example.org\"\n"
        "licence = \"CC0-1.0\"\npublished = 2025-04-07\n"},
       {"editions.toml",
        "[report-2024]\npublisher = \"P\"\nreleased = 2024-04-15\ntitle = \"R\"\n"
        "[report-2025]\npublisher = \"P\"\nreleased = 2025-04-07\ntitle = \"R\"\n"},
       {"observations/a.csv",
        "unit,indicator,period,edition,value,source\nKOR,a,2024,report-2025,1,report\n"
        "USA,a,2024,report-2025,2,report\n"}});
  Result<ReadIndex> read = read_index(directory, 1);
  if (!read) __builtin_trap();
  return std::move(*read).index;
}

void check_answer(const LabourTable& table, const Index& index, Unit unit, SubstitutionRule rule) {
  const Result<LabourAnswer> answer = labour_answer(table, index, unit, rule);
  if (!answer) return;
  if (labour_json(*answer).empty() || labour_csv(*answer).empty()) __builtin_trap();
  for (const LabourBalance& balance : answer->balances) {
    if (!std::isfinite(balance.demand) || !std::isfinite(balance.supply)) __builtin_trap();
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Index index = small_index();
  CsvReader csv("t.csv", bytes_of({reinterpret_cast<const char*>(data), size}));
  const Result<LabourTable> table = read_labour(csv, index);
  if (!table) {
    for (const Diagnostic& problem : table.diagnostics()) {
      if (to_text(problem).empty()) __builtin_trap();
    }
    return 0;
  }
  for (const auto& [word, rule] : Words<SubstitutionRule>::list) {
    for (const Unit unit : {Unit{0}, Unit{1}}) check_answer(*table, index, unit, rule);
  }
  return 0;
}
