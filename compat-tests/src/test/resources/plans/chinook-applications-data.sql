-- More rows for Chinook, for chinook-applications.queries, and statistics of all.
INSERT INTO Playlist WITH RECURSIVE n(i) AS (VALUES(1) UNION ALL SELECT i+1 FROM n WHERE i<18) SELECT i, 'Playlist ' || i FROM n;
INSERT INTO PlaylistTrack SELECT 1, TrackId FROM Track;
INSERT INTO PlaylistTrack SELECT 2 + TrackId % 16, TrackId FROM Track WHERE TrackId % 3 <> 0;
INSERT INTO InvoiceLine WITH RECURSIVE n(i) AS (VALUES(1) UNION ALL SELECT i+1 FROM n WHERE i<2240) SELECT i, 1 + i * 412 / 2241, 1 + i * 1571 % 3503, CASE i % 16 WHEN 0 THEN 1.99 ELSE 0.99 END, 1 + i % 9 / 8 FROM n;
UPDATE Customer SET Country = CASE CustomerId % 5 WHEN 0 THEN 'USA' WHEN 1 THEN 'Canada' WHEN 2 THEN 'France' WHEN 3 THEN 'USA' ELSE 'Country ' || CustomerId END, City = CASE CustomerId % 3 WHEN 0 THEN 'Boston' WHEN 1 THEN 'Chicago' ELSE 'City ' || CustomerId END;
UPDATE Invoice SET BillingCity = CASE InvoiceId % 4 WHEN 0 THEN 'Boston' ELSE 'City ' || (InvoiceId % 50) END, BillingCountry = 'USA';
UPDATE Employee SET Title = CASE WHEN EmployeeId > 2 THEN 'Sales Agent' ELSE 'Manager' END;
ANALYZE;
