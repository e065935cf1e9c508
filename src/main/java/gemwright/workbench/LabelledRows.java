package gemwright.workbench;

import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.data.Column;
import gemwright.data.ColumnKind;
import gemwright.data.Data;
import gemwright.data.NdArray;
import gemwright.data.ReadOptions;
import gemwright.data.SampleSource;
import gemwright.data.Table;
import gemwright.data.TableSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Rows to judge a model on, and what is true of them.
///
/// @param rows the rows, without the labels
/// @param labels one a row, in their order
record LabelledRows(TableSource rows, Optional<Column> labels) {
    /// Opens data, with the labels in a file of their own or in a column of the data.
    ///
    /// @param labels a file, else the name of a column (of an array, in a folder of samples)
    /// @param kinds how the model wants columns to be read
    static LabelledRows open(
            Path data, Optional<String> labels, Map<String, ColumnKind> kinds, Progress progress)
            throws Problem {
        ReadOptions options = ReadOptions.inferred();
        for (Map.Entry<String, ColumnKind> kind : kinds.entrySet()) {
            options = options.withKind(kind.getKey(), kind.getValue());
        }
        TableSource source = Data.open(data, options);
        if (labels.isEmpty()) {
            return new LabelledRows(source, Optional.empty());
        }
        Path file = Path.of(labels.get());
        if (Files.isRegularFile(file)) {
            return new LabelledRows(source, Optional.of(onlyColumn(file, progress)));
        }
        if (source instanceof SampleSource samples) {
            return new LabelledRows(source, Optional.of(gathered(samples, labels.get(), progress)));
        }
        Table table = source.read(progress);
        Column column = table.find(labels.get()).orElseThrow(() -> noColumn(labels.get(), table));
        Table features = table.without(Set.of(column.name()));
        return new LabelledRows(TableSource.of(source.name(), features), Optional.of(column));
    }

    private static Problem noColumn(String name, Table table) {
        return Problem.of("compare.noLabels", name, name, String.join(", ", table.names()));
    }

    private static Column onlyColumn(Path file, Progress progress) throws Problem {
        List<Column> columns = Data.open(file, ReadOptions.inferred()).read(progress).columns();
        if (columns.size() != 1) {
            throw Problem.of(
                    "compare.labelFile", file.toString(), Integer.toString(columns.size()));
        }
        return columns.getFirst();
    }

    private static Column gathered(SampleSource samples, String name, Progress progress)
            throws Problem {
        List<NdArray> pieces = new ArrayList<>();
        samples.samples(
                progress,
                (file, arrays) -> {
                    NdArray label = arrays.get(name);
                    if (label == null) {
                        throw Problem.of(
                                "compare.noLabels", file, name, String.join(", ", arrays.keySet()));
                    }
                    pieces.add(label.reshape(label.size()));
                });
        return Column.tensor(name, NdArray.concat(pieces));
    }
}
