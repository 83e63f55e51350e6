#include "podium/cli/index_words.hpp"

#include <algorithm>
#include <charconv>

#include "podium/core/number_text.hpp"
#include "podium/model/weight_set.hpp"

namespace podium {

Result<ReadIndex> read_weighted_index(const std::string& directory, const std::optional<std::string>& weights) {
  TRY(ReadIndex read, read_index(directory));
  if (!weights) return read;
  TRY(read.index, located(with_weight_set(read.index, *weights), read));
  return read;
}

Result<EditionChoice> choice_of_edition(const Index& index, const EditionWords& words) {
  if (words.edition && words.as_of) return bad_usage("both --edition and --as-of", "one of them");
  if (words.as_of) {
    TRY(const Date date, parse_date(*words.as_of));
    return EditionChoice(AsOf{date});
  }
  if (!words.edition) return index.edition;
  if (*words.edition == "latest") return EditionChoice(LatestEdition{});
  TRY(const EditionAt edition, resolve_edition(index, *words.edition));
  return EditionChoice(NamedEdition{edition});
}

Result<Time> ranked_period(const Index& index, const std::optional<std::string>& word) {
  if (!word) return static_cast<Time>(index.periods.size() - 1);
  TRY(const Period period, parse_period(*word));
  const auto found = std::find(index.periods.begin(), index.periods.end(), period);
  if (found != index.periods.end()) return static_cast<Time>(found - index.periods.begin());
  std::vector<std::string> known;
  for (const Period ranked : index.periods) known.push_back(to_text(ranked));
  return not_among(Code::UnknownPeriod, "period", *word, views(known));
}

Result<Series> node_of_word(const Index& index, const std::optional<std::string>& word) {
  if (!word) return index.hierarchy.root();
  if (const auto node = index.hierarchy.find(*word)) return *node;
  std::vector<std::string_view> known;
  for (const Series node : Positions<Series>(index.hierarchy.size())) known.push_back(index.hierarchy.node(node).id);
  return not_among(Code::UnknownNode, "node", *word, known);
}

Result<Assignment> assignment_of(std::string_view option, const std::string& word, std::string_view form) {
  const std::size_t sign = word.rfind('=');
  const auto number = sign == std::string::npos ? std::nullopt : parse_decimal(std::string_view(word).substr(sign + 1));
  if (number) return Assignment{word.substr(0, sign), number->value};
  return bad_usage(std::string(option) + " " + podium::quoted(word), std::string(option) + " " + std::string(form));
}

Result<double> share_of_word(std::string_view option, const std::string& word) {
  const bool is_percent = word.ends_with('%');
  const auto number = parse_decimal(std::string_view(word).substr(0, word.size() - (is_percent ? 1 : 0)));
  if (number && number->value > 0) return is_percent ? number->value / 100 : number->value;
  return bad_usage(std::string(option) + " " + podium::quoted(word), "a share above 0, such as 0.8 or 80%");
}

Result<std::uint64_t> whole_number(std::string_view option, std::string_view word) {
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
  if (error == std::errc() && end == word.data() + word.size()) return number;
  return bad_usage(std::string(option) + " " + std::string(word), "a whole number, 0 or more");
}

std::optional<CellWord> parse_cell_word(std::string_view word) {
  const std::size_t dot = word.find('.');
  if (dot == std::string_view::npos) return std::nullopt;
  const std::size_t sign = std::min(word.find('@', dot), word.size());
  CellWord cell{word.substr(0, dot), word.substr(dot + 1, sign - dot - 1), std::nullopt};
  if (sign < word.size()) cell.period = word.substr(sign + 1);
  return cell;
}

}  // namespace podium
