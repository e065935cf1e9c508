package gemwright.source.torch.saved;

import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.format.pickle.PickleFile;
import gemwright.format.zip.ZipArchive;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The zip archive of `torch.save` and `torch.jit.save` (`caffe2/serialize/inline_container.h`,
/// PyTorch 2.9): all entries in one folder, whatever its name.
public final class TorchArchive {
    private final ZipArchive zip;
    private final String where;
    private final Map<String, ZipArchive.Entry> entries = new LinkedHashMap<>();
    private final Map<String, MemorySegment> storages = new HashMap<>();

    private TorchArchive(ZipArchive zip, String where) {
        this.zip = zip;
        this.where = where;
    }

    /// Reads the directory of the archive.
    ///
    /// @param where the file, for messages
    /// @throws Problem where it is damaged, or written on a machine of the other byte order
    public static TorchArchive of(MemorySegment bytes, String where) throws Problem {
        TorchArchive archive = new TorchArchive(ZipArchive.of(bytes, where), where);
        for (ZipArchive.Entry entry : archive.zip.entries()) {
            String name = entry.name();
            archive.entries.putIfAbsent(name.substring(name.indexOf('/') + 1), entry);
        }
        Optional<String> order = archive.text("byteorder");
        if (order.filter(o -> !o.strip().equals("little")).isPresent()) {
            throw Problem.of("torch.byteOrder", where);
        }
        return archive;
    }

    /// The names of the entries within the folder, in the order of the archive.
    public Iterable<String> names() {
        return entries.keySet();
    }

    /// The pickle of that name within the folder: `data.pkl`.
    ///
    /// @throws Problem where it is missing or damaged
    public PickleFile pickle(String name, Progress progress) throws Problem {
        Optional<MemorySegment> bytes = content(name);
        if (bytes.isEmpty()) {
            throw Problem.of("torch.entry", where, name);
        }
        return PickleFile.inArchive(bytes.get(), where + ", " + name, progress);
    }

    /// The text of that name within the folder.
    public Optional<String> text(String name) throws Problem {
        return content(name)
                .map(b -> new String(b.toArray(ValueLayout.JAVA_BYTE), StandardCharsets.UTF_8));
    }

    /// The bytes of that name within the folder.
    public Optional<MemorySegment> content(String name) throws Problem {
        ZipArchive.Entry entry = entries.get(name);
        return entry == null ? Optional.empty() : Optional.of(zip.content(entry));
    }

    /// The storages in a folder of the archive: `data`, `constants`.
    public Storages storages(String folder) {
        return key -> storage(folder + "/" + key);
    }

    private MemorySegment storage(String name) throws Problem {
        MemorySegment known = storages.get(name);
        if (known == null) {
            Optional<MemorySegment> found = content(name);
            if (found.isEmpty()) {
                throw Problem.of("torch.storage", where, name);
            }
            known = found.get();
            storages.put(name, known);
        }
        return known;
    }
}
