/*podium
id = "notable_models"
title = { en = "Notable AI models by country", ko = "국가별 주목할 만한 AI 모델 수" }
indicator = "notable_ai_models"
unit_of_measure = "models"

[rule]
en = "Models by the year of their publication date and by the countries of the organisations that made them. A model without a date or a country is not counted. Hong Kong and Taiwan are counted apart from China."
ko = "공개일이 속한 해와 개발 기관의 소재 국가로 모델을 셉니다. 공개일이나 국가가 없는 모델은 세지 않습니다. 홍콩과 대만은 중국과 따로 셉니다."

[[input]]
name = "models"
[input.columns]
model = { type = "text", named = ["Model", "System"] }
organisation = { type = "text", named = ["Organization"] }
country = { type = "text", named = ["Country (of organization)", "Country (from Organization)"], country = true, separator = "," }
published = { type = "date", named = ["Publication date"] }

[parameters.attribution]
value = "country"
one_of = ["country", "organisation", "fractional"]
[parameters.attribution.meaning]
en = "country: a model counts once for each distinct country. organisation: once for each country that an organisation of it brings, so twice for two organisations of one country. fractional: a model is worth 1, in equal parts for each of those."
ko = "country: 모델을 서로 다른 국가마다 한 번씩 셉니다. organisation: 기관의 국가마다 한 번씩 세므로 같은 국가의 기관이 둘이면 두 번 셉니다. fractional: 모델 하나를 1로 보고 기관의 국가에 똑같이 나눕니다."

[parameters.deepmind]
value = "as recorded"
one_of = ["as recorded", "GBR", "USA"]
[parameters.deepmind.meaning]
en = "Which country Google DeepMind is of. As recorded, it brings up to five at once. DeepMind before the merger of 2023 stays where the records put it, in the United Kingdom."
ko = "Google DeepMind를 어느 국가로 볼지 정합니다. as recorded(기록대로)이면 이 기관 하나가 최대 다섯 국가로 잡힙니다. 2023년 합병 전의 DeepMind는 기록대로 영국으로 셉니다."

[parameters.multinational]
value = "its countries"
one_of = ["its countries", "left out", "own group"]
[parameters.multinational.meaning]
en = "What becomes of a model with Multinational among its countries. its countries: it counts for the others beside that word. left out: it is not counted. own group: it counts for the group Multinational alone."
ko = "국가란에 Multinational이 있는 모델을 어떻게 셀지 정합니다. its countries: 그 낱말과 함께 적힌 국가로 셉니다. left out: 세지 않습니다. own group: Multinational이라는 집단으로만 셉니다."
*/
WITH record AS (
  SELECT row_number() OVER () AS record,
         year(published) AS period,
         string_split(organisation, ',') AS organisations,
         string_split(country, ',') AS countries
  FROM models
  WHERE published IS NOT NULL AND country IS NOT NULL
),
-- Each organisation brings one country, in the order of the organisations; Google DeepMind brings all that are left over.
aligned AS (
  SELECT *,
         list_position(list_transform(organisations, lambda name: contains(name, 'Google DeepMind')), true) AS place,
         len(list_filter(organisations, lambda name: contains(name, 'Google DeepMind'))) AS deepminds,
         len(countries) - len(organisations) + 1 AS width
  FROM record
),
settled AS (
  SELECT record, period,
         CASE WHEN deepmind <> 'as recorded' AND deepminds = 1 AND width >= 1
              THEN countries[:place - 1] || [deepmind] || countries[place + width:]
              ELSE countries END AS countries
  FROM aligned, parameter
),
chosen AS (
  SELECT record, period,
         CASE WHEN NOT list_contains(countries, 'Multinational') THEN countries
              WHEN multinational = 'own group' THEN ['Multinational']
              WHEN multinational = 'its countries' THEN list_filter(countries, lambda name: name <> 'Multinational')
              ELSE [] END AS countries
  FROM settled, parameter
),
entry AS (
  SELECT record, period, unnest(countries) AS name, len(countries) AS entries FROM chosen
),
named AS (
  SELECT record, period, entries,
         CASE WHEN entry.name IN (deepmind, 'Multinational') THEN entry.name ELSE code END AS unit
  FROM entry CROSS JOIN parameter LEFT JOIN country_name ON country_name.name = entry.name
)
SELECT unit, period,
       CASE any_value(attribution)
         WHEN 'country' THEN count(DISTINCT record)
         WHEN 'organisation' THEN count(*)
         ELSE round(sum(1 / entries ORDER BY entries), 6)
       END AS value
FROM named, parameter
WHERE unit IS NOT NULL
GROUP BY unit, period
ORDER BY unit, period
