package gemwright.data;

import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.format.npy.NpyHeader;
import gemwright.format.zip.ZipArchive;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;

/// Opens data files: the door to this package.
public final class Data {
    private static final int HEAD = 4096;

    /// First bytes of files that hold no table, or none that is read, to what they are.
    private static final Map<String, String> FOREIGN =
            Map.ofEntries(
                    Map.entry("d0cf11e0a1b11ae1", "Excel (.xls)"),
                    Map.entry("25504446", "PDF"),
                    Map.entry("894844460d0a1a0a", "HDF5"),
                    Map.entry("4152524f5731", "Arrow"),
                    Map.entry("4f7267", "ORC"),
                    Map.entry("4f626a01", "Avro"),
                    Map.entry("53514c69746520666f726d6174", "SQLite"),
                    Map.entry("89504e47", "PNG"),
                    Map.entry("ffd8ff", "JPEG"),
                    Map.entry("7f454c46", "ELF"),
                    Map.entry("8002", "pickle"),
                    Map.entry("8003", "pickle"),
                    Map.entry("8004", "pickle"),
                    Map.entry("8005", "pickle"));

    private Data() {}

    /// The table in a file or folder: CSV, TSV, JSON lines or a JSON array of objects, Parquet,
    /// `.npy`, `.npz`, plain or compressed, or a folder of `.npz` files (a [SampleSource]); told by
    /// its content, never by its ending. Nothing but the head is read yet.
    ///
    /// @throws Problem where there is no such file, it is empty, or it holds no table
    public static TableSource open(Path path, ReadOptions options) throws Problem {
        if (Files.isDirectory(path)) {
            return SampleFolder.of(path, options);
        }
        InputFile file = InputFile.of(path);
        byte[] head = file.head(HEAD);
        if (NpyHeader.matches(head) || ZipArchive.matches(head)) {
            return new ArraySource(file, options);
        }
        if (ParquetSource.matches(head)) {
            return new ParquetSource(file, options);
        }
        refuseForeign(head, path);
        return JsonSource.matches(letters(head))
                ? new JsonSource(file, options)
                : new CsvSource(file, options);
    }

    /// The arrays of a `.npy` or `.npz` file by name, whatever their shapes.
    public static Map<String, NdArray> arrays(Path path, Progress progress) throws Problem {
        InputFile file = InputFile.of(path);
        byte[] head = file.head(HEAD);
        if (!NpyHeader.matches(head) && !ZipArchive.matches(head)) {
            throw Problem.of("data.array.none", path);
        }
        return ArrayFiles.read(file, progress);
    }

    private static void refuseForeign(byte[] head, Path path) throws Problem {
        String start = HexFormat.of().formatHex(head, 0, Math.min(16, head.length));
        for (Map.Entry<String, String> each : FOREIGN.entrySet()) {
            if (start.startsWith(each.getKey())) {
                throw Problem.of("data.foreign", path, each.getValue());
            }
        }
        int zeros = 0;
        for (byte each : head) {
            zeros += each == 0 ? 1 : 0;
        }
        // UTF-16 has zeros in every second place only; runs of them are no text at all.
        boolean wide = TextEncoding.wide(head);
        if (zeros > 0 && !wide) {
            throw Problem.of("data.foreign", path, "binary");
        }
    }

    /// The head without byte order mark and zero bytes: enough to see braces, whatever the
    /// encoding.
    private static byte[] letters(byte[] head) {
        StringBuilder letters = new StringBuilder();
        for (byte each : head) {
            boolean mark = letters.isEmpty() && each < 0;
            if (each != 0 && !mark) {
                letters.append((char) (each & 0x7F));
            }
        }
        return letters.toString().getBytes(StandardCharsets.US_ASCII);
    }
}
