#pragma once

#include "podium/cli/command.hpp"
#include "podium/files/exchange/sheet_forms.hpp"

namespace podium {

/// What the command line says of spreadsheets that become a new index: they name no source and no day.
struct SheetSetting {
  std::optional<std::string> form;  ///< "coinr", "coin-tool"
  std::optional<std::string> publisher;
  std::optional<std::string> released;
  std::optional<std::string> source_title;
  std::optional<std::string> title;
  std::optional<std::string> fill_group;

  bool is_said() const { return publisher || released || source_title || title || fill_group; }
};

std::vector<Option> sheet_options(SheetSetting& setting);

/// The files of the new index in `directory`, whose name becomes its id. `edition` and `period`: as said, or nothing.
Result<SheetImport> import_sheets(const std::string& directory, const std::vector<std::string>& files,
                                  const SheetSetting& setting, const std::optional<std::string>& edition,
                                  const std::optional<std::string>& period);

}  // namespace podium
