package gemwright.data;

import gemwright.base.Problem;
import gemwright.base.Progress;

import java.util.List;
import java.util.OptionalLong;

/// Where a table comes from: a file, a folder of files, a prediction log, or memory. Holds nothing
/// open between calls.
public interface TableSource {
    /// What the user calls it: the path as he gave it.
    String name();

    /// The columns, without reading their values more than is needed to tell their kinds.
    List<ColumnInfo> columns(Progress progress) throws Problem;

    /// Number of rows, where that is known without reading the file.
    OptionalLong rows();

    /// The whole table in memory.
    ///
    /// @throws Problem also where the parts do not fit together: samples of different shapes
    Table read(Progress progress) throws Problem;

    /// The rows in pieces, in their order, each with all columns; never an empty piece.
    ///
    /// @param size rows of a piece at most; a folder of samples gives one sample a piece
    default void batches(int size, Progress progress, Batch batch) throws Problem {
        Table all = read(progress);
        for (int from = 0; from < all.rows(); from += size) {
            batch.accept(all.slice(from, Math.min(all.rows(), from + size)));
        }
    }

    /// What is done with each piece.
    @FunctionalInterface
    interface Batch {
        /// Takes the next piece.
        void accept(Table rows) throws Problem;
    }

    /// A table that is in memory already.
    static TableSource of(String name, Table table) {
        return new InMemory(name, table);
    }

    /// A table in memory, as a source.
    record InMemory(String name, Table table) implements TableSource {
        @Override
        public List<ColumnInfo> columns(Progress progress) {
            return table.columns().stream().map(Column::info).toList();
        }

        @Override
        public OptionalLong rows() {
            return OptionalLong.of(table.rows());
        }

        @Override
        public Table read(Progress progress) {
            return table;
        }
    }
}
