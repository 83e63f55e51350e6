#include "podium/publish/site.hpp"

#include <algorithm>
#include <functional>

#include "podium/core/parallel.hpp"
#include "podium/publish/downloads.hpp"
#include "podium/publish/pages/page_context.hpp"

namespace podium {
namespace {

using Page = std::function<OutputFile()>;

void add_pages(std::vector<Page>& pages, const PageContext& context) {
  pages.emplace_back([&context] { return home_page(context); });
  pages.emplace_back([&context] { return indicators_page(context); });
  pages.emplace_back([&context] { return method_page(context); });
  if (context.stress != nullptr) pages.emplace_back([&context] { return stress_page(context); });
  if (!context.restatements.empty()) pages.emplace_back([&context] { return restatements_page(context); });
  for (const Time time : all_periods(context.scores())) {
    pages.emplace_back([&context, time] { return ranking_page(context, time); });
    pages.emplace_back([&context, time] { return audit_page(context, time); });
  }
  for (const Unit unit : all_units(context.scores())) {
    pages.emplace_back([&context, unit] { return unit_page(context, unit); });
  }
  for (const Series indicator : context.index.hierarchy.indicators()) {
    pages.emplace_back([&context, indicator] { return indicator_page(context, indicator); });
  }
}

/// One for each period, for the pages of both languages.
std::vector<AuditedPeriod> audits_of(const Index& index, const Computed& computed, std::size_t threads) {
  std::vector<std::optional<AuditedPeriod>> found(index.periods.size());
  for_each_index(found.size(), threads,
                 [&](std::size_t i) { found[i] = audited_period(index, computed, static_cast<Time>(i)); });
  std::vector<AuditedPeriod> audits;
  for (std::optional<AuditedPeriod>& one : found) audits.push_back(*std::move(one));
  return audits;
}

}  // namespace

std::vector<OutputFile> render_site(const Index& index, const Computed& computed, std::size_t threads,
                                    const SiteStress* stress) {
  const Texts texts = read_texts();
  const SiteFacts facts = site_facts(index, computed);
  const SiteWords words_en(texts, Language::English, facts.kinds);
  const SiteWords words_ko(texts, Language::Korean, facts.kinds);
  const Templates templates_en(words_en);
  const Templates templates_ko(words_ko);
  const std::vector<AuditedPeriod> audits = audits_of(index, computed, threads);
  const std::vector<SiteRestatement> restatements = restatements_of_site(index, threads);
  const PageContext english{index, computed, facts, words_en, templates_en, audits, restatements, stress};
  const PageContext korean{index, computed, facts, words_ko, templates_ko, audits, restatements, stress};

  std::vector<Page> pages{[&] { return welcome_page(english, korean); }};
  add_pages(pages, english);
  add_pages(pages, korean);
  std::vector<OutputFile> files(pages.size());
  for_each_index(pages.size(), threads, [&](std::size_t i) { files[i] = pages[i](); });

  std::ranges::move(shared_files(index, computed), std::back_inserter(files));
  std::ranges::move(restatement_files(index, restatements), std::back_inserter(files));
  if (stress != nullptr) {
    std::ranges::move(stress_files(stress->test.result(index, computed)), std::back_inserter(files));
  }
  std::ranges::sort(files, {}, &OutputFile::path);
  return files;
}

}  // namespace podium
