#include "podium/store/careers.hpp"

#include <array>
#include <chrono>
#include <memory>

#include "podium/files/staging.hpp"
#include "podium/store/sql_table_function.hpp"
#include "podium/stress/random.hpp"

namespace podium {
namespace {

namespace fs = std::filesystem;

/// Where people are, about as often as the number beside it says.
struct Place {
  std::string_view code;
  std::uint32_t weight;
};
constexpr std::array<Place, 24> kPlaces{
    {{"USA", 240}, {"IND", 130}, {"CHN", 120}, {"GBR", 60}, {"DEU", 50}, {"FRA", 45}, {"CAN", 40}, {"BRA", 40},
     {"KOR", 30},  {"JPN", 30},  {"ESP", 28},  {"ITA", 28}, {"NLD", 22}, {"AUS", 22}, {"TUR", 18}, {"POL", 16},
     {"SWE", 14},  {"ISR", 14},  {"CHE", 12},  {"SGP", 12}, {"ARE", 11}, {"IRL", 8},  {"FIN", 6},  {"LUX", 4}}};

constexpr std::uint32_t total_weight() {
  std::uint32_t total = 0;
  for (const Place& place : kPlaces) total += place.weight;
  return total;
}

std::size_t place_from(std::uint32_t word) {
  std::uint32_t rest = word % total_weight();
  std::size_t place = 0;
  while (rest >= kPlaces[place].weight) rest -= kPlaces[place++].weight;
  return place;
}

std::int32_t day_of(int year) {
  using namespace std::chrono;
  return static_cast<std::int32_t>(sys_days(std::chrono::year(year) / January / 1).time_since_epoch().count());
}

int year_of(std::int32_t day) {
  using namespace std::chrono;
  return static_cast<int>(year_month_day(sys_days(days(day))).year());
}

struct CareerStep {
  std::size_t place = 0;
  std::int32_t from = 0;
  std::int32_t to = 0;
  bool is_open = false;
};

/// The steps of one person after the other, and what they amount to.
class CareerMaker {
 public:
  explicit CareerMaker(const CareersPlan& plan) : plan_(plan) {}

  /// Nothing when everybody's are made.
  const CareerStep* next() {
    while (at_ == count_) {
      if (person_ == plan_.people) return nullptr;
      make(person_++);
    }
    ++rows_;
    return &steps_[at_++];
  }
  /// Whose step next() gave, from 1.
  std::uint64_t person() const { return person_; }
  std::uint64_t rows() const { return rows_; }

  std::string truth() const {
    std::string text = "place,period,arrivals,departures,members\n";
    for (std::size_t place = 0; place < kPlaces.size(); ++place) {
      for (std::size_t year = 0; year < kYears; ++year) {
        const Count& count = counts_[place][year];
        text += std::string(kPlaces[place].code) + ',' + std::to_string(kFirstCareerYear + static_cast<int>(year)) +
                ',' + std::to_string(count.arrivals) + ',' + std::to_string(count.departures) + ',' +
                std::to_string(count.members) + '\n';
      }
    }
    return text;
  }

 private:
  static constexpr std::size_t kMostSteps = 7;
  static constexpr std::size_t kYears = kLastCareerYear - kFirstCareerYear + 1;
  struct Count {
    std::uint64_t arrivals = 0;
    std::uint64_t departures = 0;
    std::uint64_t members = 0;
  };

  std::array<std::uint32_t, 4> words(std::uint64_t person, std::uint32_t step) const {
    return philox({static_cast<std::uint32_t>(person), static_cast<std::uint32_t>(person >> 32U), step, 0},
                  {static_cast<std::uint32_t>(plan_.seed), static_cast<std::uint32_t>(plan_.seed >> 32U)});
  }

  /// A career begins on a day of the years up to 2015; a step lasts three months to five years; one in five steps is
  /// in another place, one in eight comes after a gap, one career in four is over. Steps that would begin after the
  /// last year are not there.
  void make(std::uint64_t person) {
    const auto start = words(person, 0);
    const std::size_t wanted = 1 + start[0] % kMostSteps;
    CareerStep step{.place = place_from(start[1])};
    std::int32_t day = day_of(kFirstCareerYear) + static_cast<std::int32_t>(start[2] % (30U * 365U));
    count_ = 0;
    at_ = 0;
    for (std::uint32_t i = 0; i < wanted && day < day_of(kLastCareerYear + 1); ++i) {
      const auto draw = words(person, i + 1);
      if (i > 0 && draw[0] % 5 == 0) step.place = place_from(draw[1]);
      step.from = day;
      step.to = day + 90 + static_cast<std::int32_t>(draw[2] % 1735U);
      step.is_open = false;
      steps_[count_++] = step;
      day = step.to + (draw[3] % 8 == 0 ? 1 + static_cast<std::int32_t>((draw[3] >> 3U) % 300U) : 0);
    }
    CareerStep& last = steps_[count_ - 1];
    last.is_open = start[3] % 4 != 0 || last.to >= day_of(kLastCareerYear + 1);
    for (std::size_t i = 0; i < count_; ++i) add(steps_[i], i == 0 ? nullptr : &steps_[i - 1]);
  }

  static std::size_t index_of(int year) { return static_cast<std::size_t>(year - kFirstCareerYear); }

  void add(const CareerStep& step, const CareerStep* before) {
    const int begun = year_of(step.from);
    if (before != nullptr && before->place != step.place) {
      ++counts_[step.place][index_of(begun)].arrivals;
      ++counts_[before->place][index_of(begun)].departures;
    }
    const int ended = step.is_open ? kLastCareerYear + 1 : year_of(step.to);
    for (int year = begun; year < ended && year <= kLastCareerYear; ++year) {
      ++counts_[step.place][index_of(year)].members;
    }
  }

  CareersPlan plan_;
  std::uint64_t person_ = 0;
  std::uint64_t rows_ = 0;
  std::array<CareerStep, kMostSteps> steps_{};
  std::size_t count_ = 0;
  std::size_t at_ = 0;
  std::array<std::array<Count, kYears>, kPlaces.size()> counts_{};
};

std::size_t fill(CareerMaker& maker, SqlTableFunction::Block& block) {
  std::size_t row = 0;
  while (row < block.rows()) {
    const CareerStep* const step = maker.next();
    if (step == nullptr) break;
    block.set_integer(0, row, static_cast<std::int64_t>(maker.person()));
    block.set_text(1, row, kPlaces[step->place].code);
    block.set_date(2, row, step->from);
    if (step->is_open) {
      block.set_null(3, row);
    } else {
      block.set_date(3, row, step->to);
    }
    ++row;
  }
  return row;
}

Result<std::string> form_of(const fs::path& path) {
  if (path.extension() == ".parquet") return std::string("(FORMAT parquet)");
  if (path.extension() == ".csv") return std::string("(FORMAT csv, HEADER)");
  return Diagnostic{.code = Code::InvalidUsage,
                    .found = "suffix " + podium::quoted(path.extension().string()),
                    .expected = "'.csv' or '.parquet'"};
}

}  // namespace

Result<CareersMade> write_careers(const CareersPlan& plan, const fs::path& path, const QueryLimits& limits) {
  TRY(const std::string form, form_of(path));
  std::error_code error;
  const fs::path target = fs::weakly_canonical(fs::absolute(path), error);
  if (error || (fs::exists(target, error) && !fs::is_regular_file(target, error))) {
    return Diagnostic{.code = Code::WriteFailed,
                      .found = podium::quoted(path.string()) + ", which cannot be written to",
                      .expected = "a file, or a path that is free"};
  }
  TRY(Staging staging, Staging::beside(target));
  const Database::Setting settings[] = {{"memory_limit", limits.memory}, {"threads", std::to_string(limits.threads)}};
  TRY(const Database database, Database::open({}, settings));
  TRY(const SqlConnection connection, database.connect());
  const auto maker = std::make_shared<CareerMaker>(plan);
  using enum SqlTableFunction::Type;
  TRY([[maybe_unused]] const bool is_added,
      SqlTableFunction::add(connection, "careers", {{"person", Integer}, {"place", Text}, {"from", Date}, {"to", Date}},
                            [maker](SqlTableFunction::Block& block) { return fill(*maker, block); }));
  TRY([[maybe_unused]] const bool is_written,
      connection.execute("COPY (FROM careers()) TO " + sql_quoted(staging.path().string(), '\'') + " " + form));
  TRY([[maybe_unused]] const fs::path place, staging.replace_file());
  return CareersMade{maker->rows(), maker->truth()};
}

}  // namespace podium
