#pragma once

#include <string>
#include <string_view>

namespace podium {

/// What an SDMX id stands for. A code of a codelist may hold A-Z a-z 0-9 _ @ $ - (IDType); what other codes name as
/// their parent, and the name of an artefact or a concept, must begin with a letter and hold no @ and $ (NCNameIDType).
enum class SdmxIdKind { Code, Name };

/// An id of podium as SDMX allows it. Nearly all stay as they are. One that SDMX does not allow, such as `gdp.2020`, or
/// that begins with "x-" becomes "x-" and its bytes: letters, digits and "_" stand for themselves, "-" is "--", "."
/// is "-d", any other byte "-x" and two hexadecimal digits: x-gdp-d2020.
std::string sdmx_id(std::string_view id, SdmxIdKind kind);

/// The id that sdmx_id turned into `text`; `text` itself if it is none of those.
std::string from_sdmx_id(std::string_view text);

}  // namespace podium
