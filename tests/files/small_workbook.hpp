#pragma once

#include <string>
#include <utility>
#include <vector>

#include <archive.h>
#include <archive_entry.h>
#include <doctest/doctest.h>

/// Workbooks made part by part, as a test needs them: also such as no program would write.
namespace podium::testing {

/// Names and contents, in the order of the archive.
using Parts = std::vector<std::pair<std::string, std::string>>;

inline std::string zipped(const Parts& parts) {
  std::string bytes(1 << 20, '\0');
  for (const auto& [name, text] : parts) bytes.resize(bytes.size() + text.size());
  std::size_t used = 0;
  archive* const zip = archive_write_new();
  REQUIRE(archive_write_set_format_zip(zip) == ARCHIVE_OK);
  REQUIRE(archive_write_open_memory(zip, bytes.data(), bytes.size(), &used) == ARCHIVE_OK);
  for (const auto& [name, text] : parts) {
    archive_entry* const entry = archive_entry_new();
    archive_entry_set_pathname(entry, name.c_str());
    archive_entry_set_size(entry, static_cast<la_int64_t>(text.size()));
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_perm(entry, 0644);
    REQUIRE(archive_write_header(zip, entry) == ARCHIVE_OK);
    REQUIRE(archive_write_data(zip, text.data(), text.size()) == static_cast<la_ssize_t>(text.size()));
    archive_entry_free(entry);
  }
  REQUIRE(archive_write_close(zip) == ARCHIVE_OK);
  archive_write_free(zip);
  bytes.resize(used);
  return bytes;
}

/// The content of a part; a test replaces it.
inline std::string& part(Parts& parts, const std::string& name) {
  for (auto& [other, text] : parts) {
    if (other == name) return text;
  }
  return parts.emplace_back(name, "").second;
}

/// A workbook of one sheet "Data" with these rows (the content of sheetData).
inline Parts workbook_of(const std::string& rows, const std::string& shared_strings = "",
                         const std::string& formats = "") {
  const std::string relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
  const std::string package = "http://schemas.openxmlformats.org/package/2006/relationships";
  const std::string main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  return {{"[Content_Types].xml", R"(<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>)"},
          {"_rels/.rels", R"(<Relationships xmlns=")" + package + R"("><Relationship Id="rId1" Type=")" + relation +
                              R"(officeDocument" Target="xl/workbook.xml"/></Relationships>)"},
          {"xl/workbook.xml",
           R"(<?xml version="1.0" encoding="UTF-8"?><workbook xmlns=")" + main +
               R"(" xmlns:r="x"><sheets><sheet name="Data" sheetId="1" r:id="rId1"/></sheets></workbook>)"},
          {"xl/_rels/workbook.xml.rels",
           R"(<Relationships xmlns=")" + package + R"("><Relationship Id="rId1" Type=")" + relation +
               R"(worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type=")" + relation +
               R"(sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId3" Type=")" + relation +
               R"(styles" Target="styles.xml"/></Relationships>)"},
          {"xl/worksheets/sheet1.xml",
           R"(<worksheet xmlns=")" + main + R"("><sheetData>)" + rows + R"(</sheetData></worksheet>)"},
          {"xl/sharedStrings.xml", R"(<sst xmlns=")" + main + R"(">)" + shared_strings + "</sst>"},
          {"xl/styles.xml", R"(<styleSheet xmlns=")" + main + R"(">)" + formats + "</styleSheet>"}};
}

/// That the diagnostics say these words.
inline void check_holds(const std::string& text, std::string_view words) {
  CHECK_MESSAGE(text.find(words) != std::string::npos, "'" << words << "' is not in: " << text);
}

}  // namespace podium::testing
