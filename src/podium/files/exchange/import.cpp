#include "podium/files/exchange/import.hpp"

#include <algorithm>
#include <map>
#include <system_error>

#include "podium/files/exchange/csv_tables.hpp"
#include "podium/files/exchange/described_tables.hpp"
#include "podium/files/exchange/place_tables.hpp"
#include "podium/files/exchange/remove_figures.hpp"
#include "podium/files/identifier.hpp"
#include "podium/files/problems.hpp"
#include "podium/files/read_index.hpp"
#include "podium/files/staging.hpp"

namespace podium {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kFolder = "observations/";
constexpr std::string_view kErrorColumn = "standard_error";

/// The columns of a table of observations; without standard errors if it has none, as nearly all.
std::vector<std::string> columns_of(bool has_errors) {
  std::vector<std::string> columns = empty_index_table("observation").columns;
  if (!has_errors) std::erase(columns, kErrorColumn);
  return columns;
}

bool is_written(const BatchEntry& entry) { return entry.kind != BatchEntry::Kind::Unchanged; }

class Importer {
 public:
  Importer(const ImportRequest& request, const IndexDirectory& directory)
      : request_(request),
        directory_(directory),
        path_(std::string(kFolder) + request.name + ".csv"),
        exists_(directory.open_file(path_).has_value()) {}

  struct Plan {
    Import import;
    std::vector<OutputFile> files;  ///< of the folder; none if there is nothing to write
  };

  Result<Plan> plan() const {
    TRY(Import import, read());
    if (std::ranges::none_of(import.batch.entries, is_written)) return Plan{std::move(import), {}};
    import.table = path_;
    TRY(std::vector<OutputFile> files, files_of(import));
    if (const Result<ReadIndex> after = read_index(directory_.with(files)); !after) return after.diagnostics();
    for (OutputFile& file : files) file.path.erase(0, kFolder.size());
    return Plan{std::move(import), std::move(files)};
  }

 private:
  Result<Import> read() const {
    // An index that has no observations yet can be read as well.
    const OutputFile none{path_, csv_line_of(columns_of(false))};
    TRY(ReadIndex before, read_index(exists_ ? directory_ : directory_.with({none})));
    TRY(ReadFigures figures, read_figures(request_.tables, before.index, request_.setting));
    Import import{.index = std::move(before.index), .read = std::move(figures), .batch = {}, .table = {}};
    sort_observations(import.read.figures, import.index.editions);
    import.batch = compare_with(import.index, import.read.figures);
    if (Diagnostics problems = problems_of(import); !problems.empty()) return problems;
    return import;
  }

  static std::string csv_line_of(const std::vector<std::string>& columns) {
    return csv_text(RawTable{.name = {}, .columns = columns});
  }

  Diagnostics problems_of(const Import& import) const {
    Problems problems;
    const std::vector<std::string> ids = import.index.hierarchy.series_ids();
    for (const BatchEntry& entry : import.batch.entries) {
      if (entry.kind != BatchEntry::Kind::Changed) continue;
      if (!request_.replace) problems.report([&] { return changed(entry, import.index, ids); });
      if (request_.replace && !stands_in_folder(*entry.known)) {
        problems.report([&] { return out_of_reach(*entry.known); });
      }
    }
    if (exists_ && !request_.replace && std::ranges::any_of(import.batch.entries, is_written) && problems.empty()) {
      problems.add(Diagnostic{.code = Code::WriteFailed,
                              .found = podium::quoted(path_) + ", which is already there",
                              .expected = "another name (--name), or --replace to put the figures behind its rows"});
    }
    return std::move(problems).sorted();
  }

  static Diagnostic changed(const BatchEntry& entry, const Index& index, std::span<const std::string> ids) {
    const Observation& known = *entry.known;
    const auto words = [](const Observation& one) {
      const std::string value = one.value ? podium::quoted(one.value->text) : "no value";
      return value + " with status " + static_cast<char>(one.status);
    };
    return {.code = Code::DuplicateObservation,
            .found = words(*entry.figure) + " of the edition " + podium::quoted(index.edition_of(known).id) +
                     ", which has " + words(known) + " at " + known.place.file.str() + ":" +
                     std::to_string(known.place.line),
            .expected = "the same figure, an edition of its own, or --replace",
            .place = entry.figure->place,
            .subject = {
                .node = ids[at(known.series)], .unit = index.info(known.unit).code, .period = to_text(known.period)}};
  }

  static bool stands_in_folder(const Observation& figure) {
    const std::string_view file = figure.place.file;
    return file.starts_with(kFolder) && file.find('/', kFolder.size()) == std::string_view::npos;
  }

  static Diagnostic out_of_reach(const Observation& figure) {
    return {.code = Code::PathOutside,
            .found = "a figure to be replaced outside of 'observations'",
            .expected = "its table in 'observations', or the figure changed there by hand",
            .place = figure.place};
  }

  /// Every table that changes, as it is going to be.
  Result<std::vector<OutputFile>> files_of(const Import& import) const {
    std::map<std::string, std::vector<const Observation*>> leaving;
    for (const BatchEntry& entry : import.batch.entries) {
      if (entry.kind == BatchEntry::Kind::Changed) leaving[entry.known->place.file.str()].push_back(entry.known);
    }
    if (exists_) leaving.try_emplace(path_);
    std::map<std::string, std::string> texts;
    for (const auto& [file, figures] : leaving) {
      TRY(const ByteSource source, directory_.open_file(file));
      TRY(const std::string text, read_all(source, kMostTableBytes, file));
      TRY(texts[file], without_figures(text, figures, import.index));
    }
    TRY(texts[path_], with_rows(texts[path_], import));
    std::vector<OutputFile> files;
    for (auto& [file, text] : texts) files.push_back({file, std::move(text)});
    return files;
  }

  /// The table of this import: a new one, or the rows behind those that it has.
  Result<std::string> with_rows(std::string text, const Import& import) const {
    const bool has_errors = std::ranges::any_of(import.batch.entries, [](const BatchEntry& entry) {
      return is_written(entry) && !is_missing(entry.figure->standard_error);
    });
    bool keeps_errors = has_errors;
    if (!text.empty()) {
      const bool is_plain = text.starts_with(csv_line_of(columns_of(false)));
      keeps_errors = text.starts_with(csv_line_of(columns_of(true)));
      if (!keeps_errors && (!is_plain || has_errors)) {
        return Diagnostic{.code = Code::WriteFailed,
                          .found = podium::quoted(path_) + ", which has other columns",
                          .expected = "another name (--name)"};
      }
    }
    const std::vector<std::string> ids = import.index.hierarchy.series_ids();
    RawTable table{.name = request_.name, .columns = columns_of(keeps_errors)};
    for (const BatchEntry& entry : import.batch.entries) {
      if (!is_written(entry)) continue;
      std::vector<std::string> row = observation_row(import.index, ids, *entry.figure);
      if (!keeps_errors) row.erase(row.begin() + error_position());
      table.rows.push_back(std::move(row));
    }
    const std::string rows = csv_text(table);
    if (text.empty()) return rows;
    if (!text.ends_with('\n')) text += '\n';
    return text + rows.substr(csv_line_of(table.columns).size());
  }

  static std::ptrdiff_t error_position() {
    const std::vector<std::string> columns = columns_of(true);
    return std::ranges::find(columns, kErrorColumn) - columns.begin();
  }

  const ImportRequest& request_;
  const IndexDirectory& directory_;
  std::string path_;
  bool exists_;
};

}  // namespace

Result<Import> import_figures(const ImportRequest& request) {
  if (auto problem = check_identifier("name", request.name, {})) return *std::move(problem);
  TRY(const IndexDirectory directory, IndexDirectory::open(request.directory));
  if (request.commitment == Commitment::DryRun) {
    TRY(Importer::Plan plan, Importer(request, directory).plan());
    return std::move(plan.import);
  }
  TRY(const std::string folder, directory.locate("observations"));
  std::error_code error;
  const fs::path target = fs::weakly_canonical(fs::absolute(request.directory), error) / folder;
  // Held from here on, so that what is read does not change before it is written.
  TRY(Staging staging, Staging::beside(target));
  TRY(Importer::Plan plan, Importer(request, directory).plan());
  if (plan.files.empty()) return std::move(plan.import);
  TRY([[maybe_unused]] const bool is_placed, exchange_with(staging, target, plan.files));
  return std::move(plan.import);
}

}  // namespace podium
