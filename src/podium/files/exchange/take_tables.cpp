#include "podium/files/exchange/take_tables.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <system_error>
#include <thread>

#include "podium/files/definition.hpp"
#include "podium/files/exchange/csv_tables.hpp"
#include "podium/files/exchange/place_tables.hpp"
#include "podium/files/header.hpp"
#include "podium/files/identifier.hpp"
#include "podium/files/read_index.hpp"
#include "podium/files/staging.hpp"

namespace podium {
namespace {

namespace fs = std::filesystem;

constexpr const char* kDefinition = "podium.toml";
constexpr std::string_view kFolder = "observations/";
constexpr std::array<std::string_view, 6> kNeeded{"unit", "indicator", "period", "edition", "value", "source"};
constexpr std::array<std::string_view, 4> kAllowed{"status", "standard_error", "locator", "note"};

/// A tidy table in which each row says everything itself.
bool says_everything(const fs::path& path) {
  Result<ByteSource> source = open_named_file(path);
  if (!source) return false;
  CsvReader csv(path.generic_string(), *std::move(source));
  Problems problems;
  const std::optional<Header> header = Header::read(csv, problems);
  if (!header || !problems.empty()) return false;
  std::set<std::string_view> columns(header->columns().begin(), header->columns().end());
  for (const std::string_view needed : kNeeded) {
    if (columns.erase(needed) == 0) return false;
  }
  for (const std::string_view allowed : kAllowed) columns.erase(allowed);
  return columns.empty();
}

/// "figures.csv"; of several files "figures-1.csv" and so on.
std::vector<std::string> names_of(const TakeRequest& request) {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < request.files.size(); ++i) {
    const std::string number = request.files.size() > 1 ? "-" + std::to_string(i + 1) : "";
    names.push_back(request.name + number + ".csv");
  }
  return names;
}

std::string joined(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : ", ") + std::string(kFolder) + name;
  return text;
}

class Taker {
 public:
  explicit Taker(const TakeRequest& request) : request_(request), names_(names_of(request)) {}

  /// The tables as they stand at these paths. An index that has no observations yet can be read as well, with nothing
  /// in the first of them.
  Taken read(const IndexDirectory& directory, const std::vector<fs::path>& paths) const {
    const OutputFile none{std::string(kFolder) + names_.front(),
                          csv_text({.name = {}, .columns = {kNeeded.begin(), kNeeded.end()}})};
    Result<ReadIndex> before = read_index(directory.with({none}));
    if (!before) return {{}, std::move(before).diagnostics()};
    std::vector<SurveyedTable> tables;
    for (std::size_t i = 0; i < names_.size(); ++i) tables.push_back({request_.files[i].generic_string(), paths[i]});
    Import import{.index = std::move(before->index), .read = {}, .batch = {}, .table = joined(names_)};
    Result<Survey> survey =
        survey_tables(import.index, tables, request_.listing, std::max(1U, std::thread::hardware_concurrency()));
    if (!survey) return {{}, std::move(survey).diagnostics()};
    import.read.figures = std::move(survey->figures);
    import.batch = std::move(survey->batch);
    return {std::move(import), {}};
  }

  Result<Taken> write(const IndexDirectory& directory) const {
    TRY(const std::string folder, directory.locate("observations"));
    std::error_code error;
    const fs::path target = fs::weakly_canonical(fs::absolute(request_.directory), error) / folder;
    // Held from here on, so that what is read does not change before it is written.
    TRY(Staging staging, Staging::beside(target));
    TRY([[maybe_unused]] const bool is_staged, stage_links(staging, target));
    std::vector<fs::path> paths;
    for (std::size_t i = 0; i < names_.size(); ++i) {
      paths.push_back(staging.path() / names_[i]);
      fs::copy_file(request_.files[i], paths[i], fs::copy_options::none, error);
      if (error) return Taken{};
    }
    Taken taken = read(directory, paths);
    if (!taken.import) return taken;
    TRY([[maybe_unused]] const bool is_placed, put_in_place(staging, names_));
    return taken;
  }

  bool fits(const IndexDirectory& directory) const {
    const bool is_taken = std::ranges::any_of(
        names_, [&](const std::string& name) { return directory.open_file(std::string(kFolder) + name).has_value(); });
    return !is_taken && !has_section(directory) && std::ranges::all_of(request_.files, says_everything);
  }

 private:
  /// Whether the definition says something of the new tables that they do not say themselves.
  bool has_section(const IndexDirectory& directory) const {
    const Result<std::string> text = directory.read_text(kDefinition);
    Problems problems;
    const std::optional<Definition> definition = text ? read_definition(*text, kDefinition, problems) : std::nullopt;
    return definition && std::ranges::any_of(definition->tables, [&](const TableEntry& entry) {
             const fs::path file = fs::path(entry.file.text).lexically_normal();
             return std::ranges::find(names_, file.filename().string()) != names_.end();
           });
  }

  const TakeRequest& request_;
  std::vector<std::string> names_;
};

}  // namespace

Result<Taken> take_tables(const TakeRequest& request) {
  if (auto problem = check_identifier("name", request.name, {})) return *std::move(problem);
  TRY(const IndexDirectory directory, IndexDirectory::open(request.directory));
  const Taker taker(request);
  if (!taker.fits(directory)) return Taken{};
  if (request.commitment == Commitment::DryRun) return taker.read(directory, request.files);
  return taker.write(directory);
}

}  // namespace podium
