#include <algorithm>
#include <bit>
#include <fstream>
#include <set>

#include <sys/stat.h>
#include <unistd.h>

#include "podium/files/read_index.hpp"
#include "podium/model/compute.hpp"

#include "files/small_index.hpp"
#include "store/asked.hpp"
#include "support/shared.hpp"

namespace podium {
namespace {

using namespace testing;
namespace fs = std::filesystem;

std::string text_or_empty(const std::optional<PrintedNumber>& number) { return number ? number->text : ""; }

/// The bits of a number that was printed.
std::uint64_t bits_of(const std::string& text) {
  const auto number = parse_decimal(text);
  REQUIRE_MESSAGE(number.has_value(), text);
  return std::bit_cast<std::uint64_t>(number->value);
}

bool is_same_number(const std::string& text, double value) {
  return text.empty() ? is_missing(value) : bits_of(text) == std::bit_cast<std::uint64_t>(value);
}

/// What a file is on the disk: another file of the same name has another number.
struct Identity {
  ino_t number;
  timespec changed;

  bool operator==(const Identity& other) const {
    return number == other.number && changed.tv_sec == other.changed.tv_sec && changed.tv_nsec == other.changed.tv_nsec;
  }
};

Identity identity_of(const fs::path& path) {
  struct stat about{};
  REQUIRE(::stat(path.c_str(), &about) == 0);
  return {about.st_ino, about.st_mtim};
}

/// A copy of a shipped index, so that the repository stays as it is.
class CopyOfShipped {
 public:
  explicit CopyOfShipped(const std::string& id) {
    fs::copy(source_directory() / "indices" / id, place_.path(), fs::copy_options::recursive);
    fs::remove_all(place_.path() / ".podium");
  }
  const fs::path& path() const { return place_.path(); }

 private:
  DirectoryOnDisk place_;
};

TEST_CASE("every observation of the shipped index comes back from the store to the bit") {
  const CopyOfShipped copy("ai-competitiveness");
  const Index index = must(read_index(copy.path())).index;
  const fs::path store = must(update_store(copy.path()));
  const std::vector<Fields> rows =
      rows_of(store,
              "SELECT o.unit, o.indicator, o.period, o.edition, o.value, o.value_text, o.printed_step, o.status, "
              "o.standard_error, o.source, o.locator, o.note, o.file, o.line FROM observation o ORDER BY o.rowid");
  REQUIRE(rows.size() == index.observations.size());
  REQUIRE(rows.size() > 7000);
  const std::vector<std::string> ids = index.hierarchy.series_ids();
  std::size_t wrong = 0;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const Observation& one = index.observations[i];
    const Fields& row = rows[i];
    const bool is_same =
        row[0] == index.info(one.unit).code && row[1] == ids[at(one.series)] && row[2] == to_text(one.period) &&
        row[3] == index.edition_of(one).id && is_same_number(row[4], one.value ? one.value->value : kMissing) &&
        row[5] == text_or_empty(one.value) && is_same_number(row[6], one.value ? one.value->step : kMissing) &&
        row[7] == std::string(1, static_cast<char>(one.status)) && is_same_number(row[8], one.standard_error) &&
        row[9] == index.source_of(one).id && row[10] == one.locator && row[11] == one.note &&
        row[12] == one.place.file && row[13] == std::to_string(one.place.line);
    wrong += is_same ? 0 : 1;
  }
  CHECK(wrong == 0);
}

TEST_CASE("the store holds the definitions, one row for each") {
  for (const char* const id : {"ai-competitiveness", "ai-vibrancy-2024"}) {
    CAPTURE(id);
    const CopyOfShipped copy(id);
    const Index index = must(read_index(copy.path())).index;
    const fs::path store = must(update_store(copy.path()));
    const auto count = [&store](const std::string& table) {
      return std::stoul(asked(store, "SELECT count(*) FROM " + table));
    };
    CHECK(count("unit") == index.units.size());
    CHECK(count("unit_group") == index.units.size() * index.group_names.size());
    CHECK(count("source") == index.sources.size());
    CHECK(count("edition") == index.editions.size());
    CHECK(count("observation") == index.observations.size());
    CHECK(count("indicator") == index.series.size());
    CHECK(count("indicator WHERE kind = 'indicator'") == index.hierarchy.indicators().size());
    // Each node's children count all of it.
    CHECK(asked(store,
                "SELECT count(*) FROM (SELECT parent FROM indicator WHERE parent IS NOT NULL GROUP BY parent "
                "HAVING abs(sum(share) - 1) > 1e-12)") == "0");
    CHECK(asked(store, "SELECT count(*) FROM observation o ANTI JOIN indicator i ON o.indicator = i.id") == "0");
    CHECK(asked(store, "SELECT count(*) FROM observation o ANTI JOIN edition e ON o.edition = e.id") == "0");
  }
}

TEST_CASE("the store holds the titles, weights and days that the files state") {
  const DirectoryOnDisk place(small_index());
  const fs::path store = must(update_store(place.path()));
  CHECK(rows_of(store,
                "SELECT id, kind, parent, weight, direction, unit_of_measure, title_en, title_ko, denominator, "
                "factor, goalpost_low, goalpost_high FROM indicator WHERE id IN ('investment', 'population', "
                "'risk') ORDER BY id") ==
        std::vector<Fields>{
            {"investment", "indicator", "economy", "1", "1", "USD", "Investment", "투자", "population", "1000", "", ""},
            {"population", "denominator", "", "", "", "people", "Population", "인구", "", "", "", ""},
            {"risk", "indicator", "index", "1", "-1", "percent", "Risk", "위험", "", "", "0", "50"}});
  // 1 of 1 + 3 in a pillar of 2 of 2 + 1.
  CHECK(std::stod(asked(store, "SELECT effective_weight FROM indicator WHERE id = 'investment'")) ==
        doctest::Approx(0.25 * 2 / 3));
  CHECK(rows_of(store, "SELECT id, released FROM edition ORDER BY id") ==
        std::vector<Fields>{{"report-2024", "2024-04-15"}, {"report-2025", "2025-04-07"}});
  CHECK(asked(store, "SELECT published - DATE '2025-04-01' FROM source") == "6");
  CHECK(rows_of(store, "SELECT unit, grouping, name FROM unit_group ORDER BY unit") ==
        std::vector<Fields>{{"CHN", "region", "Asia"}, {"KOR", "region", "Asia"}, {"USA", "region", "America"}});
  // A figure that is missing is null, not zero.
  CHECK(asked(store,
              "SELECT count(*) FROM observation WHERE status = 'M' AND value IS NULL AND value_text IS NULL "
              "AND note = 'not printed'") == "1");
}

TEST_CASE("results are those that the engine computes") {
  for (const char* const id : {"ai-competitiveness", "ai-vibrancy-2024"}) {
    CAPTURE(id);
    const CopyOfShipped copy(id);
    const Index index = must(read_index(copy.path())).index;
    const Computed computed = must(compute(index, index.edition));
    const fs::path store = must(update_store(copy.path()));
    const std::vector<Fields> rows =
        rows_of(store, "SELECT period, node, unit, score, rank FROM result ORDER BY rowid");
    REQUIRE(rows.size() == index.periods.size() * index.hierarchy.size() * index.units.size());
    std::size_t wrong = 0;
    std::size_t ranked = 0;
    for (const Fields& row : rows) {
      const Time time = *computed.ranking.panel().find_period(must(parse_period(row[0])));
      const Series node = *index.find_series(row[1]);
      const Unit unit = *index.find_unit(row[2]);
      const Rank rank = computed.ranking.rank(node, time, unit);
      const double score = rank == 0 ? kMissing : computed.ranking.score(node, time, unit);
      ranked += rank == 0 ? 0 : 1;
      wrong += is_same_number(row[3], score) && row[4] == (rank == 0 ? "" : std::to_string(rank)) ? 0 : 1;
    }
    CHECK(wrong == 0);
    CHECK(ranked > 0);
  }
}

TEST_CASE("the history of a cell is its value after each step that changed it") {
  const DirectoryOnDisk place(small_index());
  const Index index = must(read_index(place.path())).index;
  const fs::path store = must(update_store(place.path()));
  // No figure for Korea's startups of 2024: the median of 98 and 1073 by step 2, then (585.5 - 98) / 975 of 1 to 100.
  CHECK(rows_of(store,
                "SELECT step, operation, value, history FROM cell_history WHERE unit = 'KOR' AND "
                "indicator = 'startups' AND period = '2024' ORDER BY step") ==
        std::vector<Fields>{{"2", "impute median", "585.5", "imputed:2"},
                            {"3", "normalise minmax", "50.5", "imputed:2"}});
  // The last entry of every cell is what the panel holds at the end.
  const Panel last = must(compute_until(index, index.edition, index.recipe.steps().size()));
  const std::vector<Fields> rows =
      rows_of(store,
              "SELECT unit, indicator, period, arg_max(coalesce(value, 'nan'), step), arg_max(history, step) "
              "FROM cell_history GROUP BY ALL ORDER BY ALL");
  REQUIRE(rows.size() > 20);
  for (const Fields& row : rows) {
    CAPTURE(row);
    const Series series = *last.find_series(row[1]);
    const Time time = *last.find_period(must(parse_period(row[2])));
    const Unit unit = *last.find_unit(row[0]);
    const double value = last.value(series, time, unit);
    CHECK((row[3] == "nan" ? is_missing(value) : bits_of(row[3]) == std::bit_cast<std::uint64_t>(value)));
    CHECK(row[4] == history_text(last, index.hierarchy, series, time, unit));
  }
  CHECK(rows_of(store, "SELECT DISTINCT edition FROM cell_history WHERE step = 0 ORDER BY ALL") ==
        std::vector<Fields>{{"report-2025"}});
}

TEST_CASE("if no file changed, the store is not touched") {
  const DirectoryOnDisk place(small_index());
  const fs::path store = must(update_store(place.path()));
  CHECK(names_in(store.parent_path()) == std::vector<std::string>{"store.duckdb"});
  const Identity before = identity_of(store);
  const Identity folder = identity_of(store.parent_path());
  CHECK(must(update_store(place.path())) == store);
  // Written again with the same bytes: not a change.
  place.write("observations/others.csv", place.read("observations/others.csv"));
  CHECK(must(update_store(place.path())) == store);
  CHECK(asked(store, "SELECT count(*) FROM observation") == "24");
  CHECK(identity_of(store) == before);
  CHECK(identity_of(store.parent_path()) == folder);
}

/// Every row of the tables but cell_history and result, which a changed figure may change everywhere.
std::vector<Fields> rows_of_other_file(const fs::path& store) {
  return rows_of(store, "SELECT * FROM observation WHERE file = 'observations/others.csv' ORDER BY ALL");
}

TEST_CASE("a changed table has its rows replaced, and the results follow") {
  const DirectoryOnDisk place(small_index());
  fs::path store = must(update_store(place.path()));
  const std::vector<Fields> others = rows_of_other_file(store);
  REQUIRE(others.size() == 12);
  const Identity before = identity_of(store);

  place.write("observations/economy.csv",
              replaced(place.read("observations/economy.csv"), "KOR,investment,2024,report-2025,1.33",
                       "KOR,investment,2024,report-2025,1.79"));
  store = must(update_store(place.path()));
  CHECK(!(identity_of(store) == before));
  CHECK(asked(store,
              "SELECT value_text FROM observation WHERE unit = 'KOR' AND indicator = 'investment' AND "
              "period = '2024'") == "1.79");
  CHECK(asked(store, "SELECT count(*) FROM observation") == "24");
  CHECK(rows_of_other_file(store) == others);
  const Computed computed = must(compute(must(read_index(place.path())).index, LatestEdition{}));
  const Panel& panel = computed.ranking.panel();
  const double score = computed.ranking.score(*panel.find_series("investment"), Time{1}, *panel.find_unit("KOR"));
  CHECK(is_same_number(asked(store,
                             "SELECT score FROM result WHERE node = 'investment' AND unit = 'KOR' AND "
                             "period = '2024'"),
                       score));
}

TEST_CASE("tables that come and go are noticed, also those that podium.toml names") {
  const DirectoryOnDisk place(small_index());
  must(update_store(place.path()));
  const std::string header = "unit,indicator,period,edition,value,status,source,locator,note\n";
  place.write("observations/more.csv", header + "KOR,risk,2023,report-2024,9,A,report,,\n");
  CHECK(asked(must(update_store(place.path())), "SELECT count(*) FROM observation") == "25");
  fs::remove(place.path() / "observations/more.csv");
  CHECK(asked(must(update_store(place.path())), "SELECT count(*) FROM observation") == "24");

  place.write("aside/more.csv", header);
  place.write("podium.toml", place.read("podium.toml") + "\n[[table]]\nfile = \"aside/more.csv\"\n");
  CHECK(asked(must(update_store(place.path())), "SELECT count(*) FROM input") == "7");
  place.write("aside/more.csv", header + "KOR,risk,2023,report-2024,9,A,report,,\n");
  CHECK(asked(must(update_store(place.path())), "SELECT file || ':' || line FROM observation WHERE value = 9") ==
        "aside/more.csv:2");
}

TEST_CASE("a changed recipe or hierarchy rebuilds the results") {
  const DirectoryOnDisk place(small_index());
  const auto score = [&place] {
    return asked(must(update_store(place.path())),
                 "SELECT score FROM result WHERE node = 'startups' AND unit = 'USA' AND period = '2024'");
  };
  CHECK(score() == "100");
  place.write("podium.toml", replaced(place.read("podium.toml"), "range = [1, 100]", "range = [1, 10]"));
  CHECK(score() == "10");
  place.write("units.csv", replaced(place.read("units.csv"), "KOR,,,Asia", "KOR,,,Far East"));
  CHECK(asked(must(update_store(place.path())), "SELECT name FROM unit_group WHERE unit = 'KOR'") == "Far East");
}

TEST_CASE("a store that is damaged, of another podium, or no store is made anew") {
  const DirectoryOnDisk place(small_index());
  const fs::path store = must(update_store(place.path()));
  for (const char* const bytes : {"", "not a database", "\0\0\0\0\0\0\0\0DUCK"}) {
    std::ofstream(store, std::ios::binary | std::ios::trunc) << bytes;
    CHECK(asked(must(update_store(place.path())), "SELECT count(*) FROM observation") == "24");
  }
  fs::resize_file(store, fs::file_size(store) / 2);
  CHECK(asked(must(update_store(place.path())), "SELECT count(*) FROM observation") == "24");
  fs::remove_all(store.parent_path());
  CHECK(asked(must(update_store(place.path())), "SELECT count(*) FROM observation") == "24");
}

TEST_CASE("problems of the index are reported, and the store of before stays") {
  const DirectoryOnDisk place(small_index());
  const fs::path store = must(update_store(place.path()));
  const Identity before = identity_of(store);
  const std::string sound = place.read("observations/others.csv");
  place.write("observations/others.csv", replaced(sound, "CHN,risk", "XXX,risk"));
  const auto broken = update_store(place.path());
  REQUIRE(!broken);
  CHECK(broken.diagnostics().front().code == Code::UnknownUnit);
  CHECK(identity_of(store) == before);
  CHECK(names_in(store.parent_path()) == std::vector<std::string>{"store.duckdb"});
  place.write("observations/others.csv", sound);
  CHECK(must(update_store(place.path())) == store);
  CHECK(identity_of(store) == before);
  CHECK(update_store(place.path() / "nowhere").diagnostics().front().code == Code::MissingFile);
}

TEST_CASE("a store is not written through a link that leads elsewhere") {
  const DirectoryOnDisk place(small_index());
  const DirectoryOnDisk elsewhere;
  fs::create_directory_symlink(elsewhere.path(), place.path() / ".podium");
  const auto refused = update_store(place.path());
  REQUIRE(!refused);
  CHECK(refused.diagnostics().front().code == Code::WriteFailed);
  CHECK(elsewhere.files().empty());
}

TEST_CASE("the store is no part of the index: reading and publishing pass it by") {
  const DirectoryOnDisk place(small_index());
  const Index before = must(read_index(place.path())).index;
  const fs::path store = must(update_store(place.path()));
  place.write(".podium/observations/stray.csv", "not,a,table\n");
  CHECK(must(read_index(place.path())).index.observations.size() == before.observations.size());
  CHECK(must(update_store(place.path())) == store);
}

}  // namespace
}  // namespace podium
