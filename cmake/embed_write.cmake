# Run as a script by podium_embed: writes the header and the source that hold the files listed in NAMES.
# The bytes are written as numbers, which no compiler limits or reinterprets; a final 0 lets an empty file be an array.
file(READ "${NAMES}" names)

set(arrays "")
set(entries "")
set(number 0)
string(REPEAT "[0-9a-f]" 48 line)
foreach(name IN LISTS names)
  file(SIZE "${BASE}/${name}" size)
  file(READ "${BASE}/${name}" bytes HEX)
  string(REGEX REPLACE "(${line})" "\\1\n" bytes "${bytes}")
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${bytes}")
  string(APPEND arrays "constexpr unsigned char kFile${number}[] = {\n${bytes}0};\n")
  string(APPEND entries "      {\"${name}\", {reinterpret_cast<const char*>(kFile${number}), ${size}}},\n")
  math(EXPR number "${number} + 1")
endforeach()

file(WRITE "${HEADER}" "#pragma once

#include <optional>
#include <span>
#include <string_view>

#ifndef PODIUM_EMBEDDED_FILE
#define PODIUM_EMBEDDED_FILE
namespace podium::embedded {

struct File {
  std::string_view name;
  std::string_view bytes;
};

}  // namespace podium::embedded
#endif

namespace ${NAMESPACE} {

/// The files that the program carries, sorted by name.
std::span<const podium::embedded::File> files();

/// The bytes of the file of that name.
std::optional<std::string_view> find(std::string_view name);

}  // namespace ${NAMESPACE}
")

file(WRITE "${SOURCE}" "#include \"${INCLUDE}\"

namespace ${NAMESPACE} {
namespace {

${arrays}
}  // namespace

std::span<const podium::embedded::File> files() {
  static const podium::embedded::File all[] = {
${entries}  };
  return all;
}

std::optional<std::string_view> find(std::string_view name) {
  for (const auto& file : files()) {
    if (file.name == name) return file.bytes;
  }
  return std::nullopt;
}

}  // namespace ${NAMESPACE}
")
