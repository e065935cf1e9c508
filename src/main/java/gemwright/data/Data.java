package gemwright.data;

import gemwright.base.Problem;

import java.nio.file.Files;
import java.nio.file.Path;

/// Opens data files: the door to this package.
public final class Data {
    private Data() {}

    /// The table in a file: CSV, TSV, plain or compressed with gzip; told by its content, never by
    /// its ending. Nothing but the head is read yet.
    ///
    /// @throws Problem where there is no such file, it is empty, or it holds no table
    public static TableSource open(Path path, ReadOptions options) throws Problem {
        if (Files.isDirectory(path)) {
            throw Problem.of("file.isFolder", path);
        }
        InputFile file = InputFile.of(path);
        return new CsvSource(file, options);
    }
}
