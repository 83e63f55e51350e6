#include "podium/files/exchange/index_tables.hpp"

namespace podium {
namespace {

using enum ColumnKind;

TableInfo index_info() {
  return {"index",
          "The index itself, in one row.",
          {{"id", Text, true, "Id of the index."},
           {"title.en", Text, false, "English title."},
           {"title.ko", Text, false, "Korean title."},
           {"description.en", Text, false, "What it measures, in English."},
           {"description.ko", Text, false, "What it measures, in Korean."},
           {"first_period", Text, true, "The first period that is ranked."},
           {"last_period", Text, true, "The last period that is ranked."},
           {"edition", Text, false, "Which edition's figures it uses: 'latest' or an edition's id; empty with as_of."},
           {"as_of", Date, false, "It uses what had been published on that day."},
           {"min_coverage", Number, true,
            "Share of the best-covered edition's units that an edition must cover to be chosen."}},
          {"id"}};
}

TableInfo unit_info() {
  return {"unit",
          "What is ranked; further columns are groups.",
          {{"code", Text, true, "Code of the unit; of countries ISO 3166-1 alpha-3."},
           {"name.en", Text, false, "English name."},
           {"name.ko", Text, false, "Korean name."}},
          {"code"}};
}

TableInfo indicator_info() {
  return {"indicator",
          "Every node of the hierarchy: the index, pillars, indicators; and series that only divide others.",
          {{"id", Text, true, "Id of the node or series."},
           {"kind", Text, true, "'node' above indicators, 'indicator' or 'denominator'."},
           {"parent", Text, false, "The node above; empty for the index and for denominators.", "indicator.id"},
           {"weight", Number, false, "Weight within the parent; only proportions count."},
           {"direction", Integer, false, "1 where more is better, -1 where less is better."},
           {"unit_of_measure", Text, false, "Unit of measure."},
           {"title.en", Text, false, "English title."},
           {"title.ko", Text, false, "Korean title."},
           {"description.en", Text, false, "What is measured, in English."},
           {"description.ko", Text, false, "What is measured, in Korean."},
           {"denominator", Text, false, "The series that divides it.", "indicator.id"},
           {"factor", Number, false, "Factor of the figure before it is divided."},
           {"goalpost_low", Number, false, "Lower goalpost."},
           {"goalpost_high", Number, false, "Upper goalpost."},
           {"target_low", Number, false, "Lower end of the best figures."},
           {"target_high", Number, false, "Upper end of the best figures."},
           {"edition", Text, false, "The edition that is always used for it.", "edition.id"}},
          {"id"}};
}

TableInfo source_info() {
  return {"source",
          "Citable origins of figures.",
          {{"id", Text, true, "Id of the source."},
           {"title", Text, true, "Title."},
           {"publisher", Text, true, "Publisher."},
           {"published", Date, false, "Day of publication."},
           {"url", Text, false, "Address."},
           {"licence", Text, false, "Licence, as stated."},
           {"note", Text, false, "Note."}},
          {"id"}};
}

TableInfo edition_info() {
  return {"edition",
          "Releases in which figures were printed.",
          {{"id", Text, true, "Id of the edition."},
           {"publisher", Text, true, "Publisher."},
           {"released", Date, true, "Day of release."},
           {"title", Text, true, "Title."},
           {"note", Text, false, "Note."}},
          {"id"}};
}

TableInfo observation_info() {
  return {
      "observation",
      "Every figure in every edition.",
      {{"unit", Text, true, "Unit.", "unit.code"},
       {"indicator", Text, true, "Indicator or denominator.", "indicator.id"},
       {"period", Text, true, "Year (2024), quarter (2024-Q3) or month (2024-09)."},
       {"edition", Text, true, "Edition that printed the figure.", "edition.id"},
       {"value", Number, false, "The figure with the digits that were printed; empty with status M."},
       {"standard_error", Number, false, "Standard error as published, in the unit of the figure."},
       {"status", Text, true, "SDMX OBS_STATUS: A normal, B break, E estimated, I imputed, M missing, P provisional."},
       {"source", Text, true, "Source.", "source.id"},
       {"locator", Text, false, "Where in the source."},
       {"note", Text, false, "Note."}},
      {"unit", "indicator", "period", "edition"}};
}

TableInfo definition_info() {
  return {"definition",
          "The files that say how the index is computed, line by line.",
          {{"path", Text, true, "File, such as podium.toml."},
           {"line", Integer, true, "Number of the line, from 1."},
           {"text", Text, false, "The line."}},
          {"path", "line"}};
}

}  // namespace

const std::vector<TableInfo>& index_table_infos() {
  static const std::vector<TableInfo> infos{index_info(),   unit_info(),        indicator_info(), source_info(),
                                            edition_info(), observation_info(), definition_info()};
  return infos;
}

}  // namespace podium
