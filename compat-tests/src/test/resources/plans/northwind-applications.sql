-- Indexes that applications add to Northwind.
CREATE INDEX ProductsCategory ON Products(CategoryID, ProductName);
CREATE INDEX ProductsSupplier ON Products(SupplierID);
CREATE INDEX ProductsCurrent ON Products(UnitPrice) WHERE Discontinued = '0';
CREATE INDEX ProductsNameNoCase ON Products(ProductName COLLATE NOCASE);
CREATE INDEX ProductsValue ON Products(UnitPrice * UnitsInStock);
CREATE INDEX OrdersCustomerDate ON Orders(CustomerID, OrderDate DESC);
CREATE INDEX OrdersEmployee ON Orders(EmployeeID);
CREATE INDEX OrdersDate ON Orders(OrderDate);
CREATE INDEX OrdersOpen ON Orders(RequiredDate) WHERE ShippedDate IS NULL;
CREATE INDEX OrdersShipper ON Orders(ShipVia, ShippedDate);
CREATE INDEX OrderDetailsProduct ON "Order Details"(ProductID, OrderID);
CREATE INDEX CustomersCountry ON Customers(Country, City, CompanyName);
CREATE INDEX EmployeesReportsTo ON Employees(ReportsTo);
