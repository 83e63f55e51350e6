# podium::duckdb, the library that scripts/fetch_duckdb.sh has put into third_party/duckdb. Its C++ interface changes
# from version to version and costs seconds in every file; only the C header is there.
include_guard(GLOBAL)
set(PODIUM_DUCKDB "${PROJECT_SOURCE_DIR}/third_party/duckdb" CACHE PATH "Where libduckdb.so and duckdb.h are")
foreach(file libduckdb.so duckdb.h)
  if(NOT EXISTS "${PODIUM_DUCKDB}/${file}")
    message(FATAL_ERROR "${PODIUM_DUCKDB}/${file} is missing: run 'make setup'")
  endif()
endforeach()

add_library(podium::duckdb SHARED IMPORTED GLOBAL)
set_target_properties(podium::duckdb PROPERTIES
  IMPORTED_LOCATION "${PODIUM_DUCKDB}/libduckdb.so"
  IMPORTED_SONAME libduckdb.so
  INTERFACE_INCLUDE_DIRECTORIES "${PODIUM_DUCKDB}")
