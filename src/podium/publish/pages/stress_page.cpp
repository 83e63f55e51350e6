#include "podium/publish/downloads.hpp"
#include "podium/publish/html.hpp"
#include "podium/publish/pages/stress_tables.hpp"
#include "podium/publish/pictures/rank_strip.hpp"
#include "podium/wire/stress_sentences.hpp"

namespace podium {
namespace {

PageData in_language(const PageContext& context, const std::vector<Text>& texts) {
  PageData list = empty_list();
  for (const Text& text : texts) list << PageData(unbroken(text.in(context.language())));
  return list;
}

std::vector<Text> findings_of(const StressResult& result) {
  std::vector<Text> sentences{rank_sentence(result, result.about())};
  if (Text possible = possible_sentence(result, result.about()); !possible.en.empty()) {
    sentences.push_back(std::move(possible));
  }
  const std::vector<Text> dependences = dependence_sentences(result);
  sentences.insert(sentences.end(), dependences.begin(), dependences.end());
  return sentences;
}

void set_account(PageData& data, const PageContext& context, const StressResult& result) {
  data["worlds"] = grouped(static_cast<double>(result.tally.worlds()), 0);
  data["draws"] = grouped(static_cast<double>(result.draws), 0);
  data["seed"] = std::to_string(result.plan.seed);
  data["runs"] = result.sensitivity == nullptr
                     ? PageData(false)
                     : PageData(grouped(static_cast<double>(result.sensitivity->result.runs), 0));
  data["varied"] = varied_text(result).in(context.language());
  data["sampling_error"] = sampling_error_sentence(result).in(context.language());
  data["index_id"] = context.index.id;
  data["command"] = context.stress->command;
  data["failures"] = in_language(context, failure_sentences(result));
  data["has_failures"] = result.tally.failed() > 0;
}

}  // namespace

std::string stress_place(const PageContext& context, Unit unit) {
  return std::string(kStressPath) + "#unit-" + safe_name(context.index.info(unit).code);
}

OutputFile stress_page(const PageContext& context) {
  const StressResult result = context.stress->test.result(context.index, context.computed);
  const std::string period = period_of(context, result.time);
  const PageHead head{.path = std::string(kStressPath),
                      .title = context.words["how_sure"],
                      .description = rank_sentence(result, result.about()).in(context.language()),
                      .section = Section::Stress};
  const std::string home = way_home(head.path);
  PageData data = page_data(context, head);
  data["period"] = period;
  data["findings"] = in_language(context, findings_of(result));
  set_account(data, context, result);
  data["level"] = interval_share(result);
  data["is_proven"] = result.attainable != nullptr;
  data["axis"] = rank_axis(result.tally.units());
  PageData rows = rank_rows(context, result, home);
  data["rows_shown"] = std::to_string(rows.list_value().size());
  data["rows_are_cut"] = rows.list_value().size() < shown_units(result, result.tally.units()).size();
  data["rows"] = std::move(rows);
  data["acceptability_grid"] = acceptability_grid(context, result, home);
  data["pairs_grid"] = pairs_grid(context, result, home);
  PageData tables = influence_tables(context, result);
  data["has_influences"] = !tables.list_value().empty();
  data["influence_tables"] = std::move(tables);
  data["has_square_tables"] = has_square_tables(result);
  return finish_page(context, "stress", head, data);
}

}  // namespace podium
