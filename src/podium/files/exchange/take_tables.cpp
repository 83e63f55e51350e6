#include "podium/files/exchange/take_tables.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <system_error>

#include "podium/files/exchange/csv_tables.hpp"
#include "podium/files/exchange/place_tables.hpp"
#include "podium/files/header.hpp"
#include "podium/files/identifier.hpp"
#include "podium/files/read_index.hpp"
#include "podium/files/staging.hpp"

namespace podium {
namespace {

namespace fs = std::filesystem;

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

/// What the index knows of the figures of the new tables, which it already holds.
Batch batch_of(const Index& index, const std::vector<std::string>& names) {
  std::set<std::string, std::less<>> files;
  for (const std::string& name : names) files.insert(std::string(kFolder) + name);
  const auto is_new = [&](const Observation& figure) { return files.contains(figure.place.file); };
  Batch batch;
  const auto cell = [](const Observation& o) { return std::tuple(o.series, o.unit, o.period); };
  for (auto begin = index.observations.begin(); begin != index.observations.end();) {
    const auto end = std::find_if(begin, index.observations.end(),
                                  [&](const Observation& other) { return cell(other) != cell(*begin); });
    const std::span<const Observation> prints(begin, end);
    for (const Observation& figure : prints) {
      if (is_new(figure)) batch.entries.push_back(compare_with_prints(index, figure, prints, is_new));
    }
    begin = end;
  }
  return batch;
}

class Taker {
 public:
  explicit Taker(const TakeRequest& request) : request_(request), names_(names_of(request)) {}

  /// With the new tables as they stand at these paths.
  std::optional<Import> read(const IndexDirectory& directory, const std::vector<fs::path>& paths) const {
    std::map<std::string, fs::path> linked;
    for (std::size_t i = 0; i < names_.size(); ++i) linked[std::string(kFolder) + names_[i]] = paths[i];
    Result<ReadIndex> after = read_index(directory.with_files_at(std::move(linked)));
    if (!after) return std::nullopt;
    Import import{.index = std::move(after->index), .read = {}, .batch = {}, .table = joined(names_)};
    import.batch = batch_of(import.index, names_);
    return import;
  }

  Result<std::optional<Import>> write(const IndexDirectory& directory) const {
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
      if (error) return std::optional<Import>();
    }
    std::optional<Import> import = read(directory, paths);
    if (!import) return import;
    TRY([[maybe_unused]] const bool is_placed, put_in_place(staging, names_));
    return import;
  }

  bool fits(const IndexDirectory& directory) const {
    const bool is_taken = std::ranges::any_of(
        names_, [&](const std::string& name) { return directory.open_file(std::string(kFolder) + name).has_value(); });
    return !is_taken && std::ranges::all_of(request_.files, says_everything);
  }

 private:
  const TakeRequest& request_;
  std::vector<std::string> names_;
};

}  // namespace

Result<std::optional<Import>> take_tables(const TakeRequest& request) {
  if (auto problem = check_identifier("name", request.name, {})) return *std::move(problem);
  TRY(const IndexDirectory directory, IndexDirectory::open(request.directory));
  const Taker taker(request);
  if (!taker.fits(directory)) return std::optional<Import>();
  if (request.commitment == Commitment::DryRun) return taker.read(directory, request.files);
  return taker.write(directory);
}

}  // namespace podium
