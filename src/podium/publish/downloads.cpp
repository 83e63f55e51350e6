#include "podium/publish/downloads.hpp"

#include "podium/publish/embedded.hpp"
#include "podium/publish/pages/page_context.hpp"
#include "podium/publish/site.hpp"
#include "podium/wire/edition_diff.hpp"
#include "podium/wire/parts.hpp"
#include "podium/wire/ranking.hpp"
#include "podium/wire/series_profile.hpp"

namespace podium {
namespace {

std::string marker_json(const Index& index) {
  JsonWriter json;
  json.object([&] {
    json.field("id", index.id);
    write_text(json, "title", index.title);
    json.field("podium", PODIUM_VERSION);
  });
  return std::move(json).finish();
}

OutputFile embedded_file(std::string_view name) {
  return {std::string(name), std::string(embedded::publish::find("site/" + std::string(name)).value_or(""))};
}

}  // namespace

std::vector<OutputFile> shared_files(const Index& index, const Computed& computed) {
  const std::vector<RankingTable> tables = all_ranking_tables(index, computed.ranking);
  std::vector<OutputFile> files;
  for (const Series indicator : index.hierarchy.indicators()) {
    files.push_back({indicator_csv_path(index, indicator), observations_csv(index, index.observations_of(indicator))});
  }
  files.push_back({"data/observations.csv", observations_csv(index, index.observations)});
  files.push_back({"data/ranking.csv", ranking_csv(index, computed, tables)});
  files.push_back({"data/ranking.json", ranking_json(index, computed, tables)});
  files.push_back(embedded_file("icon.svg"));
  files.push_back(embedded_file("style.css"));
  files.push_back({std::string(kSiteMarker), marker_json(index)});
  return files;
}

std::vector<OutputFile> restatement_files(const Index& index, std::span<const SiteRestatement> restatements) {
  std::vector<OutputFile> files;
  for (const SiteRestatement& one : restatements) {
    const EditionDiff diff{index, one.changes, one.growth, one.effect ? &*one.effect : nullptr};
    files.push_back({restatement_csv_path(index, one.changes), edition_diff_csv(diff, DiffSection::Cells)});
  }
  return files;
}

bool has_square_tables(const StressResult& result) { return result.tally.units() <= kMostUnitsOfSquareTables; }

std::vector<OutputFile> stress_files(const StressResult& result) {
  std::vector<OutputFile> files;
  for (const auto& [name, section] : Words<StressSection>::list) {
    const bool is_square = section == StressSection::Acceptability || section == StressSection::Pairs ||
                           section == StressSection::Dominance;
    if (is_square && !has_square_tables(result)) continue;
    files.push_back({"data/stress/" + std::string(name) + ".csv", stress_csv(result, section)});
  }
  if (has_square_tables(result)) files.push_back({"data/stress.json", stress_json(result)});
  return files;
}

}  // namespace podium
