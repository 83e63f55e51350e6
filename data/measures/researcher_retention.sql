/*podium
id = "researcher_retention"
title = { en = "Top-tier researchers who stayed", ko = "최상위 연구자 잔류율" }
indicator = "top_tier_researcher_retention"
unit_of_measure = "share"

[rule]
en = "Of the researchers who took their first degree in a country, the share that works there. A researcher counts once a period; one without a country of degree or of work is not counted. The standard error is half the width of the Wilson interval over the normal quantile of the level (Wilson, 1927); the note gives the interval."
ko = "첫 학위를 받은 국가별로, 그 국가에서 일하는 연구자의 비율입니다. 연구자는 기간마다 한 번씩 세며, 학위나 근무 국가를 모르는 연구자는 세지 않습니다. 표준오차는 윌슨 구간(Wilson, 1927) 너비의 절반을 신뢰수준의 정규분위수로 나눈 값이며, 구간은 비고에 적습니다."

[[input]]
name = "researchers"
[input.columns]
person = "text"
period = "text"
first_degree = { type = "text", country = true }
works_in = { type = "text", country = true }

[parameters.z]
value = 1.959963984540054
meaning = { en = "normal quantile of the interval; the default is that of 95 percent", ko = "구간의 정규분위수 (기본값은 95% 구간)" }
[parameters.min_researchers]
value = 10
meaning = { en = "with fewer there is no figure", ko = "이보다 적으면 수치를 내지 않습니다" }
*/
WITH researcher AS (
  SELECT person, period, min(home.code) AS home, min(work.code) AS work
  FROM researchers
  JOIN country_name home ON home.name = first_degree
  JOIN country_name work ON work.name = works_in
  WHERE home.code IS NOT NULL AND work.code IS NOT NULL
  GROUP BY person, period
),
counted AS (
  SELECT home AS unit, period, count(*)::DOUBLE AS n, (count(*) FILTER (home = work))::DOUBLE AS stayed
  FROM researcher GROUP BY home, period
),
-- Wilson (1927): centre (p + z^2 / 2n) / (1 + z^2 / n), half width z / (1 + z^2 / n) sqrt(p (1 - p) / n + z^2 / 4n^2).
wilson AS (
  SELECT *, stayed / n AS p,
         (stayed / n + z * z / (2 * n)) / (1 + z * z / n) AS centre,
         z / (1 + z * z / n) * sqrt(stayed / n * (1 - stayed / n) / n + z * z / (4 * n * n)) AS half
  FROM counted, parameter
)
SELECT unit, period,
       CASE WHEN n >= min_researchers THEN p END AS value,
       CASE WHEN n >= min_researchers THEN half / z END AS standard_error,
       CASE WHEN n >= min_researchers
            THEN format('{:d} of {:d}; interval {:.4f} to {:.4f}', stayed::BIGINT, n::BIGINT, centre - half, centre + half)
            ELSE format('fewer than {:d} researchers', min_researchers) END AS note
FROM wilson
ORDER BY unit, period
