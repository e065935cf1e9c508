package gemwright.data;

import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.format.npy.NpyHeader;
import gemwright.format.zip.ZipArchive;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// Opens data files: the door to this package.
public final class Data {
    private Data() {}

    /// The table in a file or folder: CSV, TSV, `.npy`, `.npz`, plain or compressed, or a folder of
    /// `.npz` files (a [SampleSource]); told by its content, never by its ending. Nothing but the
    /// head is read yet.
    ///
    /// @throws Problem where there is no such file, it is empty, or it holds no table
    public static TableSource open(Path path, ReadOptions options) throws Problem {
        if (Files.isDirectory(path)) {
            return SampleFolder.of(path, options);
        }
        InputFile file = InputFile.of(path);
        byte[] head = file.head(16);
        if (NpyHeader.matches(head) || ZipArchive.matches(head)) {
            return new ArraySource(file, options);
        }
        return new CsvSource(file, options);
    }

    /// The arrays of a `.npy` or `.npz` file by name, whatever their shapes.
    public static Map<String, NdArray> arrays(Path path, Progress progress) throws Problem {
        InputFile file = InputFile.of(path);
        byte[] head = file.head(16);
        if (!NpyHeader.matches(head) && !ZipArchive.matches(head)) {
            throw Problem.of("data.array.none", path);
        }
        return ArrayFiles.read(file, progress);
    }
}
