# The compiler and its flags, the same for every target.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set_property(GLOBAL PROPERTY USE_FOLDERS ON)

if(NOT CMAKE_BUILD_TYPE AND NOT CMAKE_CONFIGURATION_TYPES)
  set(CMAKE_BUILD_TYPE Release CACHE STRING "Release or Debug" FORCE)
endif()

find_program(PODIUM_CCACHE ccache)
if(PODIUM_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER "${PODIUM_CCACHE}")
endif()

find_program(PODIUM_MOLD mold)
if(PODIUM_MOLD)
  add_link_options(-fuse-ld=mold)
endif()

add_compile_options(
  -Wall -Wextra -Wconversion -Wshadow -Wpedantic -Werror
  -ffp-contract=off)  # a fused multiply-add changes last digits, and so ranks at ties, between machines

if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  add_compile_options(
    -Wno-restrict              # g++ 12 sees overlaps in std::string's operator+ that are not there
    -Wno-maybe-uninitialized)  # g++ 12 cannot follow std::optional and std::variant; clang and ASan look instead
elseif(CMAKE_CXX_COMPILER_ID MATCHES "Clang")
  add_compile_options(
    -Wno-deprecated-declarations)  # std::stable_sort of libstdc++ 12 uses std::get_temporary_buffer
endif()
