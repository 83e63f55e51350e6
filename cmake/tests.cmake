# The tests: one doctest executable per room from tests/<room>/*.cpp, and the checkers written in Python.
# Property tests start from one seed, so that a run can be repeated.
# Labels: the room; `threads` where a room has tests of its parallel parts; `slow` for tests that take more than a few
# seconds; `indices` for the checkers of shipped data.

function(podium_test_environment test)
  set_tests_properties(${test} PROPERTIES
    WORKING_DIRECTORY "${PROJECT_SOURCE_DIR}"
    SKIP_RETURN_CODE 77
    TIMEOUT 600
    ENVIRONMENT "RC_PARAMS=seed=1;PODIUM_SHARED=${PODIUM_SHARED};PODIUM_SOURCE_DIR=${PROJECT_SOURCE_DIR};PODIUM_PROGRAM=${PROJECT_BINARY_DIR}/podium")
endfunction()

# One executable and one test of it. The sources stand behind the three names.
function(podium_add_test_program test room target)
  add_executable(${target} ${ARGN})
  get_target_property(libraries podium_${room} PODIUM_TEST_LIBRARIES)
  target_link_libraries(${target} PRIVATE podium_${room} podium_testing ${libraries})
  # What a pure room asks of optimisers is tested with those of a native build.
  if(room MATCHES "^(stress|reason)$" AND TARGET podium_solve)
    target_link_libraries(${target} PRIVATE podium_solve)
  endif()
  # A test is compiled for one run: what it tests is optimised, it is not, unless it calculates much itself.
  target_compile_options(${target} PRIVATE "$<$<CONFIG:Release>:-O1>")
  if(NOT room MATCHES "^(core|solve|stress|reason)$")
    target_compile_options(${target} PRIVATE "$<$<CONFIG:Debug>:-O0>")
  endif()
  podium_precompile(${target} <doctest/doctest.h> "${PROJECT_SOURCE_DIR}/src/podium/core/recipe.hpp")
  set_target_properties(${target} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/tests")
  add_test(NAME ${test} COMMAND ${target} --no-version)
  podium_test_environment(${test})
  set_tests_properties(${test} PROPERTIES LABELS ${room})
endfunction()

# The tests of parallel parts, in files *parallel_test.cpp and *threads_test.cpp, are a program of their own, so that a
# search for data races builds no other.
function(podium_add_room_tests room)
  set(base "${PROJECT_SOURCE_DIR}/tests/${room}")
  file(GLOB sources CONFIGURE_DEPENDS "${base}/*.cpp" "${base}/*/*.cpp")
  if(NOT sources)
    return()
  endif()
  set(threaded ${sources})
  list(FILTER threaded INCLUDE REGEX "(parallel|threads)_test\\.cpp$")
  if(threaded)
    set(shared ${sources})
    list(FILTER shared EXCLUDE REGEX "_test\\.cpp$")
    list(REMOVE_ITEM sources ${threaded})
    podium_add_test_program(${room}.threads ${room} podium_${room}_threads_tests ${threaded} ${shared})
    set_tests_properties(${room}.threads PROPERTIES LABELS "${room};threads")
    add_dependencies(podium_threaded_tests podium_${room}_threads_tests)
  endif()
  # Files *_slow_test.cpp too, so that nobody waits for them who works on something else.
  set(slow ${sources})
  list(FILTER slow INCLUDE REGEX "_slow_test\\.cpp$")
  if(slow)
    list(REMOVE_ITEM sources ${slow})
    podium_add_test_program(${room}.slow ${room} podium_${room}_slow_tests ${slow})
    set_tests_properties(${room}.slow PROPERTIES LABELS "${room};slow")
  endif()
  podium_add_test_program(${room} ${room} podium_${room}_tests ${sources})
endfunction()

function(podium_add_python_tests label)
  file(GLOB scripts CONFIGURE_DEPENDS ${ARGN})
  foreach(script IN LISTS scripts)
    get_filename_component(name "${script}" NAME_WE)
    add_test(NAME ${label}.${name} COMMAND Python3::Interpreter "${script}")
    podium_test_environment(${label}.${name})
    set_tests_properties(${label}.${name} PROPERTIES LABELS "${label};python")
  endforeach()
endfunction()

# The golden runner compares podium with a folder of another tool's results: podium_golden DIR, or `make golden`.
function(podium_add_golden_runner)
  foreach(room core solve stress model audit)
    if(NOT TARGET podium_${room})
      return()
    endif()
  endforeach()
  file(GLOB sources CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/tests/golden/*.cpp")
  add_executable(podium_golden ${sources})
  target_include_directories(podium_golden PRIVATE "${PROJECT_SOURCE_DIR}/tests")
  target_compile_options(podium_golden PRIVATE "$<$<CONFIG:Release>:-O1>")
  target_link_libraries(podium_golden PRIVATE podium_audit podium_stress podium_solve nlohmann_json::nlohmann_json)
  set_target_properties(podium_golden PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/tests")

  add_test(NAME golden COMMAND podium_golden "${PODIUM_SHARED}/golden/coinr" --may-be-absent)
  podium_test_environment(golden)
  set_tests_properties(golden PROPERTIES LABELS golden)
  podium_add_python_tests(golden "${PROJECT_SOURCE_DIR}/tests/golden/*_test.py")
  set_tests_properties(golden.runner_test golden.random_draws_test PROPERTIES
    ENVIRONMENT "PODIUM_SHARED=${PODIUM_SHARED};PODIUM_GOLDEN=$<TARGET_FILE:podium_golden>")
endfunction()

# Its likeness for the readers of texts: podium_golden_claims DIR, or `make golden-claims`.
function(podium_add_golden_claims_runner)
  if(NOT TARGET podium_files)
    return()
  endif()
  file(GLOB sources CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/tests/golden_claims/*.cpp")
  add_executable(podium_golden_claims ${sources})
  target_include_directories(podium_golden_claims PRIVATE "${PROJECT_SOURCE_DIR}/tests")
  target_compile_options(podium_golden_claims PRIVATE "$<$<CONFIG:Release>:-O1>")
  target_link_libraries(podium_golden_claims PRIVATE podium_files nlohmann_json::nlohmann_json)
  set_target_properties(podium_golden_claims PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/tests")

  add_test(NAME golden_claims COMMAND podium_golden_claims "${PODIUM_SHARED}/golden/claims"
    --index "${PROJECT_SOURCE_DIR}/indices/ai-competitiveness"
    --floors "${PROJECT_SOURCE_DIR}/tests/golden_claims/floors.csv" --may-be-absent)
  podium_test_environment(golden_claims)
  set_tests_properties(golden_claims PROPERTIES LABELS golden)
endfunction()

function(podium_add_tests)
  find_package(doctest REQUIRED)
  find_package(rapidcheck REQUIRED)
  find_package(nlohmann_json REQUIRED)
  find_package(Python3 REQUIRED COMPONENTS Interpreter)

  add_library(podium_testing STATIC
    "${PROJECT_SOURCE_DIR}/tests/main.cpp" "${PROJECT_SOURCE_DIR}/tests/support/shared.cpp")
  target_include_directories(podium_testing PUBLIC "${PROJECT_SOURCE_DIR}/tests")
  target_link_libraries(podium_testing PUBLIC doctest::doctest rapidcheck nlohmann_json::nlohmann_json)
  add_custom_target(podium_threaded_tests)

  foreach(room IN LISTS PODIUM_ROOMS)
    podium_add_room_tests(${room})
    podium_add_python_tests(${room} "${PROJECT_SOURCE_DIR}/tests/${room}/*_test.py")
  endforeach()
  if(PODIUM_GOLDEN)
    podium_add_golden_runner()
    podium_add_golden_claims_runner()
  endif()
  podium_add_python_tests(tree "${PROJECT_SOURCE_DIR}/tests/*_test.py")
  podium_add_python_tests(indices "${PROJECT_SOURCE_DIR}/tests/indices/check_*.py")
endfunction()
