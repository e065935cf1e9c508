package gemwright.workbench;

import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.data.Column;
import gemwright.data.ColumnKind;
import gemwright.data.Data;
import gemwright.data.ReadOptions;
import gemwright.data.Table;
import gemwright.data.TableSource;
import gemwright.onnx.OnnxFile;
import gemwright.runtime.Answer;
import gemwright.runtime.Session;
import gemwright.runtime.SessionOptions;
import gemwright.source.ConvertOptions;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// Runs any model that can be opened on the rows of a file.
public final class Predicting {
    private static final int PIECE = 4096;

    private Predicting() {}

    /// Takes the answers to one piece of the rows, in their order.
    @FunctionalInterface
    public interface Piece {
        /// Takes the answers to the next rows.
        void accept(Answer answer, int rows) throws Problem;
    }

    /// Answers as a table: a column for each output of one value a row and for each value of an
    /// output of a few, arrays otherwise.
    public static Table table(Answer answer, int rows) {
        return AnswerTable.of(answer, rows);
    }

    /// One answer as JSON has it; arrays as lists.
    public static @Nullable Object value(Column column, int row) {
        return AnswerTable.value(column, row);
    }

    /// A row of answers as a line of CSV.
    public static String csv(Table answers, int row) {
        return AnswerTable.csv(answers, row);
    }

    /// Predicts and writes the answers: JSON lines where the target ends in `.jsonl`, arrays where
    /// it ends in `.npz`, else CSV.
    ///
    /// @return number of rows
    public static long write(Path model, Path data, Path target, Progress progress) throws Problem {
        try (PredictionFile file = PredictionFile.create(target)) {
            long rows = run(model, data, progress, file::append);
            file.commit();
            return rows;
        }
    }

    /// Predicts; another model than ONNX is converted in memory first.
    ///
    /// @return number of rows
    public static long run(Path model, Path data, Progress progress, Piece piece) throws Problem {
        if (isOnnx(model)) {
            try (Session session = Session.open(model, SessionOptions.batch())) {
                return run(session, data, progress, piece);
            }
        }
        try (ProvenModel proven = ProvenModel.of(model, ConvertOptions.usual(), progress)) {
            return run(proven.session(), data, progress, piece);
        }
    }

    private static long run(Session session, Path data, Progress progress, Piece piece)
            throws Problem {
        TableSource source = Data.open(data, options(session));
        long total = source.rows().orElse(0);
        long[] done = {0};
        source.batches(
                PIECE,
                progress,
                rows -> {
                    piece.accept(session.run(rows, Progress.none()), rows.rows());
                    done[0] += rows.rows();
                    progress.step("predicting", done[0], total);
                });
        return done[0];
    }

    /// Columns read as the model wants them: a code such as `007` stays text.
    static ReadOptions options(Session session) {
        ReadOptions options = ReadOptions.inferred();
        for (Map.Entry<String, ColumnKind> kind : session.columnKinds().entrySet()) {
            options = options.withKind(kind.getKey(), kind.getValue());
        }
        return options;
    }

    /// Whether the file holds an ONNX model, by its content; external weights are found from its
    /// path then.
    private static boolean isOnnx(Path file) throws Problem {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(file);
                Arena arena = Arena.ofConfined()) {
            long head = Math.min(channel.size(), 256);
            MemorySegment start = channel.map(FileChannel.MapMode.READ_ONLY, 0, head, arena);
            return head > 0 && OnnxFile.matches(start);
        } catch (IOException failed) {
            throw Problem.of("file.cannotRead", file, String.valueOf(failed.getMessage()))
                    .causedBy(failed);
        }
    }
}
