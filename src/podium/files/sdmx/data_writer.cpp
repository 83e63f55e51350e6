#include <algorithm>
#include <map>
#include <set>

#include "podium/core/number_text.hpp"
#include "podium/files/sdmx/components.hpp"
#include "podium/files/sdmx/data.hpp"
#include "podium/files/sdmx/ids.hpp"
#include "podium/files/sdmx/message.hpp"

namespace podium {
namespace {

using Role = SdmxComponent::Role;

constexpr std::string_view kSchema =
    "https://raw.githubusercontent.com/sdmx-twg/sdmx-json/master/data-message/tools/schemas/2.0.0/"
    "sdmx-json-data-schema.json";

/// Follows from the indicator alone, so that it stands at a group of observations.
constexpr std::string_view kGrouped = "UNIT_MEASURE";

/// Values of a component in the order of their first use, so that the same figures give the same bytes.
class Values {
 public:
  std::size_t add(const std::string& text) {
    const auto [found, is_new] = positions_.emplace(text, texts_.size());
    if (is_new) texts_.push_back(text);
    return found->second;
  }
  const std::vector<std::string>& texts() const { return texts_; }

 private:
  std::map<std::string, std::size_t, std::less<>> positions_;
  std::vector<std::string> texts_;
};

/// Whether a decimal is a number by RFC 8259 and a reader that keeps whole numbers in 64 bits returns the same digits.
bool is_json_number(std::string_view text) {
  if (!parse_decimal(text) || text == "-0") return false;
  std::string_view digits = text;
  if (digits.front() == '-') digits.remove_prefix(1);
  return digits.front() != '+' && (digits.front() != '0' || digits.size() == 1 || digits[1] < '0' || digits[1] > '9');
}

class DataWriter {
 public:
  explicit DataWriter(const IndexTables& tables) : tables_(tables), observations_(tables.table("observation")) {}

  Result<std::string> written() && {
    if (std::optional<Diagnostic> problem = find_values()) return *std::move(problem);
    json_.object([&] {
      write_sdmx_meta(json_, tables_, kSchema);
      json_.object("data", [&] {
        json_.array("structures", [&] {
          if (!observations_.rows.empty()) write_structure();
        });
        json_.array("dataSets", [&] {
          if (!observations_.rows.empty()) write_data_set();
        });
      });
    });
    return std::move(json_).finish();
  }

 private:
  Values& values_of(const SdmxComponent& component) { return values_[component.id]; }

  const std::string& cell(const std::vector<std::string>& row, std::string_view column) const {
    return row[*observations_.find(column)];
  }

  std::string text_of(const SdmxComponent& component, const std::vector<std::string>& row) const {
    return component.id == "DECIMALS" ? printed_decimals(cell(row, "value")) : cell(row, component.column);
  }

  /// Attributes that some observation has; one without values is not described, since readers look into its list.
  std::vector<const SdmxComponent*> held_attributes() {
    std::vector<const SdmxComponent*> held;
    for (const SdmxComponent& component : kSdmxComponents) {
      const bool is_attribute = component.role == Role::Attribute && component.id != kGrouped;
      if (is_attribute && !values_of(component).texts().empty()) held.push_back(&component);
    }
    return held;
  }

  /// "0:4:1:7"
  std::string key_of(const std::vector<std::string>& row) {
    std::string key;
    for (const SdmxComponent& component : kSdmxComponents) {
      if (component.role != Role::Dimension && component.role != Role::TimeDimension) continue;
      key += (key.empty() ? "" : ":") + std::to_string(values_of(component).add(cell(row, component.column)));
    }
    return key;
  }

  std::optional<Diagnostic> find_values() {
    std::set<std::string, std::less<>> keys;
    for (const std::vector<std::string>& row : observations_.rows) {
      if (!keys.insert(key_of(row)).second) {
        return Diagnostic{.code = Code::DuplicateObservation,
                          .found = "a second figure of " + podium::quoted(row[0]) + ", " + podium::quoted(row[1]) +
                                   ", " + podium::quoted(row[2]) + ", " + podium::quoted(row[3]),
                          .expected = "one for each unit, indicator, period and edition"};
      }
      for (const SdmxComponent& component : kSdmxComponents) {
        if (component.role != Role::Attribute || component.id == kGrouped) continue;
        const std::string text = text_of(component, row);
        if (!text.empty()) values_of(component).add(text);
      }
    }
    for (const std::string& indicator : values_["INDICATOR"].texts()) {
      const std::string measure(unit_of_measure_in(tables_, indicator));
      if (!measure.empty()) values_[kGrouped].add(measure);
    }
    return std::nullopt;
  }

  void write_links() {
    json_.array("links", [&] {
      json_.object([&] {
        json_.field("urn", sdmx_urn(tables_, "datastructure.Dataflow", kSdmxFlow));
        json_.field("rel", "dataflow");
      });
    });
  }

  // Structure

  /// The cell of a table's row that begins with this id; empty if there is none.
  std::string_view cell_at(std::string_view name, std::string_view id, std::string_view column) const {
    const RawTable& table = tables_.table(name);
    const auto row = std::ranges::find_if(table.rows, [&](const auto& cells) { return cells[0] == id; });
    return row != table.rows.end() ? std::string_view((*row)[*table.find(column)]) : std::string_view();
  }

  void write_name_of(const SdmxComponent& component, std::string_view id) {
    if (component.id == "REF_AREA") {
      write_sdmx_name(json_, cell_at("unit", id, "name.en"), cell_at("unit", id, "name.ko"), id);
    } else if (component.id == "INDICATOR") {
      write_sdmx_name(json_, cell_at("indicator", id, "title.en"), cell_at("indicator", id, "title.ko"), id);
    } else if (component.id == "EDITION" || component.id == "SOURCE") {
      const std::string_view title = cell_at(component.column, id, "title");
      json_.field("name", title.empty() ? id : title);
    } else {
      const auto status = std::ranges::find(kSdmxStatuses, id, &SdmxStatus::code);
      const bool is_known = component.id == "OBS_STATUS" && status != kSdmxStatuses.end();
      write_sdmx_name(json_, is_known ? status->english : "", is_known ? status->korean : "", id);
    }
  }

  void write_values(const SdmxComponent& component) {
    const std::vector<std::string>& texts = values_of(component).texts();
    if (texts.empty()) return;
    const bool is_coded = !component.codelist.empty() || component.role == Role::TimeDimension;
    const SdmxIdKind kind = component.id == "INDICATOR" ? SdmxIdKind::Name : SdmxIdKind::Code;
    json_.array("values", [&] {
      for (const std::string& text : texts) {
        json_.object([&] {
          if (!is_coded) {
            json_.field("value", text);
            return;
          }
          json_.field("id", sdmx_id(text, kind));
          write_name_of(component, text);
        });
      }
    });
  }

  /// Levels at which nothing stands.
  void write_empty(std::initializer_list<std::string_view> levels) {
    for (const std::string_view level : levels) json_.array(level, [] {});
  }

  void write_dimensions() {
    json_.object("dimensions", [&] {
      write_empty({"dataSet", "series"});
      json_.array("observation", [&] {
        int position = 0;
        for (const SdmxComponent& component : kSdmxComponents) {
          if (component.role != Role::Dimension && component.role != Role::TimeDimension) continue;
          json_.object([&] {
            json_.field("id", component.id);
            write_sdmx_name(json_, component.english, component.korean);
            json_.field("keyPosition", position++);
            json_.array("roles", [&] { json_.value(component.id); });
            write_values(component);
          });
        }
      });
    });
  }

  void write_attribute(const SdmxComponent& component) {
    json_.object([&] {
      json_.field("id", component.id);
      write_sdmx_name(json_, component.english, component.korean);
      json_.object("relationship", [&] {
        if (component.id == kGrouped) {
          json_.array("dimensions", [&] { json_.value("INDICATOR"); });
        } else {
          json_.object("observation", [] {});
        }
      });
      if (component.codelist.empty()) {
        const std::string_view type = component.id == "STANDARD_ERROR" ? "Decimal"
                                      : component.id == "DECIMALS"     ? "Integer"
                                                                       : "String";
        json_.object("format", [&] { json_.field("dataType", type); });
      }
      write_values(component);
    });
  }

  void write_structure() {
    json_.object([&] {
      json_.array("dataSets", [&] { json_.value(0); });
      write_links();
      const RawTable& index = tables_.table("index");
      const std::string id = index.rows.empty() ? std::string() : index.rows.front()[0];
      write_sdmx_name(json_, cell_at("index", id, "title.en"), cell_at("index", id, "title.ko"), kSdmxFlow);
      write_dimensions();
      json_.object("measures", [&] {
        json_.array("observation", [&] {
          json_.object([&] {
            json_.field("id", "OBS_VALUE");
            const SdmxComponent& measure = *find_sdmx_component("OBS_VALUE");
            write_sdmx_name(json_, measure.english, measure.korean);
            json_.object("format", [&] { json_.field("dataType", "Decimal"); });
          });
        });
      });
      json_.object("attributes", [&] {
        write_empty({"dataSet", "series"});
        json_.array("dimensionGroup", [&] {
          if (!values_[kGrouped].texts().empty()) write_attribute(*find_sdmx_component(kGrouped));
        });
        json_.array("observation", [&] {
          for (const SdmxComponent* component : held_attributes()) write_attribute(*component);
        });
      });
    });
  }

  // Data

  /// The unit of measure by indicator: the keys of its group name no other dimension.
  void write_groups() {
    json_.object("dimensionGroupAttributes", [&] {
      const std::vector<std::string>& indicators = values_["INDICATOR"].texts();
      for (std::size_t i = 0; i < indicators.size(); ++i) {
        const std::string measure(unit_of_measure_in(tables_, indicators[i]));
        if (measure.empty()) continue;
        json_.array(":" + std::to_string(i) + "::", [&] { json_.value(values_[kGrouped].add(measure)); });
      }
    });
  }

  void write_value(const std::string& text) {
    if (text.empty()) {
      json_.value(nullptr);
    } else if (is_json_number(text)) {
      json_.digits(text);
    } else {
      json_.value(text);
    }
  }

  /// The position of an attribute's value; null for none.
  void write_position(const SdmxComponent& component, const std::vector<std::string>& row) {
    const std::string text = text_of(component, row);
    if (text.empty()) {
      json_.value(nullptr);
    } else {
      json_.value(values_of(component).add(text));
    }
  }

  void write_data_set() {
    const std::vector<const SdmxComponent*> attributes = held_attributes();
    json_.object([&] {
      json_.field("structure", 0);
      json_.field("action", "Information");
      write_links();
      write_groups();
      json_.object("observations", [&] {
        for (const std::vector<std::string>& row : observations_.rows) {
          json_.array(key_of(row), [&] {
            write_value(cell(row, "value"));
            for (const SdmxComponent* component : attributes) write_position(*component, row);
          });
        }
      });
    });
  }

  const IndexTables& tables_;
  const RawTable& observations_;
  std::map<std::string_view, Values> values_;  ///< by component
  JsonWriter json_;
};

}  // namespace

Result<std::string> sdmx_data_of(const IndexTables& tables) { return DataWriter(tables).written(); }

}  // namespace podium
