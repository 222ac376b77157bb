SELECT writefile('o.txt','hello'), readfile('o.txt'), typeof(readfile('o.txt')), readfile('nosuch');
SELECT writefile('made/deep/x','y'), readfile('made/deep/x');
SELECT writefile('o.txt', x'0001'), hex(readfile('o.txt'));
SELECT writefile('e', NULL), length(readfile('e'));
