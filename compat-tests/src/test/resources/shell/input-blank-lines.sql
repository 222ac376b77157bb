SELECT
1
;

SELECT 2
;;;
;

-- comment
/* another
 one */
SELECT 3;
