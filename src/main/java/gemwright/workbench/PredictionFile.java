package gemwright.workbench;

import gemwright.base.AtomicFile;
import gemwright.base.Json;
import gemwright.base.Problem;
import gemwright.data.Column;
import gemwright.data.NdArray;
import gemwright.data.Table;
import gemwright.format.npy.NpyWriter;
import gemwright.runtime.Answer;
import gemwright.runtime.Output;

import org.jspecify.annotations.Nullable;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// A file of predictions that is written piece by piece and appears when it is whole: CSV, JSON
/// lines or arrays, by its ending.
final class PredictionFile implements AutoCloseable {
    private final Path target;
    private final AtomicFile file;
    private final Layout layout;

    /// How rows are laid out.
    private interface Layout {
        void append(Answer answer, int rows) throws IOException;

        void finish() throws IOException, Problem;
    }

    private PredictionFile(Path target, AtomicFile file) {
        this.target = target;
        this.file = file;
        OutputStream out = file.stream();
        String name = String.valueOf(target.getFileName()).toLowerCase(Locale.ROOT);
        if (name.endsWith(".npz")) {
            layout = new Arrays(out);
        } else {
            BufferedWriter text =
                    new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            boolean lines = name.endsWith(".jsonl") || name.endsWith(".ndjson");
            layout = lines ? new JsonLines(text) : new Csv(text);
        }
    }

    static PredictionFile create(Path target) throws Problem {
        return new PredictionFile(target, AtomicFile.create(target));
    }

    /// Adds the answers to the next rows.
    void append(Answer answer, int rows) throws Problem {
        try {
            layout.append(answer, rows);
        } catch (IOException failed) {
            throw AtomicFile.cannotWrite(target, failed);
        }
    }

    /// Moves the file into place.
    void commit() throws Problem {
        try {
            layout.finish();
        } catch (IOException failed) {
            throw AtomicFile.cannotWrite(target, failed);
        }
        file.commit();
    }

    @Override
    public void close() {
        file.close();
    }

    /// A header and a line a row.
    private static final class Csv implements Layout {
        private final BufferedWriter out;
        private boolean started;

        Csv(BufferedWriter out) {
            this.out = out;
        }

        @Override
        public void append(Answer answer, int rows) throws IOException {
            Table table = AnswerTable.of(answer, rows);
            if (!started) {
                out.write(AnswerTable.line(table.names()) + "\n");
                started = true;
            }
            for (int row = 0; row < rows; row++) {
                out.write(AnswerTable.csv(table, row) + "\n");
            }
        }

        @Override
        public void finish() throws IOException {
            out.flush();
        }
    }

    /// A JSON object a row.
    private static final class JsonLines implements Layout {
        private final BufferedWriter out;

        JsonLines(BufferedWriter out) {
            this.out = out;
        }

        @Override
        public void append(Answer answer, int rows) throws IOException {
            Table table = AnswerTable.of(answer, rows);
            for (int row = 0; row < rows; row++) {
                Map<String, @Nullable Object> object = new LinkedHashMap<>();
                for (Column column : table.columns()) {
                    object.put(column.name(), AnswerTable.value(column, row));
                }
                out.write(Json.write(object));
                out.write("\n");
            }
        }

        @Override
        public void finish() throws IOException {
            out.flush();
        }
    }

    /// An array for each output, as the model gives it.
    private static final class Arrays implements Layout {
        private final OutputStream out;
        private final Map<String, List<NdArray>> pieces = new LinkedHashMap<>();

        Arrays(OutputStream out) {
            this.out = out;
        }

        @Override
        public void append(Answer answer, int rows) {
            for (Output output : answer.outputs()) {
                switch (output) {
                    case Output.Tensor(var name, var values) -> add(name, values);
                    case Output.Scores(var name, var values, _) -> add(name, values);
                    case Output.Sequence _ -> {} // has no row for each row
                }
            }
        }

        private void add(String name, NdArray values) {
            pieces.computeIfAbsent(name, key -> new ArrayList<>()).add(values);
        }

        @Override
        public void finish() throws IOException {
            ZipOutputStream zip = new ZipOutputStream(out);
            for (Map.Entry<String, List<NdArray>> entry : pieces.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey() + ".npy"));
                write(zip, NdArray.concat(entry.getValue()));
                zip.closeEntry();
            }
            zip.finish();
            out.flush();
        }

        private static void write(OutputStream zip, NdArray array) throws IOException {
            switch (array.dtype()) {
                case STRING -> NpyWriter.texts(zip, array.texts(), array.shape());
                // numpy has no such type: as the float32 that it is the upper half of
                case BFLOAT16 -> write(zip, NdArray.of(array.floats(), sizes(array)));
                case BOOL -> NpyWriter.numbers(zip, "|b1", array.shape(), array.segment());
                case INT8, INT16, INT32, INT64 -> numbers(zip, 'i', array);
                case UINT8, UINT16, UINT32, UINT64 -> numbers(zip, 'u', array);
                case FLOAT16, FLOAT32, FLOAT64 -> numbers(zip, 'f', array);
                case COMPLEX64, COMPLEX128 -> numbers(zip, 'c', array);
            }
        }

        private static void numbers(OutputStream zip, char kind, NdArray array) throws IOException {
            long bytes = array.size() == 0 ? 1 : array.segment().byteSize() / array.size();
            NpyWriter.numbers(zip, "<" + kind + bytes, array.shape(), array.segment());
        }

        private static long[] sizes(NdArray array) {
            return array.shape().stream().mapToLong(Long::longValue).toArray();
        }
    }
}
