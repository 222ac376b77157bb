-- Indexes that applications add to Chinook: partial, on expressions, collated, descending, covering; and a view or two.
CREATE INDEX TrackNameNoCase ON Track(Name COLLATE NOCASE);
CREATE INDEX TrackAlbumName ON Track(AlbumId, Name);
CREATE INDEX TrackExpensive ON Track(UnitPrice, Milliseconds) WHERE UnitPrice > 0.99;
CREATE INDEX TrackComposed ON Track(Composer) WHERE Composer IS NOT NULL;
CREATE UNIQUE INDEX CustomerEmail ON Customer(Email);
CREATE INDEX CustomerLowerEmail ON Customer(lower(Email));
CREATE INDEX CustomerCountryCity ON Customer(Country, City);
CREATE INDEX CustomerName ON Customer(LastName, FirstName);
CREATE INDEX InvoiceDateDown ON Invoice(InvoiceDate DESC, InvoiceId);
CREATE INDEX InvoiceYear ON Invoice(substr(InvoiceDate, 1, 4), Total);
CREATE INDEX InvoiceLarge ON Invoice(CustomerId, Total) WHERE Total >= 10;
CREATE INDEX InvoiceLinePair ON InvoiceLine(TrackId, InvoiceId, Quantity);
CREATE VIEW TrackFull AS SELECT t.TrackId, t.Name, t.Composer, t.Milliseconds, t.UnitPrice, a.Title, r.Name AS Artist, g.Name AS Genre FROM Track t LEFT JOIN Album a ON a.AlbumId = t.AlbumId LEFT JOIN Artist r ON r.ArtistId = a.ArtistId LEFT JOIN Genre g ON g.GenreId = t.GenreId;
CREATE VIEW CustomerSpent AS SELECT c.CustomerId, c.FirstName || ' ' || c.LastName AS FullName, c.Country, count(i.InvoiceId) AS Invoices, sum(i.Total) AS Spent FROM Customer c LEFT JOIN Invoice i ON i.CustomerId = c.CustomerId GROUP BY c.CustomerId;
