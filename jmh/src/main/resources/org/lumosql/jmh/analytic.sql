-- distinct_few: DISTINCT with 10 values
SELECT DISTINCT few FROM fact

-- distinct_many: DISTINCT with 400,000 values
SELECT count(*) FROM (SELECT DISTINCT many FROM fact)

-- distinct_text: DISTINCT with 50,000 texts
SELECT count(*) FROM (SELECT DISTINCT name FROM fact)

-- distinct_pair: DISTINCT of two columns
SELECT count(*) FROM (SELECT DISTINCT few, day FROM fact)

-- union: UNION of two selections
SELECT count(*) FROM (SELECT many FROM fact WHERE few < 5 UNION SELECT k FROM fact)

-- except: EXCEPT and INTERSECT
SELECT count(*) FROM (SELECT many FROM fact EXCEPT SELECT k FROM fact)

-- count_distinct: count(DISTINCT) of 400,000 values
SELECT count(DISTINCT many), count(DISTINCT name) FROM fact

-- count_distinct_group: count(DISTINCT) by group
SELECT few, count(DISTINCT name) FROM fact GROUP BY few

-- group_few: ten groups
SELECT few, count(*), sum(amount), avg(amount), min(day), max(day) FROM fact GROUP BY few

-- group_many: 400,000 groups
SELECT count(*) FROM (SELECT many, count(*), sum(amount) FROM fact GROUP BY many)

-- group_text: 50,000 groups by text
SELECT name, sum(amount) FROM fact GROUP BY name ORDER BY 2 DESC LIMIT 10

-- group_expression: groups by an expression of a date
SELECT substr(day, 1, 7), count(*), total(amount) FROM fact GROUP BY 1

-- group_concat: texts put together by group
SELECT few, length(group_concat(name)) FROM fact GROUP BY few

-- order_wide: all rows sorted, all columns
SELECT * FROM (SELECT * FROM fact ORDER BY amount, id LIMIT -1 OFFSET 1) WHERE id % 100000 = 0

-- order_limit: the first hundred by a column
SELECT * FROM fact ORDER BY amount DESC LIMIT 100

-- order_text: all rows sorted by text, two columns
SELECT id FROM (SELECT id, name FROM fact ORDER BY name, note LIMIT 1000000) WHERE id % 100000 = 0

-- row_number: row_number over 1,000,000 rows
SELECT sum(n) FROM (SELECT row_number() OVER (ORDER BY amount) * few AS n FROM fact)

-- running_sum: running sum by partition
SELECT sum(s) FROM (SELECT sum(amount) OVER (PARTITION BY few ORDER BY id) AS s FROM fact)

-- lag: lag over 1,000,000 rows
SELECT sum(d) FROM (SELECT amount - lag(amount) OVER (ORDER BY id) AS d FROM fact)

-- moving_average: a moving frame
SELECT sum(a) FROM (SELECT avg(amount) OVER (ORDER BY id ROWS BETWEEN 10 PRECEDING AND CURRENT ROW) AS a FROM fact)

-- rank_partition: rank within partitions, the best of each
SELECT name, amount FROM (SELECT name, amount, rank() OVER (PARTITION BY name ORDER BY amount DESC) AS r FROM fact) WHERE r = 1 ORDER BY 1 LIMIT 100

-- window_total: share of a partition's total
SELECT sum(x) FROM (SELECT amount / sum(amount) OVER (PARTITION BY few) AS x FROM fact)

-- recursive: a recursive query of 1,000,000 steps
WITH RECURSIVE n(i) AS (VALUES(1) UNION ALL SELECT i + 1 FROM n WHERE i < 1000000) SELECT sum(i) FROM n

-- recursive_union: a recursive query that removes duplicates
WITH RECURSIVE n(i) AS (VALUES(1) UNION SELECT (i * 7 + 3) % 300007 FROM n) SELECT count(*) FROM n

-- insert_select: INSERT … SELECT of all rows
-- before CREATE TABLE copy(id INTEGER PRIMARY KEY, few, many, day, name, amount, note, k)
-- before BEGIN
-- after ROLLBACK
-- after DROP TABLE copy
INSERT INTO copy SELECT * FROM fact

-- insert_select_expressions: INSERT … SELECT of expressions
-- before CREATE TABLE copy(a, b, c)
-- before BEGIN
-- after ROLLBACK
-- after DROP TABLE copy
INSERT INTO copy SELECT id + 1, upper(name), amount * 2 FROM fact

-- create_table_as: CREATE TABLE AS
-- before BEGIN
-- after ROLLBACK
CREATE TABLE copy AS SELECT few, day, amount FROM fact

-- update_all: UPDATE of all rows
-- before BEGIN
-- after ROLLBACK
UPDATE fact SET amount = amount + 1

-- update_some: UPDATE of every tenth row
-- before BEGIN
-- after ROLLBACK
UPDATE fact SET name = name || 'x' WHERE few = 3

-- delete_some: DELETE of three rows in ten
-- before BEGIN
-- after ROLLBACK
DELETE FROM fact WHERE few < 3

-- delete_in: DELETE by a subquery
-- before BEGIN
-- after ROLLBACK
DELETE FROM fact WHERE k IN (SELECT k FROM small WHERE weight < 10)

-- create_index: CREATE INDEX on integers
-- before BEGIN
-- after ROLLBACK
CREATE INDEX fact_many ON fact(many)

-- create_index_text: CREATE INDEX on texts
-- before BEGIN
-- after ROLLBACK
CREATE INDEX fact_name ON fact(name, day)

-- json_extract: json_extract of 100,000 documents
SELECT sum(json_extract(body, '$.nested.x')), max(body ->> '$.name') FROM document

-- json_each: json_each over 100,000 documents
SELECT j.value, count(*) FROM document, json_each(document.body, '$.tags') AS j GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 20

-- json_build: JSON made of rows
SELECT sum(length(json_object('id', id, 'name', name, 'amount', amount))) FROM fact WHERE few = 1

-- json_group: JSON array of a column
SELECT length(json_group_array(name)) FROM fact WHERE few < 3

-- like: LIKE with a word in the middle
SELECT count(*) FROM fact WHERE note LIKE '%number 17%'

-- like_prefix: LIKE with a prefix, no index
SELECT count(*) FROM fact WHERE name LIKE 'customer 01%'

-- glob: GLOB
SELECT count(*) FROM fact WHERE note GLOB '*row *77 and*'

-- instr: functions of texts
SELECT count(*) FROM fact WHERE instr(note, '999') > 0 AND length(name) = 15 AND upper(substr(name, 1, 1)) = 'C'

-- replace: replace, trim, hex
SELECT sum(length(replace(note, 'a', 'bb')) + length(trim(name, 'c'))) FROM fact

-- printf: printf and casts
SELECT sum(length(printf('%08.2f|%s', amount, name))), sum(CAST(amount AS INTEGER)), sum(CAST(substr(name, 10) AS INTEGER)) FROM fact

-- dates: functions of dates
SELECT strftime('%Y-%m', day), count(*), sum(julianday(day) - julianday('2020-01-01')) FROM fact GROUP BY 1

-- arithmetic: arithmetic and CASE
SELECT sum(CASE WHEN few > 5 THEN amount * 2 + many / 3 ELSE many % 7 - amount END), sum(abs(few - 5) + round(amount, 1)) FROM fact

-- concat: concatenation
SELECT sum(length(name || '-' || day || '-' || few)) FROM fact

-- correlated: correlated subquery by key
SELECT sum((SELECT weight FROM small WHERE small.k = fact.k)) FROM fact

-- correlated_exists: correlated EXISTS
SELECT count(*) FROM fact WHERE EXISTS (SELECT 1 FROM small WHERE small.k = fact.many AND weight > 50)

-- in_select: IN (SELECT)
SELECT count(*) FROM fact WHERE many IN (SELECT k * 3 FROM small WHERE weight > 20)

-- in_list: IN with a list of 60 numbers
SELECT count(*) FROM fact WHERE many IN (1,7,13,19,25,31,37,43,49,55,61,67,73,79,85,91,97,103,109,115,121,127,133,139,145,151,157,163,169,175,
  181,187,193,199,205,211,217,223,229,235,241,247,253,259,265,271,277,283,289,295,301,307,313,319,325,331,337,343,349,355)

-- in_list_text: IN with a list of texts
SELECT count(*) FROM fact WHERE day IN ('2020-01-05','2020-02-05','2020-03-05','2020-04-05','2021-01-05','2022-01-05','2023-01-05','2023-02-05')

-- join_rowid: join by rowid
SELECT count(*), sum(weight) FROM fact JOIN small USING (k)

-- join_auto: join with an automatic index
SELECT count(*) FROM small a JOIN small b ON a.name = b.name WHERE b.weight > 3

-- join_left: LEFT JOIN with aggregation
SELECT count(*), count(s.k) FROM fact f LEFT JOIN small s ON s.k = f.many AND s.weight > 50

-- join_text: join by text without an index
SELECT count(*), sum(f.amount) FROM small s JOIN fact f ON f.name = 'customer ' || printf('%06d', s.k)

-- self_join_derived: join of a derived table
SELECT count(*) FROM fact f JOIN (SELECT name, max(amount) AS m FROM fact GROUP BY name) x ON x.name = f.name AND x.m = f.amount

-- min_max: minimum and maximum without an index
SELECT min(amount), max(amount), min(name), max(note) FROM fact

-- count_where: counting
SELECT count(*) FROM fact WHERE few = 3 AND amount > 1000

-- between_date: a range of dates
SELECT sum(amount) FROM fact WHERE day BETWEEN '2021-01-01' AND '2021-12-31'

-- union_all: UNION ALL with aggregation
SELECT sum(v) FROM (SELECT amount AS v FROM fact UNION ALL SELECT many FROM fact UNION ALL SELECT weight FROM small)

-- nested_views: a pipeline of common tables
WITH a AS (SELECT name, few, sum(amount) AS s FROM fact GROUP BY name, few), b AS (SELECT name, max(s) AS m, count(*) AS c FROM a GROUP BY name)
SELECT c, count(*), sum(m) FROM b GROUP BY c

-- vacuum: VACUUM
VACUUM
