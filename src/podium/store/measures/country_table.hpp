#pragma once

#include "podium/store/database.hpp"
#include "podium/store/measures/measure.hpp"

namespace podium {

struct CountryTable {
  Diagnostics remarks;  ///< texts that are no country: groups apart from names that nobody knows
};

/// Makes the table country_name(name, code, kind) of the distinct texts in the columns that the header marks as
/// countries, in the order of the names.
Result<CountryTable> make_country_table(const SqlConnection& connection, const Measure& measure);

/// Remarks on texts that are no country; nothing for empty lists.
Diagnostics remarks_on_names(const std::vector<std::string>& groups, const std::vector<std::string>& unknown,
                             const std::string& file);

}  // namespace podium
