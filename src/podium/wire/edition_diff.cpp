#include "podium/wire/edition_diff.hpp"

#include "podium/wire/comparison.hpp"
#include "podium/wire/csv_writer.hpp"
#include "podium/wire/parts.hpp"

namespace podium {
namespace {

std::string_view to_word(SeriesChanges::PrintedBy printed_by) {
  switch (printed_by) {
    case SeriesChanges::PrintedBy::First:
      return "first";
    case SeriesChanges::PrintedBy::Second:
      return "second";
    case SeriesChanges::PrintedBy::Both:
      break;
  }
  return "both";
}

std::string_view kind_of(const GrowthRate& rate) { return rate.is_across() ? "across-editions" : "same-edition"; }

void write_counts(JsonWriter& json, const EditionDiff& diff, const ChangeCounts& counts) {
  json.field("added", counts.added);
  json.field("dropped", counts.dropped);
  json.field("restated", counts.restated);
  json.field("within_rounding", counts.within_rounding);
  json.field("kept", counts.kept);
  json.field("median_relative", counts.median_relative);
  json.field("largest_relative", diff.changes.largest_relative(counts));
}

void write_figure(JsonWriter& json, std::string_view key, const Observation* figure) {
  if (figure == nullptr) return json.field(key, nullptr);
  json.object(key, [&] {
    json.field("value", figure->value->value);
    json.field("printed", figure->value->text);
  });
}

void write_cell(JsonWriter& json, const EditionDiff& diff, const std::vector<std::string>& ids,
                const CellChange& cell) {
  json.object([&] {
    json.field("indicator", ids[at(cell.series)]);
    json.field("unit", diff.code(cell.unit));
    json.field("period", to_text(cell.period));
    json.field("change", to_word(cell.kind()));
    write_figure(json, "first", cell.first);
    write_figure(json, "second", cell.second);
    if (cell.kind() != CellChange::Kind::Restated) return;
    const Restatement restatement = cell.restatement();
    json.field("absolute", restatement.absolute);
    json.field("relative", restatement.relative);
    json.field("steps", restatement.steps);
    json.field("within_rounding", restatement.is_within_rounding);
  });
}

void write_effect(JsonWriter& json, const EditionDiff& diff) {
  if (diff.effect == nullptr) return json.field("ranks", nullptr);
  json.object("ranks", [&] {
    json.field("period", to_text(diff.effect->period));
    json.field("rule", "cells-of-both");
    write_choice(json, "other_figures", diff.index, diff.effect->others);
    write_moves(json, diff.index, diff.effect->comparison);
  });
}

void write_rate(JsonWriter& json, const EditionDiff& diff, const CellGrowth& cell, const GrowthRate& rate) {
  json.object([&] {
    json.field("kind", kind_of(rate));
    json.field("edition", diff.index.edition_of(*rate.now).id);
    json.field("period", to_text(rate.now->period));
    json.field("value", rate.now->value->value);
    json.field("previous_edition", diff.index.edition_of(*rate.before).id);
    json.field("previous_period", to_text(rate.before->period));
    json.field("previous_value", rate.before->value->value);
    json.field("growth", rate.rate());
    json.field("restatement", cell.restatement(rate));
  });
}

void write_growth(JsonWriter& json, const EditionDiff& diff, const std::vector<std::string>& ids) {
  json.object("growth", [&] {
    json.array("left_out", [&] {
      for (const Series series : diff.growth.left_out) json.value(ids[at(series)]);
    });
    json.array("cells", [&] {
      for (const CellGrowth& cell : diff.growth.cells) {
        json.object([&] {
          json.field("indicator", ids[at(cell.series)]);
          json.field("unit", diff.code(cell.unit));
          json.field("period", to_text(cell.period));
          json.array("rates", [&] {
            const std::vector<GrowthRate> rates = cell.rates();
            for (const GrowthRate& rate : rates) write_rate(json, diff, cell, rate);
          });
        });
      }
    });
  });
}

void write_counted(JsonWriter& json, const EditionDiff& diff, const std::vector<std::string>& ids) {
  json.array("indicators", [&] {
    for (const SeriesChanges& series : diff.changes.series) {
      json.object([&] {
        json.field("id", ids[at(series.series)]);
        json.field("printed_by", to_word(series.printed_by));
        json.field("first_figures", series.first_figures);
        json.field("second_figures", series.second_figures);
        write_counts(json, diff, series.counts);
      });
    }
  });
  json.array("units", [&] {
    for (const UnitChanges& unit : diff.changes.units) {
      json.object([&] {
        json.field("code", diff.code(unit.unit));
        write_text(json, "name", diff.index.info(unit.unit).name);
        write_counts(json, diff, unit.counts);
      });
    }
  });
}

/// The ends of the lines about counts.
std::vector<std::string> count_fields(const EditionDiff& diff, const ChangeCounts& counts) {
  return {std::to_string(counts.added),
          std::to_string(counts.dropped),
          std::to_string(counts.restated),
          std::to_string(counts.within_rounding),
          std::to_string(counts.kept),
          shortest(counts.median_relative),
          shortest(diff.changes.largest_relative(counts))};
}

constexpr std::string_view kCountColumns =
    "added,dropped,restated,within_rounding,kept,median_relative,largest_relative\n";

std::string with_counts(std::vector<std::string> fields, const EditionDiff& diff, const ChangeCounts& counts) {
  const std::vector<std::string> more = count_fields(diff, counts);
  fields.insert(fields.end(), more.begin(), more.end());
  return csv_line(fields);
}

std::string indicators_csv(const EditionDiff& diff, const std::vector<std::string>& ids) {
  std::string text = "indicator,printed_by,first_figures,second_figures," + std::string(kCountColumns);
  for (const SeriesChanges& series : diff.changes.series) {
    text += with_counts({ids[at(series.series)], std::string(to_word(series.printed_by)),
                         std::to_string(series.first_figures), std::to_string(series.second_figures)},
                        diff, series.counts);
  }
  return text;
}

std::string units_csv(const EditionDiff& diff) {
  std::string text = "unit," + std::string(kCountColumns);
  for (const UnitChanges& unit : diff.changes.units) text += with_counts({diff.code(unit.unit)}, diff, unit.counts);
  return text;
}

std::string cells_csv(const EditionDiff& diff, const std::vector<std::string>& ids) {
  std::string text = "indicator,unit,period,change,first,second,absolute,relative,steps,within_rounding\n";
  const auto printed = [](const Observation* figure) {
    return figure == nullptr ? std::string() : figure->value->text;
  };
  for (const CellChange& cell : diff.changes.cells) {
    if (cell.kind() == CellChange::Kind::Kept) continue;
    std::vector<std::string> fields{ids[at(cell.series)], diff.code(cell.unit),
                                    to_text(cell.period), std::string(to_word(cell.kind())),
                                    printed(cell.first),  printed(cell.second)};
    if (cell.kind() == CellChange::Kind::Restated) {
      const Restatement restatement = cell.restatement();
      for (const double number : {restatement.absolute, restatement.relative, restatement.steps}) {
        fields.push_back(shortest(number));
      }
      fields.emplace_back(restatement.is_within_rounding ? "true" : "false");
    }
    fields.resize(10);
    text += csv_line(fields);
  }
  return text;
}

std::string growth_csv(const EditionDiff& diff, const std::vector<std::string>& ids) {
  std::string text = "indicator,unit,period,kind,edition,value,previous_edition,previous_value,growth,restatement\n";
  for (const CellGrowth& cell : diff.growth.cells) {
    const std::vector<GrowthRate> rates = cell.rates();
    for (const GrowthRate& rate : rates) {
      text +=
          csv_line({ids[at(cell.series)], diff.code(cell.unit), to_text(cell.period), kind_of(rate),
                    diff.index.edition_of(*rate.now).id, rate.now->value->text, diff.index.edition_of(*rate.before).id,
                    rate.before->value->text, shortest(rate.rate()), shortest(cell.restatement(rate))});
    }
  }
  return text;
}

}  // namespace

std::string_view to_word(CellChange::Kind kind) {
  switch (kind) {
    case CellChange::Kind::Added:
      return "added";
    case CellChange::Kind::Dropped:
      return "dropped";
    case CellChange::Kind::Restated:
      return "restated";
    case CellChange::Kind::Kept:
      break;
  }
  return "kept";
}

std::string edition_diff_json(const EditionDiff& diff) {
  const std::vector<std::string> ids = diff.index.hierarchy.series_ids();
  JsonWriter json;
  json.object([&] {
    write_index(json, diff.index);
    json.key("first");
    write_edition(json, diff.first());
    json.key("second");
    write_edition(json, diff.second());
    write_counted(json, diff, ids);
    json.array("cells", [&] {
      for (const CellChange& cell : diff.changes.cells) {
        if (cell.kind() != CellChange::Kind::Kept) write_cell(json, diff, ids, cell);
      }
    });
    write_effect(json, diff);
    write_growth(json, diff, ids);
  });
  return std::move(json).finish();
}

std::string edition_diff_csv(const EditionDiff& diff, DiffSection section) {
  const std::vector<std::string> ids = diff.index.hierarchy.series_ids();
  switch (section) {
    case DiffSection::Indicators:
      return indicators_csv(diff, ids);
    case DiffSection::Units:
      return units_csv(diff);
    case DiffSection::Ranks:
      return diff.effect == nullptr ? moves_csv_header()
                                    : moves_csv(to_text(diff.effect->period), diff.effect->comparison);
    case DiffSection::Growth:
      return growth_csv(diff, ids);
    case DiffSection::Cells:
      break;
  }
  return cells_csv(diff, ids);
}

}  // namespace podium
