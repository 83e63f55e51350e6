#include "podium/cli/command.hpp"

namespace podium {

Diagnostic bad_usage(std::string found, std::string expected, std::string_view nearest) {
  Diagnostic diagnostic;
  diagnostic.code = Code::InvalidUsage;
  diagnostic.found = std::move(found);
  diagnostic.expected = std::move(expected);
  diagnostic.nearest = nearest;
  return diagnostic;
}

}  // namespace podium
