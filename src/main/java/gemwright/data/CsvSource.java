package gemwright.data;

import gemwright.base.Problem;
import gemwright.base.Progress;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// A CSV or TSV file.
///
/// It is read twice: once for the kinds of its columns and for rows that cannot be read, once for
/// the values, so that no guess from a sample has to be taken back and no text is kept beside its
/// number. [CsvScan] is the first pass.
final class CsvSource implements TableSource {
    /// Bytes looked at for the delimiter.
    private static final int HEAD = 1 << 18;

    private final InputFile file;
    private final ReadOptions options;
    private Optional<Known> known = Optional.empty();

    /// What the first pass found.
    private record Known(TextEncoding encoding, char delimiter, CsvScan scan) {}

    CsvSource(InputFile file, ReadOptions options) {
        this.file = file;
        this.options = options;
    }

    @Override
    public String name() {
        return file.path().toString();
    }

    @Override
    public List<ColumnInfo> columns(Progress progress) throws Problem {
        return known(progress).scan().columns();
    }

    @Override
    public synchronized OptionalLong rows() {
        return known.isPresent()
                ? OptionalLong.of(known.get().scan().rows())
                : OptionalLong.empty();
    }

    @Override
    public Table read(Progress progress) throws Problem {
        CsvScan scan = known(progress).scan();
        List<Table> whole = new ArrayList<>(1);
        int size = Capacity.rows(scan.rows(), scan.columns(), name());
        batches(Math.max(1, size), progress, whole::add);
        Table table = whole.isEmpty() ? new Piece(scan.columns(), 0).table() : whole.getFirst();
        return table.withFaults(scan.faults());
    }

    @Override
    public void batches(int size, Progress progress, Batch batch) throws Problem {
        Known found = known(progress);
        file.text(
                found.encoding(),
                progress,
                "reading",
                in -> {
                    fill(in, found, size, batch);
                    return found;
                });
    }

    private void fill(InputStream in, Known found, int size, Batch batch)
            throws IOException, Problem {
        List<ColumnInfo> columns = found.scan().columns();
        BitSet bad = found.scan().bad();
        CsvRecords records = new CsvRecords(in, found.delimiter(), name());
        skipHeader(records);
        long left = found.scan().rows();
        Piece piece = new Piece(columns, (int) Math.min(size, left));
        int row = 0;
        boolean more = !options.header() || records.advance();
        for (; more; more = records.advance()) {
            if (CsvScan.gap(records, columns.size()) || bad.get(row++)) {
                continue;
            }
            if (left-- == 0 || !piece.add(records)) {
                throw changed();
            }
            if (piece.full()) {
                batch.accept(piece.table());
                piece = new Piece(columns, (int) Math.min(size, left));
            }
        }
        if (left != 0) {
            throw changed();
        }
    }

    private static void skipHeader(CsvRecords records) throws IOException, Problem {
        boolean any = records.advance();
        while (any && records.blank()) {
            any = records.advance();
        }
    }

    private Problem changed() {
        return Problem.of("data.changed", file.path());
    }

    private synchronized Known known(Progress progress) throws Problem {
        if (known.isEmpty()) {
            TextEncoding encoding = file.encoding(options, progress);
            byte[] head =
                    file.text(encoding, Progress.none(), "scanning", in -> in.readNBytes(HEAD));
            char delimiter = CsvDialect.delimiter(head, options.delimiter());
            CsvScan scan =
                    file.text(
                            encoding,
                            progress,
                            "scanning",
                            in -> CsvScan.of(in, delimiter, file.path(), options));
            known = Optional.of(new Known(encoding, delimiter, scan));
        }
        return known.get();
    }

    /// Rows on their way into a table.
    private static final class Piece {
        private final List<CellColumn> columns = new ArrayList<>();
        private final int capacity;
        private int rows;

        Piece(List<ColumnInfo> infos, int capacity) {
            this.capacity = capacity;
            infos.forEach(info -> columns.add(CellColumn.of(info, capacity)));
        }

        /// Adds a row; false where it is not the row that the first pass saw.
        boolean add(CsvRecords record) {
            if (record.fields() != columns.size() || full()) {
                return false;
            }
            byte[] bytes = record.bytes();
            for (int i = 0; i < columns.size(); i++) {
                CellColumn column = columns.get(i);
                int start = record.start(i);
                int end = record.end(i);
                if (column.info.kind() != ColumnKind.TEXT
                        && !Cells.fits(Cells.kind(bytes, start, end), column.info.kind())) {
                    return false;
                }
                column.add(bytes, start, end);
            }
            rows++;
            return true;
        }

        boolean full() {
            return rows == capacity;
        }

        Table table() {
            return Table.of(columns.stream().map(CellColumn::column).toList());
        }
    }
}
