package gemwright.source.safetensors;

import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.format.FileKind;
import gemwright.format.Mapped;
import gemwright.source.Head;
import gemwright.source.SourceFormat;
import gemwright.source.SourceModel;

import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;

/// safetensors, or the index of several such files.
public final class SafetensorsFormat implements SourceFormat {
    @Override
    public String id() {
        return FileKind.SAFETENSORS.id();
    }

    @Override
    public List<String> extensions() {
        return List.of("safetensors");
    }

    @Override
    public boolean matches(Head head) {
        return head.kind().filter(kind -> kind == FileKind.SAFETENSORS).isPresent();
    }

    @Override
    public SourceModel open(Head head, Progress progress) throws Problem {
        if (head.bytes().get(ValueLayout.JAVA_BYTE, 0) != '{') {
            return new SafetensorsModel(
                    head, List.of(), SafetensorsFile.of(head.bytes(), head.path().toString()));
        }
        List<Mapped> shards = new ArrayList<>();
        boolean opened = false;
        try {
            SafetensorsFile all = ShardIndex.open(head.path(), head.bytes(), shards);
            opened = true;
            return new SafetensorsModel(head, shards, all);
        } finally {
            if (!opened) {
                shards.forEach(Mapped::close);
            }
        }
    }
}
