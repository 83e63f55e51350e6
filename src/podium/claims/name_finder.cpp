#include "podium/claims/name_finder.hpp"

#include <algorithm>

#include "podium/claims/characters.hpp"
#include "podium/claims/name_words.hpp"

namespace podium {
namespace {

bool has_korean(std::string_view name) {
  for (std::size_t at = 0; at < name.size();) {
    const TextCharacter c = character_at(name, at);
    if (is_hangul(c.code) || is_hanja(c.code)) return true;
    at += c.size;
  }
  return false;
}

bool is_one_syllable(std::string_view name) {
  const TextCharacter first = character_at(name, 0);
  return is_hangul(first.code) && first.size == name.size();
}

bool is_gap(char32_t code) { return is_space(code) || is_line_end(code) || code == U'-' || code == 0x2011; }

/// As names stand in the tree: ASCII in lower case, spaces and hyphens as one space, none in Korean names.
std::string key_of(std::string_view name) {
  const bool is_korean = has_korean(name);
  std::string key;
  for (std::size_t at = 0; at < name.size();) {
    const TextCharacter c = character_at(name, at);
    if (is_gap(c.code)) {
      if (!is_korean && !key.empty() && key.back() != ' ') key += ' ';
    } else {
      for (const char byte : name.substr(at, c.size)) key += in_lower_case(byte);
    }
    at += c.size;
  }
  return key;
}

bool is_word_letter(char32_t code) { return is_latin(code) || is_digit(code); }

/// No name begins within a word of its own script.
bool may_begin_name(std::string_view text, std::size_t at) {
  const char32_t before = character_before(text, at).code;
  const char32_t code = character_at(text, at).code;
  if (is_word_letter(code)) return !is_word_letter(before);
  if (is_hangul(code)) return !is_hangul(before);
  return true;
}

bool may_end_name(std::string_view text, std::size_t end) {
  const char32_t last = character_before(text, end).code;
  const char32_t after = character_at(text, end).code;
  if (is_word_letter(last) && is_word_letter(after)) return false;
  return !is_hangul(after) || stands_behind_name(text.substr(end));
}

}  // namespace

NameFinder::NameFinder(const Lexicon& lexicon) : nodes_(1) {
  using Kind = NameMention::Kind;
  for (std::size_t i = 0; i < lexicon.units.size(); ++i) {
    add_all(lexicon.units[i].title, lexicon.units[i].names, Kind::Unit, i);
  }
  for (std::size_t i = 0; i < lexicon.series.size(); ++i) {
    add_all(lexicon.series[i].title, lexicon.series[i].names, Kind::Series, i);
  }
  for (std::size_t i = 0; i < lexicon.bases.size(); ++i) add_all({}, lexicon.bases[i].names, Kind::Base, i);
  for (std::size_t i = 0; i < lexicon.publishers.size(); ++i) {
    add_all({}, lexicon.publishers[i].names, Kind::Publisher, i);
    add_all({}, lexicon.publishers[i].report_names, Kind::Report, i);
  }
  for (const std::string_view word : home_words()) add(word, Kind::HomeUnit, 0);
}

void NameFinder::add_all(const Text& title, const Aliases& names, NameMention::Kind kind, std::size_t at) {
  add(title.en, kind, at);
  add(title.ko, kind, at);
  for (const std::string& name : names.en) add(name, kind, at);
  for (const std::string& name : names.ko) add(name, kind, at);
}

void NameFinder::add(std::string_view name, NameMention::Kind kind, std::size_t at) {
  const std::string key = key_of(name);
  if (key.empty()) return;
  if (kind == NameMention::Kind::Unit && is_one_syllable(name)) {
    syllables_.push_back({.text = std::string(name), .unit = static_cast<std::uint32_t>(at)});
    return;
  }
  std::uint32_t node = 0;
  for (const char letter : key) {
    std::uint32_t next = child(node, letter);
    if (next == 0) {
      next = static_cast<std::uint32_t>(nodes_.size());
      nodes_.emplace_back();
      if (node == 0) first_[static_cast<unsigned char>(letter)] = next;
      nodes_[node].children.emplace_back(letter, next);
    }
    node = next;
  }
  const bool is_exact = kind == NameMention::Kind::Unit || kind == NameMention::Kind::Publisher;
  nodes_[node].names.push_back(static_cast<std::uint32_t>(names_.size()));
  names_.push_back({.text = std::string(name),
                    .kind = kind,
                    .at = static_cast<std::uint32_t>(at),
                    .is_exact = is_exact && !has_korean(name)});
}

std::uint32_t NameFinder::child(std::uint32_t node, char letter) const {
  if (node == 0) return first_[static_cast<unsigned char>(letter)];
  const auto& children = nodes_[node].children;
  const auto found = std::ranges::find(children, letter, &std::pair<char, std::uint32_t>::first);
  return found == children.end() ? 0 : found->second;
}

/// Of several things of one name: what figures are divided by, as its place beside them will tell.
const NameFinder::Name* NameFinder::name_between(const Node& node, std::string_view text, TextSpan span) const {
  const Name* found = nullptr;
  for (const std::uint32_t at : node.names) {
    const Name& name = names_[at];
    if (name.is_exact && name.text != span.of(text)) continue;
    if (found == nullptr || name.kind == NameMention::Kind::Base) found = &name;
  }
  return found;
}

NameMention NameFinder::longest_at(std::string_view text, std::size_t at) const {
  NameMention found;
  walk(text, at, at, 0, found);
  return found;
}

void NameFinder::walk(std::string_view text, std::size_t at, std::size_t end, std::uint32_t node,
                      NameMention& found) const {
  while (end < text.size()) {
    const TextCharacter c = character_at(text, end);
    if (is_gap(c.code)) {
      // A space that the name has, or one that a Korean name may have.
      if (const std::uint32_t next = child(node, ' ')) walk(text, at, end + c.size, next, found);
      const bool is_between_latin =
          is_word_letter(character_before(text, end).code) && is_word_letter(character_at(text, end + c.size).code);
      if (is_between_latin || node == 0) return;
      end += c.size;
      continue;
    }
    for (std::size_t i = 0; i < c.size; ++i) {
      node = child(node, in_lower_case(text[end + i]));
      if (node == 0) return;
    }
    end += c.size;
    if (nodes_[node].names.empty() || end <= found.span.end || !may_end_name(text, end)) continue;
    if (const Name* name = name_between(nodes_[node], text, {at, end})) {
      found = {.span = {at, end}, .kind = name->kind, .at = name->at, .series = {}};
      for (const std::uint32_t other : nodes_[node].names) {
        const bool is_both = found.kind == NameMention::Kind::Base && names_[other].kind == NameMention::Kind::Series;
        if (is_both) found.series = names_[other].at;
      }
    }
  }
}

const NameFinder::Syllable* NameFinder::syllable_at(std::string_view text, std::size_t at) const {
  const std::string_view here = text.substr(at, character_at(text, at).size);
  const auto found = std::ranges::find(syllables_, here, &Syllable::text);
  return found == syllables_.end() ? nullptr : &*found;
}

std::vector<NameMention> NameFinder::syllables_at(std::string_view text, std::size_t at) const {
  std::vector<NameMention> run;
  std::size_t end = at;
  std::size_t next = at;
  while (next < text.size()) {
    const Syllable* syllable = syllable_at(text, next);
    if (syllable == nullptr) break;
    end = next + syllable->text.size();
    run.push_back({.span = {next, end}, .kind = NameMention::Kind::Unit, .at = syllable->unit, .series = {}});
    next = end;
    const TextCharacter dot = character_at(text, next);
    if (dot.code == 0xB7 || dot.code == 0x318D || dot.code == 0x2219 || dot.code == 0x30FB) next += dot.size;
  }
  if (run.size() < 2 || !may_end_name(text, end)) run.clear();
  return run;
}

std::vector<NameMention> NameFinder::names_in(std::string_view text) const {
  std::vector<NameMention> found;
  for (std::size_t at = 0; at < text.size();) {
    const TextCharacter c = character_at(text, at);
    if (!may_begin_name(text, at)) {
      at += c.size;
      continue;
    }
    if (first_[static_cast<unsigned char>(in_lower_case(text[at]))] != 0) {
      const NameMention name = longest_at(text, at);
      if (!name.span.empty()) {
        found.push_back(name);
        at = name.span.end;
        continue;
      }
    }
    if (is_hangul(c.code)) {
      const std::vector<NameMention> run = syllables_at(text, at);
      if (!run.empty()) {
        found.insert(found.end(), run.begin(), run.end());
        at = run.back().span.end;
        continue;
      }
    }
    at += c.size;
  }
  return found;
}

}  // namespace podium
