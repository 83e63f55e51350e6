#include "podium/wire/diagnostics.hpp"

#include <algorithm>

namespace podium {
namespace {

void write_known(JsonWriter& json, std::string_view key, std::string_view text) {
  if (!text.empty()) json.field(key, text);
}

template <class Count>
void write_known_count(JsonWriter& json, std::string_view key, Count count) {
  if (count != 0) json.field(key, count);
}

void write_diagnostic(JsonWriter& json, const Diagnostic& diagnostic) {
  json.object([&] {
    json.field("code", entry(diagnostic.code).text);
    json.field("severity", diagnostic.severity == Severity::Error ? "error" : "warning");
    write_known(json, "found", diagnostic.found);
    write_known(json, "expected", diagnostic.expected);
    write_known(json, "nearest", diagnostic.nearest);
    write_known(json, "file", diagnostic.place.file);
    write_known_count(json, "line", diagnostic.place.line);
    write_known_count(json, "column", diagnostic.place.column);
    write_known_count(json, "step", diagnostic.subject.step);
    write_known(json, "node", diagnostic.subject.node);
    write_known(json, "key", diagnostic.subject.key);
    write_known(json, "unit", diagnostic.subject.unit);
    write_known(json, "period", diagnostic.subject.period);
    json.field("text", to_text(diagnostic));
  });
}

}  // namespace

void write_diagnostics(JsonWriter& json, std::string_view key, std::span<const Diagnostic> diagnostics) {
  json.array(key, [&] {
    for (const Diagnostic& diagnostic : diagnostics) write_diagnostic(json, diagnostic);
  });
}

std::string diagnostics_json(std::span<const Diagnostic> diagnostics) {
  const auto errors = std::count_if(diagnostics.begin(), diagnostics.end(),
                                    [](const Diagnostic& d) { return d.severity == Severity::Error; });
  JsonWriter json;
  json.object([&] {
    write_diagnostics(json, "diagnostics", diagnostics);
    json.field("errors", errors);
    json.field("warnings", static_cast<std::ptrdiff_t>(diagnostics.size()) - errors);
  });
  return std::move(json).finish();
}

}  // namespace podium
