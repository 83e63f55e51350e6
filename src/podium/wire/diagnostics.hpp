#pragma once

#include <span>
#include <string>

#include "podium/core/diagnostic.hpp"
#include "podium/wire/json_writer.hpp"

namespace podium {

/// An array of
/// {"code","severity","found","expected","nearest","file","line","column","step","node","key","unit","period", "text"};
/// what is not known is left out, `text` is the whole sentence.
void write_diagnostics(JsonWriter& json, std::string_view key, std::span<const Diagnostic> diagnostics);

/// {"diagnostics":[..],"errors":1,"warnings":0}
std::string diagnostics_json(std::span<const Diagnostic> diagnostics);

}  // namespace podium
