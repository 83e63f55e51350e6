#pragma once

#include "files/directory_on_disk.hpp"

namespace podium::testing {

/// A sound index of three units, three indicators and two years; the tests break it in one place each.
inline FileTexts small_index() {
  FileTexts files;
  files["podium.toml"] = R"([index]
id = "small"
title = { en = "Small index", ko = "작은 지수" }
periods = [2023, 2024]
edition = "latest"

[[node]]
id = "economy"
parent = "index"
weight = 2
title = { en = "Economy", ko = "경제" }

[[indicator]]
id = "investment"
parent = "economy"
weight = 1
direction = 1
unit_of_measure = "USD"
title = { en = "Investment", ko = "투자" }
denominator = "population"
factor = 1000

[[indicator]]
id = "startups"
parent = "economy"
weight = 3
direction = 1
unit_of_measure = "firms"
title = { en = "Startups", ko = "창업" }

[[indicator]]
id = "risk"
parent = "index"
weight = 1
direction = -1
unit_of_measure = "percent"
title = { en = "Risk", ko = "위험" }
goalposts = [0, 50]

[[denominator]]
id = "population"
unit_of_measure = "people"
title = { en = "Population", ko = "인구" }

[[step]]
op = "denominate"
[[step]]
op = "impute"
method = "median"
[[step]]
op = "normalise"
method = "minmax"
range = [1, 100]
over = "period"
[[step]]
op = "aggregate"
method = "arithmetic"
missing = "reweight"
)";
  files["units.csv"] =
      "code,name.en,name.ko,region\n"
      "CHN,,,Asia\n"
      "KOR,,,Asia\n"
      "USA,,,America\n";
  files["sources.toml"] = R"([report]
title = "Report"
publisher = "Statistics Office"
published = 2025-04-07
url = "https://example.org/report"
licence = "CC BY 4.0"
)";
  files["editions.toml"] = R"([report-2024]
publisher = "Statistics Office"
released = 2024-04-15
title = "Report 2024"

[report-2025]
publisher = "Statistics Office"
released = 2025-04-07
title = "Report 2025"
)";
  files["observations/economy.csv"] =
      "unit,indicator,period,edition,value,status,source,locator,note\n"
      "CHN,investment,2023,report-2025,7.5,A,report,table 1,\n"
      "KOR,investment,2023,report-2025,1.39,A,report,table 1,\n"
      "USA,investment,2023,report-2025,67.22,A,report,table 1,\n"
      "CHN,investment,2024,report-2025,9.3,A,report,table 1,\n"
      "KOR,investment,2024,report-2025,1.33,A,report,table 1,\n"
      "USA,investment,2024,report-2025,109.1,A,report,table 1,\n"
      "CHN,population,2023,report-2025,1411,A,report,,\n"
      "KOR,population,2023,report-2025,51.7,A,report,,\n"
      "USA,population,2023,report-2025,334.9,A,report,,\n"
      "CHN,population,2024,report-2025,1409,A,report,,\n"
      "KOR,population,2024,report-2025,51.8,A,report,,\n"
      "USA,population,2024,report-2025,340.1,A,report,,\n";
  files["observations/others.csv"] =
      "unit,indicator,period,edition,value,status,source,locator,note\n"
      "CHN,startups,2023,report-2025,120,A,report,,\n"
      "KOR,startups,2023,report-2025,44,A,report,,\n"
      "USA,startups,2023,report-2025,897,A,report,,\n"
      "CHN,startups,2024,report-2025,98,A,report,,\n"
      "KOR,startups,2024,report-2025,,M,report,,not printed\n"
      "USA,startups,2024,report-2025,1073,A,report,,\n"
      "CHN,risk,2023,report-2025,12.5,A,report,,\n"
      "KOR,risk,2023,report-2025,8,A,report,,\n"
      "USA,risk,2023,report-2025,20.25,A,report,,\n"
      "CHN,risk,2024,report-2025,13,E,report,,\n"
      "KOR,risk,2024,report-2025,7.5,,report,,\n"
      "USA,risk,2024,report-2025,21,P,report,,\n";
  return files;
}

}  // namespace podium::testing
