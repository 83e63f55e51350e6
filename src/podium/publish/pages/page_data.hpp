#pragma once

#include <kainjow/mustache.hpp>

#include "podium/publish/pages/wording.hpp"
#include "podium/wire/ranking.hpp"

/// From figures to what templates see. A row sets each key that its template asks for, if only to false, because a key
/// that is not there is looked up in what encloses the row.
namespace podium {

using PageData = kainjow::mustache::data;

inline PageData empty_list() { return PageData(PageData::type::list); }
/// The text, or false if it is empty, so that a section around it is left out.
PageData text_or_none(std::string_view text);
PageData list_of(const std::vector<std::string>& texts);

enum class Section : std::uint8_t { None, Ranking, Indicators, Method, Audit, Stress, Restatements };

/// A page's place and what its head says.
struct PageHead {
  std::string path;  ///< below the language's folder
  std::string title;
  std::string description;
  Section section = Section::None;
};

/// What head and foot of every page need.
PageData page_data(const PageContext& context, const PageHead& head);
OutputFile finish_page(const PageContext& context, std::string_view name, const PageHead& head, const PageData& data);

/// From a page to the language's folder: "" or "../".
std::string way_home(std::string_view path);

/// The way to an indicator's page from a page that is `home` away from the language's folder; false for other nodes,
/// which have no page of their own.
PageData link_to(const PageContext& context, std::string_view home, Series node);

/// up, down, same, entered: one of them set.
void set_change(PageData& data, const std::optional<int>& change, bool ranked_before);
/// printed and whole: the figure, and its full text where it is cut.
void set_printed(PageData& data, const Observation* observation);

/// The bar of a score on the scale of all scores.
std::string score_bar(const PageContext& context, double score);

}  // namespace podium
