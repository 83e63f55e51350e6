/*podium
id = "researcher_moves"
title = { en = "Researchers moving in from abroad", ko = "해외에서 옮겨 온 연구자" }
indicator = "researcher_net_moves"
unit_of_measure = "researchers"

[rule]
en = "People whose institution of a year is in another country than that of the year before, by the later year: those who came, those who left, or their difference. Who is absent from either year has not moved. When a stated share of those whose institution's name changed and who are still listed went from one name to the same other one, the institution was renamed or merged, and they have not moved."
ko = "두 해 연속 명단에 있는 사람 가운데 소속 기관의 국가가 앞 해와 달라진 사람을 뒤 해의 이동으로 셉니다(유입, 유출 또는 순이동). 어느 한 해에 명단에 없는 사람은 이동으로 보지 않습니다. 한 기관에 있던 사람 가운데 정해진 비율 이상이 같은 다른 이름으로 바뀌었으면 기관의 개명이나 통합으로 보고 이동에서 뺍니다."

[[input]]
name = "people"
[input.columns]
person = { type = "text", named = ["person", "name"] }
period = { type = "integer", named = ["period", "year"] }
institution = { type = "text", named = ["institution", "affiliation"] }

[[input]]
name = "institutions"
[input.columns]
institution = "text"
country = { type = "text", named = ["country", "countryabbrv"], country = true }

[parameters.flow]
value = "net"
one_of = ["net", "in", "out"]
meaning = { en = "what to count", ko = "셀 대상" }
[parameters.renamed_share]
value = 0.5
meaning = { en = "share of an institution's people, in both years' lists, that makes a change of name", ko = "개명으로 볼 비율 (두 해 명단에 모두 있는 그 기관 사람 가운데)" }
[parameters.renamed_people]
value = 3
meaning = { en = "fewer people than this are no change of name", ko = "이보다 적으면 개명으로 보지 않습니다" }
[parameters.home]
value = ""
meaning = { en = "country, by its code, of institutions that the list of institutions lacks; empty: they are left out", ko = "기관 목록에 없는 기관의 국가 코드. 비워 두면 제외합니다" }
*/
-- A person listed twice in a year, at two institutions, cannot be followed.
WITH listed AS (
  SELECT person, period, any_value(institution) AS institution
  FROM (SELECT DISTINCT person, period, institution FROM people WHERE institution IS NOT NULL)
  GROUP BY person, period HAVING count(*) = 1
),
pair AS (
  SELECT a.person, b.period, a.institution AS old, b.institution AS new
  FROM listed a JOIN listed b ON b.person = a.person AND b.period = a.period + 1
),
together AS (
  SELECT period, old, new, count(*) AS people, sum(count(*)) OVER (PARTITION BY period, old) AS of_old
  FROM pair GROUP BY period, old, new
),
renamed AS (
  SELECT period, old, new FROM together, parameter
  WHERE old <> new AND people >= renamed_people AND people >= renamed_share * of_old
),
-- The country of an institution; one listed in two countries is left out.
place AS (
  SELECT institution, any_value(code) AS code
  FROM (SELECT DISTINCT institution, code FROM institutions JOIN country_name ON name = country WHERE code IS NOT NULL)
  GROUP BY institution HAVING count(*) = 1
),
move AS (
  SELECT pair.period, coalesce(a.code, home) AS origin, coalesce(b.code, home) AS destination
  FROM pair CROSS JOIN parameter
  ANTI JOIN renamed ON renamed.period = pair.period AND renamed.old = pair.old AND renamed.new = pair.new
  LEFT JOIN place a ON a.institution = pair.old
  LEFT JOIN place b ON b.institution = pair.new
),
crossing AS (
  SELECT period, destination AS unit, 1 AS came, 0 AS went FROM move
  WHERE origin <> destination AND origin <> '' AND destination <> ''
  UNION ALL
  SELECT period, origin, 0, 1 FROM move WHERE origin <> destination AND origin <> '' AND destination <> ''
  UNION ALL
  SELECT DISTINCT period, unnest([origin, destination]), 0, 0 FROM move WHERE origin <> '' AND destination <> ''
)
SELECT unit, period,
       (CASE any_value(flow) WHEN 'in' THEN sum(came) WHEN 'out' THEN sum(went) ELSE sum(came) - sum(went) END)::BIGINT AS value,
       format('{:d} came, {:d} left', sum(came)::BIGINT, sum(went)::BIGINT) AS note
FROM crossing, parameter
WHERE unit IS NOT NULL AND unit <> ''
GROUP BY unit, period
ORDER BY unit, period
