/*podium
id = "private_investment"
title = { en = "Private AI investment by country", ko = "국가별 AI 민간 투자" }
indicator = "private_ai_investment"
unit_of_measure = "USD billions"

[rule]
en = "Sums of deals by the year of their event and the country of the company's head office, in billions of US dollars at the mean rate of the month of the event. A company counts in a year in which its deals reach the threshold together. A later entry of the same deal replaces an earlier one; one without an amount withdraws it."
ko = "거래가 있었던 해와 기업 본사 소재국별로 거래액을 합하고, 거래가 있었던 달의 평균 환율로 환산해 10억 달러 단위로 나타냅니다. 한 해 거래액의 합이 기준액에 이르는 기업만 셉니다. 같은 거래를 나중에 다시 기록하면 그 기록이 앞의 기록을 대신하며, 금액이 없는 기록은 거래를 철회한 것으로 봅니다."

[[input]]
name = "deals"
[input.columns]
deal = "text"
company = "text"
head_office = { type = "text", country = true }
event = "date"
amount = "number"
currency = "text"
entered = "date"

[[input]]
name = "rates"
[input.columns]
day = { type = "date", named = ["Date"] }
area = { type = "text", named = ["Country"] }
rate = { type = "number", named = ["Exchange rate"] }

[parameters.threshold]
value = 1500000
meaning = { en = "US dollars that a company's deals of a year must reach together", ko = "한 기업의 한 해 거래액이 이르러야 하는 기준액(미국 달러)" }
[parameters.as_of]
value = 9999-12-31
meaning = { en = "entries of later days are not known yet", ko = "이날 이후의 기록은 아직 모르는 것으로 봅니다" }
*/
WITH area_currency(area, currency) AS (
  VALUES ('Australia', 'AUD'), ('Brazil', 'BRL'), ('Canada', 'CAD'), ('China', 'CNY'), ('Denmark', 'DKK'),
         ('Euro', 'EUR'), ('Hong Kong', 'HKD'), ('India', 'INR'), ('Japan', 'JPY'), ('Malaysia', 'MYR'),
         ('Mexico', 'MXN'), ('New Zealand', 'NZD'), ('Norway', 'NOK'), ('Singapore', 'SGD'), ('South Africa', 'ZAR'),
         ('South Korea', 'KRW'), ('Sri Lanka', 'LKR'), ('Sweden', 'SEK'), ('Switzerland', 'CHF'), ('Taiwan', 'TWD'),
         ('Thailand', 'THB'), ('United Kingdom', 'GBP')
),
-- The last entry of each deal that was known on the day; of two of one day, the larger amount.
known AS (
  SELECT deal, company, head_office, event, amount, currency
  FROM deals, parameter
  WHERE entered <= as_of
  QUALIFY row_number() OVER (PARTITION BY deal ORDER BY entered DESC, amount DESC NULLS LAST, company, head_office, event, currency) = 1
),
converted AS (
  SELECT company, code AS unit, year(event) AS period, deal,
         CASE currency WHEN 'USD' THEN amount ELSE amount / rate END AS dollars
  FROM known
  JOIN country_name ON name = head_office
  LEFT JOIN area_currency USING (currency)
  LEFT JOIN rates ON rates.area = area_currency.area AND date_trunc('month', day) = date_trunc('month', event)
  WHERE amount IS NOT NULL
),
company_year AS (
  SELECT company, unit, period, sum(dollars ORDER BY deal) AS dollars,
         count(*) AS deals, count(*) FILTER (dollars IS NULL) AS unconverted
  FROM converted WHERE unit IS NOT NULL GROUP BY company, unit, period
),
reaching AS (
  SELECT *, sum(dollars) OVER (PARTITION BY company, period ORDER BY unit ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS of_company
  FROM company_year
)
SELECT unit, period,
       coalesce(sum(dollars ORDER BY company) FILTER (of_company >= threshold), 0) / 1e9 AS value,
       format('{} deals of {} companies', coalesce(sum(deals) FILTER (of_company >= threshold), 0)::BIGINT,
              count(*) FILTER (of_company >= threshold)) ||
       CASE WHEN sum(unconverted) > 0 THEN format('; {} without a rate left out', sum(unconverted)::BIGINT) ELSE '' END AS note
FROM reaching, parameter
GROUP BY unit, period
ORDER BY unit, period
