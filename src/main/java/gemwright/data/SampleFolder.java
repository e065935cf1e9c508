package gemwright.data;

import gemwright.base.Problem;
import gemwright.base.Progress;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/// A folder of `.npz` files.
final class SampleFolder implements SampleSource {
    private final Path folder;
    private final List<Path> files;
    private final ReadOptions options;

    private SampleFolder(Path folder, List<Path> files, ReadOptions options) {
        this.folder = folder;
        this.files = files;
        this.options = options;
    }

    /// The samples in a folder, in the order of their names.
    ///
    /// @throws Problem where it holds none
    static SampleFolder of(Path folder, ReadOptions options) throws Problem {
        try (Stream<Path> all = Files.list(folder)) {
            List<Path> files =
                    all.filter(path -> path.getFileName().toString().endsWith(".npz"))
                            .sorted(
                                    java.util.Comparator.comparing(
                                            path -> path.getFileName().toString()))
                            .toList();
            if (files.isEmpty()) {
                throw Problem.of("data.folder", folder);
            }
            return new SampleFolder(folder, files, options);
        } catch (IOException failed) {
            throw Problem.of("file.cannotRead", folder, String.valueOf(failed.getMessage()))
                    .causedBy(failed);
        }
    }

    @Override
    public String name() {
        return folder.toString();
    }

    @Override
    public List<ColumnInfo> columns(Progress progress) throws Problem {
        return table(files.getFirst(), progress).columns().stream().map(Column::info).toList();
    }

    @Override
    public OptionalLong rows() {
        return OptionalLong.empty();
    }

    @Override
    public void samples(Progress progress, Use use) throws Problem {
        for (int i = 0; i < files.size(); i++) {
            progress.step("reading", i, files.size());
            Path file = files.get(i);
            use.accept(
                    file.getFileName().toString(),
                    ArrayFiles.read(InputFile.of(file), Progress.none()));
        }
    }

    @Override
    public void batches(int size, Progress progress, Batch batch) throws Problem {
        for (int i = 0; i < files.size(); i++) {
            progress.step("reading", i, files.size());
            Table table = table(files.get(i), Progress.none());
            if (table.rows() > 0) {
                batch.accept(table);
            }
        }
    }

    @Override
    public Table read(Progress progress) throws Problem {
        List<Table> samples = new ArrayList<>();
        batches(Integer.MAX_VALUE, progress, samples::add);
        for (int i = 1; i < samples.size(); i++) {
            if (!joins(samples.getFirst(), samples.get(i))) {
                throw Problem.of(
                        "data.samples.differ",
                        folder,
                        files.getFirst().getFileName().toString(),
                        files.get(i).getFileName().toString());
            }
        }
        return Table.concat(samples);
    }

    private static boolean joins(Table first, Table other) {
        if (!first.names().equals(other.names())) {
            return false;
        }
        for (int i = 0; i < first.columns().size(); i++) {
            Column a = first.columns().get(i);
            Column b = other.columns().get(i);
            boolean arrays = a.kind() == ColumnKind.TENSOR && b.kind() == ColumnKind.TENSOR;
            if (a.kind() != b.kind()
                    || (arrays && !a.tensor().rowShape().equals(b.tensor().rowShape()))
                    || (arrays && a.tensor().dtype() != b.tensor().dtype())) {
                return false;
            }
        }
        return true;
    }

    private Table table(Path file, Progress progress) throws Problem {
        return ArrayTable.of(
                ArrayFiles.read(InputFile.of(file), progress), options, file.toString());
    }
}
