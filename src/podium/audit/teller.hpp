#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "podium/audit/sentences.hpp"

namespace podium {

/// Fills the patterns of sentences with what a finding rests on.
///
///   {imputed}     the number of that name, whole        {0} {1}    title of the first, second node
///   {r.2}         with two decimals                      {titles}   of all nodes; {others} but the first
///   {weight%}     a share in percent; {weight%1} with    {names}    units, at most five; {first} the first
///                 one decimal                            {units} {counter}  what units are called
///   {p}           the adjusted p-value                   {editions} their ids; {publisher} of the first
///   {period}      "2021", "2021년"                        {units#} {editions#}  the number where the name is taken
class Teller {
 public:
  Teller(const Index& index, const Finding& finding, const UnitWords& words)
      : index_(index), finding_(finding), words_(words) {}

  const Finding& finding() const { return finding_; }
  double number(std::string_view name) const { return finding_.number(name); }
  Text fill(const Text& pattern) const;
  Text append(const Text& text, const Text& pattern) const;

 private:
  std::string fill(std::string_view pattern, Language language) const;
  std::string value_of(std::string_view slot, Language language) const;
  std::optional<std::string> words_of(std::string_view slot, Language language) const;
  std::string title(std::size_t node, Language language) const;
  std::string titles(std::size_t from, Language language) const;
  std::string names(Language language) const;

  const Index& index_;
  const Finding& finding_;
  const UnitWords& words_;
};

}  // namespace podium
