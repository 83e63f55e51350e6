#pragma once

#include "podium/publish/pages/page_data.hpp"

/// The tables and pictures of how sure the ranks are. `home` is the way from the page to the language's folder.
namespace podium {

/// The units of a page or picture that shows at most so many: the leading ones, and the one that the plan is about.
/// Units that no world ranks are left out.
std::vector<Unit> shown_units(const StressResult& result, std::size_t most);

/// A unit's ranks in words and as a strip.
PageData rank_rows(const PageContext& context, const StressResult& result, const std::string& home);

/// Units by ranks, and the leading units against each other.
PageData acceptability_grid(const PageContext& context, const StressResult& result, const std::string& home);
PageData pairs_grid(const PageContext& context, const StressResult& result, const std::string& home);

/// For each target that varies, what it depends on; empty without a sensitivity analysis or with a single factor.
PageData influence_tables(const PageContext& context, const StressResult& result);

/// How often a unit has each rank, as columns.
std::string acceptability_columns(const PageContext& context, const StressResult& result, Unit unit);

}  // namespace podium
