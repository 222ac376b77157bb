-- What ANALYZE found, as rows.
ANALYZE sqlite_schema;
INSERT INTO sqlite_stat1 VALUES('Track','IFK_TrackMediaTypeId','3503 701');
INSERT INTO sqlite_stat1 VALUES('Track','IFK_TrackGenreId','3503 141');
INSERT INTO sqlite_stat1 VALUES('Track','IFK_TrackAlbumId','3503 11');
INSERT INTO sqlite_stat1 VALUES('MediaType',NULL,'5');
INSERT INTO sqlite_stat1 VALUES('InvoiceLine','IFK_InvoiceLineTrackId','2240 2');
INSERT INTO sqlite_stat1 VALUES('InvoiceLine','IFK_InvoiceLineInvoiceId','2240 6');
INSERT INTO sqlite_stat1 VALUES('Playlist',NULL,'18');
INSERT INTO sqlite_stat1 VALUES('Employee','IFK_EmployeeReportsTo','8 2');
INSERT INTO sqlite_stat1 VALUES('PlaylistTrack','IFK_PlaylistTrackTrackId','8715 3');
INSERT INTO sqlite_stat1 VALUES('PlaylistTrack','IFK_PlaylistTrackPlaylistId','8715 623');
INSERT INTO sqlite_stat1 VALUES('PlaylistTrack','sqlite_autoindex_PlaylistTrack_1','8715 623 1');
INSERT INTO sqlite_stat1 VALUES('Genre',NULL,'25');
INSERT INTO sqlite_stat1 VALUES('Album','IFK_AlbumArtistId','347 2');
INSERT INTO sqlite_stat1 VALUES('Invoice','IFK_InvoiceCustomerId','412 7');
INSERT INTO sqlite_stat1 VALUES('Artist',NULL,'275');
INSERT INTO sqlite_stat1 VALUES('Customer','IFK_CustomerSupportRepId','59 20');

ANALYZE sqlite_schema;
