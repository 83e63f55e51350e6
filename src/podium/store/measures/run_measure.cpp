#include "podium/store/measures/run_measure.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <future>
#include <set>

#include "podium/store/asked_query.hpp"
#include "podium/store/file_hash.hpp"
#include "podium/store/measures/bind_input.hpp"
#include "podium/store/measures/country_table.hpp"
#include "podium/store/measures/scratch_folder.hpp"

namespace podium {
namespace {

/// On the disk, of what does not fit into memory.
constexpr const char* kMostOnDisk = "64GB";
constexpr std::size_t kMostRows = 10'000'000;

/// The columns of a result; a required one first.
enum class Wanted : std::uint8_t { Text, Number, Period };
struct ResultColumn {
  std::string_view name;
  Wanted type;
  bool is_required;
  std::string MeasuredRow::* member;
};
constexpr std::array<ResultColumn, 7> kColumns{{{"unit", Wanted::Text, true, &MeasuredRow::unit},
                                                {"period", Wanted::Period, true, &MeasuredRow::period},
                                                {"value", Wanted::Number, true, &MeasuredRow::value},
                                                {"indicator", Wanted::Text, false, &MeasuredRow::indicator},
                                                {"standard_error", Wanted::Number, false, &MeasuredRow::standard_error},
                                                {"status", Wanted::Text, false, &MeasuredRow::status},
                                                {"note", Wanted::Text, false, &MeasuredRow::note}}};

bool is_whole_number(const SqlColumn& column) { return column.type.ends_with("INT") || column.type == "INTEGER"; }

bool fits(const SqlColumn& column, Wanted wanted) {
  const bool is_null = column.type == "\"NULL\"" || column.type == "NULL";
  switch (wanted) {
    case Wanted::Text:
      return column.type == "VARCHAR" || is_null;
    case Wanted::Number:
      return column.is_number || is_null;
    case Wanted::Period:
      return column.type == "VARCHAR" || is_whole_number(column);
  }
  return false;
}

std::string_view expected(Wanted wanted) {
  switch (wanted) {
    case Wanted::Text:
      return "texts (VARCHAR)";
    case Wanted::Number:
      return "numbers";
    case Wanted::Period:
      return "years as whole numbers, or texts such as '2024-Q3'";
  }
  return {};
}

Diagnostic wrong_result(const Measure& measure, std::string found, std::string expected) {
  return {.code = Code::InvalidUsage,
          .found = std::move(found),
          .expected = std::move(expected),
          .place = {measure.file, 0, 0}};
}

/// For each column of the result, what it is; all problems at once.
Result<std::vector<const ResultColumn*>> check_columns(const Measure& measure, const std::vector<SqlColumn>& columns) {
  std::vector<std::string_view> names;
  for (const ResultColumn& column : kColumns) names.push_back(column.name);
  Diagnostics problems;
  std::vector<const ResultColumn*> meanings;
  for (const SqlColumn& column : columns) {
    const auto known = std::ranges::find(kColumns, column.name, &ResultColumn::name);
    meanings.push_back(known == kColumns.end() ? nullptr : &*known);
    if (known == kColumns.end()) {
      problems.push_back(not_among(Code::InvalidUsage, "column of the result", column.name, names));
      problems.back().place = {measure.file, 0, 0};
    } else if (std::ranges::count(meanings, &*known) > 1) {
      problems.push_back(wrong_result(measure, "two columns " + podium::quoted(column.name), "one"));
    } else if (!fits(column, known->type)) {
      problems.push_back(wrong_result(measure, "a column " + podium::quoted(column.name) + " of type " + column.type,
                                      std::string(expected(known->type))));
    }
  }
  for (const ResultColumn& column : kColumns) {
    const bool is_there = std::ranges::find(meanings, &column) != meanings.end();
    const bool is_indicator = column.name == "indicator";
    if (is_indicator && is_there == !measure.indicator.empty()) {
      problems.push_back(wrong_result(measure,
                                      is_there ? "a column 'indicator' and the key of that name" : "no indicator",
                                      "either the key 'indicator' in the header or a column of that name"));
    } else if (column.is_required && !is_there) {
      problems.push_back(wrong_result(measure, "no column " + podium::quoted(column.name) + " in the result",
                                      std::string(expected(column.type)) + " under that name"));
    }
  }
  if (!problems.empty()) return problems;
  return meanings;
}

Result<std::vector<MeasuredRow>> rows_of(const Measure& measure, SqlRows& found) {
  TRY(const std::vector<const ResultColumn*> meanings, check_columns(measure, found.columns()));
  std::vector<MeasuredRow> rows;
  TRY([[maybe_unused]] const bool is_read, found.for_each([&](std::span<const SqlValue> values) {
    MeasuredRow& row = rows.emplace_back();
    row.indicator = measure.indicator;
    for (std::size_t i = 0; i < values.size(); ++i) row.*(meanings[i]->member) = values[i].text;
    return rows.size() <= kMostRows;
  }));
  if (rows.size() <= kMostRows) return rows;
  return Diagnostic{.code = Code::TooLarge,
                    .found = "more than " + std::to_string(kMostRows) + " rows in the result",
                    .expected = "figures by unit and period",
                    .place = {measure.file, 0, 0}};
}

Result<bool> make_parameters(const SqlConnection& connection, const Measure& measure) {
  if (measure.parameters.empty()) return true;
  std::string columns;
  std::vector<std::string> texts;
  for (const MeasureParameter& parameter : measure.parameters) {
    columns += (columns.empty() ? "" : ", ") + ("CAST(? AS " + std::string(sql_type_of(parameter.value)) + ") AS ") +
               sql_quoted(parameter.name, '"');
    texts.push_back(text_of(parameter.value));
  }
  TRY([[maybe_unused]] const auto rows, connection.query("CREATE TABLE parameter AS SELECT " + columns, texts));
  return true;
}

/// What is forbidden cannot be allowed again. Parquet is read while the query runs, so its files stay within reach; the
/// scratch folder, which holds this database, does too.
Result<bool> lock(const SqlConnection& connection, const std::vector<InputFile>& files) {
  std::string paths;
  for (const InputFile& file : files) {
    if (file.form() != InputFile::Form::Parquet) continue;
    paths += (paths.empty() ? "" : ", ") + sql_quoted(file.path_for_sql(), '\'');
  }
  if (!paths.empty()) {
    TRY([[maybe_unused]] const bool is_allowed, connection.execute("SET allowed_paths = [" + paths + "]"));
  }
  return connection.execute(
      "SET allow_persistent_secrets = false; SET secret_directory = ''; SET home_directory = '/'; "
      "SET extension_directory = '/'; SET enable_external_access = false; SET lock_configuration = true");
}

/// Hashes the files meanwhile. Ready by the time the query is, where there are processors enough.
using Hashes = std::future<Result<std::vector<std::string>>>;

Hashes begin_hashing(const std::vector<InputFile>& files) {
  return std::async(std::launch::async, [&files]() -> Result<std::vector<std::string>> {
    std::vector<std::string> hashes;
    for (const InputFile& file : files) {
      TRY(const HashedBytes all, hash_of(file.bytes()));
      hashes.push_back(all.hash);
    }
    return hashes;
  });
}

std::string locator_of(const Measure& measure, const std::vector<std::string>& hashes) {
  std::string text = "measure:" + measure.id + "@" + measure.hash;
  for (const MeasureParameter& parameter : measure.parameters) {
    if (parameter.is_set) text += " set:" + parameter.name + "=" + text_of(parameter.value);
  }
  text += " inputs:";
  for (std::size_t i = 0; i < hashes.size(); ++i)
    text += (i == 0 ? "" : " ") + measure.inputs[i].name + "=" + hashes[i];
  return text;
}

Result<Measured> measured(const Measure& measure, const std::vector<InputFile>& files, const SqlConnection& connection,
                          const AskedQuery& asked, const TimeLimit& time) {
  const auto explain = [&](Diagnostics problems) { return explained(std::move(problems), asked, time.is_over()); };
  for (std::size_t i = 0; i < files.size(); ++i) {
    const Result<bool> is_bound = bind_input(connection, measure.inputs[i], files[i]);
    if (!is_bound) return time.is_over() ? explain(is_bound.diagnostics()) : is_bound.diagnostics();
  }
  TRY([[maybe_unused]] const bool has_parameters, make_parameters(connection, measure));
  Result<CountryTable> countries = make_country_table(connection, measure);
  if (!countries) return explain(std::move(countries).diagnostics());
  TRY([[maybe_unused]] const bool is_locked, lock(connection, files));
  const Result<SqlStatement> statement = connection.prepare_query(measure.sql);
  if (!statement) return explain(statement.diagnostics());
  Result<SqlRows> found = statement->execute();
  if (!found) return explain(std::move(found).diagnostics());
  found->set_explain(explain);
  TRY(std::vector<MeasuredRow> rows, rows_of(measure, *found));
  return Measured{std::move(rows), {}, std::move(countries->remarks)};
}

}  // namespace

Result<Measured> run_measure(const Measure& measure, const std::vector<InputFile>& files, const MeasureRun& run) {
  assert(files.size() == measure.inputs.size());
  TRY(const ScratchFolder scratch, ScratchFolder::in(run.working_folder));
  std::vector<std::string> states;
  for (const InputFile& file : files) states.push_back(file.state());
  Hashes hashing = begin_hashing(files);
  const Database::Setting settings[] = {
      {"memory_limit", run.limits.memory},
      {"threads", std::to_string(std::max<std::size_t>(1, run.limits.threads))},
      {"temp_directory", (scratch.path() / "spilled").string()},
      {"max_temp_directory_size", kMostOnDisk},
  };
  const std::filesystem::path path = scratch.path() / "inputs.duckdb";
  TRY(const Database database, Database::open(path, settings));
  TRY(const SqlConnection connection, database.connect());
  const TimeLimit time(connection, run.limits.time);
  TRY(Measured all, measured(measure, files, connection, {path, measure.sql, measure.file, run.limits}, time));
  TRY(const std::vector<std::string> hashes, hashing.get());
  for (std::size_t i = 0; i < files.size(); ++i) {
    if (files[i].state() == states[i]) continue;
    return Diagnostic{.code = Code::InvalidValue,
                      .found = "a file that changed while it was read",
                      .expected = "one that nobody writes to meanwhile",
                      .place = {files[i].name(), 0, 0}};
  }
  all.locator = locator_of(measure, hashes);
  return all;
}

}  // namespace podium
