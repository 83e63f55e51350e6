#include <algorithm>
#include <charconv>

#include "podium/files/sdmx/data.hpp"
#include "podium/files/sdmx/figures.hpp"

namespace podium {
namespace {

/// A component of a message: its values by position if it has a list of them, otherwise they stand in the data.
struct Component {
  std::string id;
  bool is_listed = false;
  std::vector<std::string> values{};
  std::string instead{};  ///< what stands for a missing value
};

using Components = std::vector<Component>;

/// A text, a number, a truth value; of a text in several languages the English one or else the first.
std::optional<std::string> text_of(const JsonValue& value) {
  if (const std::string* const text = value.text()) return *text;
  if (const auto* const number = std::get_if<JsonNumber>(&value.data)) return number->text;
  if (const auto* const flag = std::get_if<bool>(&value.data)) return *flag ? "true" : "false";
  if (const JsonMembers* const texts = value.members(); texts != nullptr && !texts->empty()) {
    const std::string* const english = value.text_of("en");
    return english != nullptr ? std::optional(*english) : text_of(texts->front().value);
  }
  return std::nullopt;
}

std::optional<std::size_t> position_of(std::string_view digits) {
  std::size_t position = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), position);
  if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return position;
}

const JsonList* list_at(const JsonValue* value, std::string_view key) {
  const JsonValue* const found = value != nullptr ? value->find(key) : nullptr;
  return found != nullptr ? found->list() : nullptr;
}

/// The structure of one data set, as lists of components by their level.
struct Layout {
  Components constant;  ///< dimensions of the data set: one value each
  Components series;
  Components observation;
  Components measures;
  Components data_set_attributes;
  Components series_attributes;
  Components attributes;

  std::vector<std::string> columns() const {
    std::vector<std::string> ids;
    for (const Components* level :
         {&constant, &data_set_attributes, &series, &series_attributes, &observation, &measures, &attributes}) {
      for (const Component& component : *level) ids.push_back(component.id);
    }
    return ids;
  }
};

class DataReader {
 public:
  DataReader(const JsonValue& document, const std::string& file, const std::string& name)
      : data_(document.find("data")), file_(file) {
    table_.name = name;
    table_.file = file;
  }

  Result<RawTable> read() && {
    const JsonList* const sets = list_at(data_, "dataSets");
    if (sets == nullptr) return wrong("a data message without a list 'dataSets'", "SDMX-JSON 1.0 or 2.0");
    for (const JsonValue& set : *sets) {
      TRY([[maybe_unused]] const bool is_read, read_set(set));
    }
    return std::move(table_);
  }

 private:
  Diagnostic wrong(std::string found, std::string expected) const {
    return {
        .code = Code::InvalidValue, .found = std::move(found), .expected = std::move(expected), .place = {file_, 0, 0}};
  }

  // Structures

  /// Of 2.0 one of a list, by its position; of 1.0 the only one.
  const JsonValue* structure_of(const JsonValue& set) const {
    const JsonList* const structures = list_at(data_, "structures");
    if (structures == nullptr) return data_->find("structure");
    const JsonValue* const value = set.find("structure");
    const std::optional<std::string> text = value != nullptr ? text_of(*value) : std::string("0");
    const std::optional<std::size_t> position = text ? position_of(*text) : std::nullopt;
    return position && *position < structures->size() ? &(*structures)[*position] : nullptr;
  }

  Result<Component> read_component(const JsonValue& value) const {
    const std::string* const id = value.text_of("id");
    if (id == nullptr) return wrong("a component without a text 'id'", "each with one");
    Component component{.id = *id};
    const JsonList* const values = list_at(&value, "values");
    component.is_listed = values != nullptr;
    if (const JsonValue* const instead = value.find("default")) component.instead = text_of(*instead).value_or("");
    for (std::size_t i = 0; values != nullptr && i < values->size(); ++i) {
      const JsonValue& item = (*values)[i];
      const JsonValue* const held = item.find("id") != nullptr ? item.find("id") : item.find("value");
      component.values.push_back(held != nullptr ? text_of(*held).value_or("") : "");
    }
    return component;
  }

  Result<Components> read_components(const JsonValue& structure, std::string_view group, std::string_view level) const {
    Components components;
    const JsonList* const list = list_at(structure.find(group), level);
    for (std::size_t i = 0; list != nullptr && i < list->size(); ++i) {
      TRY(Component component, read_component((*list)[i]));
      components.push_back(std::move(component));
    }
    return components;
  }

  /// The measure of 1.0 is not described.
  static Components or_primary(Components measures) {
    if (measures.empty()) measures.push_back({.id = "OBS_VALUE"});
    return measures;
  }

  /// A multiplier of a whole group would be passed over with the group's attributes.
  std::optional<Diagnostic> find_group_multiplier(const Components& groups) const {
    for (const Component& component : groups) {
      if (component.id != "UNIT_MULT") continue;
      for (const std::string& power : component.values) {
        if (power.empty() || power == "0") continue;
        return wrong("figures in multiples of ten to the power of " + podium::quoted(power),
                     "figures as they are, with UNIT_MULT 0");
      }
    }
    return std::nullopt;
  }

  Result<Layout> read_layout(const JsonValue& structure) const {
    Layout layout;
    TRY(layout.constant, read_components(structure, "dimensions", "dataSet"));
    TRY(layout.series, read_components(structure, "dimensions", "series"));
    TRY(layout.observation, read_components(structure, "dimensions", "observation"));
    TRY(Components measures, read_components(structure, "measures", "observation"));
    layout.measures = or_primary(std::move(measures));
    TRY(layout.data_set_attributes, read_components(structure, "attributes", "dataSet"));
    TRY(layout.series_attributes, read_components(structure, "attributes", "series"));
    TRY(layout.attributes, read_components(structure, "attributes", "observation"));
    TRY(const Components groups, read_components(structure, "attributes", "dimensionGroup"));
    if (std::optional<Diagnostic> problem = find_group_multiplier(groups)) return *std::move(problem);
    if (!table_.columns.empty() && layout.columns() != table_.columns) {
      return wrong("data sets of different structures", "one structure, one file for each");
    }
    return layout;
  }

  // Data

  /// The value of a component: by its position in a list, or as it stands.
  Result<std::string> resolved(const Component& component, const JsonValue& value) const {
    const std::optional<std::string> text = text_of(value);
    if (!text) {
      if (std::holds_alternative<JsonNull>(value.data)) return component.instead;
      return wrong("a list for " + podium::quoted(component.id), "one value");
    }
    if (!component.is_listed) return *text;
    return at_position(component, *text);
  }

  Result<std::string> at_position(const Component& component, std::string_view digits) const {
    const std::optional<std::size_t> position = position_of(digits);
    if (position && *position < component.values.size()) return component.values[*position];
    return wrong("position " + podium::quoted(digits) + " of " + podium::quoted(component.id),
                 "a whole number below " + std::to_string(component.values.size()) + ", its count of values");
  }

  /// "0:4:1" as the values of these components.
  Result<std::vector<std::string>> read_key(std::string_view key, const Components& components) const {
    std::vector<std::string> cells;
    std::string_view rest = key;
    for (const Component& component : components) {
      const std::size_t end = std::min(rest.find(':'), rest.size());
      TRY(std::string cell, at_position(component, rest.substr(0, end)));
      cells.push_back(std::move(cell));
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    const auto colons = static_cast<std::size_t>(std::ranges::count(key, ':'));
    if (colons + 1 == std::max<std::size_t>(components.size(), 1)) return cells;
    return wrong("key " + podium::quoted(key), std::to_string(components.size()) + " positions with ':' between");
  }

  /// Components that stand in a list one behind the other; what is missing at its end is empty.
  Result<std::vector<std::string>> read_cells(const JsonList* list, std::size_t from,
                                              const Components& components) const {
    std::vector<std::string> cells;
    for (std::size_t i = 0; i < components.size(); ++i) {
      const bool is_held = list != nullptr && from + i < list->size();
      TRY(std::string cell, resolved(components[i], is_held ? (*list)[from + i] : JsonValue{JsonNull{}}));
      cells.push_back(std::move(cell));
    }
    return cells;
  }

  Result<bool> read_observations(const JsonValue& holder, const Layout& layout,
                                 const std::vector<std::string>& before) {
    const JsonValue* const observations = holder.find("observations");
    if (observations == nullptr) return true;
    if (observations->members() == nullptr) return wrong("'observations' that are no object", "an object by keys");
    for (const auto& [key, values] : *observations->members()) {
      if (values.list() == nullptr)
        return wrong("observation " + podium::quoted(key) + ", no list", "a list of values");
      std::vector<std::string> row = before;
      TRY(std::vector<std::string> dimensions, read_key(key, layout.observation));
      TRY(std::vector<std::string> measures, read_cells(values.list(), 0, layout.measures));
      TRY(std::vector<std::string> attributes, read_cells(values.list(), layout.measures.size(), layout.attributes));
      for (std::vector<std::string>* part : {&dimensions, &measures, &attributes}) {
        row.insert(row.end(), std::make_move_iterator(part->begin()), std::make_move_iterator(part->end()));
      }
      table_.rows.push_back(std::move(row));
    }
    return true;
  }

  Result<bool> read_series(const JsonValue& set, const Layout& layout, const std::vector<std::string>& before) {
    const JsonValue* const series = set.find("series");
    if (series == nullptr) return true;
    if (series->members() == nullptr) return wrong("'series' that are no object", "an object by keys");
    for (const auto& [key, one] : *series->members()) {
      std::vector<std::string> cells = before;
      TRY(const std::vector<std::string> dimensions, read_key(key, layout.series));
      TRY(const std::vector<std::string> attributes,
          read_cells(list_at(&one, "attributes"), 0, layout.series_attributes));
      cells.insert(cells.end(), dimensions.begin(), dimensions.end());
      cells.insert(cells.end(), attributes.begin(), attributes.end());
      TRY([[maybe_unused]] const bool is_read, read_observations(one, layout, cells));
    }
    return true;
  }

  Result<bool> read_set(const JsonValue& set) {
    const JsonValue* const structure = structure_of(set);
    if (structure == nullptr) return wrong("a data set without a structure", "the position of one of 'structures'");
    const std::string* const action = set.text_of("action");
    if (action != nullptr && *action == "Delete") return wrong("a data set that deletes", "one that states figures");
    TRY(const Layout layout, read_layout(*structure));
    table_.columns = layout.columns();
    std::vector<std::string> cells;
    for (const Component& component : layout.constant) {
      if (component.values.size() != 1) return wrong("dimension " + podium::quoted(component.id), "one value");
      cells.push_back(component.values.front());
    }
    TRY(const std::vector<std::string> attributes,
        read_cells(list_at(&set, "attributes"), 0, layout.data_set_attributes));
    cells.insert(cells.end(), attributes.begin(), attributes.end());
    TRY([[maybe_unused]] const bool is_read, read_series(set, layout, cells));
    if (!layout.series.empty()) return true;
    cells.resize(cells.size() + layout.series_attributes.size());
    return read_observations(set, layout, cells);
  }

  const JsonValue* data_;
  const std::string& file_;
  RawTable table_{};
};

}  // namespace

bool is_sdmx_data(const JsonValue& document) { return list_at(document.find("data"), "dataSets") != nullptr; }

Result<RawTable> read_sdmx_data(const JsonValue& document, const std::string& file, const std::string& name) {
  TRY(const RawTable table, DataReader(document, file, name).read());
  return figures_from_sdmx(table);
}

}  // namespace podium
