# What `cmake --install` puts in place: the program, the rooms as static libraries with their headers, and the package
# `podium`, so that another project can say find_package(podium) and link podium::core, podium::model, podium::files.
include(CMakePackageConfigHelpers)

set(package "${CMAKE_INSTALL_LIBDIR}/cmake/podium")
set(libraries ${PODIUM_ROOMS})
list(REMOVE_ITEM libraries cli)
list(TRANSFORM libraries PREPEND podium_)
install(TARGETS ${libraries} EXPORT podiumTargets FILE_SET HEADERS)
if(TARGET podium)
  install(TARGETS podium)
endif()
# DuckDB's library goes into a folder of podium's own: no other program finds this version by accident.
if(TARGET podium::duckdb)
  install(PROGRAMS "${PODIUM_DUCKDB}/libduckdb.so" DESTINATION "${CMAKE_INSTALL_LIBDIR}/podium")
  if(TARGET podium)
    file(RELATIVE_PATH libraries_from_program
      "${CMAKE_INSTALL_FULL_BINDIR}" "${CMAKE_INSTALL_FULL_LIBDIR}/podium")
    set_target_properties(podium PROPERTIES INSTALL_RPATH "$ORIGIN/${libraries_from_program}")
  endif()
endif()
install(EXPORT podiumTargets NAMESPACE podium:: DESTINATION "${package}")

configure_package_config_file(
  "${PROJECT_SOURCE_DIR}/cmake/podiumConfig.cmake.in" "${PROJECT_BINARY_DIR}/podiumConfig.cmake"
  INSTALL_DESTINATION "${package}")
write_basic_package_version_file(
  "${PROJECT_BINARY_DIR}/podiumConfigVersion.cmake" COMPATIBILITY SameMinorVersion)
install(FILES "${PROJECT_BINARY_DIR}/podiumConfig.cmake" "${PROJECT_BINARY_DIR}/podiumConfigVersion.cmake"
  DESTINATION "${package}")
install(FILES "${PROJECT_SOURCE_DIR}/LICENSE" "${PROJECT_SOURCE_DIR}/NOTICE" DESTINATION "${CMAKE_INSTALL_DOCDIR}")
