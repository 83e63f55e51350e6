/*podium
id = "converted_amounts"
title = { en = "Amounts in another currency", ko = "통화 환산 금액" }
unit_of_measure = "the currency of the parameter, times the unit of the amounts"

[rule]
en = "A flow (spent or earned over a year) is converted at the mean rate of its year; a budget (decided once) at the rate of the month of its decision. A rate is units of a currency per US dollar; two currencies are converted through the dollar. Where the rates have no figure for a year, the mean of its twelve months is taken. The rule and the rate stand in the note of each figure."
ko = "유량(한 해 동안의 금액)은 그해 평균 환율로, 예산(한 번에 결정된 금액)은 결정한 달의 환율로 환산합니다. 환율은 미국 달러 1달러에 해당하는 각 통화의 금액이며, 두 통화는 달러를 거쳐 환산합니다. 연평균 환율이 없으면 열두 달의 평균을 씁니다. 적용한 규칙과 환율은 각 수치의 비고에 적습니다."

[[input]]
name = "amounts"
[input.columns]
unit = { type = "text", country = true }
indicator = "text"
period = "text"
amount = "number"
currency = "text"
kind = "text"
decided = { type = "date", required = false }

[[input]]
name = "yearly"
[input.columns]
day = { type = "date", named = ["Date"] }
area = { type = "text", named = ["Country"] }
rate = { type = "number", named = ["Exchange rate"] }

[[input]]
name = "monthly"
[input.columns]
day = { type = "date", named = ["Date"] }
area = { type = "text", named = ["Country"] }
rate = { type = "number", named = ["Exchange rate"] }

[parameters.currency]
value = "USD"
meaning = { en = "the currency to convert to, an ISO 4217 code", ko = "환산할 통화 (ISO 4217 코드)" }
*/
-- The areas of the Federal Reserve's H.10 table and the currencies that they stand for.
WITH area_currency(area, currency) AS (
  VALUES ('Australia', 'AUD'), ('Brazil', 'BRL'), ('Canada', 'CAD'), ('China', 'CNY'), ('Denmark', 'DKK'),
         ('Euro', 'EUR'), ('Hong Kong', 'HKD'), ('India', 'INR'), ('Japan', 'JPY'), ('Malaysia', 'MYR'),
         ('Mexico', 'MXN'), ('New Zealand', 'NZD'), ('Norway', 'NOK'), ('Singapore', 'SGD'), ('South Africa', 'ZAR'),
         ('South Korea', 'KRW'), ('Sri Lanka', 'LKR'), ('Sweden', 'SEK'), ('Switzerland', 'CHF'), ('Taiwan', 'TWD'),
         ('Thailand', 'THB'), ('United Kingdom', 'GBP')
),
month_rate AS (
  SELECT currency, day, rate FROM monthly JOIN area_currency USING (area) WHERE rate > 0
  UNION ALL SELECT DISTINCT 'USD', day, 1 FROM monthly
),
year_rate AS (
  SELECT currency, year(day) AS year, rate FROM yearly JOIN area_currency USING (area) WHERE rate > 0
  UNION ALL SELECT DISTINCT 'USD', year(day), 1 FROM yearly
),
-- A year that the yearly table lacks: all twelve months, or none.
mean_rate AS (
  SELECT currency, year, rate, 'mean of the year' AS words FROM year_rate
  UNION ALL
  SELECT currency, year(day), sum(rate ORDER BY day) / 12, 'mean of twelve months'
  FROM month_rate
  WHERE (currency, year(day)) NOT IN (SELECT (currency, year) FROM year_rate)
  GROUP BY currency, year(day) HAVING count(*) = 12
),
rate AS (
  SELECT currency, 'flow' AS kind, year::VARCHAR AS moment, rate, words FROM mean_rate
  UNION ALL SELECT currency, 'budget', strftime(day, '%Y-%m'), rate, 'mean of ' || strftime(day, '%Y-%m') FROM month_rate
),
dated AS (
  SELECT coalesce(code, unit) AS unit, indicator, period, amount, amounts.currency AS original, parameter.currency AS wanted,
         amounts.kind,
         CASE amounts.kind WHEN 'flow' THEN left(period, 4) WHEN 'budget' THEN strftime(decided, '%Y-%m') END AS moment
  FROM amounts CROSS JOIN parameter LEFT JOIN country_name ON country_name.name = unit
)
SELECT unit, indicator, period,
       CASE WHEN original = wanted THEN amount ELSE amount / f.rate * t.rate END AS value,
       CASE WHEN original = wanted THEN format('as stated, in {}', wanted)
            WHEN dated.kind NOT IN ('flow', 'budget') THEN format('not converted: kind {} is neither flow nor budget', dated.kind)
            WHEN dated.moment IS NULL THEN 'not converted: no day of decision'
            WHEN f.rate IS NULL OR t.rate IS NULL THEN format('not converted: no rate of {} to {} at {}', original, wanted, dated.moment)
            ELSE format('{}: {} {} at {} {} per {} ({})', dated.kind, amount, original,
                        round(CASE WHEN t.rate >= f.rate THEN t.rate / f.rate ELSE f.rate / t.rate END, 6),
                        CASE WHEN t.rate >= f.rate THEN wanted ELSE original END,
                        CASE WHEN t.rate >= f.rate THEN original ELSE wanted END,
                        CASE WHEN original = 'USD' THEN t.words ELSE f.words END)
       END AS note
FROM dated
LEFT JOIN rate f ON f.currency = original AND f.kind = dated.kind AND f.moment = dated.moment
LEFT JOIN rate t ON t.currency = wanted AND t.kind = dated.kind AND t.moment = dated.moment
ORDER BY unit, indicator, period
