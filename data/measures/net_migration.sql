/*podium
id = "net_migration"
title = { en = "Net talent migration per 10,000 members", ko = "인재 순유입 (회원 1만 명당)" }
indicator = "net_ai_talent_migration"
unit_of_measure = "per 10,000 members"

[rule]
en = "Arrivals minus departures in a year, over the members at its end, times 10,000 (the definition of LinkedIn and the OECD AI Policy Observatory). A member is where the step of the career is that has begun last and has not ended. A move is a step in another place than the one before it; it happens on the day when the step begins."
ko = "한 해의 유입에서 유출을 빼고 연말 회원 수로 나눈 뒤 10,000을 곱합니다(LinkedIn과 OECD AI 정책관측소의 정의). 회원의 소재지는 가장 최근에 시작하고 아직 끝나지 않은 경력의 장소입니다. 앞 경력과 다른 장소에서 새 경력이 시작된 날에 이동한 것으로 봅니다."

[[input]]
name = "careers"
[input.columns]
person = "integer"
place = { type = "text", country = true }
from = "date"
to = "date"

[parameters.first_year]
value = 2015
meaning = { en = "first year to measure", ko = "측정할 첫 해" }
[parameters.last_year]
value = 2025
meaning = { en = "last year to measure", ko = "측정할 마지막 해" }
[parameters.min_members]
value = 1000
meaning = { en = "with fewer members at the end of the year there is no figure", ko = "연말 회원이 이보다 적으면 수치를 내지 않습니다" }
*/
WITH step AS (
  SELECT person, coalesce(code, '?') AS place, "from", "to"
  FROM careers LEFT JOIN country_name ON name = place
),
-- Of each step, where the one before it was, and the year when it gives way to the next or ends.
career AS (
  SELECT place,
         year("from") AS begun,
         lag(place) OVER history AS before,
         year(least("to", lead("from") OVER history)) AS ended
  FROM step
  WINDOW history AS (PARTITION BY person ORDER BY "from", "to", place)
),
counted AS (
  SELECT place, before, begun, ended, count(*) AS steps FROM career GROUP BY ALL
),
change AS (
  SELECT place AS unit, begun AS period, steps AS arrivals, 0 AS departures, 0 AS members FROM counted WHERE before <> place
  UNION ALL SELECT before, begun, 0, steps, 0 FROM counted WHERE before <> place
  UNION ALL SELECT place, begun, 0, 0, steps FROM counted
  UNION ALL SELECT place, ended, 0, 0, -steps FROM counted WHERE ended IS NOT NULL
),
by_year AS (
  SELECT unit, period, sum(arrivals) AS arrivals, sum(departures) AS departures, sum(members) AS change
  FROM (SELECT * FROM change
        UNION ALL SELECT unit, unnest(range(first_year, last_year + 1)), 0, 0, 0
                  FROM (SELECT DISTINCT unit FROM change), parameter)
  GROUP BY unit, period
),
stock AS (
  SELECT *, sum(change) OVER (PARTITION BY unit ORDER BY period) AS members FROM by_year
)
SELECT unit, period,
       CASE WHEN members >= greatest(min_members, 1) THEN 10000 * (arrivals - departures)::DOUBLE / members::DOUBLE END AS value,
       CASE WHEN members >= greatest(min_members, 1)
            THEN format('{} arrived, {} left, {} members', arrivals::BIGINT, departures::BIGINT, members::BIGINT)
            ELSE format('fewer than {} members', min_members) END AS note
FROM stock, parameter
WHERE unit <> '?' AND period BETWEEN first_year AND last_year
ORDER BY unit, period
