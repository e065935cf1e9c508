package gemwright.data;

import gemwright.base.Problem;

import java.util.List;

/// Whether a table fits into memory, asked before it is read.
final class Capacity {
    private Capacity() {}

    /// The number of rows, where that many rows of these columns fit.
    ///
    /// @throws Problem where they do not
    static int rows(long rows, List<ColumnInfo> columns, String where) throws Problem {
        long bytes = 0;
        for (ColumnInfo column : columns) {
            bytes += column.kind() == ColumnKind.TEXT ? 4 : 8;
        }
        check(Math.multiplyExact(rows, Math.max(1, bytes)), where);
        if (rows > Integer.MAX_VALUE - 8) {
            throw Problem.of("data.tooManyRows", where, Long.toString(rows));
        }
        return (int) rows;
    }

    /// That so many bytes can be had.
    ///
    /// @throws Problem where the Java heap is smaller
    static void check(long bytes, String where) throws Problem {
        Runtime runtime = Runtime.getRuntime();
        long used = runtime.totalMemory() - runtime.freeMemory();
        long free = runtime.maxMemory() - used;
        // What is used may be garbage; a request beyond the whole heap can never be met, one beyond
        // what is free only if a collection frees it.
        if (bytes > runtime.maxMemory() * 9 / 10 || bytes < 0) {
            throw Problem.of(
                    "data.tooLarge",
                    where,
                    Long.toString(bytes >>> 20),
                    Long.toString(Math.max(free, 0) >>> 20));
        }
    }
}
