#include <algorithm>

#include "podium/files/sdmx/components.hpp"
#include "podium/files/sdmx/ids.hpp"
#include "podium/files/sdmx/items.hpp"
#include "podium/files/sdmx/message.hpp"
#include "podium/files/sdmx/structure.hpp"

namespace podium {
namespace {

using Role = SdmxComponent::Role;

constexpr std::string_view kSchema =
    "https://raw.githubusercontent.com/sdmx-twg/sdmx-json/master/structure-message/tools/schemas/2.0.0/"
    "sdmx-json-structure-schema.json";

void write_annotation(JsonWriter& json, std::string_view type, std::string_view id, std::string_view title,
                      std::string_view value) {
  json.object([&] {
    json.field("id", id);
    if (!title.empty()) json.field("title", title);
    json.field("type", type);
    if (!value.empty()) json.field("value", value);
  });
}

class StructureWriter {
 public:
  explicit StructureWriter(const IndexTables& tables) : tables_(tables) {}

  std::string written() && {
    json_.object([&] {
      write_sdmx_meta(json_, tables_, kSchema);
      json_.object("data", [&] {
        json_.array("dataStructures", [&] { write_data_structure(); });
        json_.array("conceptSchemes", [&] { write_concepts(); });
        json_.array("codelists", [&] { write_codelists(); });
        json_.array("dataflows", [&] { write_dataflow(); });
      });
    });
    return std::move(json_).finish();
  }

 private:
  void write_maintained(std::string_view id) {
    json_.field("id", id);
    json_.field("agencyID", sdmx_agency(tables_));
    json_.field("version", kSdmxVersion);
  }

  // Items of tables

  void write_names(const SdmxItemColumns& columns, const RawTable& table, const std::vector<std::string>& row,
                   std::string_view id) {
    const auto cell = [&](std::string_view column) {
      return column.empty() ? std::string_view() : std::string_view(row[*table.find(column)]);
    };
    if (!columns.name.empty()) {
      json_.field("name", cell(columns.name));
      return;
    }
    write_sdmx_name(json_, cell(columns.name_english), cell(columns.name_korean), id);
    write_sdmx_text(json_, "description", "descriptions", cell(columns.description_english),
                    cell(columns.description_korean), {});
  }

  /// The cells that are no part of the item.
  void write_cells(const SdmxItemColumns& columns, const RawTable& table, const std::vector<std::string>& row) {
    const auto is_annotated = [&](std::size_t i) { return !row[i].empty() && !columns.holds(table.columns[i]); };
    bool any = false;
    for (std::size_t i = 0; i < row.size(); ++i) any = any || is_annotated(i);
    if (!any) return;
    json_.array("annotations", [&] {
      for (std::size_t i = 0; i < row.size(); ++i) {
        if (is_annotated(i)) write_annotation(json_, kCellAnnotation, table.columns[i], {}, row[i]);
      }
    });
  }

  void write_code(const SdmxItemColumns& columns, const RawTable& table, const std::vector<std::string>& row) {
    const SdmxIdKind kind = columns.parent.empty() ? SdmxIdKind::Code : SdmxIdKind::Name;
    const std::string& id = row[*table.find(columns.id)];
    json_.object([&] {
      json_.field("id", sdmx_id(id, kind));
      write_names(columns, table, row, id);
      if (!columns.parent.empty()) {
        const std::string& parent = row[*table.find(columns.parent)];
        if (!parent.empty()) json_.field("parent", sdmx_id(parent, kind));
      }
      write_cells(columns, table, row);
    });
  }

  void write_codelist(const SdmxItemColumns& columns) {
    const RawTable& table = tables_.table(columns.table);
    const std::size_t known = empty_columns(columns.table);
    json_.object([&] {
      write_maintained(columns.codelist);
      write_sdmx_name(json_, columns.english, columns.korean);
      if (table.columns.size() > known) {
        json_.array("annotations", [&] {
          for (std::size_t i = known; i < table.columns.size(); ++i) {
            write_annotation(json_, kGroupAnnotation, table.columns[i], {}, {});
          }
        });
      }
      if (table.rows.empty()) return;
      json_.array("codes", [&] {
        for (const std::vector<std::string>& row : table.rows) write_code(columns, table, row);
      });
    });
  }

  /// How many columns the table has without groups.
  static std::size_t empty_columns(std::string_view table) {
    return std::ranges::find(index_table_infos(), table, &TableInfo::name)->columns.size();
  }

  void write_codelists() {
    for (const SdmxItemColumns& columns : kSdmxItems) {
      if (!columns.codelist.empty()) write_codelist(columns);
    }
    json_.object([&] {
      write_maintained("CL_OBS_STATUS");
      write_sdmx_name(json_, "Observation status", "관측값 상태");
      json_.array("codes", [&] {
        for (const SdmxStatus& status : kSdmxStatuses) {
          json_.object([&] {
            json_.field("id", status.code);
            write_sdmx_name(json_, status.english, status.korean);
          });
        }
      });
    });
  }

  void write_dataflow() {
    const RawTable& table = tables_.table("index");
    json_.object([&] {
      write_maintained(kSdmxFlow);
      if (table.rows.empty()) {
        json_.field("name", kSdmxFlow);
      } else {
        write_names(kSdmxItems.front(), table, table.rows.front(), kSdmxFlow);
      }
      json_.field("structure", sdmx_urn(tables_, "datastructure.DataStructure", kSdmxFlow));
      if (!table.rows.empty()) write_cells(kSdmxItems.front(), table, table.rows.front());
    });
  }

  // Concepts and data structure

  void write_concepts() {
    json_.object([&] {
      write_maintained(kSdmxConcepts);
      write_sdmx_name(json_, "Concepts", "개념");
      json_.array("concepts", [&] {
        for (const SdmxComponent& component : kSdmxComponents) {
          json_.object([&] {
            json_.field("id", component.id);
            write_sdmx_name(json_, component.english, component.korean);
          });
        }
      });
    });
  }

  void write_format(std::string_view type) {
    json_.object("localRepresentation", [&] { json_.object("format", [&] { json_.field("dataType", type); }); });
  }

  void write_component(const SdmxComponent& component) {
    json_.field("id", component.id);
    const std::string concepts = sdmx_urn(tables_, "conceptscheme.Concept", kSdmxConcepts);
    json_.field("conceptIdentity", concepts + "." + std::string(component.id));
    if (!component.codelist.empty()) {
      json_.object("localRepresentation",
                   [&] { json_.field("enumeration", sdmx_urn(tables_, "codelist.Codelist", component.codelist)); });
    } else if (component.role == Role::TimeDimension) {
      write_format("ObservationalTimePeriod");
    } else if (component.role == Role::Measure || component.id == "STANDARD_ERROR") {
      write_format("Decimal");
    } else {
      write_format(component.id == "DECIMALS" ? "Integer" : "String");
    }
  }

  void write_attribute(const SdmxComponent& component) {
    const bool is_mandatory = component.id == "OBS_STATUS" || component.id == "SOURCE";
    json_.object([&] {
      write_component(component);
      json_.field("usage", is_mandatory ? "mandatory" : "optional");
      json_.object("attributeRelationship", [&] {
        if (component.id == "UNIT_MEASURE") {
          json_.array("dimensions", [&] { json_.value("INDICATOR"); });
        } else {
          json_.object("observation", [] {});
        }
      });
    });
  }

  void write_dimensions() {
    json_.object("dimensionList", [&] {
      json_.field("id", "DimensionDescriptor");
      json_.array("dimensions", [&] {
        int position = 0;
        for (const SdmxComponent& component : kSdmxComponents) {
          if (component.role != Role::Dimension) continue;
          json_.object([&] {
            write_component(component);
            json_.field("position", position++);
          });
        }
      });
      json_.object("timeDimension", [&] { write_component(*find_sdmx_component("TIME_PERIOD")); });
    });
  }

  void write_data_structure() {
    json_.object([&] {
      write_maintained(kSdmxFlow);
      write_sdmx_name(json_, "Figures by unit, indicator, edition and period", "대상·지표·판·시점별 수치");
      write_definition();
      json_.object("dataStructureComponents", [&] {
        write_dimensions();
        json_.object("measureList", [&] {
          json_.field("id", "MeasureDescriptor");
          json_.array("measures", [&] {
            json_.object([&] {
              write_component(*find_sdmx_component("OBS_VALUE"));
              // The schema asks for isMandatory, the standard for usage.
              json_.field("isMandatory", false);
              json_.field("usage", "optional");
            });
          });
        });
        json_.object("attributeList", [&] {
          json_.field("id", "AttributeDescriptor");
          json_.array("attributes", [&] {
            for (const SdmxComponent& component : kSdmxComponents) {
              if (component.role == Role::Attribute) write_attribute(component);
            }
          });
        });
      });
    });
  }

  void write_definition() {
    const RawTable& definition = tables_.table("definition");
    if (definition.rows.empty()) return;
    json_.array("annotations", [&] {
      for (const std::vector<std::string>& row : definition.rows) {
        write_annotation(json_, kLineAnnotation, row[0], row[1], row[2]);
      }
    });
  }

  const IndexTables& tables_;
  JsonWriter json_;
};

}  // namespace

std::string sdmx_structure_of(const IndexTables& tables) { return StructureWriter(tables).written(); }

}  // namespace podium
