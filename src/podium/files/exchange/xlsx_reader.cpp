#include "podium/files/exchange/xlsx_reader.hpp"

#include <algorithm>
#include <map>

#include "podium/files/exchange/csv_tables.hpp"
#include "podium/files/exchange/xlsx_sheet.hpp"
#include "podium/files/exchange/zip_archive.hpp"

namespace podium {
namespace {

constexpr std::size_t kMostPartBytes = std::size_t{256} << 20U;
constexpr std::string_view kZip = "PK\x03\x04";
constexpr std::string_view kOle = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

/// "EncryptedPackage" as the directory of an OLE file spells it, in UTF-16.
bool has_encrypted_package(std::string_view bytes) {
  std::string name;
  for (const char c : std::string_view("EncryptedPackage")) name += {c, '\0'};
  return bytes.find(name) != std::string_view::npos;
}

Diagnostic other_kind(const std::string& file, std::string found, std::string expected) {
  return {.code = Code::Syntax, .found = std::move(found), .expected = std::move(expected), .place = {file, 0, 0}};
}

/// What the file is if it is no ZIP archive.
std::optional<Diagnostic> check_kind(std::string_view bytes, const std::string& file) {
  if (bytes.starts_with(kZip)) return std::nullopt;
  if (bytes.empty()) {
    return Diagnostic{
        .code = Code::EmptyFile, .found = "an empty file", .expected = "a workbook (.xlsx)", .place = {file, 0, 0}};
  }
  if (!bytes.starts_with(kOle)) return other_kind(file, "a file that is no workbook", "a workbook (.xlsx)");
  if (has_encrypted_package(bytes)) {
    return other_kind(file, "a workbook with a password", "the workbook saved without one");
  }
  return other_kind(file, "a workbook in the old form of Excel (.xls)", "the workbook saved as .xlsx");
}

/// A part of the workbook that another one names.
struct Relation {
  std::string type;  ///< the last word of its address: "worksheet"
  std::string target;
  bool is_external;
};
using Relations = std::map<std::string, Relation, std::less<>>;

std::string folder_of(std::string_view part) {
  const std::size_t slash = part.rfind('/');
  return std::string(slash == std::string_view::npos ? "" : part.substr(0, slash + 1));
}

class WorkbookReader {
 public:
  explicit WorkbookReader(ZipArchive archive) : archive_(std::move(archive)) {}

  Result<std::vector<Sheet>> read() {
    if (auto problem = check_content()) return *std::move(problem);
    TRY(const std::string workbook, find_workbook());
    folder_ = folder_of(workbook);
    TRY(relations_, read_relations(folder_ + "_rels/" + workbook.substr(folder_.size()) + ".rels"));
    TRY(const std::string xml, archive_.read(workbook, kMostTreeBytes));
    pugi::xml_document tree;
    TRY(const pugi::xml_node root, parse_part(tree, xml, place_of(workbook)));
    const std::string_view base = child_named(root, "workbookPr").attribute("date1904").value();
    if (base == "1" || base == "true") values_.dates = DateSystem::From1904;
    TRY(const bool values_are_read, read_values());
    return values_are_read ? read_all(child_named(root, "sheets")) : std::vector<Sheet>();
  }

 private:
  std::string place_of(std::string_view part) const { return archive_.file() + ", " + std::string(part); }

  std::optional<Diagnostic> check_content() const {
    const std::string& file = archive_.file();
    if (archive_.has("[Content_Types].xml")) {
      if (!archive_.has("xl/workbook.bin")) return std::nullopt;
      return other_kind(file, "a binary workbook (.xlsb)", "the workbook saved as .xlsx");
    }
    if (archive_.has("mimetype")) {
      return other_kind(file, "a file in the OpenDocument form (.ods)", "the spreadsheet saved as .xlsx");
    }
    return other_kind(file, "a ZIP archive that is no workbook", "a workbook (.xlsx)");
  }

  Result<Relations> read_relations(const std::string& part) {
    TRY(const std::string xml, archive_.read(part, kMostTreeBytes));
    pugi::xml_document tree;
    TRY(const pugi::xml_node root, parse_part(tree, xml, place_of(part)));
    Relations relations;
    for (const pugi::xml_node& node : root.children()) {
      const std::string_view type = node.attribute("Type").value();
      relations.emplace(node.attribute("Id").value(),
                        Relation{std::string(type.substr(type.rfind('/') + 1)), node.attribute("Target").value(),
                                 std::string_view(node.attribute("TargetMode").value()) == "External"});
    }
    return relations;
  }

  Result<std::string> find_workbook() {
    TRY(const Relations relations, read_relations("_rels/.rels"));
    for (const auto& [id, relation] : relations) {
      if (relation.type == "officeDocument") return part_of(relation, "");
    }
    return other_kind(archive_.file(), "no workbook in the file", "a workbook (.xlsx)");
  }

  /// The name of the part; no way leads out of the archive.
  Result<std::string> part_of(const Relation& relation, const std::string& folder) const {
    const std::string& target = relation.target;
    if (relation.is_external || target.find("..") != std::string::npos || target.find(':') != std::string::npos) {
      return Diagnostic{.code = Code::PathOutside,
                        .found = "a part " + podium::quoted(target) + ", which is not in the workbook",
                        .expected = "a workbook that holds its parts itself",
                        .place = {archive_.file(), 0, 0}};
    }
    return target.starts_with("/") ? target.substr(1) : folder + target;
  }

  /// The bytes of the first part of that type; empty if there is none.
  Result<std::string> read_typed(std::string_view type, std::size_t most_bytes, std::string& part) {
    for (const auto& [id, relation] : relations_) {
      if (relation.type != type) continue;
      TRY(part, part_of(relation, folder_));
      return archive_.read(part, most_bytes);
    }
    return std::string();
  }

  Result<bool> read_values() {
    std::string part;
    TRY(const std::string styles, read_typed("styles", kMostTreeBytes, part));
    if (!styles.empty()) {
      TRY(values_.shows_a_date, read_date_formats(styles, place_of(part)));
    }
    TRY(const std::string strings, read_typed("sharedStrings", kMostPartBytes, part));
    if (!strings.empty()) {
      TRY(values_.texts, read_shared_strings(strings, place_of(part), SheetBudget().bytes));
    }
    return true;
  }

  Result<std::vector<Sheet>> read_all(const pugi::xml_node& list) {
    std::vector<Sheet> sheets;
    Problems problems;
    for (const pugi::xml_node& entry : list.children()) {
      if (local_name(entry) != "sheet") continue;
      if (sheets.size() == kMostSheets) {
        return Diagnostic{.code = Code::TooLarge,
                          .found = "more than " + std::to_string(kMostSheets) + " sheets",
                          .expected = "a workbook with fewer",
                          .place = {archive_.file(), 0, 0}};
      }
      TRY(const Relation relation, relation_of(entry));
      if (relation.type != "worksheet") continue;
      TRY(const std::string part, part_of(relation, folder_));
      TRY(const std::string xml, archive_.read(part, kMostPartBytes));
      Sheet& sheet = sheets.emplace_back(Sheet{.name = entry.attribute("name").value()});
      sheet.file = archive_.file() + ", sheet " + sheet.name;
      read_xlsx_sheet(xml, values_, sheet, budget_, problems);
    }
    if (!problems.empty()) return std::move(problems).sorted();
    return sheets;
  }

  /// By r:id, whatever the prefix.
  Result<Relation> relation_of(const pugi::xml_node& entry) const {
    for (const pugi::xml_attribute& attribute : entry.attributes()) {
      if (local_name(attribute.name()) != "id") continue;
      const auto found = relations_.find(std::string_view(attribute.value()));
      if (found != relations_.end()) return found->second;
    }
    return Diagnostic{.code = Code::MissingReference,
                      .found = "no part for the sheet " + podium::quoted(entry.attribute("name").value()),
                      .expected = "a whole workbook, as a spreadsheet program saved it",
                      .place = {archive_.file(), 0, 0}};
  }

  ZipArchive archive_;
  std::string folder_;  ///< of the workbook: "xl/"
  Relations relations_;
  XlsxValues values_;
  SheetBudget budget_;
};

}  // namespace

Result<std::vector<Sheet>> read_sheets(std::string_view bytes, const std::string& file) {
  if (auto problem = check_kind(bytes, file)) return *std::move(problem);
  TRY(ZipArchive archive, ZipArchive::open(bytes, file));
  return WorkbookReader(std::move(archive)).read();
}

Result<std::vector<Sheet>> read_sheets(const std::filesystem::path& path) {
  const std::string file = path.generic_string();
  TRY(const ByteSource source, open_named_file(path));
  TRY(const std::string bytes, read_all(source, kMostTableBytes, file));
  return read_sheets(bytes, file);
}

Result<std::vector<RawTable>> read_xlsx(const std::filesystem::path& path) {
  TRY(const std::vector<Sheet> sheets, read_sheets(path));
  std::vector<RawTable> tables;
  Diagnostics problems;
  for (const Sheet& sheet : sheets) {
    Result<RawTable> table = table_of(sheet);
    if (table) {
      tables.push_back(*std::move(table));
    } else {
      append(problems, std::move(table).diagnostics());
    }
  }
  if (!problems.empty()) return problems;
  return tables;
}

}  // namespace podium
