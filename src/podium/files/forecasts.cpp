#include "podium/files/forecasts.hpp"

#include <algorithm>
#include <array>

#include "podium/core/number_text.hpp"
#include "podium/files/index_directory.hpp"
#include "podium/files/output.hpp"
#include "podium/files/read_figure.hpp"
#include "podium/files/row_fields.hpp"
#include "podium/model/find_word.hpp"
#include "podium/reason/same_figure.hpp"
#include "podium/wire/csv_writer.hpp"

namespace podium {
namespace {

constexpr std::array<std::string_view, 10> kColumns{"unit",   "indicator", "period", "issued",   "value",
                                                    "status", "lower",     "upper",  "interval", "method"};
enum Column : std::size_t {
  UnitCode,
  Indicator,
  PeriodText,
  Issued,
  Value,
  StatusLetter,
  Lower,
  Upper,
  Interval,
  Method
};

class ForecastReader {
 public:
  ForecastReader(CsvReader& csv, const Index& index) : fields_(csv, kColumns, problems_), index_(index) {}

  Result<std::vector<Forecast>> read() {
    fields_.each_row([&] { read_row(); });
    std::ranges::stable_sort(forecasts_, comes_before);
    report_duplicates();
    if (!problems_.empty()) return std::move(problems_).sorted();
    return std::move(forecasts_);
  }

 private:
  std::string_view field(Column column) const { return fields_[column]; }
  auto place(Column column) const { return fields_.place(column); }

  template <class Found>
  std::optional<Found> found(Column column, Result<Found> result) {
    if (result) return *std::move(result);
    problems_.add_at(place(column)(), std::move(result).diagnostics());
    return std::nullopt;
  }

  /// NaN for an empty field.
  std::optional<double> number(Column column) {
    if (field(column).empty()) return kMissing;
    const auto read = read_number(field(column), problems_, place(column));
    return read ? std::optional(read->value) : std::nullopt;
  }

  void refuse(Column column, std::string what, std::string expected) {
    fields_.refuse(column, std::move(what), std::move(expected));
  }

  void read_row() {
    const auto unit = found(UnitCode, unit_of_word(index_, field(UnitCode)));
    const auto series = found(Indicator, figures_of_word(index_, field(Indicator)));
    const auto period = read_period(field(PeriodText), problems_, place(PeriodText));
    const auto issued = found(Issued, parse_date(field(Issued)));
    const auto value = read_number(field(Value), problems_, place(Value));
    if (field(StatusLetter) != "E") refuse(StatusLetter, "status " + quoted(field(StatusLetter)), "E: a forecast");
    const auto lower = number(Lower);
    const auto upper = number(Upper);
    const auto interval = number(Interval);
    if (!unit || !series || !period || !issued || !value || !lower || !upper || !interval) return;
    Forecast forecast{.unit = *unit,
                      .series = *series,
                      .period = *period,
                      .issued = *issued,
                      .value = value->value,
                      .lower = *lower,
                      .upper = *upper,
                      .interval = *interval,
                      .method = std::string(field(Method)),
                      .place = fields_.row_place()};
    if (check_interval(forecast)) forecasts_.push_back(std::move(forecast));
  }

  bool check_interval(const Forecast& forecast) {
    const bool has_all = !is_missing(forecast.lower) && !is_missing(forecast.upper) && !is_missing(forecast.interval);
    const bool has_none = is_missing(forecast.lower) && is_missing(forecast.upper) && is_missing(forecast.interval);
    if (has_none) return true;
    if (!has_all) {
      refuse(Lower, "a part of an interval", "lower, upper and interval, or none of them");
    } else if (forecast.lower > forecast.upper) {
      refuse(Lower, "a lower bound above the upper one", "lower <= upper");
    } else if (!(forecast.interval > 0 && forecast.interval < 1)) {
      refuse(Interval, "an interval of " + shortest(forecast.interval), "a share such as 0.9");
    } else {
      return true;
    }
    return false;
  }

  void report_duplicates() {
    for (std::size_t i = 1; i < forecasts_.size(); ++i) {
      if (!is_same_forecast(forecasts_[i - 1], forecasts_[i])) continue;
      problems_.add(Diagnostic{
          .code = Code::DuplicateKey,
          .found = "a second forecast of one day, first at line " + std::to_string(forecasts_[i - 1].place.line),
          .expected = "one for each unit, indicator, period and day of issue",
          .place = forecasts_[i].place});
    }
  }

  Problems problems_;
  RowFields fields_;
  const Index& index_;
  std::vector<Forecast> forecasts_;
};

std::string table_of(const std::vector<Forecast>& forecasts, const Index& index) {
  const std::vector<std::string> ids = index.hierarchy.series_ids();
  std::string text = csv_line(std::vector<std::string>(kColumns.begin(), kColumns.end()));
  for (const Forecast& forecast : forecasts) {
    text += csv_line({index.info(forecast.unit).code, ids[at(forecast.series)], to_text(forecast.period),
                      to_text(forecast.issued), shortest(forecast.value), "E", shortest(forecast.lower),
                      shortest(forecast.upper), shortest(forecast.interval), forecast.method});
  }
  return text;
}

bool says_the_same(const Forecast& one, const Forecast& other) {
  return is_same_figure(one.value, other.value) && is_same_figure(one.lower, other.lower) &&
         is_same_figure(one.upper, other.upper) && is_same_figure(one.interval, other.interval) &&
         one.method == other.method;
}

Diagnostic said_otherwise(const Forecast& forecast, const Forecast& known, const Index& index) {
  return {.code = Code::InvalidUsage,
          .found = "another forecast of " + index.info(forecast.unit).code + "." +
                   index.hierarchy.series_ids()[at(forecast.series)] + "@" + to_text(forecast.period) + " issued on " +
                   to_text(forecast.issued),
          .expected = "the one that is there (" + shortest(known.value) + "), or another day of issue",
          .place = known.place};
}

}  // namespace

Result<std::vector<Forecast>> read_forecasts(const std::filesystem::path& directory, const Index& index) {
  std::error_code ignored;
  if (!std::filesystem::exists(std::filesystem::symlink_status(directory / kForecastTable, ignored))) {
    return std::vector<Forecast>{};
  }
  TRY(const IndexDirectory opened, IndexDirectory::open(directory));
  Result<ByteSource> source = opened.open_file(kForecastTable);
  if (!source) {
    Diagnostics problems = std::move(source).diagnostics();
    for (Diagnostic& problem : problems) problem.place = {kForecastTable, 0, 0};
    return problems;
  }
  CsvReader csv(kForecastTable, *std::move(source));
  return ForecastReader(csv, index).read();
}

Result<std::size_t> store_forecasts(const std::filesystem::path& directory, const Index& index,
                                    const std::vector<Forecast>& forecasts) {
  TRY(std::vector<Forecast> all, read_forecasts(directory, index));
  Diagnostics problems;
  std::vector<Forecast> added;
  for (const Forecast& forecast : forecasts) {
    const auto known =
        std::ranges::find_if(all, [&](const Forecast& each) { return is_same_forecast(each, forecast); });
    if (known == all.end()) {
      added.push_back(forecast);
    } else if (!says_the_same(*known, forecast)) {
      problems.push_back(said_otherwise(forecast, *known, index));
    }
  }
  if (!problems.empty()) return problems;
  const std::size_t count = added.size();
  if (count == 0) return count;
  all.insert(all.end(), added.begin(), added.end());
  std::ranges::sort(all, comes_before);
  TRY([[maybe_unused]] const std::filesystem::path written,
      replace_file(directory / kForecastTable, table_of(all, index)));
  return count;
}

}  // namespace podium
