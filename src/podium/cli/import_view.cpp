#include "podium/cli/import_view.hpp"

#include <array>

#include "podium/cli/import_texts.hpp"
#include "podium/cli/texts.hpp"
#include "podium/wire/csv_writer.hpp"
#include "podium/wire/json_writer.hpp"

namespace podium {
namespace {

using Kind = BatchEntry::Kind;

constexpr std::size_t kFirstLines = 5;

struct KindWords {
  Kind kind;
  std::string_view word;  ///< for programs
  Phrase heading;
};

constexpr std::array<KindWords, kBatchKinds> kKinds{{
    {Kind::Added, "added", texts::kAddedFigures},
    {Kind::Restated, "restated", texts::kRestatedByImport},
    {Kind::Repeated, "repeated", texts::kRepeatedFigures},
    {Kind::Unchanged, "unchanged", texts::kUnchangedFigures},
    {Kind::Changed, "replaced", texts::kReplacedFigures},
}};

std::string_view word_of(Kind kind) {
  for (const KindWords& words : kKinds) {
    if (words.kind == kind) return words.word;
  }
  return {};
}

std::string value_of(const Observation* figure) {
  return figure != nullptr && figure->value ? figure->value->text : std::string();
}
std::string status_of(const Observation* figure) {
  return figure != nullptr ? std::string(1, static_cast<char>(figure->status)) : std::string();
}
std::string edition_of(const Index& index, const Observation* figure) {
  return figure != nullptr ? index.edition_of(*figure).id : std::string();
}

/// The first entries of a kind; where they replace or restate, what was known beside them.
std::string first_lines(const Import& import, Kind kind, std::span<const std::string> ids, Language language,
                        Colour colour) {
  const bool has_known = kind == Kind::Restated || kind == Kind::Changed;
  TextTable table{{{std::string(texts::kFigure.in(language))},
                   {std::string(texts::kEdition.in(language))},
                   {std::string(texts::kValue.in(language)), Align::Right}},
                  {}};
  if (has_known) {
    table.columns.push_back({std::string(texts::kKnownFigure.in(language)), Align::Right});
    table.columns.push_back({std::string(texts::kKnownEdition.in(language))});
  }
  for (const BatchEntry& entry : import.batch.entries) {
    if (entry.kind != kind || table.rows.size() == kFirstLines) continue;
    const Observation& figure = *entry.figure;
    std::vector<Cell> row{
        import.index.info(figure.unit).code + "." + ids[at(figure.series)] + "@" + to_text(figure.period),
        edition_of(import.index, &figure), value_of(&figure)};
    if (has_known) {
      row.emplace_back(value_of(entry.known));
      row.emplace_back(edition_of(import.index, entry.known));
    }
    table.rows.push_back(std::move(row));
  }
  return to_text(table, colour);
}

std::size_t written_figures(const Import& import) { return import.batch.size() - import.batch.count(Kind::Unchanged); }

Diagnostic left_out(const std::map<std::string, std::size_t>& rows, std::string_view what) {
  constexpr std::size_t kNamed = 8;
  std::size_t count = 0;
  std::string names;
  std::size_t position = 0;
  for (const auto& [name, times] : rows) {
    count += times;
    if (position < kNamed) names += (position > 0 ? ", " : "") + podium::quoted(name);
    ++position;
  }
  if (rows.size() > kNamed) names += " ... and " + std::to_string(rows.size() - kNamed) + " more";
  return {.code = Code::UnknownUnit,
          .found = std::to_string(count) + (count == 1 ? " row of " : " rows of ") + std::string(what) + " (" + names +
                   "), left out",
          .expected = "units of the index",
          .severity = Severity::Warning};
}

}  // namespace

std::string import_as_text(const Import& import, Commitment commitment, Language language, Colour colour) {
  const std::vector<std::string> ids = import.index.hierarchy.series_ids();
  std::string text;
  for (const KindWords& words : kKinds) {
    const std::size_t count = import.batch.count(words.kind);
    if (count == 0) continue;
    text += styled(fill(words.heading.in(language), {std::to_string(count)}), Style::Bold, colour) + "\n";
    if (words.kind == Kind::Unchanged) continue;
    text += first_lines(import, words.kind, ids, language, colour);
    if (count > kFirstLines) {
      text += fill(texts::kMoreFigures.in(language), {std::to_string(count - kFirstLines)}) + "\n";
    }
  }
  if (import.table.empty()) return text + std::string(texts::kNothingToImport.in(language)) + "\n";
  const Phrase& sentence = commitment == Commitment::Write ? texts::kWritten : texts::kWouldBeWritten;
  return text + fill(sentence.in(language), {import.table, std::to_string(written_figures(import))}) + "\n";
}

std::string import_as_csv(const Import& import) {
  const std::vector<std::string> ids = import.index.hierarchy.series_ids();
  std::string text = csv_line({"change", "unit", "indicator", "period", "edition", "value", "status", "known_value",
                               "known_status", "known_edition"});
  for (const BatchEntry& entry : import.batch.entries) {
    const Observation& figure = *entry.figure;
    text += csv_line({word_of(entry.kind), import.index.info(figure.unit).code, ids[at(figure.series)],
                      to_text(figure.period), edition_of(import.index, &figure), value_of(&figure), status_of(&figure),
                      value_of(entry.known), status_of(entry.known), edition_of(import.index, entry.known)});
  }
  return text;
}

std::string import_as_json(const Import& import, Commitment commitment) {
  const std::vector<std::string> ids = import.index.hierarchy.series_ids();
  const auto text = [](const std::string& words) { return std::string_view(words); };
  JsonWriter json;
  const auto figure_fields = [&](const Observation& figure) {
    json.field("edition", text(import.index.edition_of(figure).id));
    figure.value ? json.field("value", text(figure.value->text)) : json.field("value", nullptr);
    json.field("status", text(status_of(&figure)));
  };
  const auto counts = [&](std::string_view key, const std::map<std::string, std::size_t>& rows) {
    json.object(key, [&] {
      for (const auto& [name, times] : rows) json.field(name, times);
    });
  };
  json.object([&] {
    import.table.empty() ? json.field("table", nullptr) : json.field("table", text(import.table));
    json.field("written", commitment == Commitment::Write && !import.table.empty());
    json.object("counts", [&] {
      for (const KindWords& words : kKinds) json.field(words.word, import.batch.count(words.kind));
    });
    json.object("left_out", [&] {
      counts("groups", import.read.groups);
      counts("countries", import.read.countries);
    });
    json.array("figures", [&] {
      for (const BatchEntry& entry : import.batch.entries) {
        json.object([&] {
          json.field("change", word_of(entry.kind));
          json.field("unit", text(import.index.info(entry.figure->unit).code));
          json.field("indicator", text(ids[at(entry.figure->series)]));
          json.field("period", text(to_text(entry.figure->period)));
          figure_fields(*entry.figure);
          if (entry.known != nullptr) json.object("known", [&] { figure_fields(*entry.known); });
        });
      }
    });
  });
  return std::move(json).finish();
}

Diagnostics import_remarks(const Import& import) {
  Diagnostics remarks;
  if (!import.read.groups.empty()) remarks.push_back(left_out(import.read.groups, "groups of countries"));
  if (!import.read.countries.empty()) {
    remarks.push_back(left_out(import.read.countries, "countries that the index does not rank"));
  }
  return remarks;
}

}  // namespace podium
