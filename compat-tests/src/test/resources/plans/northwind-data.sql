-- Rows for the schema of northwind.sql, as many as Northwind has, the same on every run.
INSERT INTO Categories(CategoryID, CategoryName) WITH RECURSIVE n(i) AS (VALUES(1) UNION ALL SELECT i+1 FROM n WHERE i<8) SELECT i, 'Category ' || i FROM n;
INSERT INTO Suppliers(SupplierID, CompanyName) WITH RECURSIVE n(i) AS (VALUES(1) UNION ALL SELECT i+1 FROM n WHERE i<29) SELECT i, 'Supplier ' || i FROM n;
INSERT INTO Shippers(ShipperID, CompanyName) VALUES(1, 'One'), (2, 'Two'), (3, 'Three');
INSERT INTO Employees(EmployeeID, LastName, FirstName) WITH RECURSIVE n(i) AS (VALUES(1) UNION ALL SELECT i+1 FROM n WHERE i<9) SELECT i, 'Last ' || i, 'First ' || i FROM n;
INSERT INTO Customers(CustomerID, CompanyName) WITH RECURSIVE n(i) AS (VALUES(1) UNION ALL SELECT i+1 FROM n WHERE i<93) SELECT 'C' || i, 'Customer ' || i FROM n;
INSERT INTO Products(ProductID, ProductName, SupplierID, CategoryID, UnitPrice, Discontinued) WITH RECURSIVE n(i) AS (VALUES(1) UNION ALL SELECT i+1 FROM n WHERE i<77) SELECT i, CASE WHEN i = 40 THEN '1996-03-01' ELSE 'Product ' || i END, 1 + i % 29, 1 + i % 8, i, CASE WHEN i % 10 = 0 THEN '0' ELSE '1' END FROM n;
INSERT INTO Orders(OrderID, CustomerID, EmployeeID, OrderDate, ShippedDate, ShipVia, Freight) WITH RECURSIVE n(i) AS (VALUES(0) UNION ALL SELECT i+1 FROM n WHERE i<829) SELECT 10248 + i, 'C' || (1 + i * 31 % 93), 1 + i % 9, date('1996-07-04', '+' || (i * 671 / 830) || ' days'), CASE WHEN i % 40 <> 0 THEN date('1996-07-12', '+' || (i * 671 / 830) || ' days') END, 1 + i % 3, i % 100 FROM n;
INSERT INTO "Order Details" WITH RECURSIVE n(i) AS (VALUES(0) UNION ALL SELECT i+1 FROM n WHERE i<2154) SELECT 10248 + i % 830, 1 + (i + i / 830 * 13) % 77, 1 + i % 40, 1 + i % 50, i % 4 * 0.05 FROM n;
