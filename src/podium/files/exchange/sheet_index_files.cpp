#include <algorithm>
#include <functional>

#include "podium/files/exchange/sheet_codes.hpp"
#include "podium/files/exchange/sheet_figures.hpp"
#include "podium/files/exchange/toml_text.hpp"
#include "podium/files/identifier.hpp"
#include "podium/wire/csv_writer.hpp"

namespace podium {
namespace {

using Kind = SheetEntry::Kind;

/// What a cell says; nothing where it says that there is nothing.
std::string said(const PlacedWord& word) { return is_gap(word.text) ? std::string() : word.text; }

std::string title_of(const CheckedEntry& entry) {
  const std::string name = said(entry.source.name);
  return "title = { en = " + toml_text(name.empty() ? entry.source.code.text : name) + " }\n";
}

/// The files of an index directory, from what was checked.
class FileWriter {
 public:
  FileWriter(const SheetIndexOptions& options, std::span<const CheckedEntry> entries, const SheetFigures& figures)
      : options_(options), entries_(entries), figures_(figures) {}

  std::vector<OutputFile> files() const {
    std::vector<OutputFile> files{{"podium.toml", definition()},
                                  {"units.csv", units()},
                                  {"sources.toml", source()},
                                  {"editions.toml", edition()},
                                  {"observations/figures.csv", observations()}};
    const std::vector<SheetCode> codes = this->codes();
    if (!codes.empty()) files.push_back({std::string(kExchangeCodes), sheet_codes_text(codes)});
    return files;
  }

 private:
  std::string definition() const {
    std::string text = "[index]\n" + toml_line("id", options_.id) + title() + "periods = [" +
                       to_text(figures_.periods.front()) + ", " + to_text(figures_.periods.back()) +
                       "]\nedition = \"latest\"\n";
    for (const CheckedEntry* entry : nodes_from_the_top()) text += node(*entry);
    for (const CheckedEntry& entry : entries_) {
      if (entry.is(Kind::Indicator)) text += indicator(entry);
    }
    for (const CheckedEntry& entry : entries_) {
      if (entry.is(Kind::Denominator)) text += denominator(entry);
    }
    return text + recipe();
  }

  std::string title() const {
    const auto& [english, korean] = options_.title;
    if (english.empty() && korean.empty()) return title_of(*std::ranges::find(entries_, "index", &CheckedEntry::id));
    std::string text = english.empty() ? std::string() : "en = " + toml_text(english);
    if (!korean.empty()) text += (text.empty() ? "" : ", ") + std::string("ko = ") + toml_text(korean);
    return "title = { " + text + " }\n";
  }

  /// Without the root, which [index] stands for.
  std::vector<const CheckedEntry*> nodes_from_the_top() const {
    std::vector<const CheckedEntry*> nodes;
    for (const CheckedEntry& entry : entries_) {
      if (entry.is(Kind::Aggregate) && !entry.parent.empty()) nodes.push_back(&entry);
    }
    std::ranges::stable_sort(nodes, std::greater(), &CheckedEntry::level);
    return nodes;
  }

  static std::string common(const CheckedEntry& entry) {
    return toml_line("id", entry.id) + toml_line("parent", entry.parent) + "weight = " + shortest(entry.weight) + "\n";
  }

  static std::string node(const CheckedEntry& entry) { return "\n[[node]]\n" + common(entry) + title_of(entry); }

  static std::string indicator(const CheckedEntry& entry) {
    std::string text = "\n[[indicator]]\n" + common(entry) + "direction = " + std::to_string(entry.direction) +
                       "\nunit_of_measure = " + toml_text(said(entry.source.unit_of_measure)) + "\n" + title_of(entry) +
                       toml_line("denominator", entry.denominator);
    if (entry.target) text += "target = " + shortest(*entry.target) + "\n";
    if (entry.lower_goalpost && entry.upper_goalpost) {
      text += "goalposts = [" + shortest(*entry.lower_goalpost) + ", " + shortest(*entry.upper_goalpost) + "]\n";
    }
    return text;
  }

  static std::string denominator(const CheckedEntry& entry) {
    return "\n[[denominator]]\n" + toml_line("id", entry.id) +
           "unit_of_measure = " + toml_text(said(entry.source.unit_of_measure)) + "\n" + title_of(entry);
  }

  std::string recipe() const {
    std::string text;
    const bool divides = std::ranges::any_of(entries_, [](const auto& entry) { return !entry.denominator.empty(); });
    if (divides) text += "\n[[step]]\nop = \"denominate\"\n";
    text += "\n[[step]]\nop = \"impute\"\n";
    if (options_.impute_group.empty()) {
      text += "method = \"mean\"\n";
    } else {
      const auto group = std::ranges::find(entries_, options_.impute_group,
                                           [](const CheckedEntry& entry) { return entry.source.code.text; });
      text += "method = \"group-mean\"\ngroup = " + toml_text(group->id) + "\n";
    }
    return text +
           "\n[[step]]\nop = \"screen\"\nmin_available = 0.9\n"
           "\n[[step]]\nop = \"treat\"\nmethod = \"winsorise\"\nmax_points = 5\nthen = \"log\"\nform = \"shifted\"\n"
           "\n[[step]]\nop = \"normalise\"\nmethod = \"minmax\"\nrange = [0, 100]\n"
           "\n[[step]]\nop = \"aggregate\"\nmethod = \"arithmetic\"\n";
  }

  std::string units() const {
    std::vector<std::string> header{"code", "name.en"};
    for (const CheckedEntry& entry : entries_) {
      if (entry.is(Kind::Group)) header.push_back(entry.id);
    }
    std::string text = csv_line(header);
    for (const SheetUnit& unit : figures_.units) {
      std::vector<std::string> fields{unit.id, unit.name};
      fields.insert(fields.end(), unit.groups.begin(), unit.groups.end());
      text += csv_line(fields);
    }
    return text;
  }

  std::string source() const {
    return "[" + toml_text(options_.edition) + "]\n" + "title = " + toml_text(options_.source_title) +
           "\npublisher = " + toml_text(options_.publisher) + "\npublished = " + to_text(options_.released) + "\n" +
           toml_line("url", options_.url) + toml_line("licence", options_.licence);
  }

  std::string edition() const {
    return "[" + toml_text(options_.edition) + "]\npublisher = " + toml_text(options_.publisher) +
           "\nreleased = " + to_text(options_.released) + "\ntitle = " + toml_text(options_.source_title) + "\n";
  }

  std::string observations() const {
    std::string text =
        csv_line({"unit", "indicator", "period", "edition", "value", "status", "source", "locator", "note"});
    for (const SheetFigure& figure : figures_.figures) {
      const std::string locator =
          figure.place.line == 0 ? std::string() : "row " + std::to_string(figure.place.line) + ", " + code_of(figure);
      text += csv_line({figures_.units[figure.unit].id, entries_[figure.entry].id, to_text(figure.period),
                        options_.edition, figure.text, "A", options_.edition, locator, ""});
    }
    return text;
  }

  const std::string& code_of(const SheetFigure& figure) const { return entries_[figure.entry].source.code.text; }

  std::vector<SheetCode> codes() const {
    std::vector<SheetCode> codes;
    for (const CheckedEntry& entry : entries_) {
      const bool is_group = entry.is(Kind::Group);
      const std::string name = is_group ? said(entry.source.name) : std::string();
      const std::string unit = entry.is(Kind::Aggregate) ? said(entry.source.unit_of_measure) : std::string();
      if (entry.id == entry.source.code.text && name.empty() && unit.empty()) continue;
      codes.push_back({is_group ? "group" : "series", entry.id, entry.source.code.text, name, unit});
    }
    for (const SheetUnit& unit : figures_.units) {
      if (unit.id != unit.code) codes.push_back({.kind = "unit", .id = unit.id, .code = unit.code});
    }
    return codes;
  }

  const SheetIndexOptions& options_;
  std::span<const CheckedEntry> entries_;
  const SheetFigures& figures_;
};

void check_options(const SheetIndexOptions& options, const std::vector<CheckedEntry>& entries, Problems& problems) {
  for (const auto& [what, id] : {std::pair("index id", &options.id), std::pair("edition", &options.edition)}) {
    if (auto problem = check_identifier(what, *id, {})) problems.add(*std::move(problem));
  }
  if (options.impute_group.empty()) return;
  std::vector<std::string_view> groups;
  for (const CheckedEntry& entry : entries) {
    if (entry.is(Kind::Group)) groups.push_back(entry.source.code.text);
  }
  if (std::ranges::find(groups, options.impute_group) == groups.end()) {
    problems.add(not_among(Code::UnknownGroup, "group", options.impute_group, groups));
  }
}

}  // namespace

Result<SheetImport> index_of(const SheetIndex& sheets, const SheetIndexOptions& options, Problems problems) {
  Diagnostics warnings;
  const std::vector<CheckedEntry> entries = check_entries(sheets.entries, problems);
  check_options(options, entries, problems);
  const Period otherwise = options.period.value_or(Period::year(options.released.year));
  const SheetFigures figures = read_sheet_figures(sheets, entries, otherwise, problems, warnings);
  if (problems.empty() && figures.periods.empty()) {
    problems.add(Diagnostic{.code = Code::EmptyFile,
                            .found = "no row with a unit and a period",
                            .expected = "a row for each unit",
                            .place = {sheets.data.file, 0, 0}});
  }
  if (!problems.empty()) return std::move(problems).sorted();
  return SheetImport{FileWriter(options, entries, figures).files(), std::move(warnings)};
}

}  // namespace podium
