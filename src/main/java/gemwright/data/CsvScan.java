package gemwright.data;

import gemwright.base.Problem;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// What a first pass over a CSV file finds: names, kinds over all rows, and rows that cannot be
/// read.
///
/// @param columns name, kind and role of each column
/// @param rows good rows
/// @param bad the rows that cannot be read, counted from 0
/// @param faults what is wrong with them, and notes about the header
record CsvScan(List<ColumnInfo> columns, long rows, BitSet bad, List<RowFault> faults) {
    /// Reads it all once; no value is kept.
    ///
    /// @throws Problem for a header that cannot be used, and for bad rows unless the options say to
    ///   leave them out
    static CsvScan of(InputStream utf8, char delimiter, Path path, ReadOptions options)
            throws IOException, Problem {
        CsvRecords records = new CsvRecords(utf8, delimiter, path.toString());
        boolean any = records.advance();
        while (any && records.blank()) {
            any = records.advance();
        }
        if (!any) {
            throw Problem.of("file.empty", path);
        }
        CsvHeader header =
                options.header()
                        ? CsvHeader.of(records, path)
                        : CsvHeader.numbered(records.fields());
        return new Pass(records, header.names(), path, options).run(header.notes());
    }

    /// Whether the record is an empty line between rows. In a file of one column it is a row whose
    /// value is missing.
    static boolean gap(CsvRecords record, int columns) {
        return columns > 1 && record.blank();
    }

    /// The pass itself.
    private static final class Pass {
        private final CsvRecords records;
        private final List<String> names;
        private final ReadOptions options;
        private final ColumnKind[] told;
        private final int[] seen;
        private final int[] cells;
        private final FaultList faults;
        private final BitSet bad = new BitSet();
        private int row;

        Pass(CsvRecords records, List<String> names, Path path, ReadOptions options) {
            this.records = records;
            this.names = names;
            this.options = options;
            this.faults = new FaultList(path);
            this.told = new ColumnKind[names.size()];
            this.seen = new int[names.size()];
            this.cells = new int[names.size()];
            for (int i = 0; i < told.length; i++) {
                // TEXT takes any cell, so it serves for "not told" here.
                told[i] = options.kinds().getOrDefault(names.get(i), ColumnKind.TEXT);
            }
        }

        CsvScan run(List<RowFault> notes) throws IOException, Problem {
            boolean more = !options.header() || records.advance();
            for (; more; more = records.advance()) {
                if (gap(records, names.size())) {
                    continue;
                }
                if (!readable()) {
                    bad.set(row);
                }
                row = Math.addExact(row, 1);
            }
            if (faults.count() > 0 && !options.skipBadRows()) {
                throw faults.problem();
            }
            List<RowFault> all = new ArrayList<>(notes);
            all.addAll(faults.list());
            return new CsvScan(columns(), row - (long) bad.cardinality(), bad, all);
        }

        private boolean readable() {
            if (records.fields() != names.size()) {
                String found = Integer.toString(records.fields());
                fault("data.row.fields", byteOffset(), found, Integer.toString(names.size()));
                return false;
            }
            if (records.tornQuote()) {
                fault("data.row.quote", byteOffset());
                return false;
            }
            for (int i = 0; i < cells.length; i++) {
                if (!cell(i)) {
                    return false;
                }
            }
            for (int i = 0; i < cells.length; i++) {
                seen[i] |= cells[i];
            }
            return true;
        }

        private boolean cell(int column) {
            byte[] bytes = records.bytes();
            int start = records.start(column);
            int end = records.end(column);
            int kind = Cells.kind(bytes, start, end);
            cells[column] = kind;
            if (kind == Cells.WORDS && !Utf8.valid(bytes, start, end)) {
                fault("data.bytes", "column " + names.get(column));
                return false;
            }
            if (!Cells.fits(kind, told[column])) {
                String text = Cells.text(bytes, start, end).orElse("");
                fault(
                        "data.row.kind",
                        "column " + names.get(column),
                        shortened(text),
                        told[column].word());
                return false;
            }
            return true;
        }

        private String byteOffset() {
            return "byte " + records.offset();
        }

        private void fault(String key, String place, Object... arguments) {
            faults.add(key, row + 1L, place, arguments);
        }

        private List<ColumnInfo> columns() {
            List<ColumnInfo> columns = new ArrayList<>();
            for (int i = 0; i < seen.length; i++) {
                String name = names.get(i);
                ColumnKind kind = options.kinds().getOrDefault(name, Cells.together(seen[i]));
                Role role = options.roles().getOrDefault(name, Role.FEATURE);
                columns.add(new ColumnInfo(name, kind, role));
            }
            return columns;
        }
    }

    static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 39) + "…";
    }
}
