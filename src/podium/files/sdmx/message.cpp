#include "podium/files/sdmx/message.hpp"

#include "podium/files/sdmx/components.hpp"
#include "podium/files/sdmx/ids.hpp"

namespace podium {

void write_sdmx_meta(JsonWriter& json, const IndexTables& tables, std::string_view schema) {
  const RawTable& index = tables.table("index");
  const std::string id = index.rows.empty() ? "index" : index.rows.front()[*index.find("id")];
  json.object("meta", [&] {
    json.field("schema", schema);
    json.field("id", sdmx_id(id, SdmxIdKind::Code));
    json.field("test", false);
    json.field("prepared", sdmx_prepared(tables));
    json.array("contentLanguages", [&] {
      json.value("en");
      json.value("ko");
    });
    json.object("sender", [&] { json.field("id", "PODIUM"); });
  });
}

void write_sdmx_text(JsonWriter& json, std::string_view one, std::string_view many, std::string_view english,
                     std::string_view korean, std::string_view instead) {
  const std::string_view best = !english.empty() ? english : !korean.empty() ? korean : instead;
  if (best.empty()) return;
  json.field(one, best);
  if (english.empty() && korean.empty()) return;
  json.object(many, [&] {
    if (!english.empty()) json.field("en", english);
    if (!korean.empty()) json.field("ko", korean);
  });
}

void write_sdmx_name(JsonWriter& json, std::string_view english, std::string_view korean, std::string_view instead) {
  write_sdmx_text(json, "name", "names", english, korean, instead);
}

}  // namespace podium
