# podium_embed(target NAMESPACE namespace HEADER header BASE directory FILES pattern...)
#
# Puts data files into `target`, byte for byte. Patterns are relative to BASE; one with a star looks into folders
# too, and one that finds no file is an error. The sources of `target` include the generated HEADER:
#   namespace podium::embedded { struct File { std::string_view name; std::string_view bytes; }; }
#   namespace <namespace> {
#   std::span<const podium::embedded::File> files();                    // sorted by name, which is relative to BASE
#   std::optional<std::string_view> find(std::string_view name);        // the bytes of one file
#   }
set(PODIUM_EMBED_SCRIPT "${CMAKE_CURRENT_LIST_DIR}/embed_write.cmake")

function(podium_embed target)
  cmake_parse_arguments(PARSE_ARGV 1 embed "" "NAMESPACE;HEADER;BASE" "FILES")

  set(names)
  set(paths)
  foreach(pattern IN LISTS embed_FILES)
    if(pattern MATCHES "\\*")
      file(GLOB_RECURSE found CONFIGURE_DEPENDS RELATIVE "${embed_BASE}" "${embed_BASE}/${pattern}")
    else()
      file(GLOB found CONFIGURE_DEPENDS RELATIVE "${embed_BASE}" "${embed_BASE}/${pattern}")
    endif()
    if(NOT found)
      message(FATAL_ERROR "${target} embeds '${pattern}', and ${embed_BASE} has no such file")
    endif()
    list(APPEND names ${found})
  endforeach()
  list(REMOVE_DUPLICATES names)
  list(SORT names COMPARE STRING)
  foreach(name IN LISTS names)
    if(NOT name MATCHES "^[A-Za-z0-9._/-]+$")
      message(FATAL_ERROR "${target} embeds '${name}': use letters, digits and ._- in the names of such files")
    endif()
    list(APPEND paths "${embed_BASE}/${name}")
  endforeach()

  set(include "${PROJECT_BINARY_DIR}/generated/${target}")
  set(header "${include}/${embed_HEADER}")
  string(REGEX REPLACE "\\.hpp$" ".cpp" source "${header}")
  # The list of names is a file, so that a file which goes away changes the output too.
  file(CONFIGURE OUTPUT "${source}.names" CONTENT "${names}" @ONLY)
  add_custom_command(
    OUTPUT "${header}" "${source}"
    COMMAND "${CMAKE_COMMAND}"
      "-DBASE=${embed_BASE}" "-DNAMES=${source}.names" "-DNAMESPACE=${embed_NAMESPACE}"
      "-DINCLUDE=${embed_HEADER}" "-DHEADER=${header}" "-DSOURCE=${source}"
      -P "${PODIUM_EMBED_SCRIPT}"
    DEPENDS ${paths} "${source}.names" "${PODIUM_EMBED_SCRIPT}"
    COMMENT "Embedding files into ${target}"
    VERBATIM)
  target_sources(${target} PRIVATE "${header}" "${source}")
  target_include_directories(${target} PRIVATE "${include}")
endfunction()
