package gemwright.data;

import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.format.npy.NpyFile;
import gemwright.format.npy.NpyHeader;
import gemwright.format.npy.NpyType;
import gemwright.format.zip.ZipArchive;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/// The arrays in `.npy` and `.npz` files.
final class ArrayFiles {
    /// Smaller files are copied into memory; larger ones are mapped.
    private static final long MAPPED_FROM = 64L << 20;

    private ArrayFiles() {}

    /// The arrays by name: those of an archive as it calls them, the one of a `.npy` file by the
    /// file's own name without its endings.
    static Map<String, NdArray> read(InputFile file, Progress progress) throws Problem {
        MemorySegment bytes = bytes(file, progress);
        String where = file.path().toString();
        byte[] head =
                bytes.asSlice(0, Math.min(8, bytes.byteSize()))
                        .toArray(java.lang.foreign.ValueLayout.JAVA_BYTE);
        Map<String, NdArray> arrays = new LinkedHashMap<>();
        if (NpyHeader.matches(head)) {
            arrays.put(stem(file.path()), array(NpyFile.of(bytes, where)));
            return arrays;
        }
        ZipArchive archive = ZipArchive.of(bytes, where);
        for (ZipArchive.Entry entry : archive.entries()) {
            progress.step("reading", arrays.size(), archive.entries().size());
            String name = entry.name().replaceFirst("\\.npy$", "");
            if (entry.packed() < entry.size()) {
                Capacity.check(entry.size(), where);
            }
            NpyFile one = NpyFile.of(archive.content(entry), where + ", " + entry.name());
            if (arrays.put(name, array(one)) != null) {
                throw Problem.of("zip.twice", where, name);
            }
        }
        return arrays;
    }

    /// The name of a file without its endings: `rows` for `rows.npy.gz`.
    static String stem(Path path) {
        String name = String.valueOf(path.getFileName());
        int dot = name.indexOf('.', 1);
        return dot < 0 ? name : name.substring(0, dot);
    }

    private static NdArray array(NpyFile file) throws Problem {
        NpyHeader header = file.header();
        long[] shape = header.shape().stream().mapToLong(Long::longValue).toArray();
        return header.type().text()
                ? NdArray.of(file.texts(), shape)
                : NdArray.of(dtype(header.type()), file.numbers(), header.shape());
    }

    private static DType dtype(NpyType type) {
        String name =
                switch (type.kind()) {
                    case 'b' -> "bool";
                    case 'i' -> "int" + type.bytes() * 8;
                    case 'u' -> "uint" + type.bytes() * 8;
                    case 'f' -> "float" + type.bytes() * 8;
                    default -> "complex" + type.bytes() * 8;
                };
        for (DType dtype : DType.values()) {
            if (dtype.numpy().equals(name)) {
                return dtype;
            }
        }
        throw new IllegalStateException(type.toString());
    }

    private static MemorySegment bytes(InputFile file, Progress progress) throws Problem {
        if (file.packing() != InputFile.Packing.PLAIN) {
            byte[] unpacked = file.content(progress, "reading", in -> in.readAllBytes());
            return MemorySegment.ofArray(unpacked);
        }
        try {
            long size = Files.size(file.path());
            if (size < MAPPED_FROM) {
                return MemorySegment.ofArray(Files.readAllBytes(file.path()));
            }
            try (FileChannel channel = FileChannel.open(file.path())) {
                // Lives as long as an array points into it.
                return channel.map(FileChannel.MapMode.READ_ONLY, 0, size, Arena.ofAuto());
            }
        } catch (IOException failed) {
            throw Problem.of("file.cannotRead", file.path(), String.valueOf(failed.getMessage()))
                    .causedBy(failed);
        }
    }
}
