#include "podium/store/measures/measure_list.hpp"

#include <algorithm>

#include "podium/files/index_directory.hpp"
#include "podium/store/embedded.hpp"

namespace podium {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kFolder = "measures";
constexpr std::string_view kSuffix = ".sql";

/// Where a measure is found, without reading it.
struct MeasurePlace {
  std::string id;
  bool is_shipped;
};

/// Names in DIR/measures, sorted; none if there is no such folder.
Result<std::vector<std::string>> own_ids(const IndexDirectory& index, const fs::path& directory) {
  TRY(const std::string folder, index.locate(kFolder));
  std::vector<std::string> ids;
  std::error_code error;
  for (fs::directory_iterator entry(directory / folder, error); !error && entry != fs::directory_iterator();
       entry.increment(error)) {
    const std::string name = entry->path().filename().string();
    if (name.starts_with('.') || !name.ends_with(kSuffix)) continue;
    ids.push_back(name.substr(0, name.size() - kSuffix.size()));
    if (ids.size() <= kMostTables) continue;
    return Diagnostic{.code = Code::TooLarge,
                      .found = "more than " + std::to_string(kMostTables) + " measures",
                      .expected = "at most that many",
                      .place = {std::string(kFolder), 0, 0}};
  }
  std::ranges::sort(ids);
  return ids;
}

Result<std::vector<MeasurePlace>> places(const IndexDirectory& index, const fs::path& directory) {
  TRY(const std::vector<std::string> own, own_ids(index, directory));
  std::vector<MeasurePlace> all;
  for (const std::string& id : own) all.push_back({id, false});
  for (const embedded::File& file : embedded::store::files()) {
    std::string id(file.name.substr(0, file.name.size() - kSuffix.size()));
    if (std::ranges::find(own, id) == own.end()) all.push_back({std::move(id), true});
  }
  return all;
}

Result<FoundMeasure> read(const IndexDirectory& index, const MeasurePlace& place) {
  const std::string name = place.id + std::string(kSuffix);
  if (place.is_shipped) {
    TRY(Measure measure, read_measure(embedded::store::find(name).value_or(""), "podium:measures/" + name));
    return FoundMeasure{std::move(measure), true};
  }
  const std::string file = std::string(kFolder) + "/" + name;
  Result<std::string> text = index.read_text(file);
  if (!text) {
    Diagnostics problems = std::move(text).diagnostics();
    for (Diagnostic& problem : problems) problem.place = {file, 0, 0};
    return problems;
  }
  TRY(Measure measure, read_measure(*text, file));
  return FoundMeasure{std::move(measure), false};
}

}  // namespace

Result<std::vector<FoundMeasure>> list_measures(const fs::path& directory) {
  TRY(const IndexDirectory index, IndexDirectory::open(directory));
  TRY(const std::vector<MeasurePlace> all, places(index, directory));
  std::vector<FoundMeasure> measures;
  Diagnostics problems;
  for (const MeasurePlace& place : all) {
    Result<FoundMeasure> found = read(index, place);
    if (found) {
      measures.push_back(*std::move(found));
    } else {
      append(problems, std::move(found).diagnostics());
    }
  }
  if (!problems.empty()) return problems;
  return measures;
}

Result<FoundMeasure> find_measure(const fs::path& directory, std::string_view id) {
  TRY(const IndexDirectory index, IndexDirectory::open(directory));
  TRY(const std::vector<MeasurePlace> all, places(index, directory));
  const auto found = std::ranges::find(all, id, &MeasurePlace::id);
  if (found != all.end()) return read(index, *found);
  std::vector<std::string_view> ids;
  for (const MeasurePlace& place : all) ids.emplace_back(place.id);
  return not_among(Code::InvalidUsage, "measure", id, ids);
}

}  // namespace podium
