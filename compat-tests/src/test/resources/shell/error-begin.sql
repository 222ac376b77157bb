SELECT 'first';
BEGIN; BEGIN;
SELECT 'next';
