#pragma once

#include <string_view>

#include "podium/files/exchange/index_tables.hpp"
#include "podium/wire/json_writer.hpp"

/// What SDMX-JSON messages of every kind have in common.
namespace podium {

/// "meta": which schema the message follows, of which index it is, when it was prepared (see sdmx_prepared).
void write_sdmx_meta(JsonWriter& json, const IndexTables& tables, std::string_view schema);

/// A text in both languages: `one`, the one that fits best, and `many`, each by its language. Where both are missing,
/// `instead` stands for the best one; nothing is written if that is empty too.
void write_sdmx_text(JsonWriter& json, std::string_view one, std::string_view many, std::string_view english,
                     std::string_view korean, std::string_view instead);

/// "name" and "names".
void write_sdmx_name(JsonWriter& json, std::string_view english, std::string_view korean,
                     std::string_view instead = {});

}  // namespace podium
