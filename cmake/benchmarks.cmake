# bench/*_bench.cpp: one Google Benchmark executable each, under bench/ of the build directory. Built on request only:
# `cmake --build build/release --target podium_benchmarks`, or `make bench`.
find_package(benchmark QUIET)
if(NOT benchmark_FOUND)
  return()
endif()

add_custom_target(podium_benchmarks)
file(GLOB benchmarks CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/bench/*_bench.cpp")
foreach(source IN LISTS benchmarks)
  get_filename_component(name "${source}" NAME_WE)
  add_executable(${name} EXCLUDE_FROM_ALL "${source}")
  foreach(room IN LISTS PODIUM_ROOMS)
    target_link_libraries(${name} PRIVATE podium_${room})
  endforeach()
  target_link_libraries(${name} PRIVATE benchmark::benchmark_main)
  set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/bench")
  add_dependencies(podium_benchmarks ${name})
endforeach()
