# podium_precompile(target [header...]): parses what nearly every file of the target includes once instead of for each
# file, if PODIUM_PRECOMPILED_HEADERS is on. The sanitizers' presets turn it on, where it shortens the build; the
# release build leaves it off, so that a file that forgets an include is found.
option(PODIUM_PRECOMPILED_HEADERS "Parse common headers once for each target" OFF)

if(PODIUM_PRECOMPILED_HEADERS AND PODIUM_CCACHE)
  # ccache keeps files with precompiled headers only if it is told not to look for what they define.
  set(CMAKE_CXX_COMPILER_LAUNCHER
    "${CMAKE_COMMAND};-E;env;CCACHE_SLOPPINESS=pch_defines,time_macros;${PODIUM_CCACHE}")
  if(CMAKE_CXX_COMPILER_ID MATCHES "Clang")
    add_compile_options("SHELL:-Xclang -fno-pch-timestamp")
  endif()
endif()

function(podium_precompile target)
  if(NOT PODIUM_PRECOMPILED_HEADERS)
    return()
  endif()
  target_precompile_headers(${target} PRIVATE
    <algorithm> <array> <cmath> <cstdint> <functional> <limits> <map> <memory> <optional> <ranges> <span> <string>
    <string_view> <utility> <variant> <vector> ${ARGN})
endfunction()
