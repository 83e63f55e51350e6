#pragma once

#include "podium/cli/command.hpp"
#include "podium/files/exchange/form.hpp"

namespace podium {

/// Every form that podium writes and reads, in the order of the help.
const std::vector<ExchangeForm>& exchange_forms();

/// The names of the forms that can be written.
std::vector<std::string_view> names_of_written_forms();

/// The form of that name; without one, that of the output's suffix.
Result<ExchangeForm> form_to_write(const std::optional<std::string>& name, const std::filesystem::path& output);

/// Reads a file, or a directory of a form, by its suffix or the file that marks it.
Result<ReadTables> read_exchange(const std::filesystem::path& path);

}  // namespace podium
