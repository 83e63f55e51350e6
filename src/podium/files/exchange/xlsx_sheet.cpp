#include "podium/files/exchange/xlsx_sheet.hpp"

#include <algorithm>

#include "podium/core/number_text.hpp"
#include "podium/files/text_check.hpp"

namespace podium {
namespace {

struct CellAt {
  std::size_t row;
  std::size_t column;
};

/// "C17"; nothing beyond the last cell of a sheet.
std::optional<CellAt> cell_at(std::string_view reference) {
  std::size_t column = 0;
  std::size_t letters = 0;
  while (letters < reference.size() && reference[letters] >= 'A' && reference[letters] <= 'Z') {
    column = column * 26 + static_cast<std::size_t>(reference[letters] - 'A') + 1;
    if (++letters > 3) return std::nullopt;
  }
  const auto row = whole_number(reference.substr(letters), kMostSheetRows);
  if (letters == 0 || column > kMostSheetColumns || !row || *row == 0) return std::nullopt;
  return CellAt{*row - 1, column - 1};
}

class SheetReader {
 public:
  SheetReader(const XlsxValues& values, Sheet& sheet, SheetBudget& budget, Problems& problems)
      : values_(values), sheet_(sheet), budget_(budget), problems_(problems) {}

  /// False when there is no use in going on.
  bool read_row(const pugi::xml_node& row) {
    const pugi::xml_attribute number = row.attribute("r");
    const auto stated = whole_number(number.value(), kMostSheetRows);
    const std::size_t next = sheet_.rows.size();
    if ((number && (!stated || *stated <= next)) || next == kMostSheetRows) {
      stop(Code::Syntax, "row " + podium::quoted(number.value()) + " behind row " + std::to_string(next),
           "rows in ascending order, at most " + std::to_string(kMostSheetRows));
      return false;
    }
    const std::size_t rows = stated.value_or(next + 1);
    if (!spend_cells(rows - next)) return false;
    sheet_.rows.resize(rows);
    read_cells(row);
    return !is_stopped_;
  }

 private:
  void read_cells(const pugi::xml_node& row) {
    std::vector<std::string>& fields = sheet_.rows.back();
    std::size_t next = 0;
    for (const pugi::xml_node& cell : row.children()) {
      if (local_name(cell) != "c") continue;
      const std::optional<std::size_t> column = column_of(cell, next);
      if (!column || !spend(budget_.elements, 1, SheetBudget().elements, "cells")) return;
      next = *column + 1;
      std::string text = read_cell(cell, *column);
      if (text.empty()) continue;
      if (!spend_cells(next - fields.size()) || !spend_bytes(text.size())) return;
      fields.resize(next);
      fields.back() = std::move(text);
    }
  }

  std::optional<std::size_t> column_of(const pugi::xml_node& cell, std::size_t next) {
    const pugi::xml_attribute reference = cell.attribute("r");
    std::size_t column = next;
    if (reference) {
      const std::optional<CellAt> at = cell_at(reference.value());
      column = at && at->row + 1 == sheet_.rows.size() ? at->column : kMostSheetColumns;
    }
    if (column >= next && column < kMostSheetColumns) return column;
    stop(Code::Syntax, "a cell " + podium::quoted(reference.value()) + " in row " + std::to_string(sheet_.rows.size()),
         "cells of that row in ascending order, from A to XFD");
    return std::nullopt;
  }

  std::string read_cell(const pugi::xml_node& cell, std::size_t column) {
    const std::string_view type = cell.attribute("t").value();
    if (type == "inlineStr") return checked(rich_text(child_named(cell, "is")), column);
    const pugi::xml_node value_node = child_named(cell, "v");
    const std::string value = text_of(value_node);
    if (value.empty()) {
      if (child_named(cell, "f") && type != "str") {
        report(column, Code::InvalidValue, "a formula without its value",
               "the workbook saved once by a spreadsheet program, which computes the values");
      }
      return {};
    }
    if (type == "s") return shared_text(value, column);
    if (type == "str") return checked(value, column);
    if (type == "b") return value == "0" ? "FALSE" : "TRUE";
    if (type == "d") return checked(value.ends_with("T00:00:00") ? value.substr(0, value.size() - 9) : value, column);
    if (type == "e") return error_text(value, column);
    if (type.empty() || type == "n") return number_text(cell, value, column);
    report(column, Code::InvalidValue, "a cell of the kind " + podium::quoted(type), "a number, a text or a date");
    return {};
  }

  std::string shared_text(const std::string& value, std::size_t column) {
    const auto index = whole_number(value, values_.texts.size());
    if (index && *index < values_.texts.size()) return values_.texts[*index];
    report(column, Code::Syntax, "the shared text " + podium::quoted(value),
           "a number below " + std::to_string(values_.texts.size()));
    return {};
  }

  std::string error_text(const std::string& value, std::size_t column) {
    if (value != "#N/A")
      report(column, Code::InvalidValue, "the error " + podium::quoted(value), "a value, or #N/A for none");
    return {};
  }

  std::string number_text(const pugi::xml_node& cell, const std::string& value, std::size_t column) {
    const std::optional<PrintedNumber> number = parse_decimal(value);
    if (!number) {
      report(column, Code::NotANumber, "the number " + podium::quoted(value), "decimal digits");
      return {};
    }
    const auto format = whole_number(cell.attribute("s").value(), values_.shows_a_date.size());
    if (format && *format < values_.shows_a_date.size() && values_.shows_a_date[*format]) {
      if (std::optional<std::string> date = date_text(number->value, values_.dates)) return *std::move(date);
    }
    return shortest(number->value);
  }

  std::string checked(std::string text, std::size_t column) {
    const std::optional<BadByte> bad = first_bad_byte(text);
    if (!bad) return text;
    report(column, bad->code, bad->found, bad->expected);
    return {};
  }

  bool spend_cells(std::size_t count) { return spend(budget_.cells, count, SheetBudget().cells, "cells"); }

  bool spend_bytes(std::size_t count) { return spend(budget_.bytes, count, SheetBudget().bytes, "bytes of text"); }

  bool spend(std::size_t& left, std::size_t count, std::size_t most, std::string_view what) {
    if (count > left) {
      stop(Code::TooLarge, "more than " + std::to_string(most) + " " + std::string(what), "a smaller workbook");
      return false;
    }
    left -= count;
    return true;
  }

  void report(std::size_t column, Code code, std::string found, std::string expected) {
    problems_.report([&] {
      return Diagnostic{.code = code,
                        .found = std::move(found),
                        .expected = std::move(expected),
                        .place = sheet_.place(sheet_.rows.size() - 1, column)};
    });
  }

  void stop(Code code, std::string found, std::string expected) {
    is_stopped_ = true;
    problems_.add(Diagnostic{
        .code = code, .found = std::move(found), .expected = std::move(expected), .place = {sheet_.file, 0, 0}});
  }

  const XlsxValues& values_;
  Sheet& sheet_;
  SheetBudget& budget_;
  Problems& problems_;
  bool is_stopped_ = false;
};

}  // namespace

void read_xlsx_sheet(std::string_view xml, const XlsxValues& values, Sheet& sheet, SheetBudget& budget,
                     Problems& problems) {
  if (auto problem = check_xml(xml, sheet.file)) return problems.add(*std::move(problem));
  SheetReader reader(values, sheet, budget, problems);
  auto problem =
      for_each_element(xml, "row", sheet.file, [&](const pugi::xml_node& row) { return reader.read_row(row); });
  if (problem) problems.add(*std::move(problem));
  while (!sheet.rows.empty() && sheet.rows.back().empty()) sheet.rows.pop_back();
}

}  // namespace podium
