#pragma once

#include <string>

#include "podium/audit/comparison.hpp"
#include "podium/model/compute.hpp"
#include "podium/wire/json_writer.hpp"

namespace podium {

/// What is compared: the index's own ranking with another of it.
struct ComparedRankings {
  const Index& index;
  const Computed& computed;  ///< the first
  Time time;
  std::string against;  ///< the name of a weight set or of a file, as the reader gave it
  RankingComparison comparison;
};

/// {"index":{..},"edition_choice":{..},"period":"2024","against":"equal","common","mean_absolute_change",
///  "largest_change","kendall","spearman",
///  "units":[{"code","name","first":{"score","rank"},"second":{"score","rank"},"gain"}]}, units by code; gain is null
/// where one of the ranks is missing.
std::string comparison_json(const ComparedRankings& compared);

/// period,unit,first_score,first_rank,second_score,second_rank,gain
std::string comparison_csv(const ComparedRankings& compared);

/// The members from "common" to "units" of that JSON, and the lines of that CSV: for messages in which a comparison of
/// rankings is one part.
void write_moves(JsonWriter& json, const Index& index, const RankingComparison& comparison);
std::string moves_csv_header();
std::string moves_csv(const std::string& period, const RankingComparison& comparison);

}  // namespace podium
