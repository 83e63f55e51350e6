#pragma once

#include <array>
#include <string_view>

/// How the tables of an index stand in an SDMX structure message: a codelist for each of `unit`, `indicator`, `source`
/// and `edition`, the dataflow for `index`, and the data structure for `definition`. What SDMX has no place for, such
/// as weights and the recipe, stands in annotations, so that nothing is lost.
namespace podium {

/// Types of podium's annotations.
inline constexpr std::string_view kCellAnnotation = "PODIUM_COLUMN";      ///< id: the column; value: the cell
inline constexpr std::string_view kGroupAnnotation = "PODIUM_GROUP";      ///< id: a further column of `unit`
inline constexpr std::string_view kLineAnnotation = "PODIUM_DEFINITION";  ///< id: file; title: line; value: its text

/// Which columns of a table are the parts of an SDMX item; an empty name: none. A column that is none of these stands
/// in an annotation of the item.
struct SdmxItemColumns {
  std::string_view table;
  std::string_view codelist;  ///< empty: the item is the dataflow
  std::string_view english;   ///< name of the codelist
  std::string_view korean;
  std::string_view id;
  std::string_view name;  ///< in a language that nobody states
  std::string_view name_english;
  std::string_view name_korean;
  std::string_view description_english;
  std::string_view description_korean;
  std::string_view parent;

  bool holds(std::string_view column) const {
    for (const std::string_view part :
         {id, name, name_english, name_korean, description_english, description_korean, parent}) {
      if (!part.empty() && part == column) return true;
    }
    return false;
  }
};

inline constexpr std::array<SdmxItemColumns, 5> kSdmxItems{{
    {"index", "", "", "", "", "", "title.en", "title.ko", "description.en", "description.ko", ""},
    {"unit", "CL_UNIT", "What is ranked", "비교 대상", "code", "", "name.en", "name.ko", "", "", ""},
    {"indicator", "CL_INDICATOR", "Indicators", "지표", "id", "", "title.en", "title.ko", "description.en",
     "description.ko", "parent"},
    {"source", "CL_SOURCE", "Sources", "출처", "id", "title", "", "", "", "", ""},
    {"edition", "CL_EDITION", "Editions", "판", "id", "title", "", "", "", "", ""},
}};

}  // namespace podium
