#pragma once

#include <string>

#include "podium/files/exchange/form.hpp"

namespace podium {

/// The tables of an index as a workbook (table_workbook.hpp), which says that it was made on the day of the newest
/// edition's release.
Result<std::string> index_workbook(const IndexTables& tables);

/// For the list of forms.
ExchangeForm xlsx_form();

}  // namespace podium
