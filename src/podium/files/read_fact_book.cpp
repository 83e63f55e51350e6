#include "podium/files/read_fact_book.hpp"

#include "podium/files/index_directory.hpp"
#include "podium/files/other_countries.hpp"
#include "podium/files/read_aliases.hpp"
#include "podium/files/read_cited_figures.hpp"
#include "podium/files/read_exchange_rates.hpp"

namespace podium {
namespace {

/// The words that the tables may use. A lexicon that could not be read as a whole knows every unit and series.
Vocabulary vocabulary_of(const Index& index, const ReadLexicon& read) {
  Vocabulary words;
  words.units = WordList(Code::UnknownUnit, "unit", !read.ids_are_sound);
  words.series = WordList(Code::UnknownIndicator, "indicator", !read.ids_are_sound);
  words.edition_list = index.editions;
  words.editions = edition_words(index.editions, false);
  for (std::size_t i = 0; i < read.lexicon.units.size(); ++i) words.units.add(read.lexicon.units[i].code, i);
  for (std::size_t i = 0; i < read.lexicon.series.size(); ++i) words.series.add(read.lexicon.series[i].id, i);
  for (std::size_t i = 0; i < index.sources.size(); ++i) words.sources.add(index.sources[i].id, i);
  return words;
}

class FactBookReader {
 public:
  FactBookReader(const std::filesystem::path& path, const IndexDirectory& directory, const Index& index)
      : path_(path), directory_(directory), index_(index) {}

  Result<FactBook> read() {
    ReadLexicon lexicon = read_lexicon();
    const Vocabulary words = vocabulary_of(index_, lexicon);
    FactBook book{.figures = read_table(kFactTable, words, read_cited_figures),
                  .rates = read_table(kRateTable, words, read_exchange_rates)};
    if (!problems_.empty()) return std::move(problems_).sorted();
    book.lexicon = std::move(lexicon.lexicon);
    add_other_countries(index_.units, book.lexicon);
    return book;
  }

 private:
  bool has(const char* name) const {
    std::error_code ignored;
    return std::filesystem::exists(std::filesystem::symlink_status(path_ / name, ignored));
  }

  /// The value, or nothing after reporting why the file cannot be read.
  template <class Opened>
  std::optional<Opened> opened(const char* name, Result<Opened> result) {
    if (result) return *std::move(result);
    problems_.add_at({name, 0, 0}, std::move(result).diagnostics());
    return std::nullopt;
  }

  ReadLexicon read_lexicon() {
    ReadLexicon titles{.lexicon = lexicon_of(index_)};
    if (!has(kAliasFile)) return titles;
    titles.ids_are_sound = false;
    const auto text = opened(kAliasFile, directory_.read_text(kAliasFile));
    if (!text) return titles;
    const Result<TomlTable> document = parse_toml(*text, kAliasFile);
    if (document) return read_aliases(*document, index_, problems_);
    problems_.add(document.diagnostics());
    return titles;
  }

  template <class Row>
  std::vector<Row> read_table(const char* name, const Vocabulary& words,
                              std::vector<Row> (*read_rows)(CsvReader&, const Vocabulary&, Problems&)) {
    if (!has(name)) return {};
    auto source = opened(name, directory_.open_file(name));
    if (!source) return {};
    CsvReader csv(name, *std::move(source));
    return read_rows(csv, words, problems_);
  }

  const std::filesystem::path& path_;
  const IndexDirectory& directory_;
  const Index& index_;
  Problems problems_;
};

}  // namespace

Result<FactBook> read_fact_book(const std::filesystem::path& directory, const Index& index) {
  TRY(const IndexDirectory opened, IndexDirectory::open(directory));
  return FactBookReader(directory, opened, index).read();
}

}  // namespace podium
