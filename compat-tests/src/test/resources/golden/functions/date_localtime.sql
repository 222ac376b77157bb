-- Local time, where summer time begins at 01:00 UTC on 31 March and ends at 01:00 UTC on 27 October 2024.
-- covers: datetime
-- timezone: Europe/Berlin

SELECT datetime('2024-01-15 12:00', 'localtime'), datetime('2024-07-15 12:00', 'localtime'), datetime('2024-01-15 12:00', 'utc'), datetime('2024-07-15 12:00', 'utc');
----
'2024-01-15 13:00:00'|'2024-07-15 14:00:00'|'2024-01-15 11:00:00'|'2024-07-15 10:00:00'

SELECT datetime('2024-03-31 00:59:59', 'localtime'), datetime('2024-03-31 01:00:00', 'localtime'), datetime('2024-10-27 00:59:59', 'localtime'), datetime('2024-10-27 01:00:00', 'localtime');
----
'2024-03-31 01:59:59'|'2024-03-31 03:00:00'|'2024-10-27 02:59:59'|'2024-10-27 02:00:00'

-- Hours that there are not, or twice.
SELECT datetime('2024-03-31 01:59:59', 'utc'), datetime('2024-03-31 02:00:00', 'utc'), datetime('2024-03-31 02:30:00', 'utc'), datetime('2024-03-31 03:00:00', 'utc'), datetime('2024-10-27 02:00:00', 'utc'), datetime('2024-10-27 02:30:00', 'utc'), datetime('2024-10-27 03:00:00', 'utc');
----
'2024-03-31 00:59:59'|'2024-03-31 00:00:00'|'2024-03-31 00:30:00'|'2024-03-31 01:00:00'|'2024-10-27 01:00:00'|'2024-10-27 01:30:00'|'2024-10-27 02:00:00'

-- Twice the same does nothing.
SELECT datetime('2024-07-15 12:00', 'localtime', 'localtime'), datetime('2024-07-15 12:00', 'utc', 'utc'), datetime('2024-07-15 12:00', 'localtime', 'utc'), datetime('2024-07-15 12:00', 'utc', 'localtime'), datetime('2024-07-15 12:00Z', 'utc'), datetime('2024-07-15 12:00+02:00', 'utc'), datetime('2024-07-15 12:00Z', 'localtime');
----
'2024-07-15 14:00:00'|'2024-07-15 10:00:00'|'2024-07-15 12:00:00'|'2024-07-15 12:00:00'|'2024-07-15 12:00:00'|'2024-07-15 10:00:00'|'2024-07-15 14:00:00'

SELECT datetime(1700000000, 'unixepoch', 'localtime'), datetime(2460000, 'localtime'), strftime('%s', '2024-07-15 12:00', 'utc'), unixepoch('2024-07-15 12:00', 'localtime'), julianday('2024-07-15 12:00', 'utc'), date('2024-07-14 23:30', 'localtime');
----
'2023-11-14 23:13:20'|'2023-02-24 13:00:00'|'1721037600'|1721052000|2460506.9166666665|'2024-07-15'

-- Years that a 32-bit clock does not have are taken as if they were others.
SELECT datetime('1850-07-15 12:00', 'localtime'), datetime('2150-07-15 12:00', 'localtime'), datetime('2037-07-15 12:00', 'localtime'), datetime('2038-07-15 12:00', 'localtime'), datetime('1970-01-01', 'localtime'), datetime('1969-07-15 12:00', 'localtime'), datetime('0000-01-01', 'localtime'), datetime('9999-12-31 12:00', 'localtime'), datetime('1850-07-15 12:00', 'utc'), datetime('2150-07-15 12:00', 'utc');
----
'1850-07-15 14:00:00'|'2150-07-15 14:00:00'|'2037-07-15 14:00:00'|'2038-07-15 14:00:00'|'1970-01-01 01:00:00'|'1969-07-15 14:00:00'|'0000-01-01 01:00:00'|'9999-12-31 13:00:00'|'1850-07-15 10:00:00'|'2150-07-15 10:00:00'
