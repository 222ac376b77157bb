-- More rows for Northwind, for northwind-applications.queries, and statistics of all.
UPDATE Customers SET Country = CASE rowid % 4 WHEN 0 THEN 'USA' WHEN 1 THEN 'Germany' WHEN 2 THEN 'UK' ELSE 'Country ' || (rowid % 9) END, City = CASE rowid % 6 WHEN 0 THEN 'Seattle' WHEN 1 THEN 'London' ELSE 'City ' || (rowid % 31) END;
UPDATE Suppliers SET Country = CASE SupplierID % 3 WHEN 0 THEN 'USA' WHEN 1 THEN 'Germany' ELSE 'Country ' || (SupplierID % 9) END, City = CASE SupplierID % 6 WHEN 0 THEN 'Paris' WHEN 1 THEN 'London' ELSE 'City ' || (SupplierID % 31) END;
UPDATE Products SET UnitsInStock = ProductID * 7 % 90, ProductName = CASE ProductID WHEN 1 THEN 'Chai' ELSE ProductName END;
UPDATE Employees SET ReportsTo = CASE WHEN EmployeeID = 2 THEN NULL WHEN EmployeeID > 5 THEN 5 ELSE 2 END;
UPDATE Orders SET RequiredDate = date(OrderDate, '+28 days');
INSERT INTO Regions VALUES (1, 'Eastern'), (2, 'Western'), (3, 'Northern'), (4, 'Southern');
INSERT INTO Territories WITH RECURSIVE n(i) AS (VALUES(1) UNION ALL SELECT i+1 FROM n WHERE i<53) SELECT 'T' || (1000 + i), 'Territory ' || i, 1 + i % 4 FROM n;
INSERT INTO EmployeeTerritories WITH RECURSIVE n(i) AS (VALUES(1) UNION ALL SELECT i+1 FROM n WHERE i<49) SELECT 1 + i % 9, 'T' || (1000 + i) FROM n;
ANALYZE;
