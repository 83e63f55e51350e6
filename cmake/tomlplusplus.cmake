# toml++ as headers only and with its errors as values. The packaged library is built with exceptions and lacks the
# functions of the other form.
include_guard(GLOBAL)
find_path(PODIUM_TOML_INCLUDE toml++/toml.h REQUIRED)
add_library(podium_tomlplusplus INTERFACE IMPORTED GLOBAL)
target_include_directories(podium_tomlplusplus INTERFACE "${PODIUM_TOML_INCLUDE}")
target_compile_definitions(podium_tomlplusplus INTERFACE TOML_EXCEPTIONS=0 TOML_HEADER_ONLY=1)
