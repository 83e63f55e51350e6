# podium_room(NAME room [DEPENDS room...] [LIBRARIES target...] [HEADERS_OF target...] [PURE] [PROGRAM name])
#
# The static library podium_<room>, also called podium::<room>, from src/podium/<room>/*.cpp and one level of folders
# below, so that adding a method is adding a file.
#   DEPENDS      rooms it leans on; whoever links this room sees their headers too
#   LIBRARIES    libraries that it is linked with
#   HEADERS_OF   libraries of which only the headers are used, and only inside the room
#   PURE         built without exceptions: its errors are values, and it builds for WebAssembly
#   PROGRAM      main.cpp of the room becomes this program, at the top of the build directory
function(podium_room)
  cmake_parse_arguments(PARSE_ARGV 0 room "PURE" "NAME;PROGRAM" "DEPENDS;LIBRARIES;HEADERS_OF")
  if(room_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "podium_room(${room_NAME}): unknown arguments ${room_UNPARSED_ARGUMENTS}")
  endif()

  set(base "${PROJECT_SOURCE_DIR}/src/podium/${room_NAME}")
  if(NOT IS_DIRECTORY "${base}")
    message(FATAL_ERROR "The room '${room_NAME}' has no directory src/podium/${room_NAME}")
  endif()
  file(GLOB sources CONFIGURE_DEPENDS "${base}/*.cpp" "${base}/*/*.cpp")
  file(GLOB headers CONFIGURE_DEPENDS "${base}/*.hpp" "${base}/*/*.hpp")
  list(REMOVE_ITEM sources "${base}/main.cpp")

  set(target podium_${room_NAME})
  add_library(${target} STATIC ${sources})
  add_library(podium::${room_NAME} ALIAS ${target})
  set_target_properties(${target} PROPERTIES
    EXPORT_NAME ${room_NAME}
    LINKER_LANGUAGE CXX)
  target_compile_features(${target} PUBLIC cxx_std_20)
  target_sources(${target} PUBLIC
    FILE_SET HEADERS BASE_DIRS "${PROJECT_SOURCE_DIR}/src" FILES ${headers})

  foreach(needed IN LISTS room_DEPENDS)
    if(NOT TARGET podium_${needed})
      message(FATAL_ERROR "The room '${room_NAME}' needs '${needed}', which PODIUM_ROOMS lacks. A build directory keeps "
        "the list it was made with: 'cmake --preset PRESET -U PODIUM_ROOMS' takes today's")
    endif()
  endforeach()
  list(TRANSFORM room_DEPENDS PREPEND podium_ OUTPUT_VARIABLE rooms)
  target_link_libraries(${target} PUBLIC ${rooms} PRIVATE ${room_LIBRARIES})
  foreach(library IN LISTS room_HEADERS_OF)
    target_link_libraries(${target} PRIVATE "$<BUILD_INTERFACE:${library}>")
  endforeach()
  if(room_PURE)
    target_compile_options(${target} PRIVATE -fno-exceptions)
  endif()

  # Not in core itself: a method's header would then mean all of core anew.
  if(room_NAME STREQUAL "core")
    podium_precompile(${target})
  else()
    podium_precompile(${target} "${PROJECT_SOURCE_DIR}/src/podium/core/recipe.hpp")
  endif()

  if(room_PROGRAM)
    add_executable(${room_PROGRAM} "${base}/main.cpp")
    target_link_libraries(${room_PROGRAM} PRIVATE ${target})
    set_target_properties(${room_PROGRAM} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}")
  endif()

  # The tests of a room may read what it writes with the same libraries.
  set_target_properties(${target} PROPERTIES PODIUM_TEST_LIBRARIES "${room_LIBRARIES};${room_HEADERS_OF}")
endfunction()
