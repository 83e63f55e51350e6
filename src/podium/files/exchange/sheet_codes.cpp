#include "podium/files/exchange/sheet_codes.hpp"

#include <algorithm>

#include "podium/files/header.hpp"
#include "podium/files/identifier.hpp"
#include "podium/files/index_directory.hpp"
#include "podium/wire/csv_writer.hpp"

namespace podium {
namespace {

constexpr std::string_view kColumns[] = {"kind", "id", "code", "name", "unit_of_measure"};

bool is_identifier(std::string_view text) { return !check_identifier("", text, {}); }

SheetCodes read_rows(CsvReader& csv, Problems& problems) {
  SheetCodes codes;
  const std::optional<Header> header = Header::read(csv, problems);
  if (!header) return codes;
  std::vector<std::size_t> columns;
  for (const std::string_view column : kColumns) {
    if (const auto position = header->require(column, problems)) columns.push_back(*position);
  }
  if (columns.size() != std::size(kColumns)) return codes;
  while (csv.next()) {
    if (!header->fits(csv, problems)) continue;
    const auto field = [&](std::size_t i) { return std::string(csv.fields()[columns[i]]); };
    SheetCode code{.kind = field(0), .id = field(1), .code = field(2), .name = field(3), .unit_of_measure = field(4)};
    codes.insert_or_assign({code.kind, code.id}, std::move(code));
  }
  if (csv.problem()) problems.add(*csv.problem());
  return codes;
}

}  // namespace

std::string identifier_from(std::string_view code) {
  if (is_identifier(code)) return std::string(code);
  std::string id;
  for (const char c : code) {
    const bool is_kept = is_identifier(std::string_view(&c, 1)) || (!id.empty() && (c == '-' || c == '.'));
    if (is_kept) {
      id += c;
    } else if (!id.empty() && id.back() != '_') {
      id += '_';
    }
  }
  id.resize(std::min<std::size_t>(id.size(), 64));
  while (!id.empty() && id.back() == '_') id.pop_back();
  return id;
}

std::string sheet_codes_text(const std::vector<SheetCode>& codes) {
  std::string text = csv_line({kColumns[0], kColumns[1], kColumns[2], kColumns[3], kColumns[4]});
  for (const SheetCode& code : codes) {
    text += csv_line({code.kind, code.id, code.code, code.name, code.unit_of_measure});
  }
  return text;
}

Result<SheetCodes> read_sheet_codes(const std::filesystem::path& directory) {
  const std::string file(kExchangeCodes);
  std::error_code error;
  if (!std::filesystem::exists(directory / file, error)) return SheetCodes();
  TRY(const IndexDirectory opened, IndexDirectory::open(directory));
  TRY(ByteSource source, opened.open_file(file));
  Problems problems;
  CsvReader csv(file, std::move(source));
  SheetCodes codes = read_rows(csv, problems);
  if (!problems.empty()) return std::move(problems).sorted();
  return codes;
}

}  // namespace podium
