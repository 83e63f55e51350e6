#include "podium/files/read_aliases.hpp"

#include <array>
#include <map>
#include <set>

#include "podium/files/alias_names.hpp"
#include "podium/files/alias_sections.hpp"
#include "podium/files/identifier.hpp"

namespace podium {
namespace {

constexpr std::array<std::string_view, 5> kSections{"home", "unit", "indicator", "base", "publisher"};
constexpr std::array<std::string_view, 4> kUnitKeys{"code", "title", "en", "ko"};
constexpr std::array<std::string_view, 8> kIndicatorKeys{"id",       "title", "unit_of_measure", "en", "ko",
                                                         "counters", "per",   "share_of"};
constexpr std::array<std::string_view, 3> kBaseKeys{"id", "en", "ko"};
constexpr std::array<std::string_view, 4> kPublisherKeys{"publisher", "en", "ko", "reports"};
constexpr std::array<std::string_view, 2> kPerKeys{"count", "base"};

template <class Named>
using ById = std::map<std::string, Named, std::less<>>;

template <class Named>
std::vector<Named> values_of(const ById<Named>& by_id) {
  std::vector<Named> values;
  for (const auto& [id, named] : by_id) values.push_back(named);
  return values;
}

template <class Named>
std::vector<std::string_view> ids_of(const ById<Named>& by_id) {
  std::vector<std::string_view> ids;
  for (const auto& [id, named] : by_id) ids.push_back(id);
  return ids;
}

ById<Lexicon::NamedUnit> units_of(const Index& index) {
  ById<Lexicon::NamedUnit> units;
  for (const UnitInfo& unit : index.units) {
    units.emplace(unit.code, Lexicon::NamedUnit{.code = unit.code, .title = unit.name});
  }
  return units;
}

ById<Lexicon::NamedSeries> series_of(const Index& index) {
  ById<Lexicon::NamedSeries> series;
  const std::vector<std::string> ids = index.hierarchy.series_ids();
  for (std::size_t i = 0; i < ids.size(); ++i) {
    const auto position = static_cast<Series>(i);
    if (i < index.hierarchy.size() && !index.hierarchy.is_indicator(position)) continue;
    const SeriesInfo& info = index.info(position);
    series.emplace(ids[i],
                   Lexicon::NamedSeries{.id = ids[i], .title = info.title, .unit_of_measure = info.unit_of_measure});
  }
  return series;
}

class AliasReader {
 public:
  AliasReader(const TomlTable& document, const Index& index, Problems& problems)
      : index_(index),
        problems_(problems),
        sections_(document, kSections, problems),
        units_(units_of(index)),
        series_(series_of(index)) {
    for (const auto& [code, unit] : units_) unit_names_.add_title(code, unit.title);
    for (const auto& [id, series] : series_) series_names_.add_title(id, series.title);
    for (const Edition& edition : index.editions) known_publishers_.insert(edition.publisher);
  }

  ReadLexicon read() {
    read_units();
    read_bases();
    read_indicators();
    read_publishers();
    Lexicon lexicon{.units = values_of(units_),
                    .series = values_of(series_),
                    .bases = values_of(bases_),
                    .publishers = values_of(publishers_)};
    read_home(lexicon);
    return {.lexicon = std::move(lexicon), .ids_are_sound = sections_.ids_are_sound()};
  }

 private:
  void read_units() {
    const std::vector<AliasEntry> found = sections_.entries("unit", "code", kUnitKeys);
    const ById<Lexicon::NamedUnit> of_index = units_;
    for (const AliasEntry& entry : found) {
      if (of_index.contains(entry.id)) {
        sections_.refuse_key(entry, "title", "units.csv");
      } else {
        add_unit(entry, of_index);
      }
    }
    for (const AliasEntry& entry : found) units_.at(entry.id).names = unit_names_.read(entry.id, entry.table);
  }

  void add_unit(const AliasEntry& entry, const ById<Lexicon::NamedUnit>& of_index) {
    const Place& place = entry.place_of("code");
    const Text title = entry.table.get_text("title");
    if (auto problem = check_identifier("code", entry.id, place)) {
      problems_.add(*std::move(problem));
    } else if (entry.table.find("title") == nullptr) {
      sections_.refuse_unknown(
          Code::UnknownUnit, "unit", entry.id, [&] { return ids_of(of_index); }, place,
          "; or a title for another unit");
    }
    unit_names_.claim_title(entry.id, title, entry.table);
    units_.emplace(entry.id, Lexicon::NamedUnit{.code = entry.id, .title = title});
  }

  void read_bases() {
    NameOwners names("base");
    for (const AliasEntry& entry : sections_.entries("base", "id", kBaseKeys)) {
      if (auto problem = check_identifier("base", entry.id, entry.place_of("id"))) {
        problems_.add(*std::move(problem));
      }
      bases_.emplace(entry.id, Lexicon::NamedBase{.id = entry.id, .names = names.read(entry.id, entry.table)});
    }
  }

  void read_indicators() {
    const std::vector<AliasEntry> found = sections_.entries("indicator", "id", kIndicatorKeys);
    const ById<Lexicon::NamedSeries> of_index = series_;
    for (const AliasEntry& entry : found) {
      if (of_index.contains(entry.id)) {
        for (const char* key : {"title", "unit_of_measure"}) sections_.refuse_key(entry, key, "podium.toml");
      } else {
        add_series(entry, of_index);
      }
    }
    for (const AliasEntry& entry : found) {
      Lexicon::NamedSeries& series = series_.at(entry.id);
      series.names = series_names_.read(entry.id, entry.table);
      if (const auto counters =
              sections_.inner(entry.table, "counters", kLanguageKeys, "a table such as { en = [\"models\"] }")) {
        series.counters = read_words(*counters);
      }
      series.per = read_per(entry.table);
      series.share_of = read_share_of(entry);
    }
  }

  void add_series(const AliasEntry& entry, const ById<Lexicon::NamedSeries>& of_index) {
    const Place& place = entry.place_of("id");
    const bool is_described = entry.table.find("title") != nullptr || entry.table.find("unit_of_measure") != nullptr;
    Lexicon::NamedSeries series{.id = entry.id};
    if (auto problem = check_identifier("indicator", entry.id, place)) {
      problems_.add(*std::move(problem));
    } else if (index_.find_series(entry.id)) {
      sections_.refuse(Code::InvalidValue, "the node " + podium::quoted(entry.id),
                       "an indicator or denominator, or an id that podium.toml lacks", place);
    } else if (!is_described) {
      sections_.refuse_unknown(
          Code::UnknownIndicator, "indicator", entry.id, [&] { return ids_of(of_index); }, place,
          "; or title and unit_of_measure for another one");
    } else {
      series.title = entry.table.get_required_text("title");
      series.unit_of_measure = entry.table.get_required<std::string>("unit_of_measure").value_or("");
    }
    series_names_.claim_title(entry.id, series.title, entry.table);
    series_.emplace(entry.id, std::move(series));
  }

  std::optional<Lexicon::Per> read_per(const TableReader& indicator) {
    const auto table =
        sections_.inner(indicator, "per", kPerKeys, "a table such as { count = 10000, base = \"people\" }");
    if (!table) return std::nullopt;
    const auto count = table->get_required<double>("count");
    const auto base = table->get_required<std::string>("base");
    if (count && *count <= 0) {
      sections_.refuse(Code::InvalidValue, "count " + shortest(*count), "a number above 0",
                       table->find("count")->value.place);
    }
    if (base && sections_.ids_are_sound() && !bases_.contains(*base)) {
      sections_.refuse_unknown(
          Code::InvalidValue, "base", *base, [&] { return ids_of(bases_); }, table->find("base")->value.place);
    }
    if (!count || !base) return std::nullopt;
    return Lexicon::Per{.count = *count, .base = *base};
  }

  std::string read_share_of(const AliasEntry& entry) {
    const auto whole = entry.table.get<std::string>("share_of");
    if (!whole) return "";
    const Place& place = entry.place_of("share_of");
    if (*whole == entry.id) {
      sections_.refuse(Code::InvalidValue, podium::quoted(*whole) + " as a share of itself", "another indicator",
                       place);
    } else if (sections_.ids_are_sound() && !series_.contains(*whole)) {
      sections_.refuse_unknown(Code::UnknownIndicator, "indicator", *whole, [&] { return ids_of(series_); }, place);
    }
    return *whole;
  }

  void read_publishers() {
    NameOwners names("publisher");
    NameOwners report_names("publisher");
    const auto known = [&] {
      return std::vector<std::string_view>(known_publishers_.begin(), known_publishers_.end());
    };
    for (const AliasEntry& entry : sections_.entries("publisher", "publisher", kPublisherKeys)) {
      if (!known_publishers_.contains(entry.id)) {
        sections_.refuse_unknown(Code::InvalidValue, "publisher", entry.id, known, entry.place_of("publisher"),
                                 ", as editions.toml says it");
      }
      Lexicon::NamedPublisher publisher{.publisher = entry.id, .names = names.read(entry.id, entry.table)};
      if (const auto reports =
              sections_.inner(entry.table, "reports", kLanguageKeys, "a table such as { en = [\"AI Index\"] }")) {
        publisher.report_names = report_names.read(entry.id, *reports);
      }
      publishers_.emplace(entry.id, std::move(publisher));
    }
  }

  void read_home(Lexicon& lexicon) {
    constexpr auto kHomeKeys = std::to_array<std::string_view>({"en", "ko", "whole"});
    const auto home = sections_.inner(sections_.top(), "home", kHomeKeys, "a section [home]");
    if (!home) return;
    lexicon.home_en = read_home_of("en", *home);
    lexicon.home_ko = read_home_of("ko", *home);
    lexicon.whole = read_home_of("whole", *home);
  }

  std::string read_home_of(std::string_view key, const TableReader& home) {
    const auto code = home.get<std::string>(key);
    if (code && sections_.ids_are_sound() && !units_.contains(*code)) {
      sections_.refuse_unknown(
          Code::UnknownUnit, "unit", *code, [&] { return ids_of(units_); }, home.find(key)->value.place);
    }
    return code.value_or("");
  }

  const Index& index_;
  Problems& problems_;
  AliasSections sections_;
  ById<Lexicon::NamedUnit> units_;
  ById<Lexicon::NamedSeries> series_;
  ById<Lexicon::NamedBase> bases_;
  ById<Lexicon::NamedPublisher> publishers_;
  NameOwners unit_names_{"unit"};
  NameOwners series_names_{"indicator"};
  std::set<std::string_view> known_publishers_;
};

}  // namespace

Lexicon lexicon_of(const Index& index) {
  return {.units = values_of(units_of(index)), .series = values_of(series_of(index))};
}

ReadLexicon read_aliases(const TomlTable& document, const Index& index, Problems& problems) {
  return AliasReader(document, index, problems).read();
}

}  // namespace podium
