#include "podium/cli/new_command.hpp"

#include <algorithm>
#include <filesystem>
#include <memory>

#include "podium/cli/common_options.hpp"
#include "podium/cli/embedded.hpp"
#include "podium/cli/texts.hpp"
#include "podium/files/output.hpp"

namespace podium {
namespace {

struct NewOptions {
  std::string name;
  std::optional<std::string> lang;
};

/// The template's files say this where the index's own id belongs.
constexpr std::string_view kIdMark = "@id@";
constexpr std::string_view kTemplate = "new/";

/// "my-index/" is my-index.
std::filesystem::path without_last_slash(const std::string& path) {
  const std::filesystem::path clean = std::filesystem::path(path).lexically_normal();
  return clean.has_filename() ? clean : clean.parent_path();
}

/// The id of an index is the last part of its path.
Result<std::string> id_of(const std::filesystem::path& directory) {
  const std::string id = directory.filename().string();
  const auto is_good = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_'; };
  if (id.empty() || !std::all_of(id.begin(), id.end(), is_good)) {
    return bad_usage("name " + podium::quoted(id), "small letters, digits, - and _, such as my-index");
  }
  return id;
}

std::string with_id(std::string text, const std::string& id) {
  for (std::size_t found = text.find(kIdMark); found != std::string::npos;
       found = text.find(kIdMark, found + id.size())) {
    text.replace(found, kIdMark.size(), id);
  }
  return text;
}

Result<Report> make_new(const NewOptions& options, const Surroundings& surroundings) {
  const std::filesystem::path directory = without_last_slash(options.name);
  TRY(const std::string id, id_of(directory));
  std::vector<OutputFile> files;
  for (const embedded::File& file : embedded::cli::files()) {
    if (!file.name.starts_with(kTemplate)) continue;
    files.push_back({std::string(file.name.substr(kTemplate.size())), with_id(std::string(file.bytes), id)});
  }
  const auto created = create_directory_of(directory, files);
  if (!created) return created.diagnostics();
  return Report{fill(texts::kCreated.in(language_of(options.lang, surroundings)),
                     {directory.generic_string(), std::to_string(files.size())})};
}

}  // namespace

Command new_command() {
  const auto options = std::make_shared<NewOptions>();
  return {
      .name = "new",
      .purpose = {"starts an index: a small directory that builds at once, with comments that teach",
                  "새 지수를 시작합니다. 바로 만들어지는 작은 예시와 설명이 들어 있습니다"},
      .options = {{.name = "NAME",
                   .value = {},
                   .help = {"the new directory; its last part is the id of the index",
                            "새 디렉터리. 마지막 부분이 지수의 코드가 됩니다"},
                   .target = &options->name,
                   .completion = Completion::Directories},
                  language_option(options->lang)},
      .examples = {{"podium new my-index", {"then 'podium rank my-index'", "다음은 'podium rank my-index'"}},
                   {"podium new indices/digital-health", {"in another directory", "다른 디렉터리에"}}},
      .run = [options](const Surroundings& surroundings) { return make_new(*options, surroundings); },
      .more = {"The directory must not exist yet, or be empty. All figures in it are invented.",
               "디렉터리는 아직 없거나 비어 있어야 합니다. 수치는 모두 꾸며 낸 것입니다."},
  };
}

}  // namespace podium
