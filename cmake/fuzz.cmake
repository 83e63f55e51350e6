# fuzz/*_fuzz.cpp: one libFuzzer executable each, under fuzz/ of the build directory. Seeds are fuzz/corpus/<name>/.
if(NOT CMAKE_CXX_COMPILER_ID MATCHES "Clang")
  message(FATAL_ERROR "PODIUM_FUZZ needs clang: use the preset `fuzz`")
endif()

file(GLOB fuzzers CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/fuzz/*_fuzz.cpp")
foreach(source IN LISTS fuzzers)
  get_filename_component(name "${source}" NAME_WE)
  add_executable(${name} "${source}")
  # What comes from outside is parsed in this room, so a fuzzer builds no other that does not need it.
  target_link_libraries(${name} PRIVATE podium_files)
  target_link_options(${name} PRIVATE -fsanitize=fuzzer)
  set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/fuzz")
endforeach()
