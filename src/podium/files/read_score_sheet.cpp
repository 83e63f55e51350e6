#include "podium/files/read_score_sheet.hpp"

#include <array>

#include "podium/files/exchange/csv_tables.hpp"
#include "podium/files/row_fields.hpp"

namespace podium {
namespace {

constexpr std::array<std::string_view, 14> kColumns{
    "fact_id", "article", "entity_iso3", "indicator",      "period",          "value",   "unit",
    "rank",    "rank_of", "as_printed",  "official_value", "official_source", "verdict", "note"};
enum Column : std::size_t { FactId = 0, Article = 1, UnitCode = 2, Years = 4, Value = 5, Measure = 6, RankPlace = 7 };
constexpr std::size_t kAsPrinted = 9;
constexpr std::size_t kVerdict = 12;

class SheetReader {
 public:
  explicit SheetReader(CsvReader& csv) : fields_(csv, kColumns, problems_) {}

  Result<std::vector<SheetFact>> read() && {
    fields_.each_row([&] { read_row(); });
    if (!problems_.empty()) return std::move(problems_).sorted();
    return std::move(facts_);
  }

 private:
  void read_row() {
    const auto text = [&](std::size_t column) { return std::string(fields_[column]); };
    SheetFact fact{.id = text(FactId),
                   .article = text(Article),
                   .unit = text(UnitCode),
                   .period = text(Years),
                   .value = text(Value),
                   .measure = text(Measure),
                   .as_printed = text(kAsPrinted),
                   .verdict = text(kVerdict),
                   .place = fields_.row_place()};
    if (!fields_[RankPlace].empty()) {
      const auto rank = parse_decimal(fields_[RankPlace]);
      const bool is_rank = rank && rank->value >= 1 && rank->value <= 1e6 && rank->step == 1;
      if (!is_rank) return fields_.refuse(RankPlace, "rank " + quoted(fields_[RankPlace]), "a whole number from 1");
      fact.rank = static_cast<int>(rank->value);
    }
    facts_.push_back(std::move(fact));
  }

  Problems problems_;
  RowFields fields_;
  std::vector<SheetFact> facts_;
};

}  // namespace

Result<std::vector<SheetFact>> read_score_sheet(const std::filesystem::path& path) {
  TRY(ByteSource source, open_named_file(path));
  CsvReader csv(path.generic_string(), std::move(source));
  return SheetReader(csv).read();
}

}  // namespace podium
