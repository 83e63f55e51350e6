#include "podium/files/csv_reader.hpp"

#include <algorithm>
#include <new>

#include <csv.h>

namespace podium {

/// libcsv's state, and the fields that it has delivered of the current row, one behind the other.
struct CsvReader::Parser {
  Parser() {
    if (csv_init(&state, CSV_STRICT) != 0) throw std::bad_alloc();
    csv_set_space_func(&state, [](unsigned char) { return 0; });
    csv_set_term_func(&state, [](unsigned char byte) { return byte == '\n' ? 1 : 0; });
  }
  Parser(const Parser&) = delete;
  Parser& operator=(const Parser&) = delete;
  ~Parser() { csv_free(&state); }

  /// Returns how many bytes were taken: fewer than given if the next one breaks the rules.
  std::size_t parse(std::string_view bytes) {
    const auto on_field = [](void* field, std::size_t size, void* self) {
      static_cast<Parser*>(self)->add_field({static_cast<const char*>(field), size});
    };
    const auto on_row = [](int, void* self) { static_cast<Parser*>(self)->row_is_complete = true; };
    const std::size_t taken = csv_parse(&state, bytes.data(), bytes.size(), on_field, on_row, this);
    if (csv_error(&state) == CSV_ENOMEM) throw std::bad_alloc();
    return taken;
  }

  void add_field(std::string_view field) {
    text += field;
    ends.push_back(text.size());
  }

  void start_row() {
    text.clear();
    ends.clear();
    row_is_complete = false;
  }

  csv_parser state{};
  std::string text;
  std::vector<std::size_t> ends;
  bool row_is_complete = false;
};

CsvReader::CsvReader(SharedText file, ByteSource source)
    : lines_(std::move(file), std::move(source)), parser_(std::make_unique<Parser>()) {}

CsvReader::~CsvReader() = default;

bool CsvReader::next() {
  if (problem_) return false;
  parser_->start_row();
  raw_.clear();
  starts_.clear();
  fields_.clear();
  bool row_has_begun = false;
  while (const std::optional<std::string_view> line = lines_.next()) {
    if (!row_has_begun && line->empty()) continue;
    if (!row_has_begun) first_line_ = lines_.line();
    if (!row_has_begun && line->find('"') == std::string_view::npos) {
      split(*line);
      return true;
    }
    row_has_begun = true;
    if (!feed(*line)) return false;
    if (parser_->row_is_complete) break;
  }
  problem_ = lines_.problem();
  if (problem_ || !row_has_begun) return false;
  if (!parser_->row_is_complete) {
    find_starts();
    refuse(starts_.back(), "a quote that is not closed", "a closing quote");
    return false;
  }
  std::size_t begin = 0;
  for (const std::size_t end : parser_->ends) {
    fields_.push_back(std::string_view(parser_->text).substr(begin, end - begin));
    begin = end;
  }
  return true;
}

/// A line without quotes is a row, whose fields are what stands between its commas: no parser is needed, and most rows
/// are such lines.
void CsvReader::split(std::string_view line) {
  std::size_t begin = 0;
  for (std::size_t end = line.find(','); end != std::string_view::npos; end = line.find(',', begin)) {
    fields_.push_back(line.substr(begin, end - begin));
    starts_.push_back(begin);
    begin = end + 1;
  }
  fields_.push_back(line.substr(begin));
  starts_.push_back(begin);
}

bool CsvReader::feed(std::string_view line) {
  const std::size_t offset = raw_.size();
  raw_ += line;
  raw_ += '\n';
  const std::size_t taken = parser_->parse(std::string_view(raw_).substr(offset));
  if (taken < raw_.size() - offset) {
    const bool is_quote = raw_[offset + taken] == '"';
    refuse(offset + taken, is_quote ? "a quote inside a field without quotes" : "text behind a closing quote",
           is_quote ? "the whole field in quotes, and each quote in it doubled" : "a comma or the end of the line");
    return false;
  }
  if (!parser_->row_is_complete && raw_.size() > kMostLineBytes) {
    find_starts();
    refuse(starts_.back(), "a quote that is not closed within 1 MiB", "a closing quote");
    return false;
  }
  return true;
}

void CsvReader::find_starts() const {
  starts_.assign(1, 0);
  bool in_quotes = false;
  for (std::size_t i = 0; i < raw_.size(); ++i) {
    if (raw_[i] == '"') in_quotes = !in_quotes;
    if (raw_[i] == ',' && !in_quotes) starts_.push_back(i + 1);
  }
}

Place CsvReader::place_of_offset(std::size_t offset) const {
  if (lines_.line() == first_line_) return {file(), first_line_, static_cast<std::uint32_t>(offset + 1)};
  const std::string_view before = std::string_view(raw_).substr(0, offset);
  const auto lines = static_cast<std::uint32_t>(std::ranges::count(before, '\n'));
  const std::size_t line_start = before.rfind('\n') + 1;  // npos + 1 is 0
  return {file(), first_line_ + lines, static_cast<std::uint32_t>(offset - line_start + 1)};
}

Place CsvReader::place(std::size_t field) const {
  if (starts_.empty()) find_starts();
  return place_of_offset(starts_[std::min(field, starts_.size() - 1)]);
}

void CsvReader::refuse(std::size_t offset, std::string found, std::string expected) {
  problem_ = Diagnostic{.code = Code::Syntax,
                        .found = std::move(found),
                        .expected = std::move(expected),
                        .place = place_of_offset(offset)};
}

}  // namespace podium
