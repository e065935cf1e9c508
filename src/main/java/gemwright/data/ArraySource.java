package gemwright.data;

import gemwright.base.Problem;
import gemwright.base.Progress;

import java.util.List;
import java.util.OptionalLong;

/// A `.npy` or `.npz` file.
final class ArraySource implements TableSource {
    private final InputFile file;
    private final ReadOptions options;

    ArraySource(InputFile file, ReadOptions options) {
        this.file = file;
        this.options = options;
    }

    @Override
    public String name() {
        return file.path().toString();
    }

    @Override
    public List<ColumnInfo> columns(Progress progress) throws Problem {
        return read(progress).columns().stream().map(Column::info).toList();
    }

    @Override
    public OptionalLong rows() {
        return OptionalLong.empty();
    }

    @Override
    public Table read(Progress progress) throws Problem {
        return ArrayTable.of(ArrayFiles.read(file, progress), options, name());
    }
}
