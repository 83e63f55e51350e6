#include "podium/files/read_series.hpp"

#include <algorithm>
#include <array>

#include "podium/files/identifier.hpp"
#include "podium/files/table_reader.hpp"

namespace podium {
namespace {

constexpr std::array<std::string_view, 5> kNodeKeys{"id", "parent", "weight", "title", "description"};
constexpr std::array<std::string_view, 12> kIndicatorKeys{
    "id",          "parent",    "weight", "direction",   "unit_of_measure", "title",
    "description", "goalposts", "target", "denominator", "factor",          "edition"};
constexpr std::array<std::string_view, 5> kDenominatorKeys{"id", "unit_of_measure", "title", "description", "edition"};

/// Reads the entries of all three sections into a definition.
class SeriesReader {
 public:
  SeriesReader(Definition& definition, Problems& problems) : definition_(definition), problems_(problems) {}

  void read_node(const TableReader& table) {
    table.allow_only(kNodeKeys);
    const std::optional<std::string> id = read_id(table);
    NodeSpec node = read_common(table);
    const SeriesInfo info = read_info(table);
    if (id) add(*id, std::move(node), info, std::nullopt);
  }

  void read_indicator(const TableReader& table) {
    table.allow_only(kIndicatorKeys);
    const std::optional<std::string> id = read_id(table);
    NodeSpec node = read_common(table);
    node.kind = NodeSpec::Kind::Indicator;
    if (const auto direction = table.get_required<std::int64_t>("direction")) {
      // What does not fit an int is not a direction either.
      node.direction =
          *direction == 1 || *direction == -1 ? static_cast<int>(*direction) : report_direction(table, *direction);
    }
    node.goalposts = table.get<Bounds>("goalposts");
    node.target = read_target(table);
    node.denominator = table.get<std::string>("denominator").value_or("");
    node.factor = table.get<double>("factor").value_or(1);
    SeriesInfo info = read_info(table);
    info.unit_of_measure = table.get_required<std::string>("unit_of_measure").value_or("");
    if (id) add(*id, std::move(node), info, read_edition(table));
  }

  void read_denominator(const TableReader& table) {
    table.allow_only(kDenominatorKeys);
    const std::optional<std::string> id = read_id(table);
    SeriesInfo info = read_info(table);
    info.unit_of_measure = table.get_required<std::string>("unit_of_measure").value_or("");
    if (!id) return;
    definition_.denominators.push_back(*id);
    definition_.series.push_back(info);
    definition_.editions.push_back(read_edition(table));
  }

 private:
  /// Nothing if it is missing, misspelt or taken.
  std::optional<std::string> read_id(const TableReader& table) {
    std::optional<std::string> id = table.get_required<std::string>("id");
    if (id) {
      const Place place = table.find("id")->value.place;
      const auto [first, is_new] = definition_.places.nodes.emplace(*id, places_of(table.table(), table.place()));
      if (auto problem = check_identifier("id", *id, place)) {
        problems_.add(*std::move(problem));
        id.reset();
      } else if (!is_new) {
        report_duplicate(*id, place, first->second.whole);
        id.reset();
      }
    }
    definition_.ids_are_sound = definition_.ids_are_sound && id.has_value();
    return id;
  }

  void report_duplicate(const std::string& id, const Place& place, const Place& first) {
    problems_.add(Diagnostic{
        .code = Code::DuplicateId,
        .found = "a second entry with id " + podium::quoted(id) + ", first at line " + std::to_string(first.line),
        .expected = "an id of its own for every node, indicator and denominator",
        .place = place});
  }

  int report_direction(const TableReader& table, std::int64_t direction) {
    problems_.add(Diagnostic{.code = Code::InvalidValue,
                             .found = "direction " + std::to_string(direction),
                             .expected = "1 (more is better) or -1 (less is better)",
                             .place = table.find("direction")->value.place});
    return 1;
  }

  /// 50, or [40, 60] where all figures between two are equally good.
  std::optional<Bounds> read_target(const TableReader& table) {
    const TomlEntry* entry = table.find("target");
    if (entry == nullptr) return std::nullopt;
    if (const std::optional<double> point = TomlForm<double>::from(entry->value)) return Bounds{*point, *point};
    const std::optional<Bounds> bounds = TomlForm<Bounds>::from(entry->value);
    if (!bounds) {
      table.report_type(*entry, "a number, or two numbers such as [40, 60]");
    } else if (bounds->lower > bounds->upper) {
      problems_.add(Diagnostic{.code = Code::InvalidValue,
                               .found = "target [" + shortest(bounds->lower) + ", " + shortest(bounds->upper) + "]",
                               .expected = "a number, or two numbers, the lower one first",
                               .place = entry->value.place});
    } else {
      return bounds;
    }
    return std::nullopt;
  }

  NodeSpec read_common(const TableReader& table) {
    NodeSpec node;
    // A parent that is missing or of another type is reported here; the tree is checked as if it were the root.
    node.parent = table.get_required<std::string>("parent").value_or("index");
    node.weight = table.get<double>("weight").value_or(1);
    return node;
  }

  SeriesInfo read_info(const TableReader& table) {
    return {.title = table.get_required_text("title"),
            .description = table.get_text("description"),
            .unit_of_measure = {},
            .edition = {}};
  }

  static std::optional<PlacedWord> read_edition(const TableReader& table) {
    std::optional<TomlWord> word = table.get<TomlWord>("edition");
    if (!word) return std::nullopt;
    return PlacedWord{std::move(word->text), table.find("edition")->value.place};
  }

  void add(const std::string& id, NodeSpec node, const SeriesInfo& info, std::optional<PlacedWord> edition) {
    node.id = id;
    definition_.nodes.push_back(std::move(node));
    definition_.series.push_back(info);
    definition_.editions.push_back(std::move(edition));
  }

  Definition& definition_;
  Problems& problems_;
};

}  // namespace

void read_series(const TomlTable& document, Definition& definition, Problems& problems) {
  const std::size_t before = problems.count();
  const auto nodes = tables_of(document, "node", problems);
  const auto indicators = tables_of(document, "indicator", problems);
  const auto denominators = tables_of(document, "denominator", problems);
  definition.ids_are_sound = definition.ids_are_sound && problems.count() == before;
  const std::size_t count = nodes.size() + indicators.size() + denominators.size();
  if (count > kMostSeries) {
    problems.add(Diagnostic{.code = Code::TooLarge,
                            .found = std::to_string(count) + " nodes, indicators and denominators",
                            .expected = "at most " + std::to_string(kMostSeries),
                            .place = {definition.places.file, 0, 0}});
    definition.ids_are_sound = false;
    return;
  }
  SeriesReader reader(definition, problems);
  const auto table = [&](const TomlValue* value) {
    return TableReader(std::get<TomlTable>(value->data), value->place, problems);
  };
  for (const TomlValue* value : nodes) reader.read_node(table(value));
  for (const TomlValue* value : indicators) reader.read_indicator(table(value));
  for (const TomlValue* value : denominators) reader.read_denominator(table(value));
}

}  // namespace podium
