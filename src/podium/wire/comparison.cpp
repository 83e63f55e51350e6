#include "podium/wire/comparison.hpp"

#include "podium/wire/csv_writer.hpp"
#include "podium/wire/parts.hpp"

namespace podium {
namespace {

std::string period_of(const ComparedRankings& compared) {
  return to_text(compared.computed.ranking.panel().period(compared.time));
}

bool is_in_both(const RankMove& move) { return move.first != 0 && move.second != 0; }

std::string rank_text(Rank rank) { return rank == 0 ? std::string() : std::to_string(rank); }

void write_place(JsonWriter& json, std::string_view key, double score, Rank rank) {
  json.object(key, [&] {
    json.field("score", score);
    write_rank(json, "rank", rank);
  });
}

void write_move(JsonWriter& json, const Index& index, const RankMove& move) {
  json.object([&] {
    json.field("code", move.unit);
    if (const auto unit = index.find_unit(move.unit)) write_text(json, "name", index.info(*unit).name);
    write_place(json, "first", move.first_score, move.first);
    write_place(json, "second", move.second_score, move.second);
    if (is_in_both(move)) {
      json.field("gain", move.gain());
    } else {
      json.field("gain", nullptr);
    }
  });
}

}  // namespace

std::string comparison_json(const ComparedRankings& compared) {
  JsonWriter json;
  json.object([&] {
    write_index(json, compared.index);
    write_choice(json, "edition_choice", compared.index, compared.computed.choice);
    json.field("period", period_of(compared));
    json.field("against", compared.against);
    write_moves(json, compared.index, compared.comparison);
  });
  return std::move(json).finish();
}

std::string comparison_csv(const ComparedRankings& compared) {
  return moves_csv(period_of(compared), compared.comparison);
}

void write_moves(JsonWriter& json, const Index& index, const RankingComparison& comparison) {
  json.field("common", comparison.common);
  json.field("mean_absolute_change", comparison.mean_absolute_change);
  json.field("largest_change", comparison.largest_change);
  json.field("kendall", comparison.kendall);
  json.field("spearman", comparison.spearman);
  json.array("units", [&] {
    for (const RankMove& move : comparison.moves) write_move(json, index, move);
  });
}

std::string moves_csv_header() {
  return csv_line({"period", "unit", "first_score", "first_rank", "second_score", "second_rank", "gain"});
}

std::string moves_csv(const std::string& period, const RankingComparison& comparison) {
  std::string text = moves_csv_header();
  for (const RankMove& move : comparison.moves) {
    text += csv_line({period, move.unit, shortest(move.first_score), rank_text(move.first), shortest(move.second_score),
                      rank_text(move.second), is_in_both(move) ? std::to_string(move.gain()) : std::string()});
  }
  return text;
}

}  // namespace podium
