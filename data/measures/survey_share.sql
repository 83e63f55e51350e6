/*podium
id = "survey_share"
title = { en = "Share in a survey", ko = "설문 응답 비율" }
unit_of_measure = "share"

[rule]
en = "The weighted share of answers that are yes. Its standard error is that of the design: strata, clusters within them and weights, by Taylor linearisation of the ratio, clusters drawn with replacement except for the finite population correction of their stratum (Lohr, Sampling: Design and Analysis, 2010, chapter 9). A stratum of which every cluster was asked brings no sampling error; a survey of such strata alone is a census. A sampled stratum with one cluster leaves the error unknown."
ko = "'예'라고 답한 가중 비율입니다. 표준오차는 층, 층 안의 집락, 가중치를 반영해 비의 테일러 선형화로 구하고 층마다 유한모집단 수정을 합니다(Lohr, Sampling: Design and Analysis, 2010, 9장). 모든 집락을 조사한 층에는 표본오차가 없으며, 그런 층만 있는 조사는 전수조사입니다. 표본을 뽑은 층에 집락이 하나뿐이면 오차를 알 수 없습니다."

[[input]]
name = "answers"
[input.columns]
unit = { type = "text", country = true }
indicator = "text"
period = "text"
stratum = "text"
cluster = "text"
weight = "number"
answer = "boolean"

[[input]]
name = "strata"
[input.columns]
unit = { type = "text", country = true }
period = "text"
stratum = "text"
clusters = "integer"
*/
-- A null answer is no answer: it counts on neither side, but its cluster was drawn.
WITH answered AS (
  SELECT coalesce(code, unit) AS unit, indicator, period, stratum, cluster,
         CASE WHEN answer IS NULL THEN 0 ELSE weight END AS w, CASE WHEN answer THEN weight ELSE 0 END AS y
  FROM answers LEFT JOIN country_name ON name = unit
),
total AS (
  SELECT unit, indicator, period, sum(y ORDER BY y) AS yes, sum(w ORDER BY w) AS weight, count(*) FILTER (w > 0) AS n
  FROM answered GROUP BY unit, indicator, period
),
-- Lohr (2010), 9.1: the linearised residual of each cluster, u = sum of w (y - p) over its answers, over the total weight.
residual AS (
  SELECT unit, indicator, period, stratum, cluster,
         (sum(y ORDER BY y) - any_value(yes) / any_value(weight) * sum(w ORDER BY w)) / any_value(weight) AS u
  FROM answered JOIN total USING (unit, indicator, period)
  GROUP BY unit, indicator, period, stratum, cluster
),
size AS (
  SELECT coalesce(code, unit) AS unit, period, stratum, clusters FROM strata LEFT JOIN country_name ON name = unit
),
by_stratum AS (
  SELECT unit, indicator, period, stratum, count(*) AS drawn, any_value(clusters) AS clusters,
         coalesce(count(*) >= any_value(clusters), false) AS is_whole,
         CASE WHEN count(*) > 1 THEN
           count(*) / (count(*) - 1) * (sum(u * u ORDER BY u * u) - sum(u ORDER BY u) * sum(u ORDER BY u) / count(*))
             * (1 - least(1, coalesce(count(*) / any_value(clusters), 0))) END AS variance
  FROM residual LEFT JOIN size USING (unit, period, stratum)
  GROUP BY unit, indicator, period, stratum
),
error AS (
  SELECT unit, indicator, period, bool_and(is_whole) AS is_census, count(*) AS strata,
         sum(drawn) AS drawn, count(*) FILTER (NOT is_whole AND variance IS NULL) AS unknown,
         sum(CASE WHEN is_whole THEN 0 ELSE greatest(variance, 0) END ORDER BY stratum) AS variance
  FROM by_stratum GROUP BY unit, indicator, period
)
SELECT unit, indicator, period, CASE WHEN weight > 0 THEN yes / weight END AS value,
       CASE WHEN weight > 0 AND is_census THEN 0 WHEN weight > 0 AND unknown = 0 THEN sqrt(variance) END AS standard_error,
       CASE WHEN is_census THEN format('census: {:d} answers, no sampling error', n)
            WHEN unknown > 0 THEN format('sample: {:d} answers; error unknown, a stratum has one cluster', n)
            ELSE format('sample: {:d} answers in {:d} clusters of {:d} strata', n, drawn::BIGINT, strata) END AS note
FROM total JOIN error USING (unit, indicator, period)
ORDER BY unit, indicator, period
