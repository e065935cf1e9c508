package gemwright.data;

import gemwright.base.AtomicFile;
import gemwright.base.Problem;
import gemwright.base.Progress;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// A Parquet file, read by DuckDB.
///
/// Numbers, truth values, texts, dates and times come as such; lists of one length come as arrays;
/// every other type comes as the text that DuckDB gives it.
final class ParquetSource implements TableSource {
    private final InputFile file;
    private final ReadOptions options;
    private Optional<Known> known = Optional.empty();

    /// The columns of the file and how they are asked for.
    private record Known(List<ParquetColumn> columns, long rows) {}

    ParquetSource(InputFile file, ReadOptions options) {
        this.file = file;
        this.options = options;
    }

    /// Whether these first bytes of a file are those of a Parquet file.
    static boolean matches(byte[] head) {
        return head.length >= 4
                && head[0] == 'P'
                && head[1] == 'A'
                && head[2] == 'R'
                && head[3] == '1';
    }

    @Override
    public String name() {
        return file.path().toString();
    }

    @Override
    public List<ColumnInfo> columns(Progress progress) throws Problem {
        return using((duck, path) -> known(duck, path, progress)).columns().stream()
                .map(ParquetColumn::info)
                .toList();
    }

    @Override
    public synchronized OptionalLong rows() {
        return known.isPresent() ? OptionalLong.of(known.get().rows()) : OptionalLong.empty();
    }

    @Override
    public Table read(Progress progress) throws Problem {
        List<Table> pieces = new ArrayList<>(1);
        batches(Integer.MAX_VALUE - 8, progress, pieces::add);
        return pieces.isEmpty() ? empty(progress) : pieces.getFirst();
    }

    @Override
    public void batches(int size, Progress progress, Batch batch) throws Problem {
        using(
                (duck, path) -> {
                    Known found = known(duck, path, progress);
                    List<ColumnInfo> infos =
                            found.columns().stream().map(ParquetColumn::info).toList();
                    int most = (int) Math.min(size, Math.max(1, found.rows()));
                    Capacity.rows(most, infos, name());
                    duck.ask(
                            query(found, path),
                            file.path(),
                            progress,
                            rows -> {
                                deliver(rows, found, most, progress, batch);
                                return found;
                            });
                    return found;
                });
    }

    private Table empty(Progress progress) throws Problem {
        List<Column> columns = new ArrayList<>();
        for (ColumnInfo info : columns(progress)) {
            columns.add(new ColumnBuilder(info.name(), info.role()).build(info.kind()));
        }
        return Table.of(columns);
    }

    private void deliver(ResultSet rows, Known found, int size, Progress progress, Batch batch)
            throws SQLException, Problem {
        List<ColumnBuilder> builders = new ArrayList<>();
        for (ParquetColumn column : found.columns()) {
            builders.add(new ColumnBuilder(column.info().name(), column.info().role()));
        }
        long done = 0;
        int held = 0;
        while (rows.next()) {
            for (int i = 0; i < builders.size(); i++) {
                found.columns().get(i).add(rows, i + 1, builders.get(i));
            }
            if (++done % 8192 == 0) {
                progress.step("reading", done, found.rows());
            }
            if (++held == size) {
                batch.accept(table(builders, found));
                held = 0;
            }
        }
        if (held > 0) {
            batch.accept(table(builders, found));
        }
    }

    private static Table table(List<ColumnBuilder> builders, Known found) {
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < builders.size(); i++) {
            columns.add(builders.get(i).build(found.columns().get(i).info().kind()));
        }
        return Table.of(columns);
    }

    /// Columns are called c0, c1 … in the query: names of the file never stand in SQL.
    private static String query(Known found, Path path) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < found.columns().size(); i++) {
            parts.add(found.columns().get(i).expression("c" + i));
        }
        return "SELECT " + String.join(", ", parts) + from(found.columns().size(), path);
    }

    private static String from(int columns, Path path) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < columns; i++) {
            names.add("c" + i);
        }
        return " FROM read_parquet("
                + DuckDb.file(path)
                + ", hive_partitioning = false, union_by_name = false) AS t("
                + String.join(", ", names)
                + ")";
    }

    private synchronized Known known(DuckDb duck, Path path, Progress progress) throws Problem {
        if (known.isEmpty()) {
            List<String> names = new ArrayList<>();
            List<String> types = new ArrayList<>();
            duck.ask(
                    "DESCRIBE SELECT * FROM read_parquet("
                            + DuckDb.file(path)
                            + ", hive_partitioning = false)",
                    file.path(),
                    progress,
                    rows -> {
                        while (rows.next()) {
                            names.add(rows.getString(1));
                            types.add(rows.getString(2));
                        }
                        return names;
                    });
            CsvHeader.unique(names, file.path());
            known = Optional.of(measured(duck, path, progress, names, types));
        }
        return known.get();
    }

    /// Asks once for the number of rows and for what decides the kind of some columns: the largest
    /// unsigned number, the lengths of lists.
    private Known measured(
            DuckDb duck, Path path, Progress progress, List<String> names, List<String> types)
            throws Problem {
        List<String> questions = new ArrayList<>(List.of("count(*)"));
        for (int i = 0; i < types.size(); i++) {
            questions.add(ParquetColumn.question(types.get(i), "c" + i));
        }
        return duck.ask(
                "SELECT " + String.join(", ", questions) + from(types.size(), path),
                file.path(),
                progress,
                answer -> {
                    answer.next();
                    List<ParquetColumn> columns = new ArrayList<>();
                    for (int i = 0; i < types.size(); i++) {
                        columns.add(
                                ParquetColumn.of(
                                        names.get(i),
                                        types.get(i),
                                        answer.getBoolean(i + 2),
                                        options,
                                        name()));
                    }
                    return new Known(columns, answer.getLong(1));
                });
    }

    /// What is done with DuckDB and the path of the Parquet file.
    @FunctionalInterface
    private interface Work<T> {
        T on(DuckDb duck, Path path) throws Problem;
    }

    /// DuckDB reads from a file of its own: what is compressed as a whole is unpacked beside, where
    /// only this user can read it, and removed afterwards.
    private <T> T using(Work<T> work) throws Problem {
        if (file.packing() == InputFile.Packing.PLAIN) {
            try (DuckDb duck = DuckDb.open()) {
                return work.on(duck, file.path());
            }
        }
        Path temporary = Path.of(System.getProperty("java.io.tmpdir", "."), "gemwright.parquet");
        try (AtomicFile unpacked = AtomicFile.create(temporary);
                DuckDb duck = DuckDb.open()) {
            Private.to(unpacked.temporary());
            file.content(
                    Progress.none(),
                    "reading",
                    in -> {
                        try (java.io.OutputStream out = unpacked.stream()) {
                            return in.transferTo(out);
                        }
                    });
            return work.on(duck, unpacked.temporary());
        }
    }

    /// Takes a file away from the other users of the machine.
    private static final class Private {
        static void to(Path path) throws Problem {
            try {
                if (Files.getFileStore(path).supportsFileAttributeView("posix")) {
                    Files.setPosixFilePermissions(
                            path,
                            java.nio.file.attribute.PosixFilePermissions.fromString("rw-------"));
                }
            } catch (java.io.IOException failed) {
                throw AtomicFile.cannotWrite(path, failed);
            }
        }
    }
}
