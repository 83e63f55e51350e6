#include "podium/cli/exchange_forms.hpp"

#include <algorithm>
#include <system_error>

#include "podium/files/exchange/sheet_forms.hpp"
#include "podium/files/exchange/xlsx_form.hpp"
#include "podium/store/parquet_tables.hpp"

namespace podium {
namespace {

namespace fs = std::filesystem;

/// "without a suffix, .json, .csv"
std::string known_suffixes() {
  std::vector<std::string_view> words;
  for (const ExchangeForm& form : exchange_forms()) {
    if (!form.suffix.empty() && std::ranges::find(words, form.suffix) == words.end()) words.push_back(form.suffix);
  }
  return one_of(words);
}

Diagnostic missing(const fs::path& path) {
  return {.code = Code::MissingFile,
          .found = "no file " + podium::quoted(path.generic_string()),
          .expected = "a readable file, or the directory of a Data Package"};
}

}  // namespace

const std::vector<ExchangeForm>& exchange_forms() {
  static const std::vector<ExchangeForm> forms = [] {
    std::vector<ExchangeForm> all = text_forms();
    all.push_back(xlsx_form());
    for (const ExchangeForm& form : parquet_forms()) all.push_back(form);
    for (const ExchangeForm& form : sheet_forms()) all.push_back(form);
    return all;
  }();
  return forms;
}

std::vector<std::string_view> names_of_written_forms() {
  std::vector<std::string_view> names;
  for (const ExchangeForm& form : exchange_forms()) {
    if (form.write != nullptr) names.push_back(form.name);
  }
  return names;
}

Result<ExchangeForm> form_to_write(const std::optional<std::string>& name, const fs::path& output) {
  const std::string suffix = output.extension().string();
  for (const ExchangeForm& form : exchange_forms()) {
    if (form.write != nullptr && (name ? form.name == *name : form.suffix == suffix)) return form;
  }
  return bad_usage("no form for " + podium::quoted(output.generic_string()),
                   "--form, or a name that ends in " + known_suffixes() + " or, for a Data Package, in no suffix");
}

Result<ReadTables> read_exchange(const fs::path& path) {
  std::error_code error;
  const bool is_directory = fs::is_directory(path, error);
  if (!is_directory && !fs::exists(path, error)) return missing(path);
  for (const ExchangeForm& form : exchange_forms()) {
    if (form.read == nullptr) continue;
    if (form.is_directory()) {
      if (is_directory && fs::exists(path / form.marker, error)) return form.read(path);
      if (!is_directory && path.filename() == form.marker) {
        return form.read(path.has_parent_path() ? path.parent_path() : fs::path("."));
      }
    } else if (!is_directory && path.extension() == form.suffix) {
      return form.read(path);
    }
  }
  return bad_usage(podium::quoted(path.generic_string()) + ", which is of no known form",
                   "a file whose name ends in " + known_suffixes() + ", or the directory of a Data Package");
}

}  // namespace podium
