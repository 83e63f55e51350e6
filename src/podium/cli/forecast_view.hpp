#pragma once

#include "podium/cli/text_form.hpp"
#include "podium/wire/forecasts.hpp"

namespace podium {

/// How good earlier forecasts were: in a sentence, by indicator and unit, and one by one.
std::string forecast_view(const ForecastReport& report, TextForm form, Language language, Colour colour);

}  // namespace podium
