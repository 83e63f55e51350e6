#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <kainjow/mustache.hpp>

#include "podium/publish/site_words.hpp"

namespace podium {

/// Names of the embedded files that are templates.
std::vector<std::string_view> template_names();
std::string_view template_source(std::string_view name);

/// The source with each {{> name}} replaced by that template and each [[key]] by its text. A text may itself name
/// texts, and hold {{tags}} that the page's data fill, so that every language orders its sentence as it likes. Texts
/// are escaped for HTML.
std::string expand(std::string_view source, const SiteWords& words);

/// The pages' templates in one language, parsed once.
class Templates {
 public:
  explicit Templates(const SiteWords& words);

  /// May be called from several threads at once.
  std::string render(std::string_view name, const kainjow::mustache::data& data) const;

 private:
  // The library's render() is not const although, without lambdas and errors, it only reads.
  std::map<std::string_view, std::unique_ptr<kainjow::mustache::mustache>, std::less<>> parsed_;
};

}  // namespace podium
