#include "podium/files/exchange/xlsx_writer.hpp"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <optional>

#include <xlsxwriter.h>

#include "podium/core/number_text.hpp"
#include "podium/files/exchange/csv_tables.hpp"
#include "podium/files/exchange/sheet.hpp"
#include "podium/files/exchange/xlsx_dates.hpp"

namespace podium {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostDecimals = 20;

Diagnostic write_failed(std::string found) {
  return {.code = Code::WriteFailed, .found = std::move(found), .expected = "a folder for temporary files with room"};
}

/// The library writes files only: a folder of one's own for them, removed at the end.
class TemporaryFolder {
 public:
  static Result<TemporaryFolder> make() {
    std::error_code error;
    std::string name = (fs::temp_directory_path(error) / "podium_XXXXXX").string();
    if (error || ::mkdtemp(name.data()) == nullptr) return write_failed("no folder for temporary files");
    return TemporaryFolder(std::move(name));
  }
  TemporaryFolder(TemporaryFolder&& other) noexcept : path_(std::exchange(other.path_, {})) {}
  TemporaryFolder& operator=(TemporaryFolder&&) = delete;
  ~TemporaryFolder() {
    std::error_code error;
    if (!path_.empty()) fs::remove_all(path_, error);
  }
  const std::string& path() const { return path_; }

 private:
  explicit TemporaryFolder(std::string path) : path_(std::move(path)) {}
  std::string path_;
};

bool is_hexadecimal(std::string_view digits) {
  return digits.find_first_not_of("0123456789ABCDEFabcdef") == std::string_view::npos;
}

/// XML would turn CR into LF, and "_x000D_" is how such files write a CR (ECMA-376, 22.9.2.19).
std::string escaped(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\r') {
      result += "_x000D_";
      continue;
    }
    const std::string_view rest = text.substr(i, 7);
    if (rest.size() == 7 && rest.starts_with("_x") && rest.back() == '_' && is_hexadecimal(rest.substr(2, 4))) {
      result += "_x005F";
    }
    result += text[i];
  }
  return result;
}

/// "0.00" for 1.50, "0" for 7; nothing for numbers with an exponent.
std::string decimals_format(std::string_view text) {
  if (text.find_first_of("eE") != std::string_view::npos) return "General";
  const std::size_t point = text.find('.');
  const std::size_t decimals = point == std::string_view::npos ? 0 : text.size() - point - 1;
  if (decimals > kMostDecimals) return "General";
  return decimals == 0 ? "0" : "0." + std::string(decimals, '0');
}

class WorkbookWriter {
 public:
  WorkbookWriter(const std::string& path, std::string folder) : folder_(std::move(folder)) {
    lxw_workbook_options options{.constant_memory = LXW_TRUE, .tmpdir = folder_.data(), .use_zip64 = LXW_FALSE};
    workbook_ = workbook_new_opt(path.c_str(), &options);
  }

  void set_day(const Date& created) {
    const auto day = std::chrono::sys_days(std::chrono::year(created.year) / created.month / created.day);
    lxw_doc_properties properties{};
    // 0 would mean now.
    properties.created = std::max<time_t>(day.time_since_epoch() / std::chrono::seconds(1), 1);
    workbook_set_properties(workbook_, &properties);
  }

  bool write(const SheetToWrite& sheet) {
    lxw_worksheet* const worksheet = workbook_add_worksheet(workbook_, sheet.name.c_str());
    if (worksheet == nullptr) return false;
    worksheet_freeze_panes(worksheet, static_cast<lxw_row_t>(sheet.frozen_rows), 0);
    lxw_row_t row = 0;
    for (const std::vector<CellToWrite>& cells : sheet.rows) {
      lxw_col_t column = 0;
      for (const CellToWrite& cell : cells) {
        if (!cell.text.empty() && write(worksheet, row, column, cell) != LXW_NO_ERROR) return false;
        ++column;
      }
      ++row;
    }
    return true;
  }

  bool close() { return workbook_close(workbook_) == LXW_NO_ERROR; }

 private:
  lxw_error write(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, const CellToWrite& cell) {
    if (cell.kind == CellKind::Number || cell.kind == CellKind::Printed) {
      const std::optional<PrintedNumber> number = parse_decimal(cell.text);
      const bool is_kept = number && shortest(parse_decimal(sixteen_digits(number->value))->value) == cell.text;
      if (number && (is_kept || cell.kind == CellKind::Printed)) {
        return worksheet_write_number(sheet, row, column, number->value, format(decimals_format(cell.text)));
      }
    }
    if (cell.kind == CellKind::Date) {
      const Result<Date> date = parse_date(cell.text);
      const std::optional<double> number = date ? date_number(*date) : std::nullopt;
      if (number) return worksheet_write_number(sheet, row, column, *number, format("yyyy-mm-dd"));
    }
    lxw_format* const shown = cell.kind == CellKind::Heading ? format("") : nullptr;
    return worksheet_write_string(sheet, row, column, escaped(cell.text).c_str(), shown);
  }

  /// One for each way to show numbers; the empty one is bold.
  lxw_format* format(const std::string& shown) {
    const auto [found, is_new] = formats_.emplace(shown, nullptr);
    if (is_new) {
      found->second = workbook_add_format(workbook_);
      if (shown.empty()) {
        format_set_bold(found->second);
      } else {
        format_set_num_format(found->second, shown.c_str());
      }
    }
    return found->second;
  }

  std::string folder_;
  lxw_workbook* workbook_;
  std::map<std::string, lxw_format*> formats_;
};

std::optional<Diagnostic> check_size(const SheetToWrite& sheet) {
  const auto too_large = [&](std::string found, std::string expected) {
    return Diagnostic{.code = Code::TooLarge,
                      .found = std::move(found) + " in the sheet " + podium::quoted(sheet.name),
                      .expected = std::move(expected)};
  };
  if (sheet.rows.size() > kMostSheetRows) {
    return too_large(std::to_string(sheet.rows.size()) + " rows",
                     "at most " + std::to_string(kMostSheetRows) + "; another form holds more");
  }
  for (const std::vector<CellToWrite>& cells : sheet.rows) {
    if (cells.size() > kMostSheetColumns) {
      return too_large(std::to_string(cells.size()) + " columns", "at most " + std::to_string(kMostSheetColumns));
    }
    for (const CellToWrite& cell : cells) {
      if (cell.text.size() > kMostCellBytes) {
        return too_large("a text of " + std::to_string(cell.text.size()) + " bytes",
                         "at most " + std::to_string(kMostCellBytes));
      }
    }
  }
  return std::nullopt;
}

/// Excel's rules: 1 to 31 characters, none of []:*?/\, no apostrophe at either end, each name once whatever its case.
std::optional<Diagnostic> check_names(std::span<const SheetToWrite> sheets) {
  std::map<std::string, int> seen;
  for (const SheetToWrite& sheet : sheets) {
    const std::string& name = sheet.name;
    const auto characters = std::ranges::count_if(name, [](char c) { return (c & '\xC0') != '\x80'; });
    std::string lower = name;
    std::ranges::transform(lower, lower.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    const bool is_sound = characters > 0 && characters <= LXW_SHEETNAME_MAX &&
                          name.find_first_of("[]:*?/\\") == std::string::npos && !name.starts_with("'") &&
                          !name.ends_with("'");
    if (is_sound && ++seen[lower] == 1) continue;
    return Diagnostic{.code = Code::InvalidValue,
                      .found = "the name " + podium::quoted(name) + " for a sheet",
                      .expected = "a name of its own of at most 31 characters, without []:*?/\\"};
  }
  return std::nullopt;
}

}  // namespace

Result<std::string> write_sheets(std::span<const SheetToWrite> sheets, const Date& created) {
  if (auto problem = check_names(sheets)) return *std::move(problem);
  for (const SheetToWrite& sheet : sheets) {
    if (auto problem = check_size(sheet)) return *std::move(problem);
  }
  TRY(const TemporaryFolder folder, TemporaryFolder::make());
  const fs::path path = fs::path(folder.path()) / "book.xlsx";
  WorkbookWriter writer(path.string(), folder.path());
  writer.set_day(created);
  const bool is_written = std::ranges::all_of(sheets, [&](const SheetToWrite& sheet) { return writer.write(sheet); });
  if (!writer.close() || !is_written) return write_failed("a workbook that cannot be written");
  TRY(const ByteSource source, open_named_file(path));
  return read_all(source, kMostTableBytes, "workbook");
}

std::string sixteen_digits(double value) {
  char text[40];
  const int length = std::snprintf(text, sizeof text, "%.16g", value);
  return {text, static_cast<std::size_t>(length)};
}

}  // namespace podium
