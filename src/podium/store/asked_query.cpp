#include "podium/store/asked_query.hpp"

#include <algorithm>

#include "podium/core/number_text.hpp"

namespace podium {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines(1);
  for (const char byte : text) {
    if (byte == '\n') {
      lines.emplace_back();
    } else {
      lines.back() += byte;
    }
  }
  return lines;
}

bool is_ascii(std::string_view text) {
  return std::ranges::all_of(text, [](char byte) { return static_cast<unsigned char>(byte) < 0x80; });
}

/// DuckDB ends a message with the line in question and a caret below the place:
///   LINE 2: ...FROM nothing WHERE ...
///                   ^
/// The excerpt may be cut at either end. The column is found where the excerpt stands in the line of the query.
Place place_in(const std::string& sql, const std::string& name, const std::vector<std::string>& message) {
  Place place{.file = name};
  const auto is_excerpt = [](const std::string& line) { return line.starts_with("LINE "); };
  const auto found = std::ranges::find_if(message, is_excerpt);
  const std::size_t colon = found == message.end() ? std::string::npos : found->find(": ");
  if (colon == std::string::npos) return place;
  const std::vector<std::string> lines = lines_of(sql);
  const auto number = parse_decimal(found->substr(5, colon - 5));
  if (!number || number->value < 1 || number->value > static_cast<double>(lines.size())) return place;
  place.line = static_cast<std::uint32_t>(number->value);
  const auto below = std::next(found);
  const std::size_t caret = below == message.end() ? std::string::npos : below->find('^');
  std::string excerpt = found->substr(colon + 2);
  if (caret == std::string::npos || caret < colon + 2 || !is_ascii(excerpt)) return place;
  std::size_t within = caret - colon - 2;
  if (excerpt.starts_with("...") && within >= 3) {
    excerpt.erase(0, 3);
    within -= 3;
  }
  if (excerpt.ends_with("...")) excerpt.erase(excerpt.size() - 3);
  const std::size_t start = lines[place.line - 1].find(excerpt);
  if (start != std::string::npos) place.column = static_cast<std::uint32_t>(start + within + 1);
  return place;
}

std::string without(std::string text, const std::string& path, std::string_view instead) {
  for (std::size_t found = text.find(path); !path.empty() && found != std::string::npos; found = text.find(path)) {
    text.replace(found, path.size(), instead);
  }
  return text;
}

std::string in_one_line(const std::vector<std::string>& message, const fs::path& store) {
  std::string words;
  for (const std::string& line : message) {
    if (line.starts_with("LINE ")) break;
    const std::size_t first = line.find_first_not_of(" \t");
    if (first == std::string::npos) continue;
    words += (words.empty() ? "" : " ") + line.substr(first);
  }
  std::error_code error;
  const fs::path whole = fs::weakly_canonical(fs::absolute(store), error);
  words = without(std::move(words), whole.string(), store.filename().string());
  return without(std::move(words), store.string(), store.filename().string());
}

}  // namespace

void TimeLimit::wait(const std::stop_token& stop, std::chrono::milliseconds time) {
  std::unique_lock lock(mutex_);
  ended_.wait_for(lock, stop, time, [] { return false; });
  while (!stop.stop_requested()) {
    is_over_ = true;
    connection_.interrupt();
    ended_.wait_for(lock, stop, std::chrono::milliseconds(20), [] { return false; });
  }
}

Diagnostics explained(Diagnostics problems, const AskedQuery& asked, bool is_time_over) {
  if (is_time_over) {
    const double seconds = std::chrono::duration<double>(asked.limits.time).count();
    return {{.code = Code::TooLarge,
             .found = "a query that takes longer than " + shortest(seconds) + " s",
             .expected = "a simpler query, or a higher --time-limit"}};
  }
  for (Diagnostic& problem : problems) {
    const std::vector<std::string> message = lines_of(problem.found);
    problem.place = place_in(asked.sql, asked.name, message);
    problem.found = in_one_line(message, asked.database);
    if (!message.front().starts_with("Out of Memory")) continue;
    problem.found = message.front();  // what follows is advice about settings that are locked here
    problem.code = Code::TooLarge;
    problem.expected = "a query that needs at most " + asked.limits.memory + ", or a higher --memory-limit";
  }
  return problems;
}

std::string in_one_line(std::string_view message, const fs::path& database) {
  return in_one_line(lines_of(message), database);
}

}  // namespace podium
